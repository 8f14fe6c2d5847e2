import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { addDays, localDateOf, weekdayOf } from "../../worker/domain/local-time.ts";
import { launchBrowser, PHONE, type Visitor, type VisitorOptions } from "./browser.ts";
import { expectGoodPage } from "./good-page.ts";
import { PASSWORD } from "./journey.ts";

const open = await launchBrowser();

const PATH = "/teach/availability";
const ZONE = "America/New_York";
/** The Monday of the week after next, so that no day of the week is over, and its Thursday. */
const TODAY = localDateOf(Date.now(), ZONE);
const MONDAY = addDays(TODAY, 15 - weekdayOf(TODAY));
const THURSDAY = addDays(MONDAY, 3);
const NINE = 36;

let serial = 0;

interface Teacher extends Visitor {
  email: string;
  id: string;
}

/** Somebody new who teaches from 9 to 12 on every day. */
async function openAsTeacher(options: VisitorOptions = {}): Promise<Teacher> {
  const visitor = await open(options);
  const { request } = visitor.page;
  serial += 1;
  const email = `hours-${serial}@example.test`;
  const post = async (path: string, data: object) => {
    const answer = await request.post(path, { data });
    expect(answer.status(), path).toBe(201);
    return await answer.json();
  };
  const names = { first_name: "Hana", last_name: "Hours" };
  await post("/api/auth/register", { email, password: PASSWORD, ...names });
  const bio = "Teaches at all hours of the day.";
  const { id } = await post("/api/instructors/me", {
    bio,
    years_experience: 3,
    areas: ["brooklyn"],
  });
  await post("/api/instructors/me/offerings", {
    service: "piano",
    hourly_rate_cents: 6000,
    duration_options: [30, 60],
    location_types: ["online"],
  });
  const ranges = [{ start_time: "09:00", end_time: "12:00" }];
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const hours = Object.fromEntries(days.map((day) => [day, ranges]));
  const data = { hours };
  const saved = await request.put("/api/instructors/me/availability/weekly", { data });
  expect(saved.status()).toBe(200);
  return { ...visitor, email, id };
}

/** What anybody can book on a date, as the public API says. */
async function freeOn(page: Page, id: string, date: string): Promise<string[]> {
  const range = `start_date=${date}&end_date=${date}`;
  const answer = await page.request.get(`/api/public/instructors/${id}/availability?${range}`);
  const day = (await answer.json()).availability_by_date[date];
  return day.available_slots.map(
    (slot: { start_time: string; end_time: string }) => `${slot.start_time}-${slot.end_time}`,
  );
}

function cell(page: Page, day: number, quarter: number) {
  return page.locator(`[data-day="${day}"][data-quarter="${quarter}"]`);
}

async function save(page: Page, button = "Save hours"): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("status").filter({ hasText: "Saved. Students see" }).waitFor();
}

async function openWeek(page: Page, view = ""): Promise<void> {
  await page.goto(`${PATH}?week=${MONDAY}${view}`);
  await page.getByRole("heading", { level: 1, name: "Your hours" }).waitFor();
}

test("A week is painted with the mouse, and anybody can book what is open from then on", async () => {
  const { page, leave, id } = await openAsTeacher();
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
  const { page, leave, id } = await openAsTeacher();
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
  const { page, leave, id } = await openAsTeacher({ viewport: PHONE, hasTouch: true });
  await openWeek(page);
  await page.getByRole("button", { name: /^Thursday/ }).tap();
  expect(await cell(page, 2, NINE).isVisible()).toBe(false);
  await cell(page, 3, 56).scrollIntoViewIfNeeded();
  await cell(page, 3, 50).tap();
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
  await page.waitForTimeout(400);
  for (let y = box.y + 10; y < end.y + 8; y += 8) await send("touchMove", y);
  await send("touchEnd");
  await save(page);
  expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-12:00", "12:30-12:45", "13:00-14:00"]);
  await leave();
});

