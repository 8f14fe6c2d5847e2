import { sql } from "drizzle-orm";
import { LONGEST_LESSON_MS } from "../../worker/domain/booking.ts";
import { type InstructorStats, NEXT_LESSONS } from "../../worker/domain/instructor-stats.ts";
import type { Database } from "../client.ts";
import { type BookingRow, selectBookings, toBooking } from "./booking-rows.ts";

interface CountRow {
  timezone: string;
  upcomingCount: number;
  profileViews30d: number;
  searchAppearances30d: number;
}

interface EarnedRow {
  completedCount: number;
  earnedCents: number;
}

interface EarnedAt {
  startAt: number;
  earnedCents: number;
}

export type InstructorStatsRepository = ReturnType<typeof createInstructorStatsRepository>;

/** What a lesson has brought: its price once it was given, or what a student's late no cost them. */
const earnedCents = sql`coalesce(sum(CASE
  WHEN status = 'completed' THEN price_cents
  WHEN status = 'cancelled' AND cancelled_by = 'student' THEN cancellation_fee_cents
END), 0)`;

export function createInstructorStatsRepository(db: Database) {
  return {
    /** All but the month's figure, which begins by the zone that is read here. Null for nobody's. */
    async load(
      id: string,
      now: number,
      since: number,
    ): Promise<Omit<InstructorStats, "earnedThisMonthCents"> | null> {
      const ahead = sql`instructor_id = ${id} AND status = 'confirmed'
        AND start_at > ${now - LONGEST_LESSON_MS} AND end_at > ${now}`;
      const seen = (type: string) => sql`(SELECT count(*) FROM search_interactions
        WHERE instructor_id = ${id} AND type = ${type} AND created_at >= ${since})`;
      const [counts, earned, lessons] = await db.allOf<[CountRow, EarnedRow, BookingRow]>([
        sql`SELECT timezone, (SELECT count(*) FROM bookings WHERE ${ahead}) AS upcomingCount,
            ${seen("view_profile")} AS profileViews30d, ${seen("impression")} AS searchAppearances30d
          FROM instructors WHERE id = ${id}`,
        sql`SELECT count(*) FILTER (WHERE status = 'completed') AS completedCount,
            ${earnedCents} AS earnedCents FROM bookings WHERE instructor_id = ${id}`,
        selectBookings(sql`WHERE b.instructor_id = ${id} AND b.status = 'confirmed'
          AND b.start_at > ${now - LONGEST_LESSON_MS} AND b.end_at > ${now}
          ORDER BY b.start_at, b.id LIMIT ${NEXT_LESSONS}`),
      ]);
      const [count, total] = [counts[0], earned[0]];
      if (!count || !total) return null;
      return {
        ...count,
        nextLessons: lessons.map(toBooking),
        completedCount: total.completedCount,
        earnedTotalCents: total.earnedCents,
      };
    },

    /** What was earned by the starts of the lessons, which begin in `[fromAt, toAt)`. */
    async listEarned(id: string, fromAt: number, toAt: number): Promise<EarnedAt[]> {
      return await db.all<EarnedAt>(sql`SELECT start_at AS startAt, ${earnedCents} AS earnedCents
        FROM bookings WHERE instructor_id = ${id} AND start_at >= ${fromAt} AND start_at < ${toAt}
        GROUP BY start_at`);
    },
  };
}
