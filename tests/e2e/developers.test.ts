import { expect, inject, test } from "vitest";
import { createApiClient } from "../../docs/api/client.ts";
import { launchBrowser, PHONE } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";

const open = await launchBrowser();
const siteUrl = inject("siteUrl");

test("The generated client searches, reads free times and is refused, all with types", async () => {
  const api = createApiClient({ baseUrl: siteUrl });
  const found = await api.GET("/api/search/instructors", { params: { query: { q: "piano" } } });
  const instructor = found.data?.items[0]?.instructor;
  const path = { instructorId: instructor?.id ?? "" };
  const free = await api.GET("/api/public/instructors/{instructorId}/availability", {
    params: { path },
  });
  const days = free.data?.detail_level === "full" ? free.data.availability_by_date : {};
  expect(free.data?.instructor_name).toBe(instructor?.display_name);
  expect(Object.keys(days)).toHaveLength(30);
  const start_at = Object.values(days).flatMap((day) => day.available_slots)[0]?.start_at ?? "";
  const checked = await api.POST("/api/public/instructors/{instructorId}/check-slots", {
    params: { path },
    body: { items: [{ start_at, duration_minutes: 30 }] },
  });
  expect(checked.data?.items[0]?.start_at).toBe(start_at);
  const { error, response } = await api.GET("/api/auth/me");
  expect([response.status, error?.code]).toEqual([401, "unauthenticated"]);
});

test("The guide's first lines work as they stand there, and its reference has every operation", async () => {
  const { page, leave } = await open();
  await page.goto("/developers");
  const curl = await page.getByRole("group", { name: "Free times with curl" }).textContent();
  const address = /"(\S+)"/.exec(curl ?? "")?.[1] ?? "";
  expect((await fetch(address)).status).toBe(200);
  const described = (await (await fetch(`${siteUrl}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { summary: string }>>;
    tags: { name: string }[];
  };
  const summaries = Object.values(described.paths).flatMap((methods) =>
    Object.values(methods).map(({ summary }) => summary),
  );
  const shown: string[] = [];
  for (const { name } of described.tags) {
    await page.getByRole("navigation", { name: "Developers" }).getByRole("link", { name }).click();
    await page.getByRole("heading", { level: 1, name: `API: ${name}` }).waitFor();
    shown.push(...(await page.getByRole("heading", { level: 2 }).allTextContents()));
  }
  expect(shown.toSorted()).toEqual(summaries.toSorted());
  await leave();
});

test.for(["/developers", "/developers/reference/bookings"])(
  "%s is good in both sizes and lights, and whole without scripts",
  async (path) => {
    const { page, leave } = await open();
    await page.goto(path);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await expectGoodPage(page);
    await leave();
    const still = await open({ javaScriptEnabled: false });
    await still.page.goto(path);
    expect(await still.page.getByRole("heading", { level: 2 }).count()).toBeGreaterThan(5);
    await still.leave();
  },
);

test("Every operation that answers JSON shows an example, and none makes the page wider than a phone", async () => {
  const { page, leave } = await open({ viewport: PHONE });
  for (const part of ["public", "account", "bookings", "teaching", "administration"]) {
    await page.goto(`/developers/reference/${part}`);
    const summaries = page.locator("summary").filter({ hasText: /^Example/ });
    expect(await summaries.count()).toBeGreaterThan(8);
    await summaries.first().click();
    expect(
      await page
        .getByRole("group", { name: /^An answer of / })
        .first()
        .textContent(),
    ).toMatch(/^\{/);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  }
  await leave();
});

test("The widget's demo page shows an instructor's free times, and no part of the reference is made up", async () => {
  const { page, leave } = await open({ refusals: [404] });
  await page.goto("/developers/widget");
  await page.getByRole("heading", { name: /^Free times of / }).waitFor();
  const astray = await page.goto("/developers/reference/nothing");
  expect(astray?.status()).toBe(404);
  await leave();
});
