import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { DEMO_EMAILS, DEMO_PASSWORD } from "../../db/seed/demo.ts";
import { launchBrowser, textOf, untilIdle } from "./browser.ts";
import { fillSignUp, PASSWORD, POINTER } from "./journey.ts";

const open = await launchBrowser();
const SCRIPTS = [true, false];

/** The summary that has the focus. */
async function readSummary(page: Page): Promise<string> {
  const summary = page.getByRole("main").getByRole("alert");
  await summary.waitFor();
  await expect
    .poll(() => summary.evaluate((element) => element === document.activeElement))
    .toBe(true);
  return await textOf(summary);
}

async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
}

test.for(SCRIPTS)(
  "A wrong password is told, the address stays, and the right one leads on (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [401] });
    await page.goto("/login?next=/lessons");
    await logIn(page, DEMO_EMAILS.student, "not the password");
    expect(await readSummary(page)).toContain("do not match");
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(DEMO_EMAILS.student);
    await page.getByLabel("Password").fill(DEMO_PASSWORD);
    await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await page.waitForURL((url) => url.pathname === "/lessons");
    await page.getByRole("heading", { level: 1, name: "My lessons" }).waitFor();
    await leave();
  },
);

test.for(SCRIPTS)(
  "A short password is told at its field and nothing else is lost (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [422] });
    await page.goto("/signup");
    const email = `short-${javaScriptEnabled}@example.test`;
    await fillSignUp(page, POINTER, { email, password: "short" });
    const summary = await readSummary(page);
    const field = page.getByLabel("Password");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    const told = await textOf(page.locator("#field-password-error"));
    expect(summary).toContain(told.trim());
    expect(await field.getAttribute("aria-describedby")).toContain("field-password-error");
    expect(await page.getByLabel("First name").inputValue()).toBe("Wren");
    expect(await page.getByLabel("Last name").inputValue()).toBe("Okafor");
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(email);
    await field.fill(PASSWORD);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await leave();
  },
);

test.for(SCRIPTS)(
  "A known e-mail address is told at its field, with a way to log in (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [409] });
    await page.goto("/signup?next=/lessons");
    await fillSignUp(page, POINTER, { email: DEMO_EMAILS.student, password: PASSWORD });
    expect(await readSummary(page)).toContain("already an account");
    expect(await page.getByLabel("E-mail address").getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("First name").inputValue()).toBe("Wren");
    await untilIdle(page);
    await page.getByRole("link", { name: "Log in instead" }).click();
    // Until then the fields with these names are those to sign up with.
    await page.getByRole("heading", { level: 1, name: "Log in" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/login");
    await logIn(page, DEMO_EMAILS.student, DEMO_PASSWORD);
    await page.waitForURL((url) => url.pathname === "/lessons");
    await leave();
  },
);

test.for(SCRIPTS)("Empty fields are all told at once (scripts: %s)", async (javaScriptEnabled) => {
  const { page, leave } = await open({ javaScriptEnabled, refusals: [422] });
  await page.goto("/signup");
  await page.getByRole("button", { name: "Create account" }).click();
  await readSummary(page);
  const links = page.getByRole("main").getByRole("alert").getByRole("link");
  expect(await links.count()).toBe(4);
  await links.first().click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("field-first_name");
  await leave();
});
