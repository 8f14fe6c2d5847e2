import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import {
  createTestReceivers,
  createWebhook,
  deliveriesOf,
  messageFor,
} from "../../../tests/webhooks.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");
const api = createTestApi({ now: NOW });

const typesOf = async (webhookId: string) =>
  (await deliveriesOf(webhookId)).map(({ type }) => type);

test("every move of a lesson is told once, in the order in which it happened, to those who asked for it", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const all = await createWebhook(instructor, { now: NOW });
  const few = await createWebhook(instructor, { now: NOW, events: ["booking.cancelled"] });
  const elsewhere = await createWebhook(await createInstructor(), { now: NOW });
  const day = { date: "2026-12-03", start_time: "10:00" };
  const { json } = await api.post("/api/bookings", bookingBody(instructor, day), { as: student });
  const post = (at: string, id: string, name: string, body: object, as: TestPerson) =>
    createTestApi({ now: at }).post(`/api/bookings/${id}/${name}`, body, { as });
  const start = { start_at: "2026-12-03T16:00:00Z" };
  const noon = "2026-12-01T17:00:00Z";
  expect((await post(noon, json.id, "reschedule", start, student)).status).toBe(200);
  expect((await post("2026-12-03T16:20:00Z", json.id, "no-show", {}, instructor)).status).toBe(200);
  expect((await post("2026-12-03T18:00:00Z", json.id, "complete", {}, instructor)).status).toBe(
    200,
  );
  // What changes nothing is no event.
  expect((await post("2026-12-03T18:00:00Z", json.id, "complete", {}, instructor)).status).toBe(
    409,
  );
  const other = await createBooking({ instructor, student, startAt: "2026-12-04T15:00:00Z" });
  expect((await post(noon, other, "cancel", { reason: "ill" }, student)).status).toBe(200);
  expect(await typesOf(all.id)).toEqual([
    "booking.created",
    "booking.rescheduled",
    "booking.no_show",
    "booking.completed",
    "booking.cancelled",
  ]);
  expect(await typesOf(few.id)).toEqual(["booking.cancelled"]);
  expect(await typesOf(elsewhere.id)).toEqual([]);
});

test("each event tells the lesson as it was then, though it is sent when more has happened", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  await createWebhook(instructor, { now: NOW });
  const day = { date: "2026-12-03", start_time: "10:00" };
  const { json } = await api.post("/api/bookings", bookingBody(instructor, day), { as: student });
  const move = (name: string, body: object) =>
    api.post(`/api/bookings/${json.id}/${name}`, body, { as: student });
  await move("reschedule", { start_at: "2026-12-03T16:00:00Z" });
  await move("cancel", { reason: "ill" });
  const receivers = createTestReceivers({ now: NOW });
  await receivers.deliver(messageFor(instructor));
  const told = receivers.received.map(({ body }) => JSON.parse(body));
  const ofType = (type: string) => told.find((event) => event.type === type)?.data.booking;
  expect(told).toHaveLength(3);
  expect(ofType("booking.created")).toMatchObject({
    status: "confirmed",
    start_at: "2026-12-03T15:00:00Z",
  });
  expect(ofType("booking.created")).not.toHaveProperty("cancellation");
  expect(ofType("booking.rescheduled").start_at).toBe("2026-12-03T16:00:00Z");
  expect(ofType("booking.cancelled")).toMatchObject({
    status: "cancelled",
    cancellation: { by: "student", reason: "ill", fee_percent: 0 },
  });
});

test("a booking that is refused, or asked for again with its key, tells nothing more", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const { id } = await createWebhook(instructor, { now: NOW });
  const body = bookingBody(instructor, { date: "2026-12-03", start_time: "10:00" });
  const headers = { "idempotency-key": "once" };
  const answers = [
    await api.post("/api/bookings", body, { as: student, headers }),
    await api.post("/api/bookings", body, { as: student, headers }),
    await api.post("/api/bookings", body, { as: await createStudent() }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 409]);
  expect(await typesOf(id)).toEqual(["booking.created"]);
});

test("lessons that are completed by themselves are told too", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const { id } = await createWebhook(instructor, { now: NOW });
  for (const hour of ["13", "14"]) {
    await createBooking({ instructor, student, startAt: `2026-11-25T${hour}:00:00Z` });
  }
  const receivers = createTestReceivers({ now: NOW });
  await receivers.tick();
  expect(await typesOf(id)).toEqual(["booking.completed", "booking.completed"]);
  await receivers.tick();
  await receivers.deliver(messageFor(instructor));
  const told = receivers.received.map(({ body }) => JSON.parse(body).data.booking.status);
  expect(told).toEqual(["completed", "completed"]);
});

test("a booking says to the queue whose webhooks to look at, where there are any", async () => {
  const sent: unknown[] = [];
  const WEBHOOKS = { send: async (one: unknown) => void sent.push(one) } as unknown as Queue;
  const [instructor, silent] = [await createInstructor(), await createInstructor()];
  await createWebhook(instructor, { now: NOW });
  const listening = createTestApi({ now: NOW, bindings: { WEBHOOKS } });
  for (const teacher of [silent, instructor]) {
    const body = bookingBody(teacher, { date: "2026-12-03", start_time: "10:00" });
    await listening.post("/api/bookings", body, { as: await createStudent() });
  }
  expect(sent).toEqual([messageFor(instructor)]);
});

test("telling costs a booking no walk through a table, and no row of a lesson where nobody listens", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const watched = watchDatabase(env.DB);
  const watching = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const book = async (start_time: string) => {
    const when = { date: "2026-12-03", start_time };
    const { status } = await watching.post("/api/bookings", bookingBody(instructor, when), {
      as: student,
    });
    expect(status).toBe(201);
    return watched.statements().findLast(({ sql }) => sql.includes("webhook_deliveries"));
  };
  expect(await book("10:00")).toMatchObject({ rowsRead: 0, rowsWritten: 0 });
  await createWebhook(instructor, { now: NOW });
  expect((await book("12:00"))?.rowsRead).toBeLessThanOrEqual(10);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});

test("a lost reply leaves the lesson and its event, or neither", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const { id } = await createWebhook(instructor, { now: NOW });
  const body = bookingBody(instructor, { date: "2026-12-03", start_time: "10:00" });
  const isWrite = (texts: readonly string[]) =>
    texts.some((sql) => sql.includes("INSERT INTO bookings"));
  const lose = (texts: readonly string[]) => {
    if (isWrite(texts)) throw new Error("connection lost");
  };
  for (const [hook, events] of [
    ["beforeBatch", 0],
    ["afterBatch", 1],
  ] as const) {
    const watched = watchDatabase(env.DB, { [hook]: lose });
    const failing = createTestApi({ now: NOW, bindings: { DB: watched.db } });
    expect((await failing.post("/api/bookings", body, { as: student })).status).toBe(500);
    const lessons = await query("SELECT id FROM bookings WHERE instructor_id = ?", instructor.id);
    expect([lessons.length, (await typesOf(id)).length]).toEqual([events, events]);
  }
});
