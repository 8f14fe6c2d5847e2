import { expect, test } from "vitest";
import { expectDone, launchBrowser } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { signUp } from "./own-account.ts";

const open = await launchBrowser();

test.for([true, false])(
  "A calendar's address is shown once, works without signing in, and ends when it is told to (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled });
    await signUp(page, `calendar-${javaScriptEnabled}@example.test`);
    await page.goto("/account/calendar");
    await page.getByRole("button", { name: "Make an address" }).click();
    await page.getByRole("heading", { name: "Copy this address now" }).waitFor();
    if (javaScriptEnabled) await expectGoodPage(page);
    const shared = (await page.getByText(/\/api\/calendar\/free-busy\//).textContent()) ?? "";
    const lessons = page.getByText(/\/api\/calendar\/[^/]+$/);
    const address = (await lessons.textContent()) ?? "";
    const { pathname } = new URL(address);
    const origin = new URL(page.url()).origin;
    const read = async () => await fetch(`${origin}${pathname}`);
    const readBusy = async () => await fetch(`${origin}${new URL(shared).pathname}`);
    expect(await (await readBusy()).text()).toContain("BEGIN:VFREEBUSY");
    const first = await read();
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(await first.text()).toContain("BEGIN:VCALENDAR");
    await page.goto("/account/calendar");
    expect(await page.getByText(/\/api\/calendar\//).count()).toBe(0);
    await page.getByRole("button", { name: "End the address" }).click();
    await expectDone(page, "does not work any more");
    expect([(await read()).status, (await readBusy()).status]).toEqual([404, 404]);
    await leave();
  },
);
