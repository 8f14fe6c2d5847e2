import { OVERLAPS_QUERY } from "../db/tiers/scratch.ts";
import type { Bookable } from "./bookable.ts";

/** A lesson that somebody tries to book, under a key that stays the same until there is an answer. */
export interface Attempt {
  key: string;
  bookable: Bookable;
  /** The booking's id once the server has said yes. */
  bookingId: string | null;
}

interface Row {
  id: string;
  instructor_id: string;
  start_at: number;
  status: string;
  events: number;
  mails: number;
}

/** What is in the database and not as the answers said, one sentence each. */
export async function verifyBookings(
  db: D1Database,
  attempts: readonly Attempt[],
): Promise<string[]> {
  const { results: rows } = await db
    .prepare(
      `SELECT id, instructor_id, start_at, status,
         (SELECT count(*) FROM booking_events AS e WHERE e.booking_id = b.id) AS events,
         (SELECT count(*) FROM emails AS m WHERE m.kind = 'lesson_booked'
            AND m.id IN (b.id || '-student', b.id || '-instructor')) AS mails
       FROM bookings AS b
       WHERE student_id IN (SELECT id FROM users WHERE email LIKE '%@bench.test')`,
    )
    .all<Row>();
  const kept = await count(db, "SELECT count(*) AS n FROM idempotency_keys");
  const overlaps = await count(db, OVERLAPS_QUERY);
  return [
    ...compareAnswers(rows, attempts),
    ...rows.flatMap(findHalf),
    ...(kept === rows.length ? [] : [`${kept} keys are kept for ${rows.length} bookings.`]),
    ...(overlaps === 0 ? [] : [`${overlaps} lessons begin during another one.`]),
  ];
}

/** Each yes is there, nothing is there twice, and nothing that nobody asked for. */
function compareAnswers(rows: readonly Row[], attempts: readonly Attempt[]): string[] {
  const lesson = (instructorId: string, startAt: number) => `${instructorId} at ${startAt}`;
  const byLesson = Map.groupBy(rows, (row) => lesson(row.instructor_id, row.start_at));
  const wanted = new Map(
    attempts.map((one) => [lesson(one.bookable.instructorId, one.bookable.startAt), one]),
  );
  const missing = [...wanted].filter(
    ([name, { bookingId }]) => bookingId && byLesson.get(name)?.[0]?.id !== bookingId,
  );
  const twice = [...byLesson].filter(([, found]) => found.length > 1);
  const strangers = [...byLesson].filter(([name]) => !wanted.has(name));
  return [
    ...missing.map(([name]) => `The lesson of ${name} was acknowledged and is lost.`),
    ...twice.map(([name]) => `The lesson of ${name} is there twice.`),
    ...strangers.map(([name]) => `Nobody asked for the lesson of ${name}.`),
  ];
}

function findHalf({ id, status, events, mails }: Row): string[] {
  const isWhole = status === "confirmed" && events === 1 && mails === 2;
  return isWhole ? [] : [`Booking ${id} is ${status} with ${events} events and ${mails} mails.`];
}

async function count(db: D1Database, sql: string): Promise<number> {
  return (await db.prepare(sql).first<{ n: number }>())?.n ?? 0;
}
