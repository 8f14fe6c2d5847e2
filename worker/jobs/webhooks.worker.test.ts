import { expect, test } from "vitest";
import { createTestApi } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import { bookingBody, createInstructor, createStudent } from "../../tests/factories.ts";
import {
  createTestReceivers,
  createWebhook,
  deliveriesOf,
  messageFor,
  signatureOf,
} from "../../tests/webhooks.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** An instructor with a webhook and a lesson that was just booked. */
async function createBooked(given: { url?: string } = {}) {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const webhook = await createWebhook(instructor, { now: NOW, ...given });
  const lessonId = await book(instructor, student, "10:00");
  return { instructor, student, webhook, lessonId };
}

async function book(
  instructor: Awaited<ReturnType<typeof createInstructor>>,
  as: Awaited<ReturnType<typeof createStudent>>,
  start_time: string,
): Promise<string> {
  const body = bookingBody(
    instructor,
    { date: "2026-12-03", start_time },
    { student_note: "secret note", location_type: "student_home", location_detail: "12 Elm St" },
  );
  const answer = await createTestApi({ now: NOW }).post("/api/bookings", body, { as });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json.id;
}

test("an event is signed over its time and body, and tells the lesson without place and notes", async () => {
  const { instructor, webhook, lessonId } = await createBooked();
  const receivers = createTestReceivers({ now: NOW + 1500 });
  expect(await receivers.deliver(messageFor(instructor))).toBe("acked");
  const [{ body = "", ...one } = {}, ...more] = receivers.received;
  expect(more).toEqual([]);
  expect(one).toEqual({
    url: "https://hooks.example.com/in",
    id: lessonId,
    redirect: "manual",
    signature: `t=${NOW / 1000 + 1},${signatureOf(webhook.secret, NOW / 1000 + 1, body)}`,
  });
  const event = JSON.parse(body);
  expect(event).toMatchObject({
    id: lessonId,
    type: "booking.created",
    created_at: "2026-12-01T15:00:00Z",
    data: { booking: { id: lessonId, status: "confirmed", start_at: "2026-12-03T15:00:00Z" } },
  });
  expect(body).not.toMatch(/Elm|secret note|@|_detail|_note/);
  expect(event.data.booking.student.display_name).toMatch(/^\S+ \S\.$/);
  expect(await deliveriesOf(webhook.id)).toMatchObject([
    { status: "delivered", attempts: 1, last_status: 200, last_error: null },
  ]);
});

test("a message that comes twice, one after the other or at once, sends once", async () => {
  const { instructor, webhook } = await createBooked();
  const receivers = createTestReceivers({ now: NOW });
  const message = messageFor(instructor);
  await Promise.all([receivers.deliver(message), receivers.deliver(message)]);
  await receivers.deliver(message);
  expect(receivers.received).toHaveLength(1);
  expect(await deliveriesOf(webhook.id)).toMatchObject([{ attempts: 1 }]);
});

test("a lost message is made up for by the next tick, and only while something is due", async () => {
  const { instructor } = await createBooked();
  const early = createTestReceivers({ now: NOW - 1 });
  await early.tick();
  expect(early.announced).not.toContainEqual(messageFor(instructor));
  const receivers = createTestReceivers({ now: NOW });
  await receivers.tick();
  expect(receivers.announced).toContainEqual(messageFor(instructor));
  for (const message of receivers.announced) await receivers.deliver(message);
  receivers.announced.length = 0;
  await receivers.tick();
  expect(receivers.announced).toEqual([]);
});

test("a failure is tried again after growing waits, eight times, and then given up", async () => {
  const { instructor, webhook } = await createBooked();
  const receivers = createTestReceivers({
    now: NOW,
    answer: () => new Response("our secret stack trace", { status: 500 }),
  });
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await receivers.deliver(messageFor(instructor));
    const [{ status, attempts, next_attempt_at: next = 0, last_error: error } = {}] =
      await deliveriesOf(webhook.id);
    expect([attempts, status, error]).toEqual([
      attempt,
      attempt < 8 ? "pending" : "failed",
      "HTTP 500",
    ]);
    receivers.clock.now = next - 1;
    await receivers.deliver(messageFor(instructor));
    expect(receivers.received).toHaveLength(attempt);
    receivers.clock.now = Math.max(next, receivers.clock.now + 1);
  }
  receivers.clock.now += 30 * DAY_MS;
  await receivers.deliver(messageFor(instructor));
  expect(receivers.received).toHaveLength(8);
  expect(new Set(receivers.received.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
  expect(await query("SELECT * FROM webhook_deliveries WHERE data LIKE '%stack%'")).toEqual([]);
});

test("a redirect is a failure and is not followed", async () => {
  const { instructor, webhook } = await createBooked();
  const receivers = createTestReceivers({
    now: NOW,
    answer: () => Response.redirect("https://evil.example.com/", 307),
  });
  await receivers.deliver(messageFor(instructor));
  expect(receivers.received.map(({ redirect }) => redirect)).toEqual(["manual"]);
  expect(await deliveriesOf(webhook.id)).toMatchObject([{ status: "pending", last_status: 307 }]);
});

test("a receiver that does not answer is left after five seconds, and holds up no other", async () => {
  const slow = await createBooked({ url: "https://slow.example.com/" });
  await book(slow.instructor, await createStudent(), "12:00");
  const quick = await createWebhook(slow.instructor, { now: NOW });
  await book(slow.instructor, await createStudent(), "14:00");
  const order: string[] = [];
  const receivers = createTestReceivers({
    now: NOW,
    answer: async ({ url }, signal) => {
      if (!url.includes("slow")) return new Response("ok");
      return await new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          order.push("gave up");
          reject(signal.reason);
        });
      });
    },
  });
  const run = receivers.deliver(messageFor(slow.instructor));
  const isDelivered = async () => (await deliveriesOf(quick.id))[0]?.status === "delivered";
  while (!(await isDelivered())) await new Promise((done) => setTimeout(done, 20));
  order.push("delivered to the other");
  expect(await run).toBe("acked");
  expect(order).toEqual(["delivered to the other", "gave up"]);
  // The events behind it wait for the next time instead of waiting five seconds each.
  expect((await deliveriesOf(slow.webhook.id)).map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
  expect(await deliveriesOf(slow.webhook.id)).toContainEqual(
    expect.objectContaining({ last_error: "no answer within 5 seconds", last_status: null }),
  );
});

