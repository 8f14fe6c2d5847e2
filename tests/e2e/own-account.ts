import type { Page } from "playwright-core";
import { DEMO_EMAILS, DEMO_PASSWORD } from "../../db/seed/demo.ts";
import type { Visitor } from "./browser.ts";
import { fillSignUp, PASSWORD, POINTER } from "./journey.ts";

/** A new person, on the page of their account. */
export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/signup?next=/account");
  await fillSignUp(page, POINTER, { email, password: PASSWORD });
  await page.getByRole("heading", { level: 1, name: "Your account" }).waitFor();
}

/** Fills in the sign-in page and sends it, to come to an address or to be refused. */
export async function logIn(
  page: Page,
  email: string,
  password: string,
  next = "/account",
): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
}

/** Somebody of the demo data, on the page with this path and query. */
export async function logInAs(
  page: Page,
  who: keyof typeof DEMO_EMAILS,
  next = "/account",
): Promise<void> {
  await logIn(page, DEMO_EMAILS[who], DEMO_PASSWORD, next);
  // Not by a pattern, which the address of the sign-in would fit already.
  await page.waitForURL((url) => url.pathname + url.search === next);
}

/** The same visitor, as the admin of the demo data. */
export async function logInAsAdmin(visitor: Visitor): Promise<Visitor> {
  await logInAs(visitor.page, "admin");
  return visitor;
}
