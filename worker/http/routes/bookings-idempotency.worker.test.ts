import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi, type TestResponse } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = "2026-12-01T15:00:00Z";
const DAY_MS = 86_400_000;
const TEN = { date: "2026-12-04", start_time: "10:00" };
const ELEVEN = { date: "2026-12-04", start_time: "11:00" };

function keyedApi(options: Partial<Parameters<typeof createTestApi>[0]> = {}) {
  const api = createTestApi({ now: NOW, ...options });
  const book = (as: TestPerson, key: string, body: unknown) =>
    api.post("/api/bookings", body, { as, headers: { "idempotency-key": key } });
  return { ...api, book };
}

/** All of an answer that a caller can tell apart, but for the id of the request. */
function answerOf({ status, headers, json }: TestResponse) {
  const { request_id: _, ...body } = json;
  return { status, location: headers.get("location"), body };
}

test("the same key and body get the first answer, and there is one lesson", async () => {
  const { book } = keyedApi();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const body = bookingBody(instructor, TEN, { student_note: "Hello" });
  const first = await book(student, "k", body);
  const before = await countRows();
  const shuffled = Object.fromEntries(Object.entries(body).reverse());

  const again = [
    await book(student, "k", body),
    await book(student, "k", { ...shuffled, student_note: " Hello " }),
  ];

  expect(first.status).toBe(201);
  for (const answer of again) expect(answerOf(answer)).toEqual(answerOf(first));
  expect(await countRows()).toEqual(before);
});

test("the first refusal is given again, even when the time has become free since", async () => {
  const { book } = keyedApi();
  const [instructor, other] = [await createInstructor(), await createInstructor()];
  const [student, rival] = [await createStudent(), await createStudent()];
  await createBooking({ instructor, student: rival, startAt: "2026-12-04T15:00:00Z" });
  await createBooking({ instructor: other, student, startAt: "2026-12-04T16:00:00Z" });
  const taken = await book(student, "taken", bookingBody(instructor, TEN));
  const conflict = await book(student, "conflict", bookingBody(instructor, ELEVEN));
  expect(taken.json).toMatchObject({ status: 409, code: "slot_taken" });
  expect(taken.json.alternatives).toHaveLength(3);
  expect(conflict.json).toMatchObject({ status: 409, code: "student_conflict" });
  expect(conflict.json).not.toHaveProperty("alternatives");
  await query("UPDATE bookings SET status = 'cancelled', cancelled_at = 1");

  const takenAgain = await book(student, "taken", bookingBody(instructor, TEN));
  const conflictAgain = await book(student, "conflict", bookingBody(instructor, ELEVEN));

  expect(answerOf(takenAgain)).toEqual(answerOf(taken));
  expect(answerOf(conflictAgain)).toEqual(answerOf(conflict));
  expect((await book(student, "new", bookingBody(instructor, TEN))).status).toBe(201);
});

test("a request that was not good enough to try is not kept: put right, it may use its key again", async () => {
  const { book } = keyedApi();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const wrong = await book(
    student,
    "k",
    bookingBody(instructor, TEN, { location_type: "neutral" }),
  );
  expect(wrong.json.code).toBe("invalid_location");
  expect((await book(student, "k", bookingBody(instructor, TEN))).status).toBe(201);
});

test("a key used for another body is refused, and nothing is written", async () => {
  const { book } = keyedApi();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const body = bookingBody(instructor, TEN);
  await book(student, "k", body);
  const before = await countRows();
  for (const other of [
    bookingBody(instructor, ELEVEN),
    { ...body, duration_minutes: 30 },
    { ...body, student_note: "Hello" },
  ]) {
    const refused = await book(student, "k", other);
    expect([refused.status, refused.json.code]).toEqual([422, "idempotency_mismatch"]);
  }
  expect(await countRows()).toEqual(before);
});

test("twenty simultaneous requests with one key make one lesson and get one answer", async () => {
  const { book } = keyedApi();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const body = bookingBody(instructor, TEN);
  const answers = await Promise.all(Array.from({ length: 20 }, () => book(student, "k", body)));
  const [first] = answers.map(answerOf);
  expect(first?.status).toBe(201);
  for (const answer of answers) expect(answerOf(answer)).toEqual(first);
  const rows = await query("SELECT id FROM bookings WHERE student_id = ?", student.id);
  expect(rows).toEqual([{ id: first?.body.id }]);
});