test("Without scripts the list does it all: lines, presets, copying, problems at their inputs", async () => {
  const options = { javaScriptEnabled: false, viewport: PHONE, refusals: [422] };
  const { page, leave, id } = await openAsTeacher(options);
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

test.for([true, false])(
  "Whoever saves second sees both and decides; nothing is written over in silence (scripts: %s)",
  async (javaScriptEnabled) => {
    const { page, leave, id } = await openAsTeacher({ javaScriptEnabled, refusals: [412] });
    const change = async (time: string) => {
      await page.getByLabel(/^Thursday.*hours 1, to/).fill(time);
      const wednesday = `/api/instructors/me/availability/dates/${addDays(MONDAY, 2)}`;
      const theirs = `/api/instructors/me/availability/dates/${THURSDAY}`;
      const hour = time.slice(0, 2);
      const ranges = [{ start_time: "06:00", end_time: `${hour}:30` }];
      for (const path of [wednesday, theirs]) {
        expect((await page.request.put(path, { data: { ranges } })).status()).toBe(200);
      }
      await page.getByRole("button", { name: "Save hours", exact: true }).click();
      await page.getByRole("alert").getByText("These hours were changed elsewhere").waitFor();
      return ranges;
    };
    await openWeek(page, "&view=list");
    await change("10:00");
    expect(await freeOn(page, id, THURSDAY)).toEqual(["06:00-10:30"]);
    await page.getByRole("button", { name: "Save mine over it" }).click();
    await page.getByRole("status").filter({ hasText: "Saved. Students see" }).waitFor();
    expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-10:00"]);
    expect(await freeOn(page, id, addDays(MONDAY, 2))).toEqual(["06:00-10:30"]);

    await openWeek(page, "&view=list");
    await change("11:00");
    await page.getByRole("link", { name: "Take what is there now" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    expect(await page.getByLabel(/^Thursday.*hours 1, from/).inputValue()).toBe("06:00");
    expect(await freeOn(page, id, THURSDAY)).toEqual(["06:00-11:30"]);
    await leave();
  },
);

test("What is not saved is there after a reload, and is not left behind without a question", async () => {
  const { page, leave, id } = await openAsTeacher();
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await openWeek(page);
  await page.getByRole("button", { name: /^Evenings/ }).click();
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await page.getByText("These are the changes that you had not saved yet.").waitFor();
  await page.getByRole("link", { name: "List", exact: true }).click();
  expect(await page.getByLabel(/^Thursday.*hours 2, from/).inputValue()).toBe("17:00");
  await page.getByRole("link", { name: "Later days" }).click();
  await page.getByRole("button", { name: "Stay and save" }).click();
  expect(page.url()).toContain(MONDAY);
  await page.getByRole("link", { name: "Later days" }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await page.waitForURL(`**week=${addDays(MONDAY, 7)}**`);
  expect(await freeOn(page, id, THURSDAY)).toEqual(["09:00-12:00"]);
  await page.getByRole("link", { name: "Earlier days" }).click();
  await page.getByText("These are the changes that you had not saved yet.").waitFor();
  await page.getByRole("link", { name: "Discard changes" }).click();
  await page.getByText("These are the changes").waitFor({ state: "detached" });
  await page.reload();
  expect(await page.getByText("These are the changes").count()).toBe(0);
  await leave();
});

test("Days off, the week before and a whole range are each one press, and follow at once", async () => {
  const { page, leave, id } = await openAsTeacher({ refusals: [422] });
  await openWeek(page, "&view=list");
  await page.getByRole("button", { name: /^Clear Monday/ }).click();
  await page.getByRole("button", { name: /^Clear Thursday/ }).click();
  await save(page);
  await page.goto(`${PATH}?week=${addDays(MONDAY, 7)}&view=list`);
  await page.getByRole("button", { name: "Copy the week before" }).click();
  await page.getByRole("status").filter({ hasText: "The week before is copied" }).waitFor();
  expect(await freeOn(page, id, addDays(THURSDAY, 7))).toEqual([]);
  const apply = page.locator("form").filter({ hasText: "by weekday" });
  await apply.getByLabel("First day").fill(addDays(MONDAY, 14));
  await apply.getByLabel("Last day").fill(addDays(MONDAY, 13));
  await page.getByRole("button", { name: "Apply this week" }).click();
  await page.getByRole("alert").getByText("The last day is before the first.").waitFor();
  await apply.getByLabel("Last day").fill(addDays(MONDAY, 20));
  await page.getByRole("button", { name: "Apply this week" }).click();
  await page.getByRole("status").filter({ hasText: "The week is applied." }).waitFor();
  expect(await freeOn(page, id, addDays(MONDAY, 14))).toEqual([]);
  expect(await freeOn(page, id, addDays(MONDAY, 15))).toEqual(["09:00-12:00"]);

  const off = page.locator("form").filter({ hasText: "Only you see it." });
  await off.getByLabel("First day").fill(addDays(MONDAY, 15));
  await off.getByLabel("Reason").fill("Sister’s wedding");
  await page.getByRole("button", { name: "Add days off" }).click();
  await page.getByText("Sister’s wedding").waitFor();
  expect(await freeOn(page, id, addDays(MONDAY, 15))).toEqual([]);
  await page.getByRole("button", { name: /^Remove the day off/ }).click();
  await page.getByText("You have planned no days off.").waitFor();
  expect(await freeOn(page, id, addDays(MONDAY, 15))).toEqual(["09:00-12:00"]);
  await leave();
});

/** Somebody else books an hour on the Thursday. */
async function bookThursday({ id, email }: Teacher): Promise<void> {
  const { page, leave } = await open();
  const names = { first_name: "Sol", last_name: "Student" };
  const account = { email: `student-of-${email}`, password: PASSWORD, ...names };
  await page.request.post("/api/auth/register", { data: account });
  const { offerings } = await (await page.request.get(`/api/instructors/${id}`)).json();
  const data = {
    instructor_id: id,
    offering_id: offerings[0].id,
    date: THURSDAY,
    start_time: "10:00",
    duration_minutes: 60,
    location_type: "online",
  };
  const booked = await page.request.post("/api/bookings", { data });
  expect(booked.status(), await booked.text()).toBe(201);
  await leave();
}

test("A lesson stands in its place, and stays when the hours around it go; the list is fit for everybody", async () => {
  const teacher = await openAsTeacher();
  const { page, leave, id } = teacher;
  await bookThursday(teacher);
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
  const teacher = await openAsTeacher();
  const { page, leave } = teacher;
  await bookThursday(teacher);
  await openWeek(page);
  await page
    .getByRole("gridcell", { name: /10:15 AM, open, lesson: Piano with Sol S\./ })
    .waitFor();
  await expectGoodPage(page);
  await leave();
});
