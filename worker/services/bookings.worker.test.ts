import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
  type TestInstructor,
  type TestPerson,
} from "../../tests/factories.ts";
import { watchDatabase } from "../../tests/watched-database.ts";

const NOW = "2026-12-01T15:00:00Z";
const TEN = { date: "2026-12-02", start_time: "10:00" };
const TEN_AT = "2026-12-02T15:00:00Z";

/** An API in which somebody else acts between the checks of a booking and its write, once. */
function apiWith(meanwhile: () => Promise<unknown>) {
  let isOver = false;
  const { db } = watchDatabase(env.DB, {
    beforeBatch: async (sql) => {
      if (isOver || !sql.some((text) => text.startsWith("INSERT INTO bookings"))) return;
      isOver = true;
      await meanwhile();
    },
  });
  return createTestApi({ now: NOW, bindings: { DB: db } });
}

/** Books with that happening in between; the code or, if it was made, the booking's status. */
async function bookDespite(
  instructor: TestInstructor,
  meanwhile: (student: TestPerson) => Promise<unknown>,
) {
  const student = await createStudent();
  const api = apiWith(() => meanwhile(student));
  const { json } = await api.post("/api/bookings", bookingBody(instructor, TEN), { as: student });
  const written = await query("SELECT id FROM bookings WHERE student_id = ?", student.id);
  const moves = await query(
    "SELECT e.id FROM booking_events AS e JOIN bookings AS b ON b.id = e.booking_id WHERE b.student_id = ?",
    student.id,
  );
  return { code: json.code ?? json.status, rows: written.length, moves: moves.length, json };
}

const versionOf = async ({ id }: TestInstructor) =>
  (
    await query<{ v: number }>("SELECT availability_version AS v FROM instructors WHERE id = ?", id)
  )[0]?.v;

const nothing = { rows: 0, moves: 0 };

test("an instructor who is suspended or leaves between the checks and the write gets no lesson", async () => {
  for (const status of ["suspended", "deactivated"]) {
    const instructor = await createInstructor();
    const outcome = await bookDespite(instructor, () =>
      query("UPDATE users SET status = ? WHERE id = ?", status, instructor.id),
    );
    expect(outcome).toMatchObject({ code: "instructor_unavailable", ...nothing });
    expect(await versionOf(instructor)).toBe(1);
  }
});

test("a student who is suspended or leaves between the checks and the write gets no lesson", async () => {
  for (const status of ["suspended", "deactivated"]) {
    const instructor = await createInstructor();
    const outcome = await bookDespite(instructor, (student) =>
      query("UPDATE users SET status = ? WHERE id = ?", status, student.id),
    );
    expect(outcome).toMatchObject(nothing);
    expect(await versionOf(instructor)).toBe(1);
  }
});

test("an offering that is hidden or removed between the checks and the write cannot be booked", async () => {
  for (const change of ["UPDATE offerings SET is_active = 0", "DELETE FROM offerings"]) {
    const instructor = await createInstructor();
    const outcome = await bookDespite(instructor, () =>
      query(`${change} WHERE id = ?`, instructor.offeringId),
    );
    expect(outcome).toMatchObject({ code: "instructor_unavailable", ...nothing });
    expect(await versionOf(instructor)).toBe(1);
  }
});

test("a price that changes between the checks and the write is the one that was checked", async () => {
  const instructor = await createInstructor({ hourlyRateCents: 6000 });
  const outcome = await bookDespite(instructor, () =>
    query("UPDATE offerings SET hourly_rate_cents = 9000 WHERE id = ?", instructor.offeringId),
  );
  expect(outcome).toMatchObject({ code: "confirmed", rows: 1, moves: 1 });
  expect(outcome.json).toMatchObject({ hourly_rate_cents: 6000, price_cents: 6000 });
});

test("a lesson that is made between the checks and the write is found by the write", async () => {
  const instructor = await createInstructor();
  const taken = await bookDespite(instructor, async () =>
    createBooking({ instructor, student: await createStudent(), startAt: TEN_AT }),
  );
  expect(taken).toMatchObject({ code: "slot_taken", ...nothing });
  expect(taken.json.alternatives).toHaveLength(3);
});

