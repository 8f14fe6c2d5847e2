import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { listOverlaps, query } from "../../tests/database.ts";
import {
  createBooking,
  createInstructor,
  createStudent,
  type TestInstructor,
  type TestPerson,
} from "../../tests/factories.ts";
import { isAbort } from "../errors.ts";

/** "ok", or the word with which a trigger refused what was written past the API. */
async function outcomeOf(write: Promise<unknown>): Promise<string> {
  try {
    await write;
    return "ok";
  } catch (error) {
    const word = ["slot_taken", "student_conflict"].find((message) => isAbort(error, message));
    if (!word) throw error;
    return word;
  }
}

function insert(instructor: TestInstructor, student: TestPerson, time: string, minutes = 60) {
  const startAt = `2026-12-02T${time}:00Z`;
  return outcomeOf(createBooking({ instructor, student, startAt, durationMinutes: minutes }));
}

const setStatus = (id: string, status: string) =>
  outcomeOf(
    query(
      "UPDATE bookings SET status = ?1, cancelled_at = iif(?1 = 'cancelled', 1, NULL) WHERE id = ?2",
      status,
      id,
    ),
  );

const moveTo = (id: string, time: string) =>
  outcomeOf(
    query(
      "UPDATE bookings SET start_at = ?1, end_at = ?1 + duration_minutes * 60000 WHERE id = ?2",
      Date.parse(`2026-12-02T${time}:00Z`),
      id,
    ),
  );

test("a plain INSERT cannot give an instructor two lessons at once, and lessons may touch", async () => {
  const [instructor, one, other] = [
    await createInstructor(),
    await createStudent(),
    await createStudent(),
  ];
  expect(await insert(instructor, one, "12:00")).toBe("ok");
  expect(await insert(instructor, other, "12:00")).toBe("slot_taken");
  expect(await insert(instructor, other, "11:15")).toBe("slot_taken");
  expect(await insert(instructor, other, "12:45")).toBe("slot_taken");
  expect(await insert(instructor, other, "12:15", 15)).toBe("slot_taken");
  expect(await insert(instructor, other, "11:00", 240)).toBe("slot_taken");
  expect(await insert(instructor, other, "11:00")).toBe("ok");
  expect(await insert(instructor, other, "13:00")).toBe("ok");
});

test("a plain INSERT cannot put a student, or somebody who does both, in two places", async () => {
  const [one, other, student] = [
    await createInstructor(),
    await createInstructor(),
    await createStudent(),
  ];
  expect(await insert(one, student, "12:00")).toBe("ok");
  expect(await insert(other, student, "12:30")).toBe("student_conflict");
  // An instructor who takes a lesson: while giving one, and the other way round.
  expect(await insert(other, one, "12:30")).toBe("slot_taken");
  expect(await insert(other, one, "14:00")).toBe("ok");
  expect(await insert(one, student, "14:45")).toBe("student_conflict");
  expect(await insert(one, student, "15:00")).toBe("ok");
});

test("the longest lesson is seen from its last quarter of an hour", async () => {
  const [instructor, one, other] = [
    await createInstructor(),
    await createStudent(),
    await createStudent(),
  ];
  expect(await insert(instructor, one, "08:00", 240)).toBe("ok");
  expect(await insert(instructor, other, "11:45", 15)).toBe("slot_taken");
  expect(await insert(await createInstructor(), one, "11:45", 15)).toBe("student_conflict");
  expect(await insert(instructor, other, "12:00", 15)).toBe("ok");
});

test("lessons that are not confirmed neither stand in the way nor are held up", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const startAt = "2026-12-02T12:00:00Z";
  for (const status of ["cancelled", "completed", "no_show", "confirmed"] as const) {
    expect(await outcomeOf(createBooking({ instructor, student, startAt, status }))).toBe("ok");
  }
  for (const status of ["cancelled", "completed", "no_show"] as const) {
    expect(await outcomeOf(createBooking({ instructor, student, startAt, status }))).toBe("ok");
  }
});

test("an UPDATE cannot move a lesson onto another, nor bring one back to where another is", async () => {
  const [instructor, one, other] = [
    await createInstructor(),
    await createStudent(),
    await createStudent(),
  ];
  await insert(instructor, one, "12:00");
  const moved = await createBooking({
    instructor,
    student: other,
    startAt: "2026-12-02T14:00:00Z",
  });
  const back = await createBooking({
    instructor,
    student: other,
    startAt: "2026-12-02T12:30:00Z",
    status: "cancelled",
  });
  expect(await moveTo(moved, "12:45")).toBe("slot_taken");
  expect(await moveTo(moved, "13:00")).toBe("ok");
  // A quarter of an hour into where it is itself.
  expect(await moveTo(moved, "13:15")).toBe("ok");
  expect(await setStatus(back, "confirmed")).toBe("slot_taken");
  expect(await moveTo(back, "13:15")).toBe("ok");
  expect(await moveTo(back, "16:00")).toBe("ok");
  expect(await setStatus(back, "confirmed")).toBe("ok");
  expect(await setStatus(back, "completed")).toBe("ok");
});

