import { type SQL, sql } from "drizzle-orm";
import type { Booking, BookingOffer } from "../../worker/domain/booking.ts";
import type { Counted } from "../../worker/domain/rate-limit.ts";
import { build, type Database } from "../client.ts";
import { idempotencyKeys } from "../schema/index.ts";
import type { HoursRow } from "./availability.ts";
import {
  type Conflict,
  conflictsQuery,
  type LessonTime,
  noConflict,
  toAbortedConflict,
  toConflict,
  toLessonTime,
} from "./booking-guard.ts";
import { bookedMails, raiseVersions } from "./booking-moves.ts";
import {
  findOffer,
  type OfferRow,
  type OfferWindow,
  offerHoursQuery,
  offerQuery,
} from "./booking-offers.ts";
import {
  type IdempotencyEntry,
  isUnused,
  type KeptAnswer,
  keepStatements,
  keptQuery,
  type RequestKey,
  toKept,
} from "./idempotency.ts";
import { countStatement, isWithinQuota, type RateCounter, toCounted } from "./rate-counters.ts";
import { recordWebhookEvent } from "./webhook-events.ts";

/** A booking to be written, with the policy that it was made under. */
export interface NewBooking extends Booking {
  policyVersion: number;
}

/** How an attempt to write a booking ended. */
export type BookingOutcome = "booked" | "offer_changed" | "key_used" | Conflict;

/** A request that was counted, and what its key was answered before. */
export interface CountedRequest {
  counted: Counted;
  kept: KeptAnswer | null;
}

/** What became of a request that was good enough to be tried. */
export interface BookingAttempt extends CountedRequest {
  outcome: BookingOutcome;
  /** Those of the two whose free times are others now: the student may teach as well. */
  busyInstructorIds: string[];
  /** Whether there is a webhook to be told. */
  isListenedTo: boolean;
}

export type BookingCreationRepository = ReturnType<typeof createBookingCreationRepository>;

export function createBookingCreationRepository(db: Database) {
  const countRefused = async (
    counter: RateCounter,
    key: RequestKey,
    now: number,
  ): Promise<CountedRequest> => {
    const [counted, kept] = await db.batch([
      countStatement(counter, now),
      ...(key ? [keptQuery(key)] : []),
    ]);
    return { counted: toCounted(counted), kept: toKept(kept) };
  };

  return {
    /** One round trip for all that the checks before the write need. */
    async loadOffer(
      ids: { instructorId: string; offeringId: string },
      window: OfferWindow,
    ): Promise<BookingOffer | null> {
      const [offers, hours] = await db.allOf<[OfferRow, HoursRow]>([
        offerQuery(ids),
        offerHoursQuery(ids.instructorId, window),
      ]);
      return findOffer(offers, hours);
    },

    /** Counts a request that gets no further than this, and looks up what its key was answered. */
    countRefused,

    /** Counts a request, and says what the write would say of this lesson. */
    async countCheck(
      counter: RateCounter,
      lesson: LessonTime,
      now: number,
    ): Promise<{ counted: Counted; conflict: Conflict | null }> {
      const [counted, rows] = await db.batch([
        countStatement(counter, now),
        conflictsQuery(lesson),
      ]);
      return { counted: toCounted(counted), conflict: toConflict(rows) };
    },

    /**
     * Counts the request and books in one transaction, or says why not. The guard is in the writing
     * statement itself; the triggers stand behind it. With a key, the answer is kept in the same
     * transaction, so that a second request with that key, at the same time or later, finds it and
     * writes nothing.
     */
    async insert(
      booking: NewBooking,
      entry: IdempotencyEntry | null,
      counter: RateCounter,
    ): Promise<BookingAttempt> {
      const now = booking.createdAt;
      try {
        const results = await db.batch(insertStatements(booking, entry, counter));
        const [counted, inserted, conflicts, raised, told, keyRows] = results;
        const kept = entry ? toKept(keyRows) : null;
        const outcome = () => {
          if (inserted && inserted.meta.changes > 0) return "booked";
          if (kept && kept.expiresAt > now) return "key_used";
          return toConflict(conflicts) ?? "offer_changed";
        };
        return {
          outcome: outcome(),
          counted: toCounted(counted),
          kept,
          busyInstructorIds: (raised?.results ?? []).map(({ id }) => id as string),
          isListenedTo: (told?.meta.changes ?? 0) > 0,
        };
      } catch (error) {
        const outcome = toAbortedConflict(error);
        // The count went with the rest of the batch.
        const request = await countRefused(counter, entry, now);
        return { outcome, ...request, busyInstructorIds: [], isListenedTo: false };
      }
    },

    /** Keeps a refusal for a key that has no answer yet; gives the answer that the key has then. */
    async keepAnswer(entry: IdempotencyEntry): Promise<KeptAnswer> {
      const [, kept] = await db.batch([
        build.insert(idempotencyKeys).values(entry).onConflictDoNothing(),
        keptQuery(entry),
      ]);
      return toKept(kept) ?? entry;
    },
  };
}

/** In this order: the first five tell what came of it, and where there is a key so does the sixth. */
function insertStatements(
  booking: NewBooking,
  entry: IdempotencyEntry | null,
  counter: RateCounter,
): SQL[] {
  const booked = sql`EXISTS (SELECT 1 FROM bookings WHERE id = ${booking.id})`;
  const lesson = toLessonTime(booking);
  const { id, createdAt } = booking;
  const { instructorId } = lesson;
  const event = { type: "booking.created", eventId: id, bookingId: id, instructorId } as const;
  return [
    countStatement(counter, createdAt),
    insertBooking(booking, lesson, sql`${isWithinQuota(counter)} AND ${isUnused(entry)}`),
    // Asked only when the statement before wrote nothing, as looking again costs rows.
    sql`${conflictsQuery(lesson)} WHERE changes() = 0`,
    raiseVersions(booking, booked),
    recordWebhookEvent(event, createdAt),
    ...(entry ? [keptQuery(entry), ...keepStatements(entry, booked)] : []),
    sql`INSERT INTO booking_events
        (booking_id, actor_id, from_status, to_status, from_start_at, to_start_at, reason, created_at)
      SELECT id, student_id, NULL, status, NULL, start_at, NULL, created_at
      FROM bookings WHERE id = ${id}`,
    bookedMails(booking, booked),
  ];
}

/** Writes only where the time is free for both, the offer still stands and this holds, in one statement. */
function insertBooking(b: NewBooking, lesson: LessonTime, condition: SQL): SQL {
  return sql`INSERT INTO bookings (id, student_id, instructor_id, offering_id, service_name, status,
      start_at, end_at, timezone, duration_minutes, hourly_rate_cents, price_cents, location_type,
      location_detail, student_note, policy_version, created_at, updated_at)
    SELECT ${b.id}, ${b.student.id}, ${b.instructor.id}, ${b.offeringId}, ${b.serviceName},
      ${b.status}, ${b.startAt}, ${b.endAt}, ${b.timezone}, ${b.durationMinutes},
      ${b.hourlyRateCents}, ${b.priceCents}, ${b.locationType}, ${b.locationDetail},
      ${b.studentNote}, ${b.policyVersion}, ${b.createdAt}, ${b.updatedAt}
    WHERE ${condition} AND ${noConflict(lesson)}
      AND (SELECT count(*) FROM users
        WHERE id IN (${b.instructor.id}, ${b.student.id}) AND status = 'active') = 2
      AND EXISTS (SELECT 1 FROM offerings WHERE id = ${b.offeringId} AND is_active = 1)`;
}
