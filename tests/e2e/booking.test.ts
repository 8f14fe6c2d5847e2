import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { DESKTOP, launchBrowser, PHONE, textOf, untilIdle } from "./browser.ts";
import {
  choosePlace,
  chooseTime,
  confirm,
  expectBooked,
  type Hands,
  isFree,
  NOTE,
  openProfile,
  POINTER,
  readReview,
  signUpOnTheWay,
} from "./journey.ts";
import { keyboardOf } from "./keyboard.ts";

const open = await launchBrowser();

interface Journey {
  category: string;
  email: string;
}

/** The whole way from the first page to a booked lesson, with signing up in the middle. */
async function bookFromHome(page: Page, hands: Hands, { category, email }: Journey) {
  const instructor = await openProfile(page, hands, category);
  const time = await chooseTime(page, hands);
  expect(await isFree(page, time)).toBe(true);
  await choosePlace(page, hands);
  await signUpOnTheWay(page, hands, email);
  const lesson = await confirm(page, hands);
  await expectBooked(page, time, { lesson, instructor });
}

test("A guest finds an instructor on a phone, signs up on the way and books a lesson", async () => {
  const { page, leave } = await open({ viewport: PHONE, hasTouch: true });
  await bookFromHome(page, POINTER, { category: "music", email: "phone@example.test" });
  await leave();
});

test("The same way works with scripts switched off", async () => {
  const { page, leave } = await open({ viewport: PHONE, javaScriptEnabled: false });
  await bookFromHome(page, POINTER, { category: "tutoring", email: "noscript@example.test" });
  await leave();
});

test("The same way works with the keyboard alone, and the focus can always be seen", async () => {
  const { page, leave } = await open({ viewport: DESKTOP });
  const journey = { category: "music", email: "keyboard@example.test" };
  await bookFromHome(page, keyboardOf(page), journey);
  await leave();
});

test("Of two who review the same time the slower one is offered three others and books one", async () => {
  const slow = await open({ refusals: [409] });
  await openProfile(slow.page, POINTER, "music");
  const time = await chooseTime(slow.page, POINTER);
  await choosePlace(slow.page, POINTER);
  await signUpOnTheWay(slow.page, POINTER, "slow@example.test");
  const fast = await open();
  await fast.page.goto(time.bookPath);
  await choosePlace(fast.page, POINTER);
  await signUpOnTheWay(fast.page, POINTER, "fast@example.test");
  await confirm(fast.page, POINTER);
  await fast.leave();

  await slow.page.getByRole("button", { name: "Confirm booking" }).click();
  const refusal = slow.page.getByRole("alert").filter({ hasText: "has just been taken" });
  await refusal.waitFor();
  const others = refusal.getByRole("listitem").getByRole("link");
  expect(await others.count()).toBe(3);
  const chosen = await textOf(others.first());
  await untilIdle(slow.page);
  await others.first().click();
  await refusal.waitFor({ state: "detached" });
  await confirm(slow.page, POINTER);
  const when = await textOf(slow.page.getByRole("main"));
  expect(when).toContain(chosen.split(", ").at(-1));
  await slow.leave();
});

test("The focus goes along from step to step, and a phone shows what is chosen so far", async () => {
  const { page, leave } = await open({ viewport: PHONE });
  await openProfile(page, POINTER, "music");
  const { startAt } = await chooseTime(page, POINTER);
  await page.getByRole("radio").first().waitFor();
  const clock = new Intl.DateTimeFormat("en-US", {
    timeStyle: "short",
    timeZone: "America/New_York",
  });
  await page
    .getByText(clock.format(new Date(startAt)))
    .filter({ visible: true })
    .waitFor();
  await page.getByRole("link", { name: "Change time" }).click();
  await page.getByRole("heading", { name: "When?" }).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toMatch(/^When\?/);
  await leave();
});

test.for([true, false])(
  "Whoever goes back after booking reads where the lesson is (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled });
    await openProfile(page, POINTER, "music");
    await chooseTime(page, POINTER);
    await choosePlace(page, POINTER);
    await signUpOnTheWay(page, POINTER, `back-${javaScriptEnabled}@example.test`);
    const lesson = await confirm(page, POINTER);
    await page.goBack();
    await page.getByText("Nothing is chosen here any more").waitFor();
    await page.reload();
    await page.getByText("Nothing is chosen here any more").waitFor();
    await page.getByRole("main").getByRole("link", { name: "My lessons" }).click();
    await page.locator(`main a[href="${lesson}"]`).waitFor();
    await leave();
  },
);

test.for([true, false])(
  "What was chosen survives reload, Back and another window, and is nobody else's (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ viewport: PHONE, javaScriptEnabled });
    await openProfile(page, POINTER, "music");
    const { instructorId } = await chooseTime(page, POINTER);
    await choosePlace(page, POINTER);
    const reviewed = await readReview(page);
    expect(reviewed).toContain(NOTE);
    await page.reload();
    expect(await readReview(page)).toEqual(reviewed);
    await page.goBack();
    await page.getByRole("radio").first().waitFor();
    expect(await page.getByRole("radio", { checked: true }).count()).toBe(1);
    expect(await page.getByLabel("Note for your instructor").inputValue()).toBe(NOTE);
    const window = await page.context().newPage();
    await window.goto(`/instructors/${instructorId}/book`);
    await window.getByText(NOTE).waitFor();
    await window.getByRole("link", { name: "Sign up to book" }).waitFor();

    const stranger = await open({ javaScriptEnabled });
    await stranger.page.goto(`/instructors/${instructorId}/book?step=review`);
    await stranger.page.getByRole("heading", { name: "Which lesson, and how long?" }).waitFor();
    await stranger.leave();
    await leave();
  },
);

test.for([true, false])(
  "A missing address is told at its field, and what was typed stays (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [422] });
    const { items } = await (await page.request.get("/api/instructors?per_page=50")).json();
    for (const { id, offerings } of items) {
      const home = offerings.find(({ location_types: types }: { location_types: string[] }) =>
        types.includes("student_home"),
      );
      if (!home) continue;
      const [minutes] = home.duration_options;
      await page.goto(`/instructors/${id}/book?offering=${home.id}&duration=${minutes}`);
      if ((await page.locator("main a[data-start]").count()) > 0) break;
    }
    await page.locator("main a[data-start]").last().click();
    await page.getByRole("radio", { name: "At your place" }).check();
    await page.getByLabel("Note for your instructor").fill(NOTE);
    await page.getByRole("button", { name: "Continue to review" }).click();
    await page.locator("#field-detail-error").waitFor();
    const field = page.getByLabel("Address or meeting point");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("Note for your instructor").inputValue()).toBe(NOTE);
    expect(await page.getByRole("radio", { name: "At your place" }).isChecked()).toBe(true);
    await field.fill("12 Main Street");
    await page.getByRole("button", { name: "Continue to review" }).click();
    expect(await readReview(page)).toEqual(
      expect.arrayContaining([NOTE, expect.stringContaining("12 Main Street")]),
    );
    await leave();
  },
);
