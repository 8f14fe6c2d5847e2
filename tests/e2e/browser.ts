import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, expect, inject } from "vitest";

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** Not the server's and not the instructors', so that a mix-up of clocks shows. */
const VISITORS_ZONE = "Europe/Berlin";
/** As long as `expect.poll` waits. */
const PATIENCE_MS = 20_000;

export interface VisitorOptions extends BrowserContextOptions {
  /** Statuses from 400 up that the test provokes; any other one is a problem. */
  refusals?: number[];
  /** Another site, which the test itself serves. */
  otherSite?: string;
}

export interface Visitor {
  page: Page;
  /** Throws if anything went wrong behind the page, and closes the browser window. */
  leave: () => Promise<void>;
}

/** Opens windows of one browser, which closes after the last test of the file. */
export async function launchBrowser(): Promise<(options?: VisitorOptions) => Promise<Visitor>> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  afterAll(() => browser.close());
  return (options) => visit(browser, options);
}

/** A new person: no cookies, and every trouble of the page is written down. */
async function visit(browser: Browser, options: VisitorOptions = {}): Promise<Visitor> {
  const { refusals = [], otherSite, ...rest } = options;
  const siteUrl = inject("siteUrl");
  const defaults = { baseURL: siteUrl, viewport: DESKTOP, timezoneId: VISITORS_ZONE };
  const context = await browser.newContext({ ...defaults, ...rest });
  context.setDefaultTimeout(PATIENCE_MS);
  context.on("page", openWhole);
  const page = await context.newPage();
  const troubles = watch(page, otherSite ? [siteUrl, otherSite] : [siteUrl], refusals);
  const leave = async () => {
    // A read that is cut off says so on the console.
    await untilIdle(page);
    await context.close();
    expect(troubles).toEqual([]);
  };
  return { page, leave };
}

/**
 * A page is open once its scripts have taken it over: what is pressed before is a plain link or form.
 * And it is left once it has nothing under way, as a read that is cut off says so on the console.
 */
function openWhole(page: Page): void {
  const { goto, reload } = page;
  page.goto = async (...rest) => {
    await untilIdle(page);
    const answer = await goto.apply(page, rest);
    await untilIdle(page);
    return answer;
  };
  page.reload = async (...rest) => {
    await untilIdle(page);
    const answer = await reload.apply(page, rest);
    await untilIdle(page);
    return answer;
  };
}

/**
 * Until the scripts of the page, if it has any, run it and have answers to all that was pressed.
 * What they show of these may follow a moment later.
 */
export async function untilIdle(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(isIdle)).toBe(true);
}

/** In the browser, by what Remix and React keep there. */
function isIdle(): boolean {
  const { __remixContext: isOurs, __remixRouter: router } = window as Window & {
    __remixContext?: object;
    __remixRouter?: { state: RouterState };
  };
  if (document.readyState !== "complete") return false;
  if (!isOurs) return true;
  // React marks the elements from the innermost outwards as it takes them over.
  const isTakenOver = Object.keys(document.documentElement).some((key) =>
    key.startsWith("__react"),
  );
  if (!router || !isTakenOver) return false;
  const { navigation, revalidation, fetchers } = router.state;
  const states = [navigation, ...fetchers.values()].map(({ state }) => state);
  return [...states, revalidation].every((state) => state === "idle");
}

interface RouterState {
  navigation: { state: string };
  revalidation: string;
  fetchers: Map<string, { state: string }>;
}

/** Console errors and warnings (a breach of the content policy is one), failures, other hosts. */
function watch(page: Page, sites: string[], refusals: number[]): string[] {
  const troubles: string[] = [];
  page.on("console", (message) => {
    // The answer's status says the same, and is judged below.
    if (message.text().startsWith("Failed to load resource: the server responded")) return;
    if (["error", "warning"].includes(message.type())) {
      troubles.push(`${message.type()} on ${page.url()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => troubles.push(`thrown on ${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    const isOurs = sites.some((site) => request.url().startsWith(`${site}/`));
    if (!isOurs) troubles.push(`asks ${request.url()}`);
  });
  page.on("response", (response) => {
    const status = response.status();
    if (status >= 400 && !refusals.includes(status)) troubles.push(`${status} ${response.url()}`);
  });
  return troubles;
}

/** What can be read in an element, which must be there. */
export async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent())?.trim() ?? "";
}

/**
 * Waits until the page tells that something has been done. Each telling counts once: the same words
 * about what was done before are no answer to what was pressed since. After a reload they would be.
 */
export async function expectDone(page: Page, message: string): Promise<void> {
  const told = page.getByRole("main").getByRole("status").filter({ hasText: message });
  const fresh = told.and(page.locator(":not([data-read])"));
  await fresh.waitFor();
  await fresh.evaluate((element) => element.setAttribute("data-read", ""));
}
