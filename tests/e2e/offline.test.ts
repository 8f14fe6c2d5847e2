import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { expectDone, launchBrowser, textOf, untilIdle } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { logInAs, signUp } from "./own-account.ts";

const open = await launchBrowser();

/** Until the offline page is kept and stands in for what cannot be loaded. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
  });
}

/** Whether any lessons are kept, which is written and deleted after the page is there. */
const hasLessons = (page: Page) =>
  page.evaluate(async () => Boolean(await caches.match("/offline/lessons")));

async function openOffline(page: Page, path: string): Promise<void> {
  await page.context().setOffline(true);
  await page.goto(path);
  await page.getByRole("heading", { level: 1, name: "You are offline" }).waitFor();
}

test("Without a network a page says so, with the lessons last seen, which are gone after signing out", async () => {
  const { page } = await open();
  await logInAs(page, "student", "/lessons");
  const lesson = await textOf(page.getByRole("article").getByRole("heading").first());
  await untilKept(page);
  await expect.poll(() => hasLessons(page)).toBe(true);

  await openOffline(page, "/search?q=piano");
  const kept = page.getByRole("region", { name: "Your next lessons" }).getByRole("listitem");
  await kept.first().waitFor();
  expect(await textOf(kept.first())).toContain(lesson);
  await page.context().setOffline(false);
  const again = page.getByRole("link", { name: "Try again" });
  const found = page.getByRole("article");
  // With the network the page may come by itself, before the link is pressed or after.
  await expect
    .poll(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1_000 });
      return await found.count();
    })
    .toBeGreaterThan(0);
  await untilIdle(page);

  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Log in" }).first().waitFor();
  await expect.poll(() => hasLessons(page)).toBe(false);
  await openOffline(page, "/lessons");
  await page.getByText("None are kept in this browser.").waitFor();
  expect(await kept.count()).toBe(0);
  await page.context().close();
});

test("The page that is shown without a network is accessible, and so is its script's work", async () => {
  const { page, leave } = await open();
  await page.goto("/offline");
  await page.getByText("None are kept in this browser.").waitFor();
  await expectGoodPage(page);
  await leave();
});

test("The site can be installed, and every icon is as large as it says", async () => {
  const { page, leave } = await open();
  await page.goto("/");
  const path = await page.locator('link[rel="manifest"]').getAttribute("href");
  const answer = await page.request.get(path ?? "");
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  const { icons, start_url } = (await answer.json()) as {
    icons: { src: string; sizes: string }[];
    start_url: string;
  };
  expect(start_url).toBe("/");
  const drawn = icons.filter(({ sizes }) => sizes !== "any");
  expect(drawn.length).toBeGreaterThanOrEqual(3);
  for (const { src, sizes } of [...drawn, { src: "/card.png", sizes: "1200x630" }]) {
    const png = await (await page.request.get(src)).body();
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
  await leave();
});

test("Every address of the sitemap is a public page that names itself, and robots lead there", async () => {
  const { page, leave } = await open();
  const read = async (address: string) => {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(200);
    return await answer.text();
  };
  const listLocs = (xml: string) =>
    [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = ""]) => loc.replaceAll("&amp;", "&"));
  const robots = await read("/robots.txt");
  const siteUrl = inject("siteUrl");
  expect(robots).toContain(`Sitemap: ${siteUrl}/sitemap.xml`);
  const maps = listLocs(await read("/sitemap.xml"));
  expect(maps.length).toBe(2);
  for (const map of maps) {
    const locs = listLocs(await read(map));
    expect(locs.length).toBeGreaterThan(10);
    for (const loc of [...locs.slice(0, 4), ...locs.slice(-4)]) {
      expect(loc.startsWith(`${siteUrl}/`)).toBe(true);
      const html = await read(loc);
      expect(html).toContain(`<link rel="canonical" href="${loc.replaceAll("&", "&amp;")}"/>`);
      expect(html).not.toContain("noindex");
    }
  }
  await leave();
});

test("A form that is sent without a network stays as it was filled in, and goes out afterwards", async () => {
  const { page, leave } = await open();
  await signUp(page, "no-network@example.test");
  await page.goto("/account");
  await page.getByLabel("First name").fill("Wrenna");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save changes" }).click();
  const notice = page.getByRole("alert").filter({ hasText: "nothing was sent" });
  await notice.waitFor();
  expect(await page.getByLabel("First name").inputValue()).toBe("Wrenna");
  await page.context().setOffline(false);
  await notice.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Save changes" }).click();
  await expectDone(page, "Saved");
  await leave();
});

test("A page that broke can be tried again", async () => {
  const { page } = await open();
  await signUp(page, "try-again@example.test");
  await page.goto("/account");
  await page.route("**/account.data", (route) => route.abort());
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("heading", { level: 1, name: /^Something went wrong/ }).waitFor();
  await page.getByRole("link", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 1, name: "Your account" }).waitFor();
  await page.context().close();
});
