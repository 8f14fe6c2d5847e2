import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
} from "../../../tests/factories.ts";

// 05:00 on a Saturday in New York; the clocks go back the next night.
const NOW = "2026-10-31T09:00:00Z";

/** A few instructors that refuse for different reasons, and people who may ask. */
async function createWorld() {
  const hours = {
    weekly: { 6: ["06:00-12:00"], 7: ["00:00-03:00", "10:00-24:00"], 1: ["00:00-02:00"] },
  };
  const both = await createInstructor({
    ...hours,
    roles: ["student", "instructor"],
    bufferMinutes: 15,
  });
  const instructors = [
    both,
    await createInstructor({ ...hours, bufferMinutes: 60, minimumNoticeHours: 12 }),
    await createInstructor({ ...hours, blackouts: ["2026-10-31"], minimumNoticeHours: 0 }),
    await createInstructor({ ...hours, status: "suspended" }),
    await createInstructor({ ...hours, isOfferingActive: false }),
    { ...both, id: "unknown" },
  ];
  const busy = await createStudent();
  await createBooking({ instructor: both, student: busy, startAt: "2026-11-01T16:00:00Z" });
  await createBooking({ instructor: both, student: busy, startAt: "2026-10-31T12:00:00Z" });
  return { instructors, askers: [busy, await createStudent(), both] };
}

type World = Awaited<ReturnType<typeof createWorld>>;

/** Requests over that world; most are good in most ways. */
function requests({ instructors, askers }: World) {
  const mostly = <T>(good: readonly T[], bad: readonly T[]) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...good) },
      { weight: 1, arbitrary: fc.constantFrom(...bad) },
    );
  const byClock = fc.record({
    date: fc.constantFrom("2026-10-31", "2026-11-01", "2026-11-02"),
    start_time: fc
      .tuple(fc.nat(23), mostly([0, 15, 30, 45], [7, 59]))
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":")),
  });
  const byInstant = fc.record({
    start_at: fc
      .integer({ min: -8, max: 288 })
      .map((quarter) => new Date(Date.parse(NOW) + quarter * 900_000).toISOString()),
  });
  return fc
    .record({
      instructor: mostly(instructors.slice(0, 3), instructors.slice(3)),
      asker: fc.constantFrom(...askers),
      when: fc.oneof(byClock, byInstant),
      duration_minutes: mostly([30, 45, 60], [15, 90]),
      location_type: mostly(["online", "student_home"], ["neutral"]),
      more: mostly([{}], [{ role: "admin" }]),
    })
    .map(({ instructor, asker, when, more, ...rest }) => ({
      asker,
      body: bookingBody(instructor, when, { ...rest, ...more }),
    }));
}

test("a check says available exactly when the booking is made, and else gives the code that booking gives", async () => {
  const api = createTestApi({ now: NOW });
  const world = await createWorld();
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(requests(world), async ({ asker, body }) => {
      const checked = await api.post("/api/bookings/check", body, { as: asker });
      const booked = await api.post("/api/bookings", body, { as: asker });
      const code = booked.json.code ?? "booked";
      seen.set(code, (seen.get(code) ?? 0) + 1);
      if (checked.status === 200) {
        expect(checked.json.code ?? "booked").toBe(code);
        expect(checked.json.available).toBe(booked.status === 201);
        if (booked.status === 201) expect(checked.json.price_cents).toBe(booked.json.price_cents);
      } else {
        expect([checked.status, checked.json.code]).toEqual([booked.status, code]);
      }
    }),
    // The bookings made so far are part of each answer, so a smaller example would be another one.
    { seed: 20261031, numRuns: 400, endOnFailure: true },
  );
  expect([...seen.keys()].sort()).toEqual([
    "booked",
    "instructor_unavailable",
    "insufficient_notice",
    "invalid_duration",
    "invalid_location",
    "invalid_start",
    "not_found",
    "outside_availability",
    "self_booking",
    "slot_taken",
    "student_conflict",
    "validation_failed",
  ]);
});

test("a check says the price, also of what cannot be booked, and writes nothing", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor({ hourlyRateCents: 7000 });
  const student = await createStudent();
  const before = await countRows();
  const check = async (start_time: string, duration_minutes: number) => {
    const body = bookingBody(instructor, { date: "2026-11-02", start_time }, { duration_minutes });
    return (await api.post("/api/bookings/check", body, { as: student })).json;
  };
  expect(await check("09:00", 45)).toEqual({ available: true, price_cents: 5250 });
  expect(await check("08:45", 60)).toEqual({
    available: false,
    code: "outside_availability",
    price_cents: 7000,
  });
  expect(await countRows()).toEqual(before);
  expect(
    await query("SELECT availability_version AS v FROM instructors WHERE id = ?", instructor.id),
  ).toEqual([{ v: 1 }]);
});

test("a check asks for the same rights as a booking", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor();
  const body = bookingBody(instructor, { date: "2026-11-02", start_time: "09:00" });
  const check = async (request = {}) =>
    (await api.post("/api/bookings/check", body, request)).status;
  expect(await check()).toBe(401);
  expect(await check({ as: instructor })).toBe(403);
  expect(await check({ as: await createStudent({ status: "suspended" }) })).toBe(403);
  expect(await check({ as: await createStudent() })).toBe(200);
});
