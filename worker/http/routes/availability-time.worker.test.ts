import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import {
  createBooking,
  createInstructor,
  createStudent,
  everyDay,
} from "../../../tests/factories.ts";

const LONG_BEFORE = "2026-02-01T12:00:00Z";

/** The free ranges of each date as "HH:MM-HH:MM". */
async function freeOf(id: string, start: string, end = start, now = LONG_BEFORE) {
  const { json } = await createTestApi({ now }).get(
    `/api/public/instructors/${id}/availability?start_date=${start}&end_date=${end}`,
  );
  const days = Object.values<{ available_slots: { start_time: string; end_time: string }[] }>(
    json.availability_by_date,
  );
  return days.map(({ available_slots }) =>
    available_slots.map(({ start_time, end_time }) => `${start_time}-${end_time}`),
  );
}

/** Real hours that are free on the date. */
async function hoursOf(id: string, date: string): Promise<number> {
  const settings = { PUBLIC_AVAILABILITY_DETAIL_LEVEL: "summary" };
  const { json } = await createTestApi({ now: LONG_BEFORE, settings }).get(
    `/api/public/instructors/${id}/availability?start_date=${date}&end_date=${date}`,
  );
  return json.availability_summary[date]?.total_hours ?? 0;
}

test("a lesson in the middle leaves what is before and after it", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  await createBooking({ instructor, student, startAt: "2026-12-02T16:00:00Z" });
  expect(await freeOf(instructor.id, "2026-12-02")).toEqual([["09:00-11:00", "12:00-17:00"]]);
});

test("only confirmed lessons take time", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  for (const status of ["cancelled", "completed", "no_show"] as const) {
    await createBooking({ instructor, student, startAt: "2026-12-02T16:00:00Z", status });
  }
  expect(await freeOf(instructor.id, "2026-12-02")).toEqual([["09:00-17:00"]]);
});

test("the buffer is kept on both sides of a lesson given, and can close a gap", async () => {
  const instructor = await createInstructor({ bufferMinutes: 30 });
  const student = await createStudent();
  await createBooking({ instructor, student, startAt: "2026-12-02T16:00:00Z" });
  await createBooking({ instructor, student, startAt: "2026-12-02T18:00:00Z" });
  expect(await freeOf(instructor.id, "2026-12-02")).toEqual([["09:00-10:30", "14:30-17:00"]]);
});

test("a lesson the instructor takes from somebody else takes its time, without the buffer", async () => {
  const teacher = await createInstructor();
  const learner = await createInstructor({ bufferMinutes: 60 });
  await createBooking({ instructor: teacher, student: learner, startAt: "2026-12-02T16:00:00Z" });
  expect(await freeOf(learner.id, "2026-12-02")).toEqual([["09:00-11:00", "12:00-17:00"]]);
});

test("hours up to 24:00 and on from 00:00 end and begin at midnight, with a lesson across it", async () => {
  const weekly = { 3: ["22:00-24:00"], 4: ["00:00-02:00"] };
  const { id } = await createInstructor({ weekly });
  const booked = await createInstructor({ weekly });
  const student = await createStudent();
  // 23:30 to 00:30 in New York.
  await createBooking({ instructor: booked, student, startAt: "2026-12-03T04:30:00Z" });
  const days = ["2026-12-02", "2026-12-03"] as const;
  expect(await freeOf(id, ...days)).toEqual([["22:00-24:00"], ["00:00-02:00"]]);
  expect(await freeOf(booked.id, ...days)).toEqual([["22:00-23:30"], ["00:30-02:00"]]);
});

test("a lesson and its buffer reach into the range from the evening before", async () => {
  const instructor = await createInstructor({
    weekly: { 3: ["00:00-03:00"] },
    bufferMinutes: 60,
  });
  const student = await createStudent();
  // 22:45 to 00:15 in New York, then an hour of buffer.
  const startAt = "2026-12-02T03:45:00Z";
  await createBooking({ instructor, student, startAt, durationMinutes: 90 });
  expect(await freeOf(instructor.id, "2026-12-02")).toEqual([["01:15-03:00"]]);
});

test("on the day the clocks go forward the skipped hour is no time", async () => {
  const { id } = await createInstructor({ weekly: { 7: ["01:00-04:00"] } });
  const skipped = await createInstructor({ weekly: { 7: ["02:15-02:45"] } });
  expect(await hoursOf(id, "2026-03-08")).toBe(2);
  expect(await hoursOf(id, "2026-03-15")).toBe(3);
  expect(await freeOf(id, "2026-03-08")).toEqual([["01:00-04:00"]]);
  expect(await freeOf(skipped.id, "2026-03-08")).toEqual([[]]);
  expect(await freeOf(skipped.id, "2026-03-15")).toEqual([["02:15-02:45"]]);
});

test("on the day the clocks go back the hour that comes twice is time twice", async () => {
  const { id } = await createInstructor({ weekly: { 7: ["01:00-03:00"] } });
  const twice = await createInstructor({ weekly: { 7: ["01:30-01:45"] } });
  expect(await hoursOf(id, "2026-11-01")).toBe(3);
  expect(await hoursOf(id, "2026-11-08")).toBe(2);
  expect(await hoursOf(twice.id, "2026-11-01")).toBe(0.5);
  const { json } = await createTestApi({ now: LONG_BEFORE }).get(
    `/api/public/instructors/${twice.id}/availability?start_date=2026-11-01&end_date=2026-11-01`,
  );
  expect(
    json.availability_by_date["2026-11-01"].available_slots.map((slot: object) =>
      Object.values(slot),
    ),
  ).toEqual([
    ["01:30", "01:45", "2026-11-01T05:30:00Z", "2026-11-01T05:45:00Z"],
    ["01:30", "01:45", "2026-11-01T06:30:00Z", "2026-11-01T06:45:00Z"],
  ]);
});

test("time inside the notice is gone, and the next start is on a quarter of an hour", async () => {
  const { id } = await createInstructor({ minimumNoticeHours: 2 });
  // 10:07 in New York: 12:07 is the notice's end.
  const now = "2026-12-02T15:07:00Z";
  expect(await freeOf(id, "2026-12-02", "2026-12-03", now)).toEqual([
    ["12:15-17:00"],
    ["09:00-17:00"],
  ]);
});

test("at the first and last midnight of a far range lessons count too, at both ends of the world", async () => {
  for (const [timezone, firstMidnight] of [
    ["Pacific/Kiritimati", "2027-05-31T10:00:00Z"],
    ["Pacific/Pago_Pago", "2027-06-01T11:00:00Z"],
  ] as const) {
    const instructor = await createInstructor({
      timezone,
      bufferMinutes: 60,
      weekly: everyDay("00:00-24:00"),
    });
    const student = await createStudent();
    // Ninety days from 1 June, each with a lesson that ends as it begins.
    for (const days of [0, 90]) {
      const midnight = Date.parse(firstMidnight) + days * 86_400_000;
      const startAt = new Date(midnight - 240 * 60_000).toISOString();
      await createBooking({ instructor, student, startAt, durationMinutes: 240 });
    }
    const free = await freeOf(instructor.id, "2027-06-01", "2027-08-29");
    expect([free.length, free.at(0), free.at(-1)]).toEqual([90, ["01:00-24:00"], ["00:00-19:00"]]);
  }
});
