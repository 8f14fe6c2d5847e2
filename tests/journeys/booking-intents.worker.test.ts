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

/** Whatever may come of an intent. */
const EXPECTED = new Set([
  "done",
  "insufficient_notice",
  "invalid_state",
  "precondition_failed",
  "self_booking",
  "slot_taken",
  "student_conflict",
  "too_late",
]);

interface Intent {
  kind: "book" | "cancel" | "move";
  asker: number;
  instructor: number;
  quarter: number;
  minutes: number;
  /** Which of the lessons there are; whose it is decides nothing. */
  place: number;
}

const intents: fc.Arbitrary<Intent> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant("book" as const) },
    { weight: 1, arbitrary: fc.constant("cancel" as const) },
    { weight: 3, arbitrary: fc.constant("move" as const) },
  ),
  asker: fc.nat(7),
  instructor: fc.nat(3),
  quarter: fc.nat(6 * 96),
  minutes: fc.constantFrom(...DURATIONS),
  place: fc.nat(1_000_000),
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

interface Outcome {
  kind: Intent["kind"];
  code: string;
  lesson: { id: string; start_at: string; instructor: { id: string }; student: { id: string } };
}

/** Lets the intents loose, a wave at a time. Lessons of earlier waves are there to be acted on. */
async function actOut(
  all: readonly Intent[],
  { instructors, askers }: { instructors: TestInstructor[]; askers: TestPerson[] },
): Promise<Outcome[]> {
  const api = createTestApi({ now: NOW });
  const people = new Map([...instructors, ...askers].map((person) => [person.id, person]));
  const lessons: Outcome["lesson"][] = [];
  const act = async ({ kind, asker, instructor, quarter, minutes, place }: Intent) => {
    const start_at = new Date(Date.parse("2026-12-02T00:00:00Z") + quarter * 900_000).toISOString();
    if (kind === "book") {
      const teacher = instructors[instructor] as TestInstructor;
      const body = bookingBody(teacher, { start_at }, { duration_minutes: minutes });
      return await api.post("/api/bookings", body, { as: askers[asker] as TestPerson });
    }
    const lesson = lessons[place % lessons.length] as Outcome["lesson"];
    const party = place % 2 === 0 ? lesson.student : lesson.instructor;
    const as = people.get(party.id) as TestPerson;
    const [path, body] =
      kind === "cancel" ? ["cancel", { reason: "ill" }] : ["reschedule", { start_at }];
    return await api.post(`/api/bookings/${lesson.id}/${path}`, body, { as });
  };
  const outcomes: Outcome[] = [];
  for (let from = 0; from < all.length; from += WAVE) {
    const wave = all.slice(from, from + WAVE).filter(({ kind }) => from > 0 || kind === "book");
    const answers = await Promise.all(wave.map(act));
    for (const [index, { status, json }] of answers.entries()) {
      const kind = (wave[index] as Intent).kind;
      const code = status < 300 ? "done" : json.code;
      outcomes.push({ kind, code, lesson: json });
      if (kind === "book" && code === "done") lessons.push(json);
    }
    expect(await listOverlaps()).toEqual([]);
    expect(await listBrokenBuffers()).toEqual([]);
  }
  return outcomes;
}

test("2,000 intents to book, move and cancel, in waves, never put anybody in two places at once", {
  timeout: 180_000,
}, async () => {
  const people = await createPeople();

  const outcomes = await actOut(fc.sample(intents, { seed: 2026, numRuns: INTENTS }), people);

  const done = (kind: Intent["kind"]) =>
    outcomes.filter((outcome) => outcome.kind === kind && outcome.code === "done");
  const [booked, moved, cancelled] = [done("book"), done("move"), done("cancel")];
  expect(booked.length).toBeGreaterThan(200);
  expect(moved.length).toBeGreaterThan(50);
  expect(cancelled.length).toBeGreaterThan(50);
  const codes = new Set(outcomes.map(({ code }) => code));
  for (const met of ["slot_taken", "student_conflict", "invalid_state", "self_booking"]) {
    expect(codes, met).toContain(met);
  }
  const unexpected = [...codes].filter((code) => !EXPECTED.has(code));
  expect(unexpected).toEqual([]);

  const idsOf = (list: Outcome[]) => list.map(({ lesson }) => lesson.id).sort();
  const listIds = async (sql: string) =>
    (await query<{ id: string }>(`${sql} ORDER BY 1`)).map(({ id }) => id);
  expect(await listIds("SELECT id FROM bookings")).toEqual(idsOf(booked));
  expect(await listIds("SELECT id FROM bookings WHERE status = 'cancelled'")).toEqual(
    idsOf(cancelled),
  );
  // Everything that was acknowledged is on record and was told to both people, and nothing else.
  const events = (condition: string) =>
    listIds(`SELECT booking_id AS id FROM booking_events WHERE ${condition}`);
  const mails = (kind: string) =>
    listIds(`SELECT data ->> 'bookingId' AS id FROM emails WHERE kind = '${kind}'`);
  const twice = (ids: string[]) => ids.flatMap((id) => [id, id]);
  expect(await events("from_status IS NULL")).toEqual(idsOf(booked));
  expect(await events("to_status = 'cancelled'")).toEqual(idsOf(cancelled));
  expect(await mails("lesson_booked")).toEqual(twice(idsOf(booked)));
  expect(await mails("lesson_cancelled")).toEqual(twice(idsOf(cancelled)));
  // A move to the time that it had already is none.
  const real = await events("from_status = 'confirmed' AND to_status = 'confirmed'");
  expect(real.length).toBeGreaterThan(moved.length - 20);
  expect(real.length).toBeLessThanOrEqual(moved.length);
  expect(await mails("lesson_rescheduled")).toEqual(twice(real));
  for (const { id } of people.instructors) {
    const touches = [...(await events("1"))].filter((lessonId) => {
      const lesson = booked.find((outcome) => outcome.lesson.id === lessonId)?.lesson;
      return [lesson?.instructor.id, lesson?.student.id].includes(id);
    });
    expect(
      await query("SELECT availability_version AS v FROM instructors WHERE id = ?", id),
    ).toEqual([{ v: 1 + touches.length }]);
  }
});
