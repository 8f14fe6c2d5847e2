import { expect, test } from "vitest";
import { addDays } from "../../worker/domain/local-time.ts";
import { launchBrowser, PHONE } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import {
  bookThursday,
  cell,
  freeOn,
  MONDAY,
  openAsTeacher,
  openWeek,
  PATH,
  save,
  THURSDAY,
} from "./teacher.ts";

const open = await launchBrowser();

test("A week is painted with the mouse, and anybody can book what is open from then on", async () => {
  const { page, leave, id } = await openAsTeacher(open, "mouse");
  await openWeek(page);
  await cell(page, 3, 60).scrollIntoViewIfNeeded();
  await cell(page, 3, 60).hover();
  await page.mouse.down();
  await cell(page, 4, 63).hover();
  await page.mouse.up();
  await page.getByText("You have changes that are not saved.").waitFor();
  expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-12:00"]);
  await save(page);
  expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-12:00", "15:00-16:00"]);
  expect(await freeOn(page, id, addDays(MONDAY, 4))).toEqual(["09:00-12:00", "15:00-16:00"]);
  expect(await freeOn(page, id, addDays(MONDAY, 5))).toEqual(["09:00-12:00"]);
  expect(await freeOn(page, id, addDays(THURSDAY, 7))).toEqual(["09:00-12:00"]);
  await leave();
});

test("The keyboard alone paints too, hears what happened, and goes back to the usual hours", async () => {
  const { page, leave, id } = await openAsTeacher(open, "keyboard");
  await openWeek(page);
  await cell(page, 0, 32).focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "PageDown"]) {
    await page.keyboard.press(key);
  }
  for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Space");
  await page.getByRole("status").filter({ hasText: "9:00 AM – 10:00 AM is closed." }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "9:45 AM – 10:00 AM is open." }).waitFor();
  await save(page);
  expect(await freeOn(page, id, THURSDAY)).toEqual(["09:45-12:00"]);
  await openWeek(page, "&view=list");
  await page.getByRole("button", { name: "Back to usual hours on Thursday" }).click();
  await save(page);
  expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-12:00"]);
  await leave();
});

test("On a phone a tap opens a quarter and a finger that holds still paints one day at a time", async () => {
  const { page, leave, id } = await openAsTeacher(open, "finger", {
    viewport: PHONE,
    hasTouch: true,
  });
  await openWeek(page);
  await page.getByRole("button", { name: /^Thursday/ }).tap();
  await cell(page, 3, 56).waitFor();
  expect(await cell(page, 2, 56).isVisible()).toBe(false);
  await cell(page, 3, 56).scrollIntoViewIfNeeded();
  await cell(page, 3, 50).tap();
  await page.getByRole("status").filter({ hasText: "12:30 PM – 12:45 PM is open." }).waitFor();
  const box = await cell(page, 3, 52).boundingBox();
  const end = await cell(page, 3, 55).boundingBox();
  if (!box || !end) throw new Error("The cells are not there.");
  const touch = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
    touch.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: y === undefined ? [] : [{ x: box.x + 40, y }],
    });
  await send("touchStart", box.y + 5);
  await cell(page, 3, 52).and(page.locator("[aria-selected=true]")).waitFor();
  for (let y = box.y + 10; y < end.y + 8; y += 8) await send("touchMove", y);
  await send("touchEnd");
  await save(page);
  expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-12:00", "12:30-12:45", "13:00-14:00"]);
  await leave();
});

