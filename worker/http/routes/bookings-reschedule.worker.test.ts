import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
  everyDay,
  type TestPerson,
} from "../../../tests/factories.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = "2026-12-01T15:00:00Z";
const START_AT = "2026-12-03T15:00:00Z";
const START = Date.parse(START_AT);
const HOUR_MS = 3_600_000;

async function createLesson(options: Parameters<typeof createInstructor>[0] = {}, db = env.DB) {
  const api = createTestApi({ now: NOW, bindings: { DB: db } });
  const [instructor, student] = [await createInstructor(options), await createStudent()];
  const id = await createBooking({ instructor, student, startAt: START_AT });
  const reschedule = (body: unknown, as: TestPerson = student, headers = {}) =>
    api.send(`/api/bookings/${id}/reschedule`, { method: "POST", body, as, headers });
  const events = async () =>
    await query("SELECT from_start_at, to_start_at FROM booking_events WHERE booking_id = ?", id);
  return { api, instructor, student, id, reschedule, events };
}

const codeOf = ({ status, json }: { status: number; json: { code?: string } }) => [
  status,
  json.code,
];

test("a lesson moves to another time with its price, keeps the old time on record and is told to both", async () => {
  const { api, instructor, student, id, reschedule, events } = await createLesson();
  await query("UPDATE offerings SET hourly_rate_cents = 9900 WHERE id = ?", instructor.offeringId);

  const moved = await reschedule({ date: "2026-12-04", start_time: "09:30" });

  expect(moved.status).toBe(200);
  expect(moved.json).toMatchObject({
    ...{ id, date: "2026-12-04", start_time: "09:30", end_time: "10:30", price_cents: 6000 },
    ...{ start_at: "2026-12-04T14:30:00Z", end_at: "2026-12-04T15:30:00Z", status: "confirmed" },
  });
  expect((await api.get(`/api/bookings/${id}`, { as: instructor })).json).toEqual(moved.json);
  const to_start_at = Date.parse("2026-12-04T14:30:00Z");
  expect(await events()).toEqual([{ from_start_at: START, to_start_at }]);
  const mails = await query<{
    user_id: string;
    old: number;
    start: number;
    by: string;
    seq: number;
  }>(
    `SELECT user_id, data ->> 'oldStartAt' AS old, data ->> 'startAt' AS start,
       data ->> 'movedBy' AS "by", data ->> 'sequence' AS seq
     FROM emails WHERE kind = 'lesson_rescheduled' AND data ->> 'bookingId' = ?`,
    id,
  );
  const facts = { old: START, start: to_start_at, by: "student", seq: 1 };
  expect(new Set(mails.map(({ user_id }) => user_id))).toEqual(
    new Set([student.id, instructor.id]),
  );
  for (const mail of mails) expect(mail).toMatchObject(facts);
  // The old time is free, the new one is not.
  const book = async (start_at: string) =>
    (
      await api.post("/api/bookings", bookingBody(instructor, { start_at }), {
        as: await createStudent(),
      })
    ).status;
  expect([await book(START_AT), await book("2026-12-04T14:30:00Z")]).toEqual([201, 409]);
});

test("either party moves it until 12 hours before the start, that instant included", async () => {
  const { api, instructor, reschedule } = await createLesson();
  api.clock.now = START - 12 * HOUR_MS + 1;
  expect(codeOf(await reschedule({ start_at: "2026-12-04T15:00:00Z" }))).toEqual([422, "too_late"]);
  api.clock.now = START - 12 * HOUR_MS;
  const moved = await reschedule({ start_at: "2026-12-04T15:00:00Z" }, instructor);
  expect(moved.status).toBe(200);
});