test("a lesson of the student that is made between the checks and the write is found by the write", async () => {
  const [instructor, other, student] = [
    await createInstructor(),
    await createInstructor(),
    await createStudent(),
  ];
  const api = apiWith(() => createBooking({ instructor: other, student, startAt: TEN_AT }));
  const { json } = await api.post("/api/bookings", bookingBody(instructor, TEN), { as: student });
  expect(json.code).toBe("student_conflict");
  expect(
    await query("SELECT instructor_id FROM bookings WHERE student_id = ?", student.id),
  ).toEqual([{ instructor_id: other.id }]);
});

test("a buffer that grows between the checks and the write counts as it is when writing", async () => {
  const instructor = await createInstructor({ bufferMinutes: 0 });
  await createBooking({
    instructor,
    student: await createStudent(),
    startAt: "2026-12-02T16:00:00Z",
  });
  const outcome = await bookDespite(instructor, () =>
    query("UPDATE instructors SET buffer_minutes = 15 WHERE id = ?", instructor.id),
  );
  expect(outcome).toMatchObject({ code: "slot_taken", ...nothing });
});

test("a lesson that is cancelled between the checks and the write leaves its time free", async () => {
  const instructor = await createInstructor();
  const id = await createBooking({ instructor, student: await createStudent(), startAt: TEN_AT });
  const outcome = await bookDespite(instructor, () =>
    query("UPDATE bookings SET status = 'cancelled', cancelled_at = 1 WHERE id = ?", id),
  );
  expect(outcome).toMatchObject({ code: "confirmed", rows: 1, moves: 1 });
});

test("when the write fails for another reason, nothing of it is kept and the reason is not told", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const { db } = watchDatabase(env.DB, {
    beforeBatch: (sql) => {
      if (sql.some((text) => text.startsWith("INSERT INTO bookings")))
        throw new Error("disk I/O error");
    },
  });
  const api = createTestApi({ now: NOW, bindings: { DB: db } });
  const failed = await api.post("/api/bookings", bookingBody(instructor, TEN), {
    as: student,
    headers: { "idempotency-key": "k" },
  });
  expect([failed.status, failed.json.code]).toEqual([500, "internal_error"]);
  expect(failed.text).not.toContain("disk");
  expect(api.logged).toContainEqual({
    event: "request_failed",
    facts: expect.objectContaining({ error: "Error: disk I/O error" }),
  });
  const retried = await createTestApi({ now: NOW }).post(
    "/api/bookings",
    bookingBody(instructor, TEN),
    {
      as: student,
      headers: { "idempotency-key": "k" },
    },
  );
  expect(retried.status).toBe(201);
});

test("a refusal whose key was answered meanwhile gives that answer", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const keyed = { as: student, headers: { "idempotency-key": "k" } };
  const body = bookingBody(instructor, TEN);
  const rival = await createBooking({
    instructor,
    student: await createStudent(),
    startAt: TEN_AT,
  });
  const plain = createTestApi({ now: NOW });
  // The slot is free again, and a twin of this request has it, before this one's refusal is kept.
  let twin: Awaited<ReturnType<typeof plain.post>> | null = null;
  const { db } = watchDatabase(env.DB, {
    beforeBatch: async (sql) => {
      if (twin || !sql.some((text) => text.startsWith('insert into "idempotency_keys"'))) return;
      await query("UPDATE bookings SET status = 'cancelled', cancelled_at = 1 WHERE id = ?", rival);
      twin = await plain.post("/api/bookings", body, keyed);
    },
  });
  const answer = await createTestApi({ now: NOW, bindings: { DB: db } }).post(
    "/api/bookings",
    body,
    keyed,
  );
  expect(answer.status).toBe(201);
  expect(answer.json).toEqual((twin as unknown as typeof answer).json);
  expect(await query("SELECT id FROM bookings WHERE student_id = ?", student.id)).toEqual([
    { id: answer.json.id },
  ]);
});
