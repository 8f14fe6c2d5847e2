import { sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import type { Booking } from "../../worker/domain/booking.ts";
import { build, type Database } from "../client.ts";
import { calendarFeeds } from "../schema/index.ts";
import { type BookingRow, selectBookings, toBooking } from "./booking-rows.ts";

export interface FeedContents {
  personId: string;
  lessons: Booking[];
}

export type CalendarFeedRepository = ReturnType<typeof createCalendarFeedRepository>;

export function createCalendarFeedRepository(db: Database) {
  return {
    /** When the person's feed was made; null without one. */
    async find(userId: string): Promise<{ createdAt: number } | null> {
      const rows = await db.all<{ createdAt: number }>(
        sql`SELECT created_at AS createdAt FROM calendar_feeds WHERE user_id = ${userId}`,
      );
      return rows[0] ?? null;
    },

    /** The address before, if there was one, stops working. */
    async replace(userId: string, tokenHash: string, createdAt: number): Promise<void> {
      await db.batch([
        build
          .insert(calendarFeeds)
          .values({ userId, tokenHash, createdAt })
          .onConflictDoUpdate({ target: calendarFeeds.userId, set: { tokenHash, createdAt } }),
      ]);
    },

    async delete(userId: string): Promise<void> {
      await db.batch([sql`DELETE FROM calendar_feeds WHERE user_id = ${userId}`]);
    },

    /**
     * The lessons of whoever holds this token, in both their roles, that end after `from`, soonest
     * first. One round trip; null when the token is nobody's.
     */
    async read(tokenHash: string, from: number, limit: number): Promise<FeedContents | null> {
      const owner = sql`(SELECT user_id FROM calendar_feeds WHERE token_hash = ${tokenHash})`;
      const lessonsOf = (column: "student_id" | "instructor_id") =>
        sql`SELECT id FROM bookings WHERE ${sql.raw(column)} = ${owner} AND start_at > ${from}`;
      const [owners, rows] = await db.allOf<[{ id: string; status: AccountStatus }, BookingRow]>([
        sql`SELECT id, status FROM users WHERE id = ${owner}`,
        selectBookings(sql`WHERE b.id IN (${lessonsOf("student_id")} UNION ALL
            ${lessonsOf("instructor_id")}) ORDER BY b.start_at, b.id LIMIT ${limit}`),
      ]);
      const [person] = owners;
      if (!person || person.status === "deactivated") return null;
      return { personId: person.id, lessons: rows.map(toBooking) };
    },
  };
}
