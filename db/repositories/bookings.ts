import { type SQL, sql } from "drizzle-orm";
import { type Booking, type BookingOffer, LONGEST_LESSON_MS } from "../../worker/domain/booking.ts";
import { build, type Database } from "../client.ts";
import { isAbort, isUniqueViolation } from "../errors.ts";
import { idempotencyKeys } from "../schema/index.ts";
import type { HoursRow } from "./availability.ts";
import {
  type ConflictRow,
  conflictsQuery,
  type LessonTime,
  noConflict,
  toLessonTime,
} from "./booking-guard.ts";
import { bookedMails } from "./booking-moves.ts";
import {
  findOffer,
  type OfferRow,
  type OfferWindow,
  offerHoursQuery,
  offerQuery,
} from "./booking-offers.ts";
import {
  type BookingRow,
  type Reader,
  readableBy,
  selectBookings,
  toBooking,
} from "./booking-rows.ts";
import {
  type IdempotencyEntry,
  type KeptAnswer,
  keepStatements,
  keptQuery,
  type RequestKey,
} from "./idempotency.ts";
import { recordWebhookEvent } from "./webhook-events.ts";

/** A booking to be written, with the policy that it was made under. */
export interface NewBooking extends Booking {
  policyVersion: number;
}

/** How an attempt to write a booking ended. */
export type BookingOutcome =
  | "booked"
  | "slot_taken"
  | "student_conflict"
  | "offer_changed"
  | "key_used";

export type BookingRepository = ReturnType<typeof createBookingRepository>;

export function createBookingRepository(db: Database) {
  return {
    /** One round trip for all that the checks before the write need. */
    async loadOffer(
      ids: { instructorId: string; offeringId: string },
      window: OfferWindow,
      key: RequestKey,
    ): Promise<{ offer: BookingOffer | null; kept: KeptAnswer | null }> {
      const [offers, hours, kept] = await db.allOf<[OfferRow, HoursRow, KeptAnswer]>([
        offerQuery(ids),
        offerHoursQuery(ids.instructorId, window),
        keptQuery(key),
      ]);
      return { offer: findOffer(offers, hours), kept: kept[0] ?? null };
    },

    async findConflict(lesson: LessonTime): Promise<"slot_taken" | "student_conflict" | null> {
      return toConflict(await db.all<ConflictRow>(conflictsQuery(lesson)));
    },

    /**
     * Books in one transaction, or says why not. The guard is in the writing statement itself; the
     * triggers stand behind it. With a key, the answer is kept in the same transaction, so that a
     * second request with that key, at the same time or later, finds it or writes nothing.
     */
    async insert(booking: NewBooking, kept: IdempotencyEntry | null): Promise<BookingOutcome> {
      const booked = sql`EXISTS (SELECT 1 FROM bookings WHERE id = ${booking.id})`;
      const lesson = toLessonTime(booking);
      try {
        const [keyRows, inserted, conflicts] = await db.batch([
          keptQuery(kept),
          insertBooking(booking, lesson),
          // Asked only when nothing was written, as looking again costs rows.
          sql`${conflictsQuery(lesson)} WHERE NOT ${booked}`,
          sql`INSERT INTO booking_events
              (booking_id, actor_id, from_status, to_status, from_start_at, to_start_at, reason, created_at)
            SELECT id, student_id, NULL, status, NULL, start_at, NULL, created_at
            FROM bookings WHERE id = ${booking.id}`,
          sql`UPDATE instructors SET availability_version = availability_version + 1
            WHERE id IN (${lesson.instructorId}, ${lesson.studentId}) AND ${booked}`,
          ...bookedMails(booking, booked),
          recordWebhookEvent(
            {
              type: "booking.created",
              eventId: booking.id,
              bookingId: booking.id,
              instructorId: lesson.instructorId,
            },
            booking.createdAt,
          ),
          ...(kept ? keepStatements(kept, booked) : []),
        ]);
        if (inserted && inserted.meta.changes > 0) return "booked";
        const first = keyRows?.results as KeptAnswer[] | undefined;
        if (kept && first?.some(({ expiresAt }) => expiresAt > kept.createdAt)) return "key_used";
        return toConflict(conflicts?.results as ConflictRow[] | undefined) ?? "offer_changed";
      } catch (error) {
        if (isUniqueViolation(error, "idempotency_keys")) return "key_used";
        if (isAbort(error, "slot_taken")) return "slot_taken";
        if (isAbort(error, "student_conflict")) return "student_conflict";
        throw error;
      }
    },

    /** Keeps a refusal for a key that has no answer yet; gives the answer that the key has then. */
    async keepAnswer(entry: IdempotencyEntry): Promise<KeptAnswer> {
      const [, kept] = await db.batch([
        build.insert(idempotencyKeys).values(entry).onConflictDoNothing(),
        keptQuery(entry),
      ]);
      const [row] = (kept?.results ?? []) as unknown as KeptAnswer[];
      return row ?? entry;
    },

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

/** Writes only if the time is free for both and the offer still stands, all in this statement. */
function insertBooking(b: NewBooking, lesson: LessonTime): SQL {
  return sql`INSERT INTO bookings (id, student_id, instructor_id, offering_id, service_name, status,
      start_at, end_at, timezone, duration_minutes, hourly_rate_cents, price_cents, location_type,
      location_detail, student_note, policy_version, created_at, updated_at)
    SELECT ${b.id}, ${b.student.id}, ${b.instructor.id}, ${b.offeringId}, ${b.serviceName},
      ${b.status}, ${b.startAt}, ${b.endAt}, ${b.timezone}, ${b.durationMinutes},
      ${b.hourlyRateCents}, ${b.priceCents}, ${b.locationType}, ${b.locationDetail},
      ${b.studentNote}, ${b.policyVersion}, ${b.createdAt}, ${b.updatedAt}
    WHERE ${noConflict(lesson)}
      AND (SELECT count(*) FROM users
        WHERE id IN (${b.instructor.id}, ${b.student.id}) AND status = 'active') = 2
      AND EXISTS (SELECT 1 FROM offerings WHERE id = ${b.offeringId} AND is_active = 1)`;
}

export function toConflict(rows: ConflictRow[] = []): "slot_taken" | "student_conflict" | null {
  if (rows[0]?.instructorBusy) return "slot_taken";
  return rows[0]?.studentBusy ? "student_conflict" : null;
}
