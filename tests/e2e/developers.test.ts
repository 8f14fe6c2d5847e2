import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { DEMO_EMAILS, DEMO_PASSWORD } from "../../db/seed/demo.ts";
import { createApiClient } from "../../docs/api/client.ts";
import { ROOT } from "../../scripts/command.ts";
import { launchBrowser, PHONE } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";

const open = await launchBrowser();
const siteUrl = inject("siteUrl");
const run = promisify(execFile);

/** An API key of the demo student. */
async function createKey(): Promise<string> {
  const send = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(siteUrl + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const login = { email: DEMO_EMAILS.student, password: DEMO_PASSWORD };
  const signedIn = await send("/api/auth/login", login);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const wish = { name: "Guide", scopes: ["bookings:read"], expires_in_days: 1 };
  const { key } = (await (await send("/api/api-keys", wish, { cookie })).json()) as { key: string };
  return key;
}

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

const readSample = async (page: Page, name: string) =>
  (await page.getByRole("group", { name, exact: true }).textContent()) ?? "";

const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);

test.skipIf(!hasCurl)("The guide's lines for a shell work as they stand there", async () => {
  const { page, leave } = await open();
  await page.goto("/developers");
  const shell = async (name: string, env: Record<string, string> = {}) => {
    const options = { env: { ...process.env, ...env } };
    return (await run("sh", ["-c", await readSample(page, name)], options)).stdout;
  };
  expect(JSON.parse(await shell("Free times with curl"))).toHaveProperty("availability_by_date");
  expect(await shell("Asking again")).toBe("304\n");
  const lessons = await shell("Reading lessons with a key", { API_KEY: await createKey() });
  expect(JSON.parse(lessons)).toMatchObject({ items: expect.any(Array), page: 1 });
  await leave();
});

test("The guide's TypeScript prints free times as it stands there", async () => {
  const { page, leave } = await open();
  await page.goto("/developers");
  const folder = await mkdtemp(join(tmpdir(), "guide-"));
  const client = pathToFileURL(`${ROOT}docs/api/client.ts`).href;
  for (const name of ["Free times with TypeScript", "Free times with the client"]) {
    const file = join(folder, `${name.replaceAll(" ", "-")}.mts`);
    await writeFile(file, (await readSample(page, name)).replace("./client.ts", client));
    const { stdout } = await run(process.execPath, [file]);
    expect(stdout).toMatch(/^(\d{4}-\d\d-\d\d \d\d:\d\d America\/New_York \S+Z\n)+$/);
  }
  await rm(folder, { recursive: true });
  await leave();
});

test("The reference has every operation", async () => {
  const { page, leave } = await open();
  await page.goto("/developers");
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
