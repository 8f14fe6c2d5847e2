import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createAdmin,
  createBooking,
  createInstructor,
  createStudent,
} from "../../../tests/factories.ts";

const NOW = "2026-12-01T15:00:00Z";
// 10:00 to 11:00 in New York, two days ahead.
const START = Date.parse("2026-12-03T15:00:00Z");
const HOUR_MS = 3_600_000;

/** A lesson of two people, and ways to act on it as one of them. */
async function createLesson() {
  const api = createTestApi({ now: NOW });
  const [instructor, student] = [
    await createInstructor({ firstName: "Sarah", lastName: "Chen" }),
    await createStudent({ firstName: "Tom", lastName: "Ivers" }),
  ];
  const id = await createBooking({
    instructor,
    student,
    startAt: new Date(START).toISOString(),
  });
  const path = `/api/bookings/${id}`;
  const post = (move: string, body: unknown, as: typeof student, headers = {}) =>
    api.send(`${path}/${move}`, { method: "POST", ...(body !== null && { body }), as, headers });
  const history = async () =>
    await query("SELECT * FROM booking_events WHERE booking_id = ? ORDER BY id", id);
  const mails = async () =>
    await query<{ user_id: string; kind: string; data: string }>(
      "SELECT user_id, kind, data FROM emails WHERE data ->> 'bookingId' = ? ORDER BY id",
      id,
    );
  return { api, instructor, student, id, path, post, history, mails };
}

const codeOf = ({ status, json }: { status: number; json: { code?: string } }) => [
  status,
  json.code,
];

test("a cancellation is previewed, stored as previewed, told to both, and frees the time", async () => {
  const { api, student, instructor, path, post, history, mails } = await createLesson();
  api.clock.now = START - 20 * HOUR_MS;
  const preview = await api.get(`${path}/cancellation-preview`, { as: student });
  expect(preview.json).toEqual({
    fee_percent: 50,
    fee_cents: 3000,
    deadline_free_at: "2026-12-02T15:00:00Z",
  });

  const cancelled = await post("cancel", { reason: " <b>ill</b>\nsorry " }, student);

  expect(cancelled.status).toBe(200);
  expect(cancelled.json).toMatchObject({
    status: "cancelled",
    cancellation: { by: "student", reason: "<b>ill</b>\nsorry", fee_percent: 50, fee_cents: 3000 },
  });
  expect((await api.get(path, { as: instructor })).json).toEqual(cancelled.json);
  expect(await history()).toMatchObject([
    { actor_id: student.id, from_status: "confirmed", to_status: "cancelled" },
  ]);
  const told = (await mails()).map(({ user_id, kind, data }) => [user_id, kind, JSON.parse(data)]);
  const facts = {
    cancelledBy: "student",
    feeCents: 3000,
    reason: "<b>ill</b>\nsorry",
    sequence: 1,
  };
  expect(told).toEqual(
    expect.arrayContaining([
      [
        student.id,
        "lesson_cancelled",
        expect.objectContaining({ ...facts, otherName: "Sarah C." }),
      ],
      [
        instructor.id,
        "lesson_cancelled",
        expect.objectContaining({ ...facts, otherName: "Tom I." }),
      ],
    ]),
  );
  expect(told).toHaveLength(2);
  const offer = bookingBody(instructor, { start_at: new Date(START).toISOString() });
  expect((await api.post("/api/bookings", offer, { as: await createStudent() })).status).toBe(201);
});

test("the fee of a student changes at 24 and at 12 hours, to the millisecond, and nobody else pays", async () => {
  const { api, student, instructor, path } = await createLesson();
  const admin = await createAdmin();
  const feeAt = async (before: number, as = student) => {
    api.clock.now = START - before;
    return (await api.get(`${path}/cancellation-preview`, { as })).json.fee_percent;
  };
  expect(await feeAt(24 * HOUR_MS)).toBe(0);
  expect(await feeAt(24 * HOUR_MS - 1)).toBe(50);
  expect(await feeAt(12 * HOUR_MS)).toBe(50);
  expect(await feeAt(12 * HOUR_MS - 1)).toBe(100);
  expect(await feeAt(1)).toBe(100);
  for (const as of [instructor, admin]) expect(await feeAt(1, as)).toBe(0);
});

