import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestApi } from "../api.ts";
import { createStudents, listBrokenBuffers, listOverlaps, query } from "../database.ts";
import {
  bookingBody,
  createInstructor,
  everyDay,
  type TestInstructor,
  type TestPerson,
} from "../factories.ts";

const NOW = "2026-12-01T15:00:00Z";
const INTENTS = 2000;
const WAVE = 50;
const DURATIONS = [15, 30, 45, 60, 90, 240];

interface Intent {
  kind: "book" | "cancel";
  asker: number;
  instructor: number;
  quarter: number;
  minutes: number;
}

const intents: fc.Arbitrary<Intent> = fc.record({
  kind: fc.oneof(
    { weight: 9, arbitrary: fc.constant("book" as const) },
    { weight: 1, arbitrary: fc.constant("cancel" as const) },
  ),
  asker: fc.nat(7),
  instructor: fc.nat(3),
  quarter: fc.nat(6 * 96),
  minutes: fc.constantFrom(...DURATIONS),
});

/** Four instructors with ever longer buffers, of whom two also learn, and six students. */
async function createPeople() {
  const createTeacher = (bufferMinutes: number, index: number) =>
    createInstructor({
      bufferMinutes,
      durations: DURATIONS,
      weekly: everyDay("00:00-24:00"),
      roles: index < 2 ? ["student", "instructor"] : ["instructor"],
    });
  const instructors = await Promise.all([0, 15, 30, 60].map(createTeacher));
  return { instructors, askers: [...(await createStudents(6)), ...instructors.slice(0, 2)] };
}

/** Cancels some confirmed lesson, whichever comes at that place in the list now. */
async function cancelSome(place: number) {
  await query(
    `UPDATE bookings SET status = 'cancelled', cancelled_at = 1 WHERE id IN
       (SELECT id FROM bookings WHERE status = 'confirmed' ORDER BY id LIMIT 1 OFFSET ?)`,
    place,
  );
}

/** Lets the intents loose, a wave at a time; the answers to those that wanted to book. */
async function actOut(
  all: readonly Intent[],
  { instructors, askers }: { instructors: TestInstructor[]; askers: TestPerson[] },
) {
  const api = createTestApi({ now: NOW });
  const act = async ({ kind, asker, instructor, quarter, minutes }: Intent) => {
    if (kind === "cancel") return await cancelSome(quarter % 40);
    const start_at = new Date(Date.parse("2026-12-02T00:00:00Z") + quarter * 900_000).toISOString();
    const teacher = instructors[instructor] as TestInstructor;
    const body = bookingBody(teacher, { start_at }, { duration_minutes: minutes });
    return await api.post("/api/bookings", body, { as: askers[asker] as TestPerson });
  };
  const answers = [];
  for (let from = 0; from < all.length; from += WAVE) {
    const wave = await Promise.all(all.slice(from, from + WAVE).map(act));
    answers.push(...wave.filter((answer) => answer !== undefined));
    expect(await listOverlaps()).toEqual([]);
  }
  return answers;
}

test("2,000 intents of ten people, in waves, never put anybody in two places at once", {
  timeout: 120_000,
}, async () => {
  const people = await createPeople();

  const answers = await actOut(fc.sample(intents, { seed: 2026, numRuns: INTENTS }), people);

  const byCode = Map.groupBy(answers, ({ status, json }) =>
    status === 201 ? "booked" : json.code,
  );
  expect([...byCode.keys()].sort()).toEqual([
    "booked",
    "self_booking",
    "slot_taken",
    "student_conflict",
  ]);
  const booked = (byCode.get("booked") ?? []).map(({ json }) => json);
  expect(booked.length).toBeGreaterThan(200);
  expect(byCode.get("student_conflict")?.length).toBeGreaterThan(100);

  expect(await listOverlaps()).toEqual([]);
  expect(await listBrokenBuffers()).toEqual([]);
  const ids = booked.map(({ id }) => ({ id })).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(await query("SELECT id FROM bookings ORDER BY id")).toEqual(ids);
  expect(
    await query("SELECT booking_id AS id FROM booking_events WHERE from_status IS NULL ORDER BY 1"),
  ).toEqual(ids);
  const cancelled = await query("SELECT id FROM bookings WHERE status = 'cancelled'");
  expect(cancelled.length).toBeGreaterThan(100);
  for (const { id } of people.instructors) {
    const lessons = booked.filter(({ instructor, student }) =>
      [instructor.id, student.id].includes(id),
    );
    expect(
      await query("SELECT availability_version AS v FROM instructors WHERE id = ?", id),
    ).toEqual([{ v: 1 + lessons.length }]);
  }
});