test("Without scripts the list does it all: lines, presets, copying, problems at their inputs", async () => {
  const options = { javaScriptEnabled: false, viewport: PHONE, refusals: [422] };
  const { page, leave, id } = await openAsTeacher(open, "no-scripts", options);
  await page.goto(`${PATH}?week=${MONDAY}`);
  expect(await page.getByRole("grid").isVisible()).toBe(false);
  await page.getByRole("link", { name: "Use the list" }).click();
  await page.waitForURL(`**${PATH}?week=${MONDAY}&view=list`);
  await page.getByLabel(/^Thursday.*hours 1, to/).fill("08:00");
  await page.getByRole("button", { name: /^Add hours on Thursday/ }).click();
  await page.getByLabel(/^Thursday.*hours 2, from/).fill("20:00");
  await page.getByLabel(/^Thursday.*hours 2, to/).fill("00:00");
  await page.getByRole("button", { name: "Save hours", exact: true }).click();
  await page.getByRole("alert").getByText("End after the beginning.").waitFor();
  expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-12:00"]);
  await page.getByLabel(/^Thursday.*hours 1, to/).fill("10:00");
  const thursday = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: /^Thursday/ }) });
  await thursday.getByText("Copy to other days").click();
  await thursday.getByRole("checkbox").last().check();
  await page.getByRole("button", { name: /^Copy Thursday/ }).click();
  await page.getByRole("button", { name: /^Clear Friday/ }).click();
  await save(page);
  const sunday = addDays(MONDAY, 6);
  expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-10:00", "20:00-24:00"]);
  expect(await freeOn(page, id, sunday)).toEqual(["09:00-10:00", "20:00-24:00"]);
  expect(await freeOn(page, id, addDays(MONDAY, 4))).toEqual([]);
  expect(await freeOn(page, id, addDays(sunday, 7))).toEqual(["09:00-12:00"]);
  await page.goto(`${PATH}?view=list`);
  await page.getByRole("button", { name: /^Evenings/ }).click();
  await save(page);
  expect(await freeOn(page, id, addDays(THURSDAY, 7))).toEqual(["09:00-12:00", "17:00-21:00"]);
  await leave();
});

test("In the grid a day is copied to others, cleared, and given its usual hours again", async () => {
  const { page, leave, id } = await openAsTeacher(open, "whole-days");
  await openWeek(page);
  await page.getByText("Copy, clear or reset a day").click();
  await page.getByRole("button", { name: /^Clear Monday/ }).click();
  const monday = page.getByRole("listitem").filter({
    has: page.getByRole("heading", { name: /^Monday/ }),
  });
  await monday.getByText("Copy to other days").click();
  for (const day of ["Wed", "Thu"]) await monday.getByLabel(new RegExp(`^${day}`)).check();
  await page.getByRole("button", { name: /^Copy Monday/ }).click();
  await page.getByRole("button", { name: /^Back to usual hours on Wednesday/ }).click();
  await save(page);
  const free = await Promise.all([0, 2, 3].map((days) => freeOn(page, id, addDays(MONDAY, days))));
  expect(free).toEqual([[], ["09:00-12:00"], []]);
  await leave();
});

test("A lesson stands in its place, and stays when the hours around it go; the list is fit for everybody", async () => {
  const teacher = await openAsTeacher(open, "lesson");
  const { page, leave, id } = teacher;
  await bookThursday(open, teacher);
  await openWeek(page, "&view=list");
  const lesson = page.getByRole("link", { name: /10:00 AM – 11:00 AM: Piano with Sol S\./ });
  await lesson.waitFor();
  expect(await page.getByText("the lesson stays booked").count()).toBe(0);
  await page.getByRole("button", { name: /^Clear Thursday/ }).click();
  await page.getByText("the lesson stays booked").waitFor();
  await save(page);
  expect(await freeOn(page, id, THURSDAY)).toEqual([]);
  expect(await lesson.isVisible()).toBe(true);
  await expectGoodPage(page);
  await leave();
});

// Each of the grid's 672 cells is looked at four times.
test("The grid is fit for everybody, with lessons among its hours", {
  timeout: 180_000,
}, async () => {
  const teacher = await openAsTeacher(open, "grid");
  const { page, leave } = teacher;
  await bookThursday(open, teacher);
  await openWeek(page);
  await page
    .getByRole("gridcell", { name: /10:15 AM, open, lesson: Piano with Sol S\./ })
    .waitFor();
  await expectGoodPage(page);
  await leave();
});