test("it may overlap its own old time, buffer and all, and the same time again changes nothing", async () => {
  const { reschedule, events } = await createLesson({ bufferMinutes: 30 });
  expect((await reschedule({ start_at: "2026-12-03T15:15:00Z" })).status).toBe(200);
  const before = await countRows();
  const again = await reschedule({ start_at: "2026-12-03T15:15:00Z" });
  expect([again.status, again.json.start_at]).toEqual([200, "2026-12-03T15:15:00Z"]);
  expect(await countRows()).toEqual(before);
  expect(await events()).toHaveLength(1);
});

test("what a new booking would be refused for, a move is refused for too, and nothing is written", async () => {
  const { instructor, student, id, reschedule } = await createLesson({ bufferMinutes: 15 });
  const [other, elsewhere] = [await createStudent(), await createInstructor()];
  await createBooking({ instructor, student: other, startAt: "2026-12-03T18:00:00Z" });
  await createBooking({ instructor: elsewhere, student, startAt: "2026-12-03T20:00:00Z" });
  const state = async () => [
    await countRows(),
    await query("SELECT * FROM bookings WHERE id = ?", id),
  ];
  const before = await state();
  const cases: [unknown, [number, string]][] = [
    [{ start_at: "2026-12-03T16:07:00Z" }, [422, "invalid_start"]],
    [{ start_at: "2026-12-01T14:45:00Z" }, [422, "invalid_start"]],
    [{ start_at: "2026-12-01T16:45:00Z" }, [422, "insufficient_notice"]],
    [{ date: "2026-12-03", start_time: "16:15" }, [422, "outside_availability"]],
    [{ start_at: "2026-12-03T18:00:00Z" }, [409, "slot_taken"]],
    [{ start_at: "2026-12-03T19:00:00Z" }, [409, "slot_taken"]],
    [{ start_at: "2026-12-03T20:15:00Z" }, [409, "student_conflict"]],
    [{ date: "2026-12-04" }, [422, "validation_failed"]],
    [{ date: "2026-12-04", start_at: START_AT }, [422, "validation_failed"]],
    [{ start_at: START_AT, duration_minutes: 30 }, [422, "validation_failed"]],
    [{ date: "2026-02-30", start_time: "10:00" }, [422, "validation_failed"]],
  ];
  for (const [body, expected] of cases) expect(codeOf(await reschedule(body))).toEqual(expected);
  const taken = await reschedule({ start_at: "2026-12-03T18:00:00Z" });
  expect(taken.json.alternatives).toHaveLength(3);
  expect(codeOf(await reschedule({ start_at: "2026-12-04T15:00:00Z" }, other))).toEqual([
    404,
    "not_found",
  ]);
  await query("UPDATE offerings SET duration_options = '[30]' WHERE id = ?", instructor.offeringId);
  expect(codeOf(await reschedule({ start_at: "2026-12-04T15:00:00Z" }))).toEqual([
    422,
    "invalid_duration",
  ]);
  expect(await state()).toEqual(before);
});

test("a move across midnight and across a change of the clocks lasts as long as before", async () => {
  const { api, reschedule } = await createLesson({ weekly: everyDay("00:00-24:00") });
  const night = await reschedule({ date: "2026-12-04", start_time: "23:30" });
  expect(night.json).toMatchObject({ start_time: "23:30", end_time: "00:30", price_cents: 6000 });
  // 01:30 to 03:30 on the clock, an hour in time.
  const spring = await reschedule({ date: "2027-03-14", start_time: "01:30" });
  expect(spring.json).toMatchObject({
    ...{ start_at: "2027-03-14T06:30:00Z", end_at: "2027-03-14T07:30:00Z" },
    ...{ end_time: "03:30", duration_minutes: 60 },
  });
  expect(codeOf(await reschedule({ date: "2027-03-14", start_time: "02:30" }))).toEqual([
    422,
    "invalid_start",
  ]);
  api.clock.now = Date.parse("2027-03-13T18:30:00Z");
  expect((await reschedule({ date: "2027-11-07", start_time: "01:30" })).json.start_at).toBe(
    "2027-11-07T05:30:00Z",
  );
});

