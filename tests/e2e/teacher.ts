import type { Page } from "playwright-core";
import { expect } from "vitest";
import { addDays, localDateOf, weekdayOf } from "../../worker/domain/local-time.ts";
import { expectDone, type launchBrowser, type Visitor, type VisitorOptions } from "./browser.ts";
import { PASSWORD } from "./journey.ts";

type Open = Awaited<ReturnType<typeof launchBrowser>>;

export const PATH = "/teach/availability";
const ZONE = "America/New_York";
/** The Monday of the week after next, so that no day of the week is over, and its Thursday. */
const TODAY = localDateOf(Date.now(), ZONE);
export const MONDAY = addDays(TODAY, 15 - weekdayOf(TODAY));
export const THURSDAY = addDays(MONDAY, 3);

export interface Teacher extends Visitor {
  email: string;
  id: string;
}

/** Somebody new who teaches from 9 to 12 on every day. */
export async function openAsTeacher(
  open: Open,
  name: string,
  options: VisitorOptions = {},
): Promise<Teacher> {
  const visitor = await open(options);
  const { request } = visitor.page;
  const email = `hours-${name}@example.test`;
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
export async function freeOn(page: Page, id: string, date: string): Promise<string[]> {
  const range = `start_date=${date}&end_date=${date}`;
  const answer = await page.request.get(`/api/public/instructors/${id}/availability?${range}`);
  const day = (await answer.json()).availability_by_date[date];
  return day.available_slots.map(
    (slot: { start_time: string; end_time: string }) => `${slot.start_time}-${slot.end_time}`,
  );
}

export function cell(page: Page, day: number, quarter: number) {
  return page.locator(`[data-day="${day}"][data-quarter="${quarter}"]`);
}

export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save hours", exact: true }).click();
  await expectDone(page, "Saved. Students see");
}

export async function openWeek(page: Page, view = ""): Promise<void> {
  await page.goto(`${PATH}?week=${MONDAY}${view}`);
  await page.getByRole("heading", { level: 1, name: "Availability" }).waitFor();
}

/** Somebody else books an hour on the Thursday. */
export async function bookThursday(open: Open, { id, email }: Teacher): Promise<void> {
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
