import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import {
  createBooking,
  createInstructor,
  createStudent,
  type TestInstructor,
  type TestPerson,
} from "../../../tests/factories.ts";
import { type Diary, diaries, freeMinutes } from "../../../tests/minute-by-minute.ts";

const MINUTE_MS = 60_000;
const CASES = 30;

/** Books what of the list does not overlap, as the database refuses the rest; `[start, end)` pairs. */
async function bookAll(
  lessons: Diary["taught"],
  from: string,
  people: { instructor: TestInstructor; student: TestPerson },
): Promise<[number, number][]> {
  const booked: [number, number][] = [];
  for (const [quarter, length] of lessons) {
    const start = Date.parse(from) + quarter * 15 * MINUTE_MS;
    const startAt = new Date(start).toISOString();
    const durationMinutes = length * 15;
    try {
      await createBooking({ ...people, startAt, durationMinutes });
      booked.push([start, start + durationMinutes * MINUTE_MS]);
    } catch (error) {
      if (!/slot_taken|student_conflict/.test(String(error))) throw error;
    }
  }
  return booked;
}

async function shownMinutes({ id }: TestInstructor, { from, to, now }: Diary) {
  const { json } = await createTestApi({ now }).get(
    `/api/public/instructors/${id}/availability?start_date=${from}&end_date=${to}`,
  );
  const minutes = new Set<number>();
  const days = Object.values<{ status: string; available_slots: Record<string, string>[] }>(
    json.availability_by_date ?? {},
  );
  for (const { available_slots, status } of days) {
    expect(status === "open").toBe(available_slots.length > 0);
    for (const { start_at = "", end_at = "" } of available_slots) {
      for (let at = Date.parse(start_at); at < Date.parse(end_at); at += MINUTE_MS) minutes.add(at);
    }
  }
  return { minutes, code: json.code };
}

test("the free minutes of any diary are those found by looking at every minute on its own", {
  timeout: 30_000,
}, async () => {
  let compared = 0;
  let lessons = 0;
  for (const diary of fc.sample(diaries, { numRuns: CASES, seed: 20261201 })) {
    const { taught: given, taken: attended, from, ...hours } = diary;
    const instructor = await createInstructor(hours);
    const student = await createStudent();
    const teacher = await createInstructor();
    const taught = await bookAll(given, from, { instructor, student });
    const taken = await bookAll(attended, from, { instructor: teacher, student: instructor });
    const { minutes, code } = await shownMinutes(instructor, diary);
    if (code === "invalid_range") continue;
    expect(minutes).toEqual(freeMinutes(diary, taught, taken));
    compared += minutes.size;
    lessons += taught.length + taken.length;
  }
  expect(compared).toBeGreaterThan(CASES * 100);
  expect(lessons).toBeGreaterThan(CASES * 2);
});