test("when the reply is lost, the retry with its key gets the move that was made, once", async () => {
  let losesReply = true;
  const { db } = watchDatabase(env.DB, {
    afterBatch: (sql) => {
      if (!losesReply || !sql.some((text) => text.startsWith("UPDATE bookings"))) return;
      losesReply = false;
      throw new Error("Network connection lost.");
    },
  });
  const { reschedule, events } = await createLesson({}, db);
  const wish = { start_at: "2026-12-04T15:00:00Z" };
  expect((await reschedule(wish, undefined, { "idempotency-key": "k" })).status).toBe(500);
  const again = await reschedule(wish, undefined, { "idempotency-key": "k" });
  expect([again.status, again.json.start_at]).toEqual([200, wish.start_at]);
  expect(await events()).toHaveLength(1);
});

test("what changes between the read and the write is read again and judged as it is then", async () => {
  let slipIn: (() => Promise<unknown>) | null = null;
  const { db } = watchDatabase(env.DB, {
    beforeBatch: async (sql) => {
      if (!slipIn || !sql.some((text) => text.startsWith("UPDATE bookings"))) return;
      const act = slipIn;
      slipIn = null;
      await act();
    },
  });
  const { id, instructor, reschedule, events } = await createLesson({}, db);
  const wish = { start_at: "2026-12-04T15:00:00Z" };
  const mine = createTestApi({ now: NOW });
  slipIn = () =>
    mine.send(`/api/bookings/${id}`, {
      method: "PATCH",
      body: { instructor_note: "x" },
      as: instructor,
    });
  // A note is no hindrance: the second attempt moves the lesson, note and all.
  expect((await reschedule(wish)).status).toBe(200);
  expect((await mine.get(`/api/bookings/${id}`, { as: instructor })).json.instructor_note).toBe(
    "x",
  );
  slipIn = () => mine.post(`/api/bookings/${id}/cancel`, { reason: "ill" }, { as: instructor });
  expect(codeOf(await reschedule({ start_at: "2026-12-05T15:00:00Z" }))).toEqual([
    409,
    "invalid_state",
  ]);
  expect(await events()).toHaveLength(2);
});

test("of ten lessons that move to one time at once, one does", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor({ weekly: everyDay("00:00-24:00") });
  const lessons = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const student = await createStudent();
      const startAt = new Date(START + index * HOUR_MS).toISOString();
      return { student, id: await createBooking({ instructor, student, startAt }) };
    }),
  );
  const answers = await Promise.all(
    lessons.map(({ student, id }) =>
      api.post(
        `/api/bookings/${id}/reschedule`,
        { start_at: "2026-12-06T15:00:00Z" },
        { as: student },
      ),
    ),
  );
  const codes = answers.map(({ status, json }) => json.code ?? status);
  expect(codes.sort()).toEqual([200, ...Array(9).fill("slot_taken")]);
});

test("bookings and moves count for one limit, each person's own", async () => {
  const api = createTestApi({ now: NOW, settings: { RATE_LIMIT_SCALE: "1" } });
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const id = await createBooking({ instructor, student, startAt: START_AT });
  const move = () =>
    api.post(`/api/bookings/${id}/reschedule`, { start_at: START_AT }, { as: student });
  const book = (as: TestPerson) =>
    api.post("/api/bookings", bookingBody(instructor, { start_at: "2026-12-04T15:00:00Z" }), {
      as,
    });
  for (let time = 0; time < 20; time++) expect((await move()).status).toBe(200);
  const [refused, booked] = [await move(), await book(student)];
  expect([codeOf(refused), codeOf(booked)]).toEqual([
    [429, "rate_limited"],
    [429, "rate_limited"],
  ]);
  expect(refused.headers.get("retry-after")).toBe("60");
  expect((await book(await createStudent())).status).toBe(201);
  api.clock.now += 60_000;
  expect((await move()).status).toBe(200);
});
