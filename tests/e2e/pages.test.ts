import { expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import {
  choosePlace,
  chooseTime,
  confirm,
  openFirstResult,
  POINTER,
  signUpOnTheWay,
} from "./journey.ts";
import { logInAs } from "./own-account.ts";

const open = await launchBrowser();

test.for([
  "/",
  "/services",
  "/search?service=piano",
  "/login?done=password",
  "/signup",
  "/forgot-password",
  "/forgot-password?sent=1",
  "/reset-password",
  "/verify-email",
  "/verify-email?token=any",
  "/goodbye?mode=delete&cancelled=2",
  "/privacy",
  "/status",
])("%s is accessible, quiet and fits a phone", async (path) => {
  const { page, leave } = await open();
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(200);
  expect(await answer?.headerValue("content-security-policy")).toMatch(/script-src [^;]*'nonce-/);
  await expectGoodPage(page);
  await leave();
});

test("A page that is not there says so, is accessible and fits a phone", async () => {
  const { page, leave } = await open({ refusals: [404] });
  const answer = await page.goto("/no/such/page");
  expect(answer?.status()).toBe(404);
  await expectGoodPage(page);
  await leave();
});

test("Every page on the way to a lesson is accessible, quiet and fits a phone", async () => {
  const { page, leave } = await open();
  await page.goto("/search?service=piano");
  await openFirstResult(page, POINTER);
  await expectGoodPage(page);
  await chooseTime(page, POINTER);
  await expectGoodPage(page);
  await choosePlace(page, POINTER);
  await expectGoodPage(page);
  const steps = { lesson: "Which lesson, and how long?", time: "When?" };
  for (const [step, question] of Object.entries(steps)) {
    const review = page.url();
    await page.getByRole("link", { name: `Change ${step}` }).click();
    await page.getByRole("heading", { name: question }).waitFor();
    await expectGoodPage(page);
    await page.goto(review);
  }
  await signUpOnTheWay(page, POINTER, "pages@example.test");
  await expectGoodPage(page);
  await confirm(page, POINTER);
  await expectGoodPage(page);
  await leave();
}, 120_000);

test("A student's own pages are accessible, quiet and fit a phone", async () => {
  const { page, leave } = await open();
  await logInAs(page, "student", "/lessons");
  await page.getByRole("article").first().waitFor();
  const paths = [
    "/lessons",
    "/lessons?when=past",
    "/",
    "/account?done=profile",
    "/account/sessions",
    "/account/calendar",
    "/account/confirm",
    "/account/privacy",
    "/account/privacy/delete?mode=delete",
  ];
  for (const path of paths) {
    await page.goto(path);
    await expectGoodPage(page);
  }
  await leave();
});
