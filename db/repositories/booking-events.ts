import { sql } from "drizzle-orm";
import { displayName } from "../../worker/domain/actor.ts";
import type { Booking, BookingEvent } from "../../worker/domain/booking.ts";
import { COMPLETED_AFTER_MS, roleIn } from "../../worker/domain/booking-moves.ts";
import type { Database } from "../client.ts";
import {
  type BookingRow,
  type Reader,
  readableBy,
  selectBookings,
  toBooking,
} from "./booking-rows.ts";
import { recordCompletions } from "./webhook-events.ts";

interface EventRow {
  at: number;
  actor_id: string | null;
  first_name: string | null;
  last_name: string | null;
  from_status: Booking["status"] | null;
  to_status: Booking["status"];
  from_start_at: number | null;
  to_start_at: number;
  reason: string | null;
}

export type BookingEventRepository = ReturnType<typeof createBookingEventRepository>;

/** What became of lessons, also of those that nobody has closed. */
export function createBookingEventRepository(db: Database) {
  return {
    /** Oldest first, with the lesson itself. Null when it is not the reader's. One round trip. */
    async find(
      bookingId: string,
      reader: Reader,
    ): Promise<{ lesson: Booking; history: BookingEvent[] } | null> {
      const [rows, events] = await db.allOf<[BookingRow, EventRow]>([
        selectBookings(readableBy(bookingId, reader)),
        sql`SELECT e.created_at AS at, e.actor_id AS actor_id, u.first_name AS first_name,
            u.last_name AS last_name, e.from_status AS from_status, e.to_status AS to_status,
            e.from_start_at AS from_start_at, e.to_start_at AS to_start_at, e.reason AS reason
          FROM booking_events AS e LEFT JOIN users AS u ON u.id = e.actor_id
          WHERE e.booking_id = ${bookingId} ORDER BY e.id`,
      ]);
      const lesson = rows[0] && toBooking(rows[0]);
      return lesson ? { lesson, history: events.map((row) => toEvent(row, lesson)) } : null;
    },

    /** Completes up to `limit` lessons that nobody has closed in time; how many. */
    async completeDue(moveId: string, now: number, limit: number): Promise<number> {
      const endedBy = now - COMPLETED_AFTER_MS;
      const due = sql`SELECT id FROM bookings WHERE status = 'confirmed' AND start_at < ${endedBy}
        AND end_at <= ${endedBy} ORDER BY start_at, id LIMIT ${limit}`;
      const [, , completed] = await db.batch([
        // First, as the same lessons are due for all three only until they are completed.
        recordCompletions(due, moveId, now),
        sql`INSERT INTO booking_events (booking_id, actor_id, from_status, to_status, from_start_at,
            to_start_at, reason, created_at)
          SELECT id, NULL, status, 'completed', start_at, start_at, 'automatically', ${now}
          FROM bookings WHERE id IN (${due})`,
        sql`UPDATE bookings SET status = 'completed', updated_at = ${now}, move_id = ${moveId}
          WHERE id IN (${due})`,
      ]);
      return completed?.meta.changes ?? 0;
    },
  };
}

function toEvent(row: EventRow, lesson: Booking): BookingEvent {
  return {
    at: row.at,
    by:
      row.actor_id === null
        ? null
        : {
            id: row.actor_id,
            displayName: displayName(row.first_name ?? "", row.last_name ?? ""),
            role: roleIn(lesson, row.actor_id),
          },
    fromStatus: row.from_status,
    toStatus: row.to_status,
    fromStartAt: row.from_start_at,
    toStartAt: row.to_start_at,
    reason: row.reason,
  };
}
