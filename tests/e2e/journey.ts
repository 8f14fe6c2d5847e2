import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { textOf } from "./browser.ts";

export const PASSWORD = "a long walk along the river";
export const NOTE = "I have never done this before & I am 7 ft tall.";

/** What a person does to a control: a click, or the same with the keyboard alone. */
export interface Hands {
  press: (control: Locator) => Promise<void>;
  tick: (control: Locator) => Promise<void>;
  type: (field: Locator, text: string) => Promise<void>;
}

export const POINTER: Hands = {
  press: (control) => control.click(),
  tick: (control) => control.check(),
  type: (field, text) => field.fill(text),
};

export interface ChosenTime {
  instructorId: string;
  /** The profile with the week in which the time was on offer. */
  profileUrl: string;
  /** Where the time's link leads: the same choice for whoever opens it. */
  bookPath: string;
  /** RFC 3339, as the page has it. */
  startAt: string;
  durationMinutes: number;
}

/** From the first page by way of a category and one of its services to somebody with free time. */
export async function openProfile(page: Page, hands: Hands, category: string): Promise<string> {
  await page.goto("/");
  const main = page.getByRole("main");
  const tile = main.locator(`a[href*="category=${category}"]`).first();
  await hands.press(tile);
  await page.waitForURL(`**/?category=${category}`);
  // The services below belong to another category before.
  await tile.and(page.locator("[aria-current]")).waitFor();
  await hands.press(main.locator('li a[href*="/search?"][href*="service="]').first());
  await page.waitForURL("**/search?**");
  return await openFirstResult(page, hands);
}

export async function openFirstResult(page: Page, hands: Hands): Promise<string> {
  const result = page.getByRole("article").filter({ hasNotText: "No free time" }).first();
  const link = result.getByRole("heading").getByRole("link");
  const name = await textOf(link);
  await hands.press(link);
  await page.waitForURL("**/instructors/**");
  await page.getByRole("heading", { level: 1, name }).waitFor();
  return name;
}

/** The free times of the week with the next one. */
export async function showTimes(page: Page, hands: Hands): Promise<Locator> {
  const times = page.locator("main a[data-start]");
  const jump = page.getByRole("main").getByRole("link", { name: /^Next available/ });
  await times.or(jump).first().waitFor();
  if ((await times.count()) === 0) {
    await hands.press(jump);
    await times.first().waitFor();
  }
  return times;
}

/** Takes the last time on show, which no passing minute can make too soon. */
export async function chooseTime(page: Page, hands: Hands): Promise<ChosenTime> {
  const time = (await showTimes(page, hands)).last();
  const startAt = (await time.locator("time").getAttribute("datetime")) ?? "";
  const profileUrl = page.url();
  const bookPath = (await time.getAttribute("href")) ?? "";
  await hands.press(time);
  await page.waitForURL("**/book?step=*");
  const { pathname, searchParams } = new URL(bookPath, page.url());
  return {
    profileUrl,
    bookPath,
    startAt,
    instructorId: pathname.split("/")[2] ?? "",
    durationMinutes: Number(searchParams.get("duration")),
  };
}

/** The place that needs no address where there is one, a note, and on to the review. */
export async function choosePlace(page: Page, hands: Hands): Promise<void> {
  const places = page.getByRole("radio");
  await places.first().waitFor();
  const easy = page.locator("input[type=radio]:not([data-needs-detail])");
  const isEasy = (await easy.count()) > 0;
  await hands.tick(isEasy ? easy.first() : places.first());
  if (!isEasy) await hands.type(page.getByLabel("Address or meeting point"), "12 Main Street");
  await hands.type(page.getByLabel("Note for your instructor"), NOTE);
  await hands.press(page.getByRole("button", { name: "Continue to review" }));
  await page.getByRole("heading", { name: "Is everything right?" }).waitFor();
}

/** Signs up in the middle of booking and comes back to the same draft. */
export async function signUpOnTheWay(page: Page, hands: Hands, email: string): Promise<void> {
  const reviewed = await readReview(page);
  await hands.press(page.getByRole("link", { name: "Sign up to book" }));
  await page.waitForURL("**/signup?next=**");
  await fillSignUp(page, hands, { email, password: PASSWORD });
  await page.getByRole("button", { name: "Confirm booking" }).waitFor();
  expect(await readReview(page)).toEqual(reviewed);
}

/** The facts on the review, of which the address tells none. Clocks of other zones are left out. */
export async function readReview(page: Page): Promise<(string | null)[]> {
  await page.getByRole("heading", { name: "Is everything right?" }).waitFor();
  expect(new URL(page.url()).search).toBe("?step=review");
  const facts = page.getByRole("main").locator("dd");
  return [
    await facts.locator("time").first().getAttribute("datetime"),
    ...(await facts.filter({ hasNot: page.locator("time") }).allTextContents()),
  ];
}

export async function fillSignUp(
  page: Page,
  hands: Hands,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await hands.type(page.getByLabel("First name"), "Wren");
  await hands.type(page.getByLabel("Last name"), "Okafor");
  await hands.type(page.getByLabel("E-mail address"), email);
  await hands.type(page.getByLabel("Password"), password);
  await hands.press(page.getByRole("button", { name: "Create account" }));
}

/** Books what the review shows, and answers the address of the lesson. */
export async function confirm(page: Page, hands: Hands): Promise<string> {
  await hands.press(page.getByRole("button", { name: "Confirm booking" }));
  await page.waitForURL("**/lessons/*?booked=1");
  await page.getByRole("heading", { level: 1, name: "You’re booked" }).waitFor();
  return new URL(page.url()).pathname;
}

/** The done page and My lessons show the lesson; the profile and the public API offer it no more. */
export async function expectBooked(
  page: Page,
  time: ChosenTime,
  { lesson, instructor }: { lesson: string; instructor: string },
): Promise<void> {
  const main = page.getByRole("main");
  const booked = main.locator(`time[datetime="${time.startAt}"]`).first();
  await booked.waitFor();
  expect(await textOf(main)).toContain(instructor);
  expect(await textOf(main)).toContain(NOTE);
  await page.goto("/lessons");
  const card = page.getByRole("article").filter({ has: page.locator(`a[href="${lesson}"]`) });
  expect(await textOf(card)).toContain(instructor);
  await page.goto(time.profileUrl);
  await page.getByRole("heading", { level: 1, name: instructor }).waitFor();
  const offered = page.locator(`a[data-start]:has(time[datetime="${time.startAt}"])`);
  expect(await offered.count()).toBe(0);
  expect(await isFree(page, time)).toBe(false);
}

/** Whether the public API would still let this time be booked. */
export async function isFree(page: Page, time: ChosenTime): Promise<boolean> {
  const { instructorId, startAt, durationMinutes } = time;
  const item = { start_at: startAt, duration_minutes: durationMinutes };
  const answer = await page.request.post(`/api/public/instructors/${instructorId}/check-slots`, {
    data: { items: [item] },
  });
  expect(answer.status()).toBe(200);
  const { items } = (await answer.json()) as { items: { available: boolean }[] };
  return items[0]?.available ?? false;
}
