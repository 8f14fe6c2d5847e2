import { type SQL, sql } from "drizzle-orm";
import { type AccountStatus, displayName } from "../../worker/domain/actor.ts";
import { type Booking, type BookingOffer, LONGEST_LESSON_MS } from "../../worker/domain/booking.ts";
import type { LocationType } from "../../worker/domain/catalog.ts";
import {
  datesBetween,
  type LocalDate,
  type Weekday,
  weekdayOf,
} from "../../worker/domain/local-time.ts";
import { build, type Database } from "../client.ts";
import { isAbort, isUniqueViolation } from "../errors.ts";
import { type bookings, idempotencyKeys } from "../schema/index.ts";
import { addHours, emptyInputs, type HoursRow, hoursQuery } from "./availability.ts";
import { type ConflictRow, conflictsQuery, type LessonTime, noConflict } from "./booking-guard.ts";
import { type BookingRow, selectBookings, toBooking } from "./booking-rows.ts";

/** The first answer given to a key, if there was one. */
export interface KeptAnswer {
  requestHash: string;
  answer: string;
  expiresAt: number;
}

export interface IdempotencyEntry extends KeptAnswer {
  actorId: string;
  key: string;
  createdAt: number;
}

export type NewBooking = typeof bookings.$inferInsert;

/** How an attempt to write a booking ended. */
export type BookingOutcome =
  | "booked"
  | "slot_taken"
  | "student_conflict"
  | "offer_changed"
  | "key_used";

interface OfferRow {
  instructor_id: string;
  first_name: string;
  last_name: string;
  status: AccountStatus;
  timezone: string;
  minimum_notice_hours: number;
  buffer_minutes: number;
  offering_id: string;
  is_active: number;
  service_name: string;
  hourly_rate_cents: number;
  duration_options: string;
  location_types: string;
}

export type BookingRepository = ReturnType<typeof createBookingRepository>;

