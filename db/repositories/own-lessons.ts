import { sql } from "drizzle-orm";
import { displayName } from "../../worker/domain/actor.ts";
import { type Booking, LONGEST_LESSON_MS } from "../../worker/domain/booking.ts";
import type { Database } from "../client.ts";
import { type BookingRow, selectBookings, toBooking } from "./booking-rows.ts";

/** How many completed lessons are looked at for people to learn from again. */
const LOOKED_BACK = 100;

/** Somebody to learn from again: the last lesson with them that took place. */
export interface PastInstructor {
  instructorId: string;
  displayName: string;
  serviceSlug: string;
  serviceName: string;
  lastAt: number;
}

interface PastRow {
  instructor_id: string;
  first_name: string;
  last_name: string;
  service_slug: string;
  service_name: string;
  last_at: number;
}

export type OwnLessonsRepository = ReturnType<typeof createOwnLessonsRepository>;

/** What a student's start page shows of their lessons. */
export function createOwnLessonsRepository(db: Database) {
  return {
    /**
     * The lessons ahead, soonest first, and the last different instructors who can be booked, latest
     * first. One round trip.
     */
    async load(
      studentId: string,
      now: number,
      limits: { ahead: number; past: number },
    ): Promise<{ ahead: Booking[]; past: PastInstructor[] }> {
      const [ahead, past] = await db.allOf<[BookingRow, PastRow]>([
        selectBookings(sql`WHERE b.student_id = ${studentId} AND b.status = 'confirmed'
          AND b.end_at > ${now} AND b.start_at > ${now - LONGEST_LESSON_MS}
          ORDER BY b.start_at, b.id LIMIT ${limits.ahead}`),
        // Of a group's columns SQLite takes those of the row that has the maximum.
        sql`SELECT b.instructor_id AS instructor_id, u.first_name AS first_name,
            u.last_name AS last_name, o.service_slug AS service_slug,
            b.service_name AS service_name, max(b.start_at) AS last_at
          FROM (SELECT instructor_id, offering_id, service_name, start_at FROM bookings
              WHERE student_id = ${studentId} AND status = 'completed'
              ORDER BY start_at DESC LIMIT ${LOOKED_BACK}) AS b
            JOIN users AS u ON u.id = b.instructor_id
            JOIN offerings AS o ON o.id = b.offering_id
          WHERE u.status = 'active'
          GROUP BY b.instructor_id ORDER BY last_at DESC, b.instructor_id LIMIT ${limits.past}`,
      ]);
      return { ahead: ahead.map(toBooking), past: past.map(toPastInstructor) };
    },
  };
}

function toPastInstructor(row: PastRow): PastInstructor {
  return {
    instructorId: row.instructor_id,
    displayName: displayName(row.first_name, row.last_name),
    serviceSlug: row.service_slug,
    serviceName: row.service_name,
    lastAt: row.last_at,
  };
}
