import type { Page } from "playwright-core";
import { DEMO_EMAILS, DEMO_PASSWORD } from "../../db/seed/demo.ts";
import { textOf, type Visitor } from "./browser.ts";
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

/** The same visitor, as the admin of the demo data. */
export async function logInAsAdmin(visitor: Visitor): Promise<Visitor> {
  await logIn(visitor.page, DEMO_EMAILS.admin, DEMO_PASSWORD);
  await visitor.page.waitForURL((url) => url.pathname === "/account");
  return visitor;
}

/** The sentence about what has just been done. */
export async function readNotice(page: Page): Promise<string> {
  const notice = page.getByRole("main").getByRole("status").first();
  await notice.waitFor();
  return await textOf(notice);
}
