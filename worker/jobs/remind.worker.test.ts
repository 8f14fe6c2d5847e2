import { env } from "cloudflare:workers";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createReminderRepository } from "../../db/repositories/reminders.ts";
import { query } from "../../tests/database.ts";
import { createBooking, createInstructor, createStudent } from "../../tests/factories.ts";
import { createTestSender } from "../../tests/mail.ts";
import { listScans } from "../../tests/query-plans.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import { remindJob } from "./remind.ts";

const HOUR_MS = 3_600_000;
/** Nine in the evening in New York, and already the next day in London. */
const START = Date.parse("2026-12-04T02:00:00Z");

/** A lesson that was agreed on long before, or `agreedAt`. */
async function createLesson(agreedAt?: number, startAt = START) {
  await query("DELETE FROM emails");
  await query("DELETE FROM booking_events");
  await query("DELETE FROM bookings");
  const instructor = await createInstructor({ firstName: "Jordan", lastName: "Ellis" });
  const student = await createStudent({
    firstName: "Sam",
    lastName: "Rivera",
    timezone: "Europe/London",
  });
  const id = await createBooking({
    instructor,
    student,
    startAt: new Date(startAt).toISOString(),
  });
  if (agreedAt !== undefined) {
    await query(
      `INSERT INTO booking_events (booking_id, to_status, to_start_at, created_at)
       VALUES (?, 'confirmed', ?, ?)`,
      id,
      startAt,
      agreedAt,
    );
  }
  return { id, instructor, student };
}

function tickAt(now: number, db: D1Database = env.DB) {
  const reminders = createReminderRepository(
    openDatabase(db.withSession("first-primary"), noDatabaseUse()),
  );
  return remindJob({ reminders, now }).run();
}

const reminders = async () =>
  (
    await query<{ dedupe_key: string }>(
      "SELECT dedupe_key FROM emails WHERE kind = 'lesson_reminder' ORDER BY dedupe_key",
    )
  ).map(({ dedupe_key }) => dedupe_key);

const keys = (id: string, hours: number, startAt = START) =>
  ["instructor", "student"].map((role) => `reminder-${hours}-${id}-${startAt}-${role}`);

test("both people are reminded 24 and 2 hours before, and not a millisecond sooner", async () => {
  const { id } = await createLesson();
  await tickAt(START - 24 * HOUR_MS - 1);
  expect(await reminders()).toEqual([]);
  await tickAt(START - 24 * HOUR_MS);
  expect(await reminders()).toEqual(keys(id, 24));
  await tickAt(START - 2 * HOUR_MS - 1);
  expect(await reminders()).toEqual(keys(id, 24));
  await tickAt(START - 2 * HOUR_MS);
  expect(await reminders()).toEqual([...keys(id, 2), ...keys(id, 24)].sort());
});

test("however often the cron comes, and twice at once, each reminder is there once", async () => {
  const { id } = await createLesson();
  for (let at = START - 25 * HOUR_MS; at <= START + HOUR_MS; at += 5 * 60_000 * 6) {
    await Promise.all([tickAt(at), tickAt(at)]);
  }
  expect(await reminders()).toEqual([...keys(id, 2), ...keys(id, 24)].sort());
});

test("a cron that was away for hours makes up for what still helps, and leaves the rest", async () => {
  const { id } = await createLesson();
  await tickAt(START - 3 * HOUR_MS);
  expect(await reminders()).toEqual(keys(id, 24));
  const other = await createLesson();
  await tickAt(START - HOUR_MS);
  expect(await reminders()).toEqual(keys(other.id, 2));
  await createLesson();
  await tickAt(START);
  expect(await reminders()).toEqual([]);
});

test("whoever agreed on the time when the reminder was already due is not reminded", async () => {
  await createLesson(START - 24 * HOUR_MS + 1);
  await tickAt(START - 20 * HOUR_MS);
  expect(await reminders()).toEqual([]);
  const { id } = await createLesson(START - 24 * HOUR_MS);
  await tickAt(START - 20 * HOUR_MS);
  expect(await reminders()).toEqual(keys(id, 24));
});

test("a lesson that was moved is reminded of at its new time, not at the old one", async () => {
  const { id, student } = await createLesson(START - 100 * HOUR_MS);
  await tickAt(START - 24 * HOUR_MS);
  const later = START + 48 * HOUR_MS;
  await query(
    "UPDATE bookings SET start_at = ?, end_at = ? WHERE id = ?",
    later,
    later + HOUR_MS,
    id,
  );
  await query(
    `INSERT INTO booking_events (booking_id, actor_id, from_status, to_status, from_start_at, to_start_at, created_at)
     VALUES (?, ?, 'confirmed', 'confirmed', ?, ?, ?)`,
    id,
    student.id,
    START,
    later,
    START - 23 * HOUR_MS,
  );
  const sender = createTestSender({ now: START - 22 * HOUR_MS });
  await sender.tick();
  expect(sender.sent).toEqual([]);
  await tickAt(later - 24 * HOUR_MS);
  expect(await reminders()).toEqual([...keys(id, 24), ...keys(id, 24, later)].sort());
});

