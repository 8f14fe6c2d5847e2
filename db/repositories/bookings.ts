import { type SQL, sql } from "drizzle-orm";
import { type Booking, LONGEST_LESSON_MS } from "../../worker/domain/booking.ts";
import type { Database } from "../client.ts";
import {
  type BookingRow,
  type Reader,
  readableBy,
  selectBookings,
  toBooking,
} from "./booking-rows.ts";

export type BookingRepository = ReturnType<typeof createBookingRepository>;

export function createBookingRepository(db: Database) {
  return {
    /** Null also when it is somebody else's, unless `anyone` may be read. */
    async find(bookingId: string, reader: Reader): Promise<Booking | null> {
      const [row] = await db.all<BookingRow>(selectBookings(readableBy(bookingId, reader)));
      return row ? toBooking(row) : null;
    },

    /** One page of a person's lessons in one of their two roles. One round trip. */
    async list(
      personId: string,
      { when, as, limit, offset }: BookingListing,
      now: number,
    ): Promise<{ items: Booking[]; total: number }> {
      const person = as === "student" ? sql`b.student_id` : sql`b.instructor_id`;
      const matches = sql`WHERE ${person} = ${personId} AND ${whenCondition(when, now)}`;
      const direction = when === "upcoming" ? sql`ASC` : sql`DESC`;
      const [counts, rows] = await db.allOf<[{ total: number }, BookingRow]>([
        sql`SELECT count(*) AS total FROM bookings AS b ${matches}`,
        selectBookings(sql`${matches} ORDER BY b.start_at ${direction}, b.id
            LIMIT ${limit} OFFSET ${offset}`),
      ]);
      return { items: rows.map(toBooking), total: counts[0]?.total ?? 0 };
    },
  };
}

export interface BookingListing {
  when: "upcoming" | "past" | "cancelled";
  as: "student" | "instructor";
  limit: number;
  offset: number;
}

function whenCondition(when: BookingListing["when"], now: number): SQL {
  if (when === "cancelled") return sql`b.status = 'cancelled'`;
  if (when === "upcoming") {
    // The bound on the start says nothing new, but spares reading all lessons that are over.
    return sql`b.status = 'confirmed' AND b.end_at > ${now} AND
      b.start_at > ${now - LONGEST_LESSON_MS}`;
  }
  return sql`b.status <> 'cancelled' AND b.start_at < ${now} AND
    (b.status <> 'confirmed' OR b.end_at <= ${now})`;
}
