import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { bookLesson } from "./booked-lesson.ts";
import { expectDone, launchBrowser, PHONE, textOf, untilIdle } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { type Hands, POINTER } from "./journey.ts";
import { keyboardOf } from "./keyboard.ts";
import { logInAs } from "./own-account.ts";

const open = await launchBrowser();
const SCRIPTS = [true, false];

const dialogOf = (page: Page): Locator => page.getByRole("dialog");

/** Chooses the first other start on show and moves the lesson there; gives the new start. */
async function reschedule(page: Page, hands: Hands): Promise<string> {
  await hands.press(page.getByRole("link", { name: /^Reschedule \(/ }));
  await page.waitForURL("**/reschedule");
  const other = dialogOf(page).locator("a[data-start]:not([aria-current])").first();
  await other.waitFor();
  const startAt = (await other.locator("time").getAttribute("datetime")) ?? "";
  await hands.press(other);
  await hands.press(dialogOf(page).getByRole("button", { name: "Move the lesson" }));
  await expectDone(page, "The lesson is moved");
  return startAt;
}

async function cancel(page: Page, hands: Hands, reason: string): Promise<void> {
  await hands.press(page.getByRole("link", { name: /^Cancel \(/ }));
  await page.waitForURL("**/cancel");
  await hands.tick(dialogOf(page).getByRole("radio", { name: reason }));
  await hands.press(dialogOf(page).getByRole("button", { name: "Cancel this lesson" }));
  await expectDone(page, "The lesson is cancelled");
}

test.for(SCRIPTS)(
  "A lesson is moved to another time on a phone, and its history tells it (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ viewport: PHONE, hasTouch: true, javaScriptEnabled });
    const { path, startAt } = await bookLesson(page, `move-${javaScriptEnabled}@example.test`);
    await page.goto(path);
    const moved = await reschedule(page, POINTER);
    expect(moved).not.toBe(startAt);
    await page.locator(`dd time[datetime="${moved}"]`).first().waitFor();
    const history = page.getByRole("region", { name: "History" }).getByRole("listitem");
    expect(await history.allTextContents()).toEqual([
      expect.stringMatching(/^Booked by you/),
      expect.stringMatching(/^Moved by you/),
    ]);
    await page.goto("/lessons");
    await page.getByRole("article").locator(`time[datetime="${moved}"]`).waitFor();
    await leave();
  },
);

test.for(SCRIPTS)(
  "A lesson is cancelled for a reason that has to be said, and booked again (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({
      ...{ viewport: PHONE, hasTouch: true, javaScriptEnabled, refusals: [422] },
    });
    const email = `cancel-${javaScriptEnabled}@example.test`;
    const { path, service } = await bookLesson(page, email);
    await page.goto("/lessons");
    await page.getByRole("link", { name: /^Cancel \(/ }).click();
    const dialog = dialogOf(page);
    await dialog.getByText("Cancelling is free now").waitFor();
    await dialog.getByText(/The lesson starts in \d+/).waitFor();
    await dialog.getByRole("button", { name: "Cancel this lesson" }).click();
    await dialog.locator("#field-reason-error").waitFor();
    const summary = dialog.getByRole("alert");
    await expect
      .poll(() => summary.evaluate((element) => element === document.activeElement))
      .toBe(true);
    await dialog.getByRole("radio", { name: "Another reason" }).check();
    await dialog.getByRole("button", { name: "Cancel this lesson" }).click();
    await dialog.locator("#field-other-error").waitFor();
    expect(await dialog.getByRole("radio", { name: "Another reason" }).isChecked()).toBe(true);
    await dialog.getByLabel("In your own words").fill("The piano is <broken>.");
    await dialog.getByRole("button", { name: "Cancel this lesson" }).click();
    await expectDone(page, "The lesson is cancelled");
    expect(new URL(page.url()).pathname).toBe(path);
    const receipt = page.getByRole("region", { name: "Receipt" });
    expect(await textOf(receipt.locator("dd").last())).toBe("$0");
    await page.getByText("“The piano is <broken>.”").waitFor();

    await page.goto("/lessons?when=cancelled");
    await page.getByRole("link", { name: `Book again (${service})` }).click();
    await page.getByRole("heading", { name: "When?" }).waitFor();
    expect(await page.locator("main a[data-start]").count()).toBeGreaterThan(0);
    await leave();
  },
);