test("an admin cancels as admin, without a fee", async () => {
  const { api, post } = await createLesson();
  api.clock.now = START - 1;
  const { json } = await post("cancel", { reason: "storm" }, await createAdmin());
  expect(json.cancellation).toMatchObject({ by: "admin", fee_percent: 0, fee_cents: 0 });
});

test("a lesson is completed from its end on, or recorded as no-show and put right within a day", async () => {
  const { api, instructor, post, history } = await createLesson();
  api.clock.now = START + HOUR_MS - 1;
  expect(codeOf(await post("complete", null, instructor))).toEqual([422, "too_early"]);
  const noShow = await post("no-show", null, instructor);
  expect([noShow.status, noShow.json.status]).toEqual([200, "no_show"]);
  api.clock.now += 24 * HOUR_MS;
  const put = await post("complete", null, instructor);
  expect([put.status, put.json.status]).toEqual([200, "completed"]);
  expect(codeOf(await post("no-show", null, instructor))).toEqual([409, "invalid_state"]);
  expect((await history()).map(({ from_status, to_status }) => [from_status, to_status])).toEqual([
    ["confirmed", "no_show"],
    ["no_show", "completed"],
  ]);
});

test("a day and a millisecond after it was recorded, a no-show stays one", async () => {
  const { api, instructor, post } = await createLesson();
  api.clock.now = START + HOUR_MS / 4;
  expect((await post("no-show", null, instructor)).status).toBe(200);
  api.clock.now += 24 * HOUR_MS + 1;
  expect(codeOf(await post("complete", null, instructor))).toEqual([422, "too_late"]);
});

test("refused moves give their codes and write nothing", async () => {
  const { api, instructor, student, path, post, id } = await createLesson();
  const stranger = await createStudent();
  const reason = { reason: "ill" };
  const before = [await countRows(), await query("SELECT * FROM bookings WHERE id = ?", id)];
  const refusals: [Promise<{ status: number; json: { code?: string } }>, [number, string]][] = [
    [post("cancel", reason, stranger), [404, "not_found"]],
    [api.post("/api/bookings/none/cancel", reason, { as: stranger }), [404, "not_found"]],
    [post("complete", null, student), [403, "forbidden"]],
    [post("no-show", null, student), [403, "forbidden"]],
    [post("complete", null, instructor), [422, "too_early"]],
    [post("no-show", null, instructor), [422, "too_early"]],
    [post("cancel", { reason: " \n " }, student), [422, "validation_failed"]],
    [post("cancel", {}, student), [422, "validation_failed"]],
    [post("cancel", { reason: "x".repeat(501) }, student), [422, "validation_failed"]],
    [post("cancel", { reason: "x", fee_cents: 0 }, student), [422, "validation_failed"]],
    [post("cancel", reason, student, { "if-match": '"9"' }), [412, "precondition_failed"]],
    [post("cancel", reason, student, { "if-match": "0" }), [412, "precondition_failed"]],
    [post("cancel", reason, { ...student, cookie: "session=none" }), [401, "unauthenticated"]],
    [api.get(`${path}/history`, { as: stranger }), [404, "not_found"]],
    [api.get(`${path}/cancellation-preview`, { as: stranger }), [404, "not_found"]],
  ];
  for (const [answer, expected] of refusals) expect(codeOf(await answer)).toEqual(expected);
  expect([await countRows(), await query("SELECT * FROM bookings WHERE id = ?", id)]).toEqual(
    before,
  );
});