test("twenty simultaneous requests with one key for a taken time get one refusal", async () => {
  const { book } = keyedApi();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const startAt = "2026-12-04T15:00:00Z";
  await createBooking({ instructor, student: await createStudent(), startAt });
  const body = bookingBody(instructor, TEN);
  const answers = await Promise.all(Array.from({ length: 20 }, () => book(student, "k", body)));
  const [first] = answers.map(answerOf);
  expect(first?.body.code).toBe("slot_taken");
  for (const answer of answers) expect(answerOf(answer)).toEqual(first);
});

test("one key for eight different simultaneous bodies lets one of them through", async () => {
  const { book } = keyedApi();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, hour) => {
      const start_time = `${String(hour + 9).padStart(2, "0")}:00`;
      return book(student, "k", bookingBody(instructor, { ...TEN, start_time }));
    }),
  );
  const codes = answers.map(({ json }) => json.code ?? json.status).sort();
  expect(codes).toEqual(["confirmed", ...Array(7).fill("idempotency_mismatch")]);
  expect(await query("SELECT id FROM bookings WHERE student_id = ?", student.id)).toHaveLength(1);
});

test("a key is kept for 24 hours, and after that it is like new", async () => {
  const { book, clock } = keyedApi();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const first = await book(student, "k", bookingBody(instructor, TEN));
  clock.now += DAY_MS - 1;
  expect(answerOf(await book(student, "k", bookingBody(instructor, TEN)))).toEqual(answerOf(first));
  clock.now += 1;
  expect((await book(student, "k", bookingBody(instructor, TEN))).json.code).toBe("slot_taken");
  expect((await book(student, "k", bookingBody(instructor, ELEVEN))).json.code).toBe(
    "idempotency_mismatch",
  );
  clock.now += DAY_MS;
  expect((await book(student, "k", bookingBody(instructor, ELEVEN))).status).toBe(201);
});

test("a retry gets its lesson also when the start is past and the instructor gone meanwhile", async () => {
  const { book, clock } = keyedApi();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const body = bookingBody(instructor, { date: "2026-12-01", start_time: "13:00" });
  const first = await book(student, "k", body);
  await query("UPDATE users SET status = 'deactivated' WHERE id = ?", instructor.id);
  clock.now += DAY_MS / 2;
  expect(first.status).toBe(201);
  expect(answerOf(await book(student, "k", body))).toEqual(answerOf(first));
});

test("two people with the same key have nothing to do with each other", async () => {
  const { book } = keyedApi();
  const [instructor, one, other] = [
    await createInstructor(),
    await createStudent(),
    await createStudent(),
  ];
  expect((await book(one, "k", bookingBody(instructor, TEN))).json.student.id).toBe(one.id);
  expect((await book(other, "k", bookingBody(instructor, ELEVEN))).json.student.id).toBe(other.id);
});

test("when the reply of the database is lost, the retry gets the lesson that was made", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  let losesReply = true;
  const { db } = watchDatabase(env.DB, {
    afterBatch: (sql) => {
      if (!losesReply || !sql.some((text) => text.startsWith("INSERT INTO bookings"))) return;
      losesReply = false;
      throw new Error("Network connection lost.");
    },
  });
  const { book } = keyedApi({ bindings: { DB: db } });
  const body = bookingBody(instructor, TEN);
  const lost = await book(student, "k", body);
  expect([lost.status, lost.json.code]).toEqual([500, "internal_error"]);
  const made = await query<{ id: string }>(
    "SELECT id FROM bookings WHERE student_id = ?",
    student.id,
  );

  const retried = await book(student, "k", body);

  expect(retried.status).toBe(201);
  expect(made).toEqual([{ id: retried.json.id }]);
  expect(await query("SELECT id FROM bookings WHERE student_id = ?", student.id)).toEqual(made);
  // Without a key it cannot be told whose lesson it is, but it is not made twice.
  expect(
    (await createTestApi({ now: NOW }).post("/api/bookings", body, { as: student })).json.code,
  ).toBe("slot_taken");
});

test("a key has 1 to 255 printable characters", async () => {
  const { book } = keyedApi();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  for (const key of ["", "k".repeat(256), "k\tk"]) {
    const refused = await book(student, key, bookingBody(instructor, TEN));
    expect([refused.status, refused.json.code]).toEqual([422, "validation_failed"]);
    expect(refused.json.errors).toEqual([{ path: "Idempotency-Key", message: expect.any(String) }]);
  }
  expect((await book(student, "k".repeat(255), bookingBody(instructor, TEN))).status).toBe(201);
});