test("an UPDATE cannot hand a lesson over to somebody who is busy then", async () => {
  const [one, other] = [await createInstructor(), await createInstructor()];
  const [student, busy] = [await createStudent(), await createStudent()];
  await insert(one, busy, "12:00");
  const id = await createBooking({ instructor: other, student, startAt: "2026-12-02T12:30:00Z" });
  const setPerson = (column: string, person: TestPerson) =>
    outcomeOf(query(`UPDATE bookings SET ${column} = ? WHERE id = ?`, person.id, id));
  expect(await setPerson("instructor_id", one)).toBe("slot_taken");
  expect(await setPerson("student_id", busy)).toBe("student_conflict");
  expect(await setPerson("student_id", one)).toBe("slot_taken");
  expect(await setPerson("student_id", await createStudent())).toBe("ok");
});

test("a refused lesson takes its whole batch along, whatever the INSERT says about conflicts", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const id = await createBooking({ instructor, student, startAt: "2026-12-02T12:00:00Z" });
  const copy = (suffix: string, hours: number, insertInto = "INSERT INTO") =>
    env.DB.prepare(
      `${insertInto} bookings SELECT id || ?1, student_id, instructor_id, offering_id, service_name, status,
         start_at + ?2, end_at + ?2, timezone, duration_minutes, hourly_rate_cents, price_cents,
         location_type, location_detail, student_note, instructor_note, policy_version, cancelled_by,
         cancelled_at, cancellation_reason, cancellation_fee_percent, cancellation_fee_cents, created_at,
         updated_at, sequence, move_id FROM bookings WHERE id = ?3`,
    ).bind(suffix, hours * 3_600_000, id);
  expect(await outcomeOf(env.DB.batch([copy("-a", 1), copy("-b", 2), copy("-c", 2)]))).toBe(
    "slot_taken",
  );
  for (const insertInto of ["INSERT OR IGNORE INTO", "INSERT OR REPLACE INTO"]) {
    expect(await outcomeOf(copy("-a", 0, insertInto).run())).toBe("slot_taken");
    expect(await outcomeOf(copy("", 0, insertInto).run())).toBe("slot_taken");
  }
  const rows = () => query("SELECT id FROM bookings WHERE instructor_id = ?", instructor.id);
  expect(await rows()).toEqual([{ id }]);
  expect(await outcomeOf(env.DB.batch([copy("-a", 1), copy("-b", 2)]))).toBe("ok");
  expect(await rows()).toHaveLength(3);
});

test("the triggers refuse exactly the writes that would leave an overlap", async () => {
  const people = [await createInstructor(), await createInstructor(), await createInstructor()];
  const lesson = fc.record({
    teacher: fc.nat(2),
    step: fc.integer({ min: 1, max: 2 }),
    quarter: fc.nat(160),
    length: fc.integer({ min: 1, max: 16 }),
  });
  const taken: { people: string[]; start: number; end: number }[] = [];
  const base = Date.parse("2026-12-05T00:00:00Z");
  for (const { teacher, step, quarter, length } of fc.sample(lesson, { seed: 7, numRuns: 150 })) {
    const instructor = people[teacher] as TestInstructor;
    const student = people[(teacher + step) % 3] as TestInstructor;
    const wanted = {
      people: [instructor.id, student.id],
      start: quarter,
      end: quarter + length,
    };
    const isFree = !taken.some(
      (other) =>
        other.people.some((id) => wanted.people.includes(id)) &&
        other.start < wanted.end &&
        wanted.start < other.end,
    );
    const startAt = new Date(base + wanted.start * 900_000).toISOString();
    const outcome = await outcomeOf(
      createBooking({ instructor, student, startAt, durationMinutes: length * 15 }),
    );
    expect(outcome === "ok").toBe(isFree);
    if (isFree) taken.push(wanted);
  }
  expect(taken.length).toBeGreaterThan(15);
  expect(taken.length).toBeLessThan(120);
  expect(await listOverlaps()).toEqual([]);
});

test("no row can be stored that breaks what a booking is", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const id = await createBooking({ instructor, student, startAt: "2026-12-02T12:00:00Z" });
  for (const [assignment, constraint] of [
    ["status = 'pending'", "bookings_status"],
    ["student_id = instructor_id", "bookings_self"],
    ["end_at = end_at + 900000", "bookings_end"],
    ["duration_minutes = 255, end_at = start_at + 15300000", "bookings_duration"],
    ["duration_minutes = 0, end_at = start_at", "bookings_duration"],
    ["start_at = start_at + 60000, end_at = end_at + 60000", "bookings_quarter"],
    ["duration_minutes = 50, end_at = start_at + 3000000", "bookings_quarter"],
    ["status = 'cancelled'", "bookings_cancellation"],
    ["cancelled_at = 1", "bookings_cancellation"],
  ]) {
    const update = query(`UPDATE bookings SET ${assignment} WHERE id = ?`, id);
    await expect(update, assignment).rejects.toThrow(`CHECK constraint failed: ${constraint}`);
  }
  for (const assignment of ["student_id = 'x'", "instructor_id = 'x'", "offering_id = 'x'"]) {
    const update = query(`UPDATE bookings SET ${assignment} WHERE id = ?`, id);
    await expect(update, assignment).rejects.toThrow("FOREIGN KEY constraint failed");
  }
  for (const [table, of] of [
    ["users", student],
    ["instructors", instructor],
  ] as const) {
    await expect(query(`DELETE FROM ${table} WHERE id = ?`, of.id)).rejects.toThrow("FOREIGN KEY");
  }
});
