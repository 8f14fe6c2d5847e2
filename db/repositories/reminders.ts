import { type SQL, sql } from "drizzle-orm";
import type { Booking } from "../../worker/domain/booking.ts";
import { type ReminderHours, toLessonSnapshot } from "../../worker/domain/email.ts";
import type { Database } from "../client.ts";
import { type BookingRow, selectBookings, toBooking } from "./booking-rows.ts";
import { insertEmail } from "./emails.ts";

const HOUR_MS = 3_600_000;

/** The lessons that a reminder is for begin after the first and not after the second of these. */
interface ReminderWindow {
  hoursBefore: ReminderHours;
  after: number;
  until: number;
}

export type ReminderRepository = ReturnType<typeof createReminderRepository>;

export function createReminderRepository(db: Database) {
  return {
    /** Confirmed lessons of the window without this reminder yet, soonest first. */
    async listDue(
      { hoursBefore, after, until }: ReminderWindow,
      limit: number,
    ): Promise<Booking[]> {
      const rows = await db.all<BookingRow>(
        selectBookings(sql`WHERE b.status = 'confirmed'
          AND b.start_at > ${after} AND b.start_at <= ${until}
          AND ${agreedAt(sql`b`)} <= b.start_at - ${hoursBefore * HOUR_MS}
          AND NOT EXISTS (SELECT 1 FROM emails
            WHERE dedupe_key = ${keyOf(hoursBefore, sql`b.id`, sql`b.start_at`, "student")})
        ORDER BY b.start_at LIMIT ${limit}`),
      );
      return rows.map(toBooking);
    },

    /**
     * Puts the reminders of both people into the outbox, unless the lesson has changed meanwhile. The
     * key of each makes it one for this start, whoever else is at work.
     */
    async insert(lessons: readonly Booking[], hoursBefore: ReminderHours, now: number) {
      await db.batch(
        lessons.flatMap((lesson) =>
          (["student", "instructor"] as const).map((role) => {
            const dedupeKey = `reminder-${hoursBefore}-${lesson.id}-${lesson.startAt}-${role}`;
            const data = { ...toLessonSnapshot(lesson, role), hoursBefore };
            const to = { userId: lesson[role].id };
            return insertEmail(
              { id: dedupeKey, kind: "lesson_reminder", to, data, dedupeKey },
              now,
              sql`EXISTS (SELECT 1 FROM bookings WHERE id = ${lesson.id}
                AND status = 'confirmed' AND start_at = ${lesson.startAt})`,
            );
          }),
        ),
      );
    },
  };
}

/** When the lesson got the start it has: its booking, or the last time it was moved. */
function agreedAt(lesson: SQL): SQL {
  return sql`coalesce((SELECT max(e.created_at) FROM booking_events AS e
    WHERE e.booking_id = ${lesson}.id AND e.to_start_at = ${lesson}.start_at
      AND e.from_start_at IS NOT ${lesson}.start_at), ${lesson}.created_at)`;
}

/** The prefix is made here: a number that is bound would be written as "24.0". */
function keyOf(hoursBefore: ReminderHours, id: SQL, startAt: SQL, role: string): SQL {
  return sql`${`reminder-${hoursBefore}-`} || ${id} || '-' || ${startAt} || ${`-${role}`}`;
}
