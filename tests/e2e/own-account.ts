import type { Page } from "playwright-core";
import { textOf } from "./browser.ts";
import { fillSignUp, PASSWORD, POINTER } from "./journey.ts";

/** A new person, on the page of their account. */
export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/signup?next=/account");
  await fillSignUp(page, POINTER, { email, password: PASSWORD });
  await page.getByRole("heading", { level: 1, name: "Your account" }).waitFor();
}

export async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/login?next=/account");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
}

/** The sentence about what has just been done. */
export async function readNotice(page: Page): Promise<string> {
  const notice = page.getByRole("main").getByRole("status").first();
  await notice.waitFor();
  return await textOf(notice);
}