test("there is no reminder of a lesson that was cancelled, also if it was when the mail was on its way", async () => {
  const { id } = await createLesson();
  const cancel = () =>
    query(
      "UPDATE bookings SET status = 'cancelled', cancelled_by = 'student', cancelled_at = 1 WHERE id = ?",
      id,
    );
  await tickAt(START - 24 * HOUR_MS);
  await cancel();
  const sender = createTestSender({ now: START - 24 * HOUR_MS });
  await sender.tick();
  expect(sender.sent).toEqual([]);
  expect(await query("SELECT DISTINCT status FROM emails")).toEqual([{ status: "skipped" }]);
  await query("DELETE FROM emails");
  await tickAt(START - 24 * HOUR_MS);
  expect(await reminders()).toEqual([]);
});

test("tomorrow is the reader's own, and of the other they read a first name and an initial", async () => {
  const { instructor, student } = await createLesson();
  // Two in the afternoon in New York, seven in the evening in London.
  const sender = createTestSender({ now: START - 7 * HOUR_MS });
  await sender.tick();
  const to = (address: string) => sender.sent.find((mail) => mail.to.includes(address));
  expect(to(student.email)?.subject).toBe("Tomorrow at 2:00 AM: Piano with Jordan E.");
  expect(to(instructor.email)?.subject).toBe("Today at 9:00 PM: Piano with Sam R.");
  expect(to(student.email)?.text).toContain("London time");
  for (const { text, html } of sender.sent) expect(text + html).not.toMatch(/Ellis|Rivera/);
});

test("many lessons are reminded of in pieces", async () => {
  await createLesson();
  const { instructor, student } = await createLesson(undefined, START - HOUR_MS);
  for (let n = 0; n < 60; n++) {
    const startAt = new Date(START + n * 900_000).toISOString();
    await createBooking({ instructor, student, startAt, durationMinutes: 15 });
  }
  const watched = watchDatabase(env.DB);
  expect(await tickAt(START - 8 * HOUR_MS, watched.db)).toEqual({ lessons: 61 });
  expect(await reminders()).toHaveLength(122);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
  expect(await tickAt(START - 8 * HOUR_MS)).toBeNull();
});

test("a lesson's mails bring its calendar entry, each version newer than the one before", async () => {
  const { id, student } = await createLesson();
  const snapshot = {
    bookingId: id,
    role: "student",
    startAt: START,
    endAt: START + HOUR_MS,
    timezone: "America/New_York",
    durationMinutes: 60,
    serviceName: "Piano",
    otherName: "Jordan E.",
    priceCents: 6000,
    locationType: "online",
  };
  const kinds = {
    lesson_booked: { sequence: 0 },
    lesson_rescheduled: { sequence: 1, oldStartAt: START, movedBy: "student" },
    lesson_cancelled: {
      sequence: 2,
      cancelledBy: "student",
      reason: "",
      feePercent: 0,
      feeCents: 0,
    },
  };
  for (const [kind, more] of Object.entries(kinds)) {
    await query(
      `INSERT INTO emails (id, kind, user_id, data, status, attempts, next_attempt_at, created_at)
       VALUES (?, ?, ?, ?, 'pending', 0, 0, 0)`,
      kind,
      kind,
      student.id,
      JSON.stringify({ ...snapshot, ...more }),
    );
  }
  const sender = createTestSender({ now: START - 48 * HOUR_MS });
  await sender.tick();
  const files = sender.sent.map((mail) => {
    const [{ content } = { content: "" }] = (
      mail as unknown as { attachments: { content: string }[] }
    ).attachments;
    const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    const event = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
    return new ICAL.Event(event.getFirstSubcomponent("vevent") as ICAL.Component);
  });
  expect(
    files
      .map(({ uid, sequence, component }) => [
        uid,
        sequence,
        component.getFirstPropertyValue("status"),
      ])
      .sort(),
  ).toEqual([
    [`${id}@instainstru`, 0, "CONFIRMED"],
    [`${id}@instainstru`, 1, "CONFIRMED"],
    [`${id}@instainstru`, 2, "CANCELLED"],
  ]);
});
