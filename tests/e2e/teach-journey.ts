import type { Page } from "playwright-core";
import { untilIdle } from "./browser.ts";
import { fillSignUp, PASSWORD, POINTER } from "./journey.ts";

export const BIO = "I teach slowly & patiently, for all who <3 music.";

export async function signUpToTeach(page: Page, email: string): Promise<void> {
  await page.goto("/signup?next=/teach");
  await fillSignUp(page, POINTER, { email, password: PASSWORD });
  await page.getByRole("heading", { level: 1, name: "Teach what you know" }).waitFor();
}

export async function expectStep(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { level: 2, name, exact: true }).waitFor();
}

/** What it sends is answered then. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("button", { name }).click();
  await untilIdle(page);
}

export async function fillAbout(page: Page, bio: string): Promise<void> {
  await page.getByLabel("Your bio").fill(bio);
  await page.getByLabel("Years of experience").fill("7");
  await page.getByLabel("Time zone", { exact: true }).selectOption("America/New_York");
  await page.getByLabel("Shortest notice, in hours").fill("3");
  await page.getByLabel("Break between lessons, in minutes").fill("15");
  await press(page, "Save and go on");
}

export async function findAndTick(page: Page, area: string): Promise<void> {
  await page.getByLabel("Find an area").fill(area);
  await press(page, "Find");
  await page.getByLabel(area, { exact: true }).check();
}

export async function chooseService(page: Page, words: string, name: string): Promise<void> {
  await page.getByLabel("Find a service").fill(words);
  await press(page, "Find");
  await page.getByRole("main").getByRole("link", { name }).first().click();
  await page.getByLabel("Price per hour, in dollars").waitFor();
}

export async function fillHours(page: Page, from: string, to: string): Promise<void> {
  await page.getByLabel("Monday from, 1").fill(from);
  await page.getByLabel("Monday to, 1").fill(to);
}

/** The shortest way through all steps. */
export async function becomeInstructor(page: Page, email: string): Promise<string> {
  await signUpToTeach(page, email);
  await page.goto("/teach/onboarding");
  await fillAbout(page, BIO);
  await expectStep(page, "Your areas");
  await findAndTick(page, "Astoria");
  await press(page, "Save and go on");
  await expectStep(page, "Your services");
  await chooseService(page, "piano", "Piano");
  await page.getByLabel("Price per hour, in dollars").fill("60");
  await page.getByLabel("At your place").check();
  await press(page, "Save this service");
  await page.getByRole("link", { name: "Go on to your usual week" }).click();
  await expectStep(page, "Your usual week");
  await fillHours(page, "09:00", "17:00");
  await press(page, "Save your week");
  await expectStep(page, "You are ready to teach");
  const link = page.getByRole("link", { name: "See your public page" });
  return (await link.getAttribute("href")) ?? "";
}
