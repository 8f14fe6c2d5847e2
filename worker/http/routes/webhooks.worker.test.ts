import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createAdmin,
  createInstructor,
  createStudent,
} from "../../../tests/factories.ts";
import { tablesWith } from "../../../tests/personal-rows.ts";
import {
  createTestReceivers,
  createWebhook,
  deliveriesOf,
  messageFor,
} from "../../../tests/webhooks.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");
const api = createTestApi({ now: NOW });
const BODY = { url: "https://hooks.example.com/in", events: ["booking.created"] };

test("the secret is told when it is made and lies nowhere", async () => {
  const instructor = await createInstructor();
  const { id, secret } = await createWebhook(instructor, { now: NOW });
  expect(secret).toMatch(/^whsec_[0-9a-f]{64}$/);
  const listed = await api.get("/api/webhooks", { as: instructor });
  expect(listed.json.items).toMatchObject([{ id, url: BODY.url, secret_rotated_at: null }]);
  expect(listed.text).not.toContain("whsec");
  expect(await tablesWith(secret.slice(6))).toEqual([]);
  const other = await createWebhook(instructor, { now: NOW });
  expect(other.secret).not.toBe(secret);
});

test("targets that are not open to everybody, and bodies that are not quite right, make no webhook", async () => {
  const instructor = await createInstructor();
  const before = await countRows();
  const wrong: [object, string][] = [
    [{ url: "http://example.com" }, "url"],
    [{ url: "https://127.0.0.1/" }, "url"],
    [{ url: "https://localhost/" }, "url"],
    [{ url: "http://127.0.0.1:4000/" }, "url"],
    [{ url: "not a url" }, "url"],
    [{ events: [] }, "events"],
    [{ events: ["booking.*"] }, "events.0"],
    [{ events: Array(6).fill("booking.created") }, "events"],
    [{ secret: "mine" }, "secret"],
  ];
  for (const [change, path] of wrong) {
    const answer = await api.post("/api/webhooks", { ...BODY, ...change }, { as: instructor });
    expect([change, answer.status, answer.json.errors?.[0]?.path]).toEqual([change, 422, path]);
  }
  expect(await countRows()).toEqual(before);
  const local = createTestApi({ now: NOW, settings: { WEBHOOK_ALLOW_LOOPBACK: "true" } });
  const body = { ...BODY, url: "http://127.0.0.1:4000/" };
  expect((await local.post("/api/webhooks", body, { as: instructor })).status).toBe(201);
});

test("five webhooks are made and no more, also when many are asked for at once", async () => {
  const instructor = await createInstructor();
  const make = () => api.post("/api/webhooks", BODY, { as: instructor });
  for (let made = 0; made < 4; made += 1) await make();
  const answers = await Promise.all([make(), make(), make()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test("only instructors have webhooks, and each only their own", async () => {
  const [owner, other] = [await createInstructor(), await createInstructor()];
  const { id } = await createWebhook(owner, { now: NOW });
  const ways: [string, string][] = [
    ["GET", `/api/webhooks/${id}`],
    ["POST", `/api/webhooks/${id}/rotate-secret`],
    ["GET", `/api/webhooks/${id}/deliveries`],
    ["POST", `/api/webhooks/${id}/deliveries/x/replay`],
    ["DELETE", `/api/webhooks/${id}`],
  ];
  const before = await countRows();
  for (const [method, path] of ways) {
    expect([path, (await api.send(path, { method, as: other })).status]).toEqual([path, 404]);
    const student = await createStudent();
    expect((await api.send(path, { method, as: student })).status).toBe(403);
  }
  expect((await api.post("/api/webhooks", BODY, { as: await createAdmin() })).status).toBe(404);
  expect((await countRows()).webhooks).toBe(before.webhooks);
  expect((await api.get(`/api/webhooks/${id}`, { as: owner })).json.secret_rotated_at).toBeNull();
});

test("the log tells what became of each event, and a replay sends it again under the same id", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const { id } = await createWebhook(instructor, { now: NOW });
  const day = { date: "2026-12-03", start_time: "10:00" };
  const { json } = await api.post("/api/bookings", bookingBody(instructor, day), { as: student });
  const receivers = createTestReceivers({ now: NOW + 1000 });
  const logOf = async () =>
    (await api.get(`/api/webhooks/${id}/deliveries`, { as: instructor })).json;
  const waiting = { id: json.id, status: "pending", attempts: 0, delivered_at: null };
  expect(await logOf()).toMatchObject({ total: 1, items: [waiting] });
  await receivers.deliver(messageFor(instructor));
  expect((await logOf()).items).toEqual([
    {
      id: json.id,
      type: "booking.created",
      booking_id: json.id,
      status: "delivered",
      attempts: 1,
      last_status: 200,
      last_error: null,
      created_at: "2026-12-01T15:00:00Z",
      next_attempt_at: null,
      delivered_at: "2026-12-01T15:00:01Z",
    },
  ]);
  const replay = () =>
    api.send(`/api/webhooks/${id}/deliveries/${json.id}/replay`, {
      method: "POST",
      as: instructor,
    });
  expect([(await replay()).status, (await replay()).status]).toEqual([202, 202]);
  await receivers.deliver(messageFor(instructor));
  expect(receivers.received.map((one) => one.id)).toEqual([json.id, json.id]);
  expect((await logOf()).items).toMatchObject([{ status: "delivered", attempts: 2 }]);
});

test("a replay of what was given up gets a round of eight attempts of its own", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const { id } = await createWebhook(instructor, { now: NOW });
  const day = { date: "2026-12-03", start_time: "10:00" };
  const { json } = await api.post("/api/bookings", bookingBody(instructor, day), { as: student });
  await query(
    "UPDATE webhook_deliveries SET status = 'failed', attempts = 8 WHERE webhook_id = ?",
    id,
  );
  const path = `/api/webhooks/${id}/deliveries/${json.id}/replay`;
  expect((await api.send(path, { method: "POST", as: instructor })).status).toBe(202);
  const answer = () => new Response(null, { status: 503 });
  const receivers = createTestReceivers({ now: NOW, answer });
  await receivers.deliver(messageFor(instructor));
  expect(await deliveriesOf(id)).toMatchObject([
    { status: "pending", attempts: 9, next_attempt_at: NOW + 60_000 },
  ]);
});

test("a webhook that is removed takes its log along and gets nothing more", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const { id } = await createWebhook(instructor, { now: NOW });
  const body = bookingBody(instructor, { date: "2026-12-03", start_time: "10:00" });
  await api.post("/api/bookings", body, { as: student });
  const remove = () => api.send(`/api/webhooks/${id}`, { method: "DELETE", as: instructor });
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
  const receivers = createTestReceivers({ now: NOW });
  await receivers.deliver(messageFor(instructor));
  expect([receivers.received, await deliveriesOf(id)]).toEqual([[], []]);
});
