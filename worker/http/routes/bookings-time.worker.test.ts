import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
  everyDay,
  type TestInstructor,
} from "../../../tests/factories.ts";

const NOW = "2026-12-01T15:00:00Z";

/** Books as a new student each time, so that only the instructor's time decides. The code, or the start. */
async function book(
  instructor: TestInstructor,
  when: { date: string; start_time: string } | { start_at: string },
  options: { minutes?: number; now?: number | string } = {},
) {
  const { minutes: duration_minutes = 60, now = NOW } = options;
  const api = createTestApi({ now });
  const body = bookingBody(instructor, when, { duration_minutes });
  const { json } = await api.post("/api/bookings", body, { as: await createStudent() });
  return json.code ?? json.start_at;
}

const on = (date: string) => (start_time: string) => ({ date, start_time });
const tomorrow = on("2026-12-02");

test("a start has to be as far ahead as the notice asks, to the millisecond", async () => {
  const instructor = await createInstructor({ minimumNoticeHours: 2 });
  const start = { start_at: "2026-12-01T17:00:00Z" };
  const latest = Date.parse("2026-12-01T15:00:00Z");
  expect(await book(instructor, start, { now: latest + 1 })).toBe("insufficient_notice");
  expect(await book(instructor, start, { now: latest })).toBe("2026-12-01T17:00:00Z");
});

test("without notice a lesson can start this very millisecond, and not one later", async () => {
  const instructor = await createInstructor({ minimumNoticeHours: 0 });
  const start = { start_at: "2026-12-01T17:00:00Z" };
  const now = Date.parse(start.start_at);
  expect(await book(instructor, start, { now: now + 1 })).toBe("invalid_start");
  expect(await book(instructor, start, { now })).toBe("2026-12-01T17:00:00Z");
});

test("a week of notice is counted in real hours, whatever the clocks do", async () => {
  const instructor = await createInstructor({
    minimumNoticeHours: 168,
    weekly: everyDay("00:00-24:00"),
  });
  // A week that is an hour longer on the clock: from 12:00 on October 30 to 11:00 on November 6.
  const now = "2026-10-30T16:00:00Z";
  expect(await book(instructor, on("2026-11-06")("10:45"), { now })).toBe("insufficient_notice");
  expect(await book(instructor, on("2026-11-06")("11:00"), { now })).toBe("2026-11-06T16:00:00Z");
});

test("a start lies on a quarter of an hour, given either way", async () => {
  const instructor = await createInstructor();
  for (const start_time of ["10:01", "10:14", "10:16", "10:59"]) {
    expect(await book(instructor, tomorrow(start_time))).toBe("invalid_start");
  }
  for (const time of ["15:15:01", "15:14:59", "15:15:00.001"]) {
    expect(await book(instructor, { start_at: `2026-12-02T${time}Z` })).toBe("invalid_start");
  }
  expect(await book(instructor, tomorrow("10:15"))).toBe("2026-12-02T15:15:00Z");
  const withOffset = { start_at: "2026-12-02T20:30:00+02:00" };
  expect(await book(instructor, withOffset)).toBe("2026-12-02T18:30:00Z");
});

test("a lesson fits between the first and the last minute of the hours, both ends included", async () => {
  const instructor = await createInstructor({
    weekly: everyDay("09:00-11:00", "11:00-12:00", "12:15-17:00"),
  });
  expect(await book(instructor, tomorrow("08:45"))).toBe("outside_availability");
  expect(await book(instructor, tomorrow("09:00"))).toBe("2026-12-02T14:00:00Z");
  expect(await book(instructor, tomorrow("10:30"))).toBe("2026-12-02T15:30:00Z");
  expect(await book(instructor, tomorrow("11:30"))).toBe("outside_availability");
  expect(await book(instructor, tomorrow("16:15"))).toBe("outside_availability");
  expect(await book(instructor, tomorrow("16:00"))).toBe("2026-12-02T21:00:00Z");
});

test("a date's own hours win over the weekday's, a closed date over both, a blackout over everything", async () => {
  const instructor = await createInstructor({
    weekly: { 3: ["09:00-17:00"], 4: ["09:00-17:00"] },
    dates: { "2026-12-02": ["18:00-19:00"], "2026-12-03": [], "2026-12-05": ["09:00-17:00"] },
    blackouts: ["2026-12-05/2026-12-09"],
  });
  expect(await book(instructor, tomorrow("10:00"))).toBe("outside_availability");
  expect(await book(instructor, tomorrow("18:00"))).toBe("2026-12-02T23:00:00Z");
  expect(await book(instructor, on("2026-12-03")("10:00"))).toBe("outside_availability");
  expect(await book(instructor, on("2026-12-04")("10:00"))).toBe("outside_availability");
  expect(await book(instructor, on("2026-12-05")("10:00"))).toBe("outside_availability");
  expect(await book(instructor, on("2026-12-09")("10:00"))).toBe("outside_availability");
  expect(await book(instructor, on("2026-12-10")("10:00"))).toBe("2026-12-10T15:00:00Z");
});