test("an event that its receiver refuses holds up none behind it", async () => {
  const { instructor, webhook, lessonId } = await createBooked();
  await book(instructor, await createStudent(), "12:00");
  const receivers = createTestReceivers({
    now: NOW,
    answer: ({ id }) => new Response(null, { status: id === lessonId ? 400 : 204 }),
  });
  await receivers.deliver(messageFor(instructor));
  expect((await deliveriesOf(webhook.id)).map(({ status }) => status)).toEqual([
    "pending",
    "delivered",
  ]);
});

test("what a sender that died had in hand comes again when its lease is over, not before", async () => {
  const { instructor, webhook } = await createBooked();
  await query(
    "UPDATE webhook_deliveries SET attempts = 1, next_attempt_at = ? WHERE webhook_id = ?",
    NOW + MINUTE_MS,
    webhook.id,
  );
  const receivers = createTestReceivers({ now: NOW + MINUTE_MS - 1 });
  await receivers.deliver(messageFor(instructor));
  expect(receivers.received).toHaveLength(0);
  receivers.clock.now += 1;
  await receivers.deliver(messageFor(instructor));
  expect(await deliveriesOf(webhook.id)).toMatchObject([{ status: "delivered", attempts: 2 }]);
});

test("an event whose senders die every time is given up in the end", async () => {
  const { instructor, webhook } = await createBooked();
  await query("UPDATE webhook_deliveries SET attempts = 8 WHERE webhook_id = ?", webhook.id);
  const receivers = createTestReceivers({ now: NOW });
  await receivers.deliver(messageFor(instructor));
  expect(receivers.received).toHaveLength(0);
  expect(await deliveriesOf(webhook.id)).toMatchObject([
    { status: "failed", last_error: "never finished" },
  ]);
});

test("a target that the rules do not allow any more gets nothing", async () => {
  const { instructor, webhook } = await createBooked();
  await query("UPDATE webhooks SET url = 'https://127.0.0.1/' WHERE id = ?", webhook.id);
  const receivers = createTestReceivers({ now: NOW });
  await receivers.deliver(messageFor(instructor));
  expect(receivers.received).toEqual([]);
  expect(await deliveriesOf(webhook.id)).toMatchObject([
    { status: "failed", last_error: "The URL must be a public host name." },
  ]);
});

test("for a day after a rotation both secrets sign, and those of a key that is being replaced do too", async () => {
  const { instructor, webhook } = await createBooked();
  const rotated = await createTestApi({ now: NOW }).send(
    `/api/webhooks/${webhook.id}/rotate-secret`,
    { method: "POST", as: instructor },
  );
  expect(rotated.json.secret).not.toBe(webhook.secret);
  const signaturesAt = async (now: number, settings = {}) => {
    await query("UPDATE webhook_deliveries SET status = 'pending', next_attempt_at = 1");
    const receivers = createTestReceivers({ now, settings });
    await receivers.deliver(messageFor(instructor));
    const [{ signature = "", body = "" } = {}] = receivers.received;
    const holds = (secret: string) =>
      signature.split(",").includes(signatureOf(secret, Math.floor(now / 1000), body));
    return { old: holds(webhook.secret), now: holds(rotated.json.secret), signature };
  };
  expect(await signaturesAt(NOW + DAY_MS - 1)).toMatchObject({ old: true, now: true });
  expect(await signaturesAt(NOW + DAY_MS)).toMatchObject({ old: false, now: true });
  const previous = "a key for one machine, known to everybody";
  const keys = { WEBHOOK_KEY: "n".repeat(32), WEBHOOK_PREVIOUS_KEY: previous };
  const both = await signaturesAt(NOW + DAY_MS, keys);
  expect([both.now, both.signature.split(",").length]).toEqual([true, 3]);
  const { WEBHOOK_KEY } = keys;
  expect((await signaturesAt(NOW + DAY_MS, { WEBHOOK_KEY })).now).toBe(false);
});

test("a message that nobody can read is tried again until it is a dead letter, and sends nothing", async () => {
  const receivers = createTestReceivers({ now: NOW });
  for (const body of [null, "x", {}, { kind: "webhooks" }, { kind: "mail", instructor_id: "x" }]) {
    expect(await receivers.deliver(body)).toBe("retried");
  }
  expect(await receivers.deliver(messageFor({ id: "nobody", email: "", cookie: "" }))).toBe(
    "acked",
  );
  expect(receivers.received).toEqual([]);
});