test("On paper a lesson is its facts and its receipt, without anything to press", async () => {
  const { page, leave } = await open();
  const { path } = await bookLesson(page, "paper@example.test");
  await page.goto(path);
  const main = page.getByRole("main");
  const pressed = main.getByRole("link", { name: /^Cancel \(/ });
  await pressed.waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await pressed.count()).toBe(0);
  expect(await page.getByRole("navigation").count()).toBe(0);
  expect(await main.getByRole("region", { name: "Receipt" }).isVisible()).toBe(true);
  await leave();
});

test("Moving and cancelling work with the keyboard alone, and the focus can always be seen", async () => {
  const { page, leave } = await open();
  const { path } = await bookLesson(page, "keys@example.test");
  await page.goto(path);
  const hands = keyboardOf(page);
  await reschedule(page, hands);
  await cancel(page, hands, "I am ill");
  await leave();
});

test("A dialog holds the focus, closes with Escape and gives the focus back", async () => {
  const { page, leave } = await open();
  const { path } = await bookLesson(page, "focus@example.test");
  await page.goto(path);
  const opener = page.getByRole("link", { name: /^Cancel \(/ });
  await opener.click();
  await dialogOf(page).waitFor();
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press("Tab");
    const isOutside = await page.evaluate(() => {
      const { activeElement, body } = document;
      return activeElement !== body && !activeElement?.closest("dialog");
    });
    expect(isOutside).toBe(false);
  }
  await page.keyboard.press("Escape");
  await page.waitForURL((url) => url.pathname === path);
  expect(await dialogOf(page).count()).toBe(0);
  await expect.poll(() => opener.evaluate((one) => one === document.activeElement)).toBe(true);
  await leave();
});

test.for(SCRIPTS)(
  "What was changed in another window is told, and nothing is done to it (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled, refusals: [409, 412] });
    const { path } = await bookLesson(page, `stale-${javaScriptEnabled}@example.test`);
    const other = await page.context().newPage();
    await page.goto(path);
    await page.getByRole("link", { name: /^Cancel \(/ }).click();
    await dialogOf(page).getByRole("radio", { name: "The weather" }).check();
    await other.goto(path);
    const moved = await reschedule(other, POINTER);
    await dialogOf(page).getByRole("button", { name: "Cancel this lesson" }).click();
    await dialogOf(page).getByRole("alert").filter({ hasText: "changed elsewhere" }).waitFor();
    await page.locator(`dd time[datetime="${moved}"]`).first().waitFor();

    await other.goto(path);
    await cancel(other, POINTER, "We agreed on it");
    await dialogOf(page).getByRole("radio", { name: "The weather" }).check();
    await dialogOf(page).getByRole("button", { name: "Cancel this lesson" }).click();
    const button = dialogOf(page).getByRole("button", { name: "Cancel this lesson" });
    await button.waitFor({ state: "detached" });
    await dialogOf(page).getByRole("alert").waitFor();
    await page.getByText("Cancelled by you").waitFor();
    await leave();
  },
);