test("a lesson may cross midnight when both days are free around it", async () => {
  const late = everyDay("00:00-01:00", "22:00-24:00");
  const instructor = await createInstructor({
    weekly: late,
    dates: { "2026-12-05": ["00:15-01:00"] },
    blackouts: ["2026-12-07"],
  });
  const api = createTestApi({ now: NOW });
  const body = bookingBody(instructor, tomorrow("23:30"));
  const crossing = await api.post("/api/bookings", body, { as: await createStudent() });
  expect(crossing.json).toMatchObject({ ...tomorrow("23:30"), end_time: "00:30" });
  expect(await book(instructor, on("2026-12-03")("00:00"))).toBe("slot_taken");
  expect(await book(instructor, on("2026-12-04")("23:30"))).toBe("outside_availability");
  expect(await book(instructor, on("2026-12-06")("23:30"))).toBe("outside_availability");
  const upToMidnight = bookingBody(instructor, on("2026-12-06")("23:00"));
  const booked = await api.post("/api/bookings", upToMidnight, { as: await createStudent() });
  expect(booked.json).toMatchObject({ date: "2026-12-06", end_time: "24:00" });
});

test("lessons may touch, and may not share a quarter of an hour", async () => {
  const instructor = await createInstructor();
  await createBooking({
    instructor,
    student: await createStudent(),
    startAt: "2026-12-02T17:00:00Z",
  });
  expect(await book(instructor, tomorrow("11:15"))).toBe("slot_taken");
  expect(await book(instructor, tomorrow("12:15"), { minutes: 30 })).toBe("slot_taken");
  expect(await book(instructor, tomorrow("12:45"))).toBe("slot_taken");
  expect(await book(instructor, tomorrow("11:00"))).toBe("2026-12-02T16:00:00Z");
  expect(await book(instructor, tomorrow("13:00"))).toBe("2026-12-02T18:00:00Z");
});

test("the buffer is kept before and after every lesson given, exactly", async () => {
  for (const [bufferMinutes, tooEarly, before, tooLate, after] of [
    [15, "11:00", "10:45", "13:00", "13:15"],
    [7, "11:00", "10:45", "13:00", "13:15"],
    [60, "10:15", "10:00", "13:45", "14:00"],
  ] as const) {
    const instructor = await createInstructor({ bufferMinutes });
    await createBooking({
      instructor,
      student: await createStudent(),
      startAt: "2026-12-02T17:00:00Z",
    });
    expect(await book(instructor, tomorrow(tooEarly))).toBe("slot_taken");
    expect(await book(instructor, tomorrow(tooLate))).toBe("slot_taken");
    expect(await book(instructor, tomorrow(before))).toMatch(/^2026-12-02T/);
    expect(await book(instructor, tomorrow(after))).toMatch(/^2026-12-02T/);
  }
});

test("the longest lesson with the longest buffer still stands in the way at its very end", async () => {
  const instructor = await createInstructor({
    bufferMinutes: 60,
    durations: [15],
    weekly: everyDay("00:00-24:00"),
  });
  const student = await createStudent();
  await createBooking({
    instructor,
    student,
    startAt: "2026-12-02T13:00:00Z",
    durationMinutes: 240,
  });
  const quarter = { minutes: 15 };
  expect(await book(instructor, tomorrow("12:45"), quarter)).toBe("slot_taken");
  expect(await book(instructor, tomorrow("13:00"), quarter)).toBe("2026-12-02T18:00:00Z");
  expect(await book(instructor, tomorrow("07:00"), quarter)).toBe("slot_taken");
  expect(await book(instructor, tomorrow("06:45"), quarter)).toBe("2026-12-02T11:45:00Z");
});

test("no buffer is kept around a lesson somebody takes, whoever has one", async () => {
  const api = createTestApi({ now: NOW });
  const calm = await createInstructor({ bufferMinutes: 60 });
  const both = await createInstructor({ bufferMinutes: 60, roles: ["student", "instructor"] });
  const student = await createStudent();
  await createBooking({ instructor: calm, student: both, startAt: "2026-12-02T17:00:00Z" });
  expect(await book(both, tomorrow("12:45"))).toBe("slot_taken");
  expect(await book(both, tomorrow("13:00"))).toBe("2026-12-02T18:00:00Z");
  expect(await book(calm, tomorrow("13:00"))).toBe("slot_taken");

  await createBooking({ instructor: calm, student, startAt: "2026-12-03T15:00:00Z" });
  const right = bookingBody(
    await createInstructor({ bufferMinutes: 60 }),
    on("2026-12-03")("11:00"),
  );
  expect((await api.post("/api/bookings", right, { as: student })).status).toBe(201);
});

test("only confirmed lessons take time", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  for (const status of ["cancelled", "completed", "no_show"] as const) {
    await createBooking({ instructor, student, startAt: "2026-12-02T15:00:00Z", status });
  }
  expect(await book(instructor, tomorrow("10:00"))).toBe("2026-12-02T15:00:00Z");
});
