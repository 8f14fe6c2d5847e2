import { type SQL, sql } from "drizzle-orm";
import type { Booking, BookingOffer } from "../../worker/domain/booking.ts";
import {
  CORRECTION_UNTIL_MS,
  NO_SHOW_FROM_MS,
  NO_SHOW_UNTIL_MS,
  RESCHEDULE_UNTIL_MS,
} from "../../worker/domain/booking-moves.ts";
import type { Database } from "../client.ts";
import { isUniqueViolation } from "../errors.ts";
import type { HoursRow } from "./availability.ts";
import {
  type Conflict,
  conflictsQuery,
  noConflict,
  toAbortedConflict,
  toConflict,
  toLessonTime,
} from "./booking-guard.ts";
import {
  type Change,
  cancelLessonStatements,
  changeLesson,
  isWrittenBy,
  type LessonCancellation,
  type RecordedMove,
  raiseVersions,
  recordMove,
  recordMoveEvent,
  rescheduledMails,
} from "./booking-moves.ts";
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

/** How an attempt ended; "changed": somebody was faster, so what was read is not true any more. */
export type ChangeOutcome = "done" | "changed" | Conflict;

/** What a change is judged by. */
export interface LoadedLesson {
  lesson: Booking | null;
  /** The first answer to the request's key. */
  kept: KeptAnswer | null;
  /** What it is a lesson of, where that was asked for. */
  offer: BookingOffer | null;
}

export type BookingChangeRepository = ReturnType<typeof createBookingChangeRepository>;

/** Reads a lesson to change it, and changes it if it is still as it was read. */
export function createBookingChangeRepository(db: Database) {
  return {
    /** One round trip. The lesson is null also when it is not the reader's. */
    async load(bookingId: string, reader: Reader, key: RequestKey): Promise<LoadedLesson> {
      const [rows, kept] = await db.allOf<[BookingRow, KeptAnswer]>([
        selectBookings(readableBy(bookingId, reader)),
        keptQuery(key),
      ]);
      const lesson = rows[0] ? toBooking(rows[0]) : null;
      return { lesson, kept: kept[0] ?? null, offer: null };
    },

    /** As `load`, with the offering and the hours around the time wanted. */
    async loadWithOffer(
      bookingId: string,
      reader: Reader,
      key: RequestKey,
      window: OfferWindow,
    ): Promise<LoadedLesson> {
      const of = (column: SQL) => sql`(SELECT ${column} FROM bookings WHERE id = ${bookingId})`;
      const ids = { instructorId: of(sql`instructor_id`), offeringId: of(sql`offering_id`) };
      const [rows, kept, offers, hours] = await db.allOf<
        [BookingRow, KeptAnswer, OfferRow, HoursRow]
      >([
        selectBookings(readableBy(bookingId, reader)),
        keptQuery(key),
        offerQuery(ids),
        offerHoursQuery(ids.instructorId, window),
      ]);
      const lesson = rows[0] ? toBooking(rows[0]) : null;
      return { lesson, kept: kept[0] ?? null, offer: findOffer(offers, hours) };
    },

    async cancel(cancellation: LessonCancellation, keep: IdempotencyEntry | null) {
      return await write(db, cancellation, cancelLessonStatements(cancellation), keep);
    },

    /** Moves it to the time of `moved`, under the guard of new bookings, in this one statement. */
    async reschedule(
      move: RecordedMove,
      moved: Booking,
      movedBy: "student" | "instructor",
      keep: IdempotencyEntry | null,
    ): Promise<ChangeOutcome> {
      const wanted = { ...toLessonTime(moved), exceptId: moved.id };
      const statements = [
        changeLesson(
          move,
          sql`start_at = ${moved.startAt}, end_at = ${moved.endAt}, timezone = ${moved.timezone},
            sequence = ${moved.sequence}`,
          sql`status = 'confirmed' AND start_at >= ${move.now + RESCHEDULE_UNTIL_MS}
            AND ${noConflict(wanted)}`,
        ),
        // Asked only when nothing was written.
        sql`${conflictsQuery(wanted)} WHERE NOT ${isWrittenBy(move)}`,
        recordMove(move),
        raiseVersions(move.lesson, isWrittenBy(move)),
        rescheduledMails(move, moved, movedBy),
        recordMoveEvent(move, "booking.rescheduled"),
      ];
      return await write(db, move, statements, keep);
    },

    /** Ends a lesson as completed (also one recorded as no-show) or as no-show. */
    async close(
      move: RecordedMove,
      status: "completed" | "no_show",
      keep: IdempotencyEntry | null,
    ): Promise<ChangeOutcome> {
      const condition = status === "completed" ? mayComplete(move) : mayRecordNoShow(move);
      const statements = [
        changeLesson(move, sql`status = ${status}`, condition),
        recordMove(move),
        raiseVersions(move.lesson, isWrittenBy(move)),
        recordMoveEvent(move, `booking.${status}`),
      ];
      return await write(db, move, statements, keep);
    },

    async saveInstructorNote(
      change: Change,
      note: string | null,
      keep: IdempotencyEntry | null,
    ): Promise<ChangeOutcome> {
      return await write(db, change, [changeLesson(change, sql`instructor_note = ${note}`)], keep);
    },
  };
}

/** The first of the statements is the change itself; with a key, its answer is kept with it. */
async function write(
  db: Database,
  change: Change,
  statements: readonly SQL[],
  keep: IdempotencyEntry | null,
): Promise<ChangeOutcome> {
  const keeping = keep ? keepStatements(keep, isWrittenBy(change)) : [];
  try {
    const [written, second] = await db.batch([...statements, ...keeping]);
    if (written && written.meta.changes > 0) return "done";
    // Of all second statements only the one that asks for conflicts has rows.
    return toConflict(second) ?? "changed";
  } catch (error) {
    // A twin has used the key meanwhile.
    if (isUniqueViolation(error, "idempotency_keys")) return "changed";
    return toAbortedConflict(error);
  }
}

function mayComplete({ lesson, now }: Change): SQL {
  const recordedAt = sql`(SELECT max(created_at) FROM booking_events
    WHERE booking_id = ${lesson.id} AND to_status = 'no_show')`;
  return sql`end_at <= ${now} AND (status = 'confirmed'
    OR (status = 'no_show' AND ${recordedAt} >= ${now - CORRECTION_UNTIL_MS}))`;
}

function mayRecordNoShow({ now }: Change): SQL {
  return sql`status = 'confirmed' AND start_at <= ${now - NO_SHOW_FROM_MS}
    AND end_at >= ${now - NO_SHOW_UNTIL_MS}`;
}
