import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectDone, launchBrowser } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { PASSWORD } from "./journey.ts";
import { findMailedPath } from "./mailbox.ts";
import { logIn, signUp } from "./own-account.ts";

const open = await launchBrowser();
const SCRIPTS = [true, false];
const SECOND_PASSWORD = "a slow train to the sea";
const THIRD_PASSWORD = "a quiet house on a hill";

async function expectSignedOut(page: Page): Promise<void> {
  await page.goto("/account");
  expect(new URL(page.url()).pathname).toBe("/login");
}

test("A long first name is cut off in the bar on top instead of stretching it", async () => {
  const { page, leave } = await open();
  await signUp(page, "long-name@example.test");
  const height = () => page.getByRole("banner").evaluate((bar) => bar.clientHeight);
  const before = await height();
  await page.goto("/account");
  await page.getByLabel("First name").fill("Konstantinos-Alexandros Theodor");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expectDone(page, "Saved.");
  expect(await height()).toBe(before);
  await leave();
});

test.for(SCRIPTS)(
  "Whoever sends a form after the session is over is told so at the sign-in (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled });
    await signUp(page, `ended-${javaScriptEnabled}@example.test`);
    await page.goto("/account");
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.waitForURL("**/login?next=%2Faccount&ended=1");
    await page.getByText("You are signed out, so nothing was saved.").waitFor();
    await page.getByLabel("E-mail address").fill(`ended-${javaScriptEnabled}@example.test`);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await page.waitForURL((url) => url.pathname === "/account");
    await leave();
  },
);

test.for(SCRIPTS)(
  "An address is confirmed by the mail's button and not by opening its link (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled });
    const email = `confirm-${javaScriptEnabled}@example.test`;
    await signUp(page, email);
    const path = await findMailedPath(page, email, "Confirm your e-mail address");
    await page.goto(path);
    await page.goto("/account");
    await page.getByText("Not confirmed").waitFor();
    await page.goto(path);
    await page.getByRole("button", { name: "Yes, this is my address" }).click();
    await page.getByRole("heading", { name: "Your e-mail address is confirmed" }).waitFor();
    await page.goto("/account");
    await page.getByText("Confirmed", { exact: true }).waitFor();
    await page.goto(path);
    await page.getByRole("button", { name: "Yes, this is my address" }).click();
    await page.getByRole("heading", { name: "This link is not valid any more" }).waitFor();
    await leave();
  },
);

test.for(SCRIPTS)(
  "A name and a time zone are changed, and a wrong one is told at its field (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [422] });
    await signUp(page, `profile-${javaScriptEnabled}@example.test`);
    await page.getByLabel("First name").fill(" ");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.locator("#field-first_name-error").waitFor();
    await page.getByLabel("First name").fill("Robin");
    await page.getByLabel("Time zone", { exact: true }).selectOption("Asia/Tokyo");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expectDone(page, "Saved");
    await page.goto("/account");
    expect(await page.getByLabel("First name").inputValue()).toBe("Robin");
    expect(await page.getByLabel("Time zone", { exact: true }).inputValue()).toBe("Asia/Tokyo");
    await page.goto("/lessons");
    await page.getByText("Times in Tokyo time.").waitFor();
    await leave();
  },
);

test.for(SCRIPTS)(
  "Another device is signed out by name, and all by a new password (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [422] });
    const other = await open({ javaScriptEnabled });
    const email = `devices-${javaScriptEnabled}@example.test`;
    await signUp(page, email);
    await logIn(other.page, email, PASSWORD);
    await other.page.waitForURL((url) => url.pathname === "/account");
    await page.goto("/account/sessions");
    expect(await page.getByRole("main").getByRole("listitem").count()).toBe(2);
    await page.getByRole("button", { name: /^Sign out Chrome/ }).click();
    await expectDone(page, "signed out");
    expect(await page.getByRole("main").getByRole("listitem").count()).toBe(1);
    await expectSignedOut(other.page);

    await logIn(other.page, email, PASSWORD);
    await other.page.waitForURL((url) => url.pathname === "/account");
    await changePassword(page, "not the password");
    await page
      .locator("#field-current_password-error")
      .getByText("That is not your password.")
      .waitFor();
    await changePassword(page, PASSWORD);
    await expectDone(page, "Your password is changed");
    await expectSignedOut(other.page);
    await page.goto("/account");
    await page.getByRole("heading", { level: 1, name: "Your account" }).waitFor();
    await other.leave();
    await leave();
  },
);

async function changePassword(page: Page, current: string): Promise<void> {
  await page.goto("/account");
  await page.getByLabel("Current password").fill(current);
  await page.getByLabel("New password").fill(SECOND_PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
}

test.for(SCRIPTS)(
  "A forgotten password is replaced by mail, once, and ends every sign-in (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [401, 422] });
    const other = await open({ javaScriptEnabled });
    const email = `forgot-${javaScriptEnabled}@example.test`;
    await signUp(other.page, email);
    await page.goto("/login");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await page.getByRole("heading", { level: 1, name: "Forgot your password?" }).waitFor();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Send me the link" }).click();
    await page.getByRole("heading", { name: "Look into your mail" }).waitFor();

    const path = await findMailedPath(page, email, "Choose a new password");
    await page.goto(path);
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Set new password" }).click();
    await page.locator("#field-new_password-error").waitFor();
    await page.getByLabel("New password").fill(THIRD_PASSWORD);
    await page.getByRole("button", { name: "Set new password" }).click();
    await page.waitForURL("**/login?done=password");
    await expectDone(page, "Your new password is set");

    await expectSignedOut(other.page);
    await logIn(page, email, PASSWORD);
    await page.getByRole("main").getByRole("alert").waitFor();
    await logIn(page, email, THIRD_PASSWORD);
    await page.waitForURL((url) => url.pathname === "/account");
    await page.goto(path);
    await page.getByRole("heading", { name: "This link is not valid any more" }).waitFor();
    await other.leave();
    await leave();
  },
);

test("Asking for a link is answered alike for an address without an account", async () => {
  const { page, leave } = await open();
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail address").fill("nobody-at-all@example.test");
  await page.getByRole("button", { name: "Send me the link" }).click();
  await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
  await leave();
});