export function createBookingRepository(db: Database) {
  return {
    /** One round trip for all that the checks before the write need. */
    async loadOffer(
      ids: { instructorId: string; offeringId: string },
      window: { from: LocalDate; to: LocalDate },
      key: { actorId: string; key: string } | null,
    ): Promise<{ offer: BookingOffer | null; kept: KeptAnswer | null }> {
      const [offerRows, hoursRows, keptRows] = await db.allOf<[OfferRow, HoursRow, KeptAnswer]>([
        offerQuery(ids),
        hoursQuery(sql`(${ids.instructorId})`, window.from, window.to, weekdaysOf(window)),
        keptQuery(key?.actorId ?? "", key?.key ?? ""),
      ]);
      const offer = offerRows[0] ? toOffer(offerRows[0]) : null;
      for (const row of hoursRows) addHours(offer?.inputs, row);
      return { offer, kept: keptRows[0] ?? null };
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
      const keep = kept
        ? [
            sql`DELETE FROM idempotency_keys WHERE actor_id = ${kept.actorId}
              AND key = ${kept.key} AND expires_at <= ${kept.createdAt}`,
            sql`INSERT INTO idempotency_keys
                (actor_id, key, request_hash, answer, created_at, expires_at)
              SELECT ${kept.actorId}, ${kept.key}, ${kept.requestHash}, ${kept.answer},
                ${kept.createdAt}, ${kept.expiresAt} WHERE ${booked}`,
          ]
        : [];
      try {
        const [keyRows, inserted, conflicts] = await db.batch([
          keptQuery(kept?.actorId ?? "", kept?.key ?? ""),
          insertBooking(booking),
          // Asked only when nothing was written, as looking again costs rows.
          sql`${conflictsQuery(booking)} WHERE NOT ${booked}`,
          sql`INSERT INTO booking_events
              (booking_id, actor_id, from_status, to_status, from_start_at, to_start_at, reason, created_at)
            SELECT id, student_id, NULL, status, NULL, start_at, NULL, created_at
            FROM bookings WHERE id = ${booking.id}`,
          sql`UPDATE instructors SET availability_version = availability_version + 1
            WHERE id IN (${booking.instructorId}, ${booking.studentId}) AND ${booked}`,
          ...keep,
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
        keptQuery(entry.actorId, entry.key),
      ]);
      const [row] = (kept?.results ?? []) as unknown as KeptAnswer[];
      return row ?? entry;
    },

    /** Null also when it is somebody else's, unless `anyone` may be read. */
    async find(bookingId: string, reader: { id: string; anyone: boolean }) {
      const mine = reader.anyone
        ? sql`1`
        : sql`(b.student_id = ${reader.id} OR b.instructor_id = ${reader.id})`;
      const rows = await db.all<BookingRow>(
        selectBookings(sql`WHERE b.id = ${bookingId} AND ${mine}`),
      );
      return rows[0] ? toBooking(rows[0]) : null;
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

function weekdaysOf({ from, to }: { from: LocalDate; to: LocalDate }): Weekday[] {
  return [...new Set(datesBetween(from, to).map(weekdayOf))];
}

function keptQuery(actorId: string, key: string): SQL {
  return sql`SELECT request_hash AS requestHash, answer, expires_at AS expiresAt
    FROM idempotency_keys WHERE actor_id = ${actorId} AND key = ${key}`;
}

function offerQuery({ instructorId, offeringId }: { instructorId: string; offeringId: string }) {
  return sql`SELECT i.id AS instructor_id, u.first_name AS first_name, u.last_name AS last_name,
      u.status AS status, i.timezone AS timezone, i.minimum_notice_hours AS minimum_notice_hours,
      i.buffer_minutes AS buffer_minutes, o.id AS offering_id, o.is_active AS is_active,
      s.name AS service_name, o.hourly_rate_cents AS hourly_rate_cents,
      o.duration_options AS duration_options, o.location_types AS location_types
    FROM instructors AS i JOIN users AS u ON u.id = i.id
      JOIN offerings AS o ON o.instructor_id = i.id JOIN services AS s ON s.slug = o.service_slug
    WHERE i.id = ${instructorId} AND o.id = ${offeringId}`;
}

/** Writes only if the time is free for both and the offer still stands, all in this statement. */
function insertBooking(b: NewBooking): SQL {
  return sql`INSERT INTO bookings (id, student_id, instructor_id, offering_id, service_name, status,
      start_at, end_at, timezone, duration_minutes, hourly_rate_cents, price_cents, location_type,
      location_detail, student_note, policy_version, created_at, updated_at)
    SELECT ${b.id}, ${b.studentId}, ${b.instructorId}, ${b.offeringId}, ${b.serviceName}, ${b.status},
      ${b.startAt}, ${b.endAt}, ${b.timezone}, ${b.durationMinutes}, ${b.hourlyRateCents},
      ${b.priceCents}, ${b.locationType}, ${b.locationDetail}, ${b.studentNote}, ${b.policyVersion},
      ${b.createdAt}, ${b.updatedAt}
    WHERE ${noConflict(b)}
      AND EXISTS (SELECT 1 FROM users WHERE id = ${b.instructorId} AND status = 'active')
      AND EXISTS (SELECT 1 FROM offerings WHERE id = ${b.offeringId} AND is_active = 1)`;
}

function toConflict(rows: ConflictRow[] = []): "slot_taken" | "student_conflict" | null {
  if (rows[0]?.instructorBusy) return "slot_taken";
  return rows[0]?.studentBusy ? "student_conflict" : null;
}

function toOffer(row: OfferRow): BookingOffer {
  return {
    instructor: {
      id: row.instructor_id,
      displayName: displayName(row.first_name, row.last_name),
      status: row.status,
    },
    offering: {
      id: row.offering_id,
      isActive: row.is_active === 1,
      serviceName: row.service_name,
      hourlyRateCents: row.hourly_rate_cents,
      durationOptions: JSON.parse(row.duration_options) as number[],
      locationTypes: JSON.parse(row.location_types) as LocationType[],
    },
    inputs: emptyInputs(row),
  };
}
