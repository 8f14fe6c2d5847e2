import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import {
  bookingBody,
  createInstructor,
  createStudent,
  everyDay,
  type TestInstructor,
} from "../../../tests/factories.ts";

const NOW = "2026-10-01T12:00:00Z";

async function book(
  instructor: TestInstructor,
  when: { date: string; start_time: string } | { start_at: string },
  minutes = 60,
) {
  const api = createTestApi({ now: NOW });
  const body = bookingBody(instructor, when, { duration_minutes: minutes });
  const { json } = await api.post("/api/bookings", body, { as: await createStudent() });
  return json;
}

test("date and time are the instructor's, wherever the student is", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor({ timezone: "America/Los_Angeles" });
  const student = await createStudent({ timezone: "Asia/Tokyo" });
  const body = bookingBody(instructor, { date: "2026-10-06", start_time: "16:00" });
  const { json } = await api.post("/api/bookings", body, { as: student });
  expect(json).toMatchObject({
    date: "2026-10-06",
    start_time: "16:00",
    start_at: "2026-10-06T23:00:00Z",
    timezone: "America/Los_Angeles",
  });
});

test("a time that the clocks skip is no start, even where hours are open around it", async () => {
  const instructor = await createInstructor({ weekly: everyDay("01:00-04:00") });
  const spring = "2027-03-14";
  for (const start_time of ["02:00", "02:30", "02:45"]) {
    expect((await book(instructor, { date: spring, start_time })).code).toBe("invalid_start");
  }
  // An hour from 01:30 ends at 03:30 on the clock.
  expect(await book(instructor, { date: spring, start_time: "01:30" })).toMatchObject({
    start_at: "2027-03-14T06:30:00Z",
    end_at: "2027-03-14T07:30:00Z",
    end_time: "03:30",
  });
  const next = { date: spring, start_time: "03:30" };
  expect(await book(instructor, next, 30)).toMatchObject({ start_at: "2027-03-14T07:30:00Z" });
});

test("a time that comes twice means the first; the second is reached by its instant", async () => {
  const instructor = await createInstructor({ weekly: everyDay("01:00-02:00") });
  const autumn = { date: "2026-11-01", start_time: "01:30" };
  const first = await book(instructor, autumn, 30);
  // It ends where the clocks go back.
  expect(first).toMatchObject({ ...autumn, start_at: "2026-11-01T05:30:00Z", end_time: "01:00" });
  expect((await book(instructor, autumn, 30)).code).toBe("slot_taken");
  const second = await book(instructor, { start_at: "2026-11-01T06:30:00Z" }, 30);
  expect(second).toMatchObject({ ...autumn, start_at: "2026-11-01T06:30:00Z", end_time: "02:00" });
});

test("a lesson through the repeated hour takes real minutes, not minutes of the clock", async () => {
  const instructor = await createInstructor({
    weekly: everyDay("01:00-02:00"),
    durations: [60, 120, 135],
  });
  const from = (start_time: string) => ({ date: "2026-11-01", start_time });
  expect((await book(instructor, from("01:00"), 135)).code).toBe("outside_availability");
  expect(await book(instructor, from("01:00"), 120)).toMatchObject({
    start_at: "2026-11-01T05:00:00Z",
    end_at: "2026-11-01T07:00:00Z",
    end_time: "02:00",
    price_cents: 12_000,
  });
});

test("clocks that change by half an hour, at midnight or not on the hour are read as they are", async () => {
  // 01:45 comes at +11:00 and, half an hour later, at +10:30.
  const lordHowe = await createInstructor({
    timezone: "Australia/Lord_Howe",
    weekly: everyDay("01:30-02:00"),
  });
  const twice = { date: "2027-04-04", start_time: "01:45" };
  expect((await book(lordHowe, twice, 30)).start_at).toBe("2027-04-03T14:45:00Z");
  expect((await book(lordHowe, { start_at: "2027-04-03T15:15:00Z" }, 30)).code).toBe(
    "outside_availability",
  );
  // 02:00 is followed by 02:30.
  expect((await book(lordHowe, { date: "2027-10-03", start_time: "02:15" }, 30)).code).toBe(
    "invalid_start",
  );

  // 00:00 is followed by 01:00.
  const beirut = await createInstructor({
    timezone: "Asia/Beirut",
    weekly: everyDay("00:00-03:00"),
  });
  expect((await book(beirut, { date: "2027-03-28", start_time: "00:30" })).code).toBe(
    "invalid_start",
  );
  expect((await book(beirut, { date: "2027-03-28", start_time: "01:00" })).start_at).toBe(
    "2027-03-27T22:00:00Z",
  );

  const kolkata = await createInstructor({ timezone: "Asia/Kolkata" });
  expect((await book(kolkata, { date: "2026-10-06", start_time: "09:00" })).start_at).toBe(
    "2026-10-06T03:30:00Z",
  );
  expect((await book(kolkata, { date: "2026-10-06", start_time: "08:45" })).code).toBe(
    "outside_availability",
  );
  const kathmandu = await createInstructor({ timezone: "Asia/Kathmandu" });
  expect((await book(kathmandu, { date: "2026-10-06", start_time: "16:00" })).start_at).toBe(
    "2026-10-06T10:15:00Z",
  );
  expect((await book(kathmandu, { date: "2026-10-06", start_time: "16:15" })).code).toBe(
    "outside_availability",
  );
});

test("the date line does not move a lesson: both ends of the world book their own day", async () => {
  const kiritimati = await createInstructor({ timezone: "Pacific/Kiritimati" });
  const early = { date: "2026-10-06", start_time: "09:00" };
  expect((await book(kiritimati, early)).start_at).toBe("2026-10-05T19:00:00Z");
  expect(await book(kiritimati, { start_at: "2026-10-05T20:00:00Z" })).toMatchObject({
    ...early,
    start_time: "10:00",
  });
  const pagoPago = await createInstructor({ timezone: "Pacific/Pago_Pago" });
  const late = { date: "2026-10-06", start_time: "16:00" };
  expect((await book(pagoPago, late)).start_at).toBe("2026-10-07T03:00:00Z");
  expect(await book(pagoPago, { start_at: "2026-10-07T02:00:00Z" })).toMatchObject({
    ...late,
    start_time: "15:00",
  });
});
