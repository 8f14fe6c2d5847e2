import type { Page, Request } from "playwright-core";
import { expect, test } from "vitest";
import {
  expectDone,
  launchBrowser,
  PHONE,
  textOf,
  type Visitor,
  type VisitorOptions,
} from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { logInAs, logInAsAdmin } from "./own-account.ts";
import { TROUBLES } from "./troubles.ts";

const PAGES = ["Cache", "Database", "Queues", "Alerts"];
const REFRESH_MS = 30_000;

const open = await launchBrowser();

async function openAsAdmin(options?: VisitorOptions): Promise<Visitor> {
  return await logInAsAdmin(await open(options));
}

/** A number of the page by its name, with what is said of it. */
function gauge(page: Page, label: string) {
  return page.locator("dl > div").filter({ has: page.getByText(label, { exact: true }) });
}

/** How often the page's numbers were asked for without opening it anew, and how often that ended. */
function countReads(page: Page, path: string): { begun: () => number; ended: () => number } {
  const isRead = isReadOf(path);
  let [begun, ended] = [0, 0];
  page.on("request", (request) => {
    if (isRead(request)) begun += 1;
  });
  const end = (request: Request) => {
    if (isRead(request)) ended += 1;
  };
  page.on("requestfinished", end);
  // Whoever has read enough stops, which the browser calls a failure.
  page.on("requestfailed", end);
  return { begun: () => begun, ended: () => ended };
}

/** Whether a request asks for a page's data alone, without the page. */
function isReadOf(path: string): (request: Request) => boolean {
  return (request) => {
    const { pathname, searchParams } = new URL(request.url());
    return pathname.startsWith(path) && (searchParams.has("_data") || pathname.endsWith(".data"));
  };
}

/** What a browser says when somebody goes to another tab, or comes back. */
async function setVisibility(page: Page, state: "visible" | "hidden"): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

test.for([true, false])(
  "An admin sees how the site does, with what is wrong in words (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await openAsAdmin({ javaScriptEnabled });
    await page.goto("/admin/analytics/cache");
    expect(await textOf(gauge(page, "Writes at most, last 24 hours"))).toMatch(
      /\d+ % of 1,000 a day on the free planOver 80 %$/,
    );
    expect(await textOf(gauge(page, "Reads, last 24 hours"))).not.toContain("Over 80 %");

    const nav = page.getByRole("navigation", { name: "Administration" });
    await nav.getByRole("link", { name: "Database" }).click();
    await page.getByRole("heading", { level: 1, name: "Database" }).waitFor();
    expect(await textOf(gauge(page, "Size"))).toMatch(/of 500 MB$/);
    const queries = page.getByRole("region", { name: "Slow queries" }).getByRole("table");
    expect(await textOf(queries)).toContain("SELECT * FROM listings WHERE id = ?130 ms40,000");

    await nav.getByRole("link", { name: "Queues" }).click();
    await page.getByRole("heading", { level: 1, name: "Queues" }).waitFor();
    expect(await textOf(gauge(page, "Dead letters"))).toBe(
      "Dead letters1Nobody could process them",
    );
    const letters = page.getByRole("region", { name: "Dead letters" }).getByRole("table");
    expect(await textOf(letters)).toContain("letter-1events5");
    const backup = page.getByRole("row").filter({ hasText: "Backup" });
    expect(await textOf(backup)).toBe("BackupMissedneverneverevery night");
    await page.getByText("Tier: ").waitFor({ state: "attached" });
    await leave();
  },
);

test.for([true, false])(
  "An alert that was acknowledged is out of the way, and kept (scripts: %s)",
  async (javaScriptEnabled) => {
    const job = TROUBLES[javaScriptEnabled ? 0 : 1];
    const sentence = `Jobs that did not run when they should have: ${job}.`;
    const { page, leave } = await openAsAdmin({ javaScriptEnabled });
    await page.goto("/admin/analytics/alerts");
    const alert = page.getByRole("listitem").filter({ hasText: sentence });
    expect(await textOf(alert)).toContain("Critical");
    await page.getByRole("button", { name: `Acknowledge: ${sentence}` }).click();
    await expectDone(page, "The alert is acknowledged.");
    expect(await alert.count()).toBe(0);
    // Loading the page again is no second sending.
    await page.reload();
    await page.getByRole("link", { name: "Acknowledged", exact: true }).click();
    await page.getByRole("heading", { name: "Acknowledged" }).waitFor();
    expect(await textOf(alert)).toMatch(/, acknowledged \w{3}, /);
    expect(await alert.getByRole("button").count()).toBe(0);
    await leave();
  },
);

