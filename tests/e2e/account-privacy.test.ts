import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { expectDone, launchBrowser } from "./browser.ts";
import { PASSWORD } from "./journey.ts";
import { logIn, signUp } from "./own-account.ts";

const open = await launchBrowser();
const SCRIPTS = [true, false];

test.for(SCRIPTS)(
  "Choices hold, everything is downloaded, and the account is deleted for good (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [401, 422] });
    const email = `leave-${javaScriptEnabled}@example.test`;
    await signUp(page, email);
    await page.goto("/account/privacy");
    await page.getByLabel("Measure my searches").uncheck();
    await page.getByLabel("Clear my searches when I sign out").check();
    await page.getByRole("button", { name: "Save choices" }).click();
    await expectDone(page, "Your choices are saved");
    await page.goto("/account/privacy");
    expect(await page.getByLabel("Measure my searches").isChecked()).toBe(false);
    expect(await page.getByLabel("Clear my searches when I sign out").isChecked()).toBe(true);

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download my data" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^instainstru-\d{4}-\d\d-\d\d\.json$/);
    const everything = await readFile(await file.path(), "utf8");
    expect(JSON.parse(everything)).toMatchObject({ account: { email } });

    await page.getByRole("link", { name: "Delete my account" }).click();
    await page.getByLabel("Your password").fill("not the password");
    await page.getByRole("button", { name: "Delete my account for good" }).click();
    await page.locator("#field-password-error").waitFor();
    await page.getByLabel("Your password").fill(PASSWORD);
    await page.getByRole("button", { name: "Delete my account for good" }).click();
    await page.getByRole("heading", { level: 1, name: "Goodbye" }).waitFor();
    await page.getByRole("link", { name: "Log in" }).first().waitFor();
    await logIn(page, email, PASSWORD);
    await page.getByRole("main").getByRole("alert").waitFor();
    await leave();
  },
);

test.for(SCRIPTS)(
  "Being oneself is confirmed with the password, and leads on within the site (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [422] });
    await signUp(page, `again-${javaScriptEnabled}@example.test`);
    await page.goto("/account/confirm?next=/account/privacy");
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.locator("#field-password-error").waitFor();
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.waitForURL((url) => url.pathname === "/account/privacy");
    await page.goto("/account/confirm?next=//evil.test/");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.waitForURL((url) => url.pathname === "/account");
    await leave();
  },
);