test("A time that is taken meanwhile is answered with the nearest three, and one of them is taken", async () => {
  const { page, leave } = await open({ refusals: [409] });
  const { path, startAt } = await bookLesson(page, "taken@example.test");
  const id = path.split("/").at(-1);
  const { instructor, offering_id, duration_minutes } = await (
    await page.request.get(`/api/bookings/${id}`)
  ).json();
  await page.goto(`${path}/reschedule`);
  const choice = dialogOf(page).locator("a[data-start]:not([aria-current])").first();
  const wanted = (await choice.locator("time").getAttribute("datetime")) ?? "";
  await choice.click();
  const button = dialogOf(page).getByRole("button", { name: "Move the lesson" });
  await button.waitFor();

  const faster = await open();
  const names = { first_name: "Fay", last_name: "Quick", password: "a long walk along the river" };
  await faster.page.request.post("/api/auth/register", {
    data: { email: "faster@example.test", ...names },
  });
  const profile = await (await faster.page.request.get(`/api/instructors/${instructor.id}`)).json();
  const offering = profile.offerings.find((one: { id: string }) => one.id === offering_id);
  const booked = await faster.page.request.post("/api/bookings", {
    data: {
      ...{ instructor_id: instructor.id, offering_id, duration_minutes, start_at: wanted },
      ...{ location_type: offering.location_types[0], location_detail: "1 Side Street" },
    },
  });
  expect(booked.status()).toBe(201);
  await faster.leave();

  await button.click();
  const refusal = dialogOf(page).getByRole("alert").filter({ hasText: "has just been taken" });
  await refusal.waitFor();
  const others = refusal.getByRole("listitem").getByRole("link");
  expect(await others.count()).toBe(3);
  // A click before the page has read anew would break that off, which the browser complains about.
  await untilIdle(page);
  const before = page.url();
  await others.last().click();
  await page.waitForURL((url) => url.href !== before);
  await refusal.waitFor({ state: "detached" });
  await button.click();
  await expectDone(page, "The lesson is moved");
  expect(await page.locator(`dd time[datetime="${startAt}"]`).count()).toBe(0);
  await leave();
});

test.for(SCRIPTS)(
  "An instructor keeps a note on a lesson, twice, and is not offered what is too early (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave } = await open({ javaScriptEnabled });
    await logInAs(page, "instructor", "/lessons?as=instructor");
    await page.getByRole("article").first().getByRole("heading").getByRole("link").click();
    for (const note of [`Scales first (${javaScriptEnabled}).`, "Then the waltz."]) {
      await page.getByLabel("Your note").fill(note);
      await page.getByRole("button", { name: "Save note" }).click();
      await expectDone(page, "Your note is saved");
      const id = new URL(page.url()).pathname.split("/").at(-1);
      const saved = await page.request.get(`/api/bookings/${id}`);
      expect(await saved.json()).toMatchObject({ instructor_note: note });
    }
    await page.reload();
    expect(await page.getByLabel("Your note").inputValue()).toBe("Then the waltz.");
    expect(await page.getByRole("link", { name: /^Mark as completed/ }).count()).toBe(0);
    await page.goto(`${new URL(page.url()).pathname}/complete`);
    await dialogOf(page).getByText("It is too early for this.").waitFor();
    expect(await dialogOf(page).getByRole("button").count()).toBe(0);
    await leave();
  },
);

test("The start page shows the next two lessons, and Book again leads to that service's free times", async () => {
  const { page, leave } = await open();
  await logInAs(page, "student", "/");
  const next = page.getByRole("region", { name: "Your next lessons" });
  await next.getByRole("article").first().waitFor();
  expect(await next.getByRole("article").count()).toBe(2);
  const again = page.getByRole("region", { name: "Book again" }).getByRole("listitem");
  expect(await again.count()).toBe(3);
  const [service, name] = (await textOf(again.first().getByRole("heading"))).split(" with ");
  await again.first().getByRole("link", { name: "See free times" }).click();
  await page.getByRole("heading", { level: 1, name: name ?? "" }).waitFor();
  await page.getByRole("heading", { name: "Free times" }).waitFor();
  const book = page.getByRole("complementary", { name: "Book a lesson" });
  expect(await textOf(book)).toContain(service);
  await leave();
});

test("A lesson's pages and dialogs are accessible, quiet and fit a phone", async () => {
  const { page, leave } = await open();
  const { path } = await bookLesson(page, "good@example.test");
  for (const one of [path, `${path}/cancel`, `${path}/reschedule`, `${path}/no-show`]) {
    await page.goto(one);
    await expectGoodPage(page);
  }
  await page.goto(path);
  await page.getByRole("link", { name: /^Reschedule \(/ }).click();
  await dialogOf(page).locator("a[data-start]:not([aria-current])").first().click();
  await dialogOf(page).getByRole("button", { name: "Move the lesson" }).waitFor();
  await expectGoodPage(page);
  await leave();
}, 120_000);