test("An alert that is not there is not found", async () => {
  const { page, leave } = await openAsAdmin({ refusals: [404] });
  await page.goto("/admin/analytics/alerts");
  const button = page.getByRole("button", { name: /^Acknowledge: Caches answered 42 %/ });
  await button.evaluate((element) => element.setAttribute("value", "no-such-alert"));
  await button.click();
  await page.getByRole("heading", { level: 1, name: "There is nothing here" }).waitFor();
  await page.goto("/admin/analytics/alerts");
  await button.waitFor();
  await leave();
});

test("Numbers come anew every 30 seconds while somebody sees them, and only then", async () => {
  const path = "/admin/analytics/queues";
  const { page, leave } = await openAsAdmin();
  // Stands still but for what `runFor` adds: on a slow machine the page's time would run on by itself.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1_000);
  await page.goto(path);
  await page.getByText("New numbers every 30 seconds.").waitFor();
  const { begun, ended } = countReads(page, path);
  await page.clock.runFor(REFRESH_MS - 5_000);
  expect(begun()).toBe(0);
  await page.clock.runFor(5_000);
  await expect.poll(ended).toBe(1);
  await setVisibility(page, "hidden");
  await page.clock.runFor(4 * REFRESH_MS);
  expect(begun()).toBe(1);
  await setVisibility(page, "visible");
  // Whoever leaves amid a read cuts it off, which the page says on the console.
  await expect.poll(ended).toBe(2);
  expect(begun()).toBe(2);
  await page.getByRole("heading", { level: 1, name: "Queues" }).waitFor();
  await leave();
});

test("Without scripts a link brings new numbers, and no word promises that they come by themselves", async () => {
  const { page, leave } = await openAsAdmin({ javaScriptEnabled: false });
  await page.goto("/admin/analytics/alerts?state=acknowledged&done=acknowledged");
  expect(await page.getByText("New numbers every").count()).toBe(0);
  await page.getByRole("link", { name: "Refresh" }).click();
  await page.waitForURL("**/admin/analytics/alerts?state=acknowledged");
  await leave();
});

test("The pages of numbers are accessible and fit a phone", async () => {
  const { page, leave } = await openAsAdmin();
  for (const name of ["Search", ...PAGES]) {
    await page.goto(`/admin/analytics/${name.toLowerCase()}`);
    await page.getByRole("heading", { level: 1, name }).waitFor();
    for (const summary of await page.getByText("Show as a table").all()) await summary.click();
    await expectGoodPage(page);
  }
  await page.goto("/admin/analytics/database?page=1000");
  await page.getByText("None was slow.").first().waitFor();
  await expectGoodPage(page);
  await leave();
}, 180_000);

test("On a phone the area that is shown is in view among the areas", async () => {
  const { page, leave } = await openAsAdmin({ viewport: PHONE });
  await page.goto("/admin/analytics/alerts");
  const nav = page.getByRole("navigation", { name: "Administration" });
  const isInside = async () => {
    const [frame, link] = await Promise.all([
      nav.boundingBox(),
      nav.getByRole("link", { name: "Alerts" }).boundingBox(),
    ]);
    if (!frame || !link) return false;
    return link.x >= frame.x && link.x + link.width <= frame.x + frame.width;
  };
  await expect.poll(isInside).toBe(true);
  await leave();
});

test("Whoever may not look after the site is told so", async () => {
  const { page, leave } = await open({ refusals: [403] });
  await logInAs(page, "student");
  for (const name of PAGES) {
    const answer = await page.goto(`/admin/analytics/${name.toLowerCase()}`);
    expect([name, answer?.status()]).toEqual([name, 403]);
  }
  await leave();
});