test("of two who cancel at once one does, and the other is told so", async () => {
  const { instructor, student, post, history, mails } = await createLesson();
  const answers = await Promise.all([
    ...[student, instructor].map((as) => post("cancel", { reason: "ill" }, as)),
    post("cancel", { reason: "ill" }, student),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(await history()).toHaveLength(1);
  expect(await mails()).toHaveLength(2);
});

test("a retry with its key gets the first answer, and another wish under that key is refused", async () => {
  const { student, post, history } = await createLesson();
  const key = { "idempotency-key": "k" };
  const first = await post("cancel", { reason: "ill" }, student, key);
  const again = await post("cancel", { reason: "ill" }, student, key);
  expect([again.status, again.text]).toEqual([200, first.text]);
  expect(await history()).toHaveLength(1);
  expect(codeOf(await post("cancel", { reason: "other" }, student, key))).toEqual([
    422,
    "idempotency_mismatch",
  ]);
  // Without a key it is told that it was done already.
  expect(codeOf(await post("cancel", { reason: "ill" }, student))).toEqual([409, "invalid_state"]);
});

test("the instructor's note is the instructor's and the admins', and null removes it", async () => {
  const { api, instructor, student, path } = await createLesson();
  const patch = (note: unknown, as: typeof student) =>
    api.send(path, { method: "PATCH", body: { instructor_note: note }, as });
  expect((await patch("Bring <i>scales</i>.", instructor)).json.instructor_note).toBe(
    "Bring <i>scales</i>.",
  );
  const noteFor = async (as: typeof student) => (await api.get(path, { as })).json.instructor_note;
  expect(await noteFor(student)).toBeNull();
  expect(await noteFor(instructor)).toBe("Bring <i>scales</i>.");
  expect(await noteFor(await createAdmin())).toBe("Bring <i>scales</i>.");
  const list = await api.get("/api/bookings", { as: student });
  expect(list.json.items[0].instructor_note).toBeNull();
  expect(codeOf(await patch("x", student))).toEqual([403, "forbidden"]);
  expect(codeOf(await patch("x".repeat(2001), instructor))).toEqual([422, "validation_failed"]);
  expect(codeOf(await patch("x".repeat(10_240), instructor))).toEqual([422, "validation_failed"]);
  expect((await patch("x".repeat(2000), instructor)).status).toBe(200);
  expect((await patch(null, instructor)).json.instructor_note).toBeNull();
});

test("whoever has read an old version changes nothing, and the new one is told with each answer", async () => {
  const { api, instructor, student, path, post } = await createLesson();
  const etagOf = async () => (await api.get(path, { as: student })).headers.get("etag") ?? "";
  const old = await etagOf();
  const noted = await api.send(path, {
    ...{ method: "PATCH", body: { instructor_note: "x" }, as: instructor },
    headers: { "if-match": old },
  });
  expect(noted.status).toBe(200);
  expect(noted.headers.get("etag")).toBe(await etagOf());
  const reason = { reason: "ill" };
  expect(codeOf(await post("cancel", reason, student, { "if-match": old }))).toEqual([
    412,
    "precondition_failed",
  ]);
  expect((await post("cancel", reason, student, { "if-match": await etagOf() })).status).toBe(200);
});

test("the history tells who did what in which role, and what the system did by itself", async () => {
  const { api, instructor, student, path, post } = await createLesson();
  expect(
    (await post("reschedule", { date: "2026-12-03", start_time: "13:00" }, student)).status,
  ).toBe(200);
  expect(
    (
      await post(
        "cancel",
        { reason: "storm" },
        await createAdmin({ firstName: "Ann", lastName: "O" }),
      )
    ).status,
  ).toBe(200);
  const { json } = await api.get(`${path}/history`, { as: instructor });
  expect(json.items).toEqual([
    {
      at: NOW,
      by: { role: "student", display_name: "Tom I." },
      ...{ from_status: "confirmed", to_status: "confirmed", reason: null },
      ...{ from_start_at: "2026-12-03T15:00:00Z", to_start_at: "2026-12-03T18:00:00Z" },
    },
    {
      at: NOW,
      by: { role: "admin", display_name: "Ann O." },
      ...{ from_status: "confirmed", to_status: "cancelled", reason: "storm" },
      ...{ from_start_at: "2026-12-03T18:00:00Z", to_start_at: "2026-12-03T18:00:00Z" },
    },
  ]);
});
