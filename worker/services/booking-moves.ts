import { type Actor, assertSignedIn } from "../domain/actor.ts";
import type { Booking, BookingEvent } from "../domain/booking.ts";
import { assertMayDo, assertMove, type LessonRole } from "../domain/booking-moves.ts";
import { type CancellationFee, cancellationFee } from "../domain/cancellation.ts";
import { DomainError } from "../domain/errors.ts";
import {
  changeLesson,
  type MoveDependencies,
  type MoveOptions,
  readLesson,
  toReader,
} from "./lesson-change.ts";

/** Their order: `unauthenticated`, `not_found`, `forbidden`, `precondition_failed`, state, window. */
export interface BookingMoves {
  /** What cancelling would cost now. Throws as `cancel` does. */
  previewCancellation(actor: Actor | null, bookingId: string): Promise<CancellationFee>;
  cancel(
    actor: Actor | null,
    bookingId: string,
    reason: string,
    options?: MoveOptions,
  ): Promise<Booking>;
  /** Also puts a no-show right. */
  complete(actor: Actor | null, bookingId: string, options?: MoveOptions): Promise<Booking>;
  recordNoShow(actor: Actor | null, bookingId: string, options?: MoveOptions): Promise<Booking>;
  /** Null removes it. */
  saveInstructorNote(
    actor: Actor | null,
    bookingId: string,
    note: string | null,
    options?: MoveOptions,
  ): Promise<Booking>;
  /** Oldest first. */
  listHistory(actor: Actor | null, bookingId: string): Promise<BookingEvent[]>;
  /** The lesson and what became of it, oldest first. Throws `not_found` also for somebody else's. */
  getWithHistory(
    actor: Actor | null,
    bookingId: string,
  ): Promise<{ lesson: Booking; history: BookingEvent[] }>;
}

export function createBookingMoves(dependencies: MoveDependencies): BookingMoves {
  const { changes, events, now } = dependencies;
  const getWithHistory: BookingMoves["getWithHistory"] = async (actor, bookingId) => {
    const { found, lesson } = await readLesson(
      actor,
      (reader) => events.find(bookingId, reader),
      ({ lesson }) => lesson,
    );
    return { ...found, lesson };
  };
  return {
    async previewCancellation(actor, bookingId) {
      const person = assertSignedIn(actor);
      const { lesson } = await changes.load(bookingId, toReader(person), null);
      if (!lesson) throw new DomainError("not_found");
      const by = assertMayDo(person, "cancel", lesson);
      assertMove(lesson, "cancel", now);
      return cancellationFee({ ...lesson, now, by });
    },

    async cancel(actor, bookingId, reason, options = {}) {
      return await changeLesson(dependencies, actor, {
        ...{ bookingId, deed: "cancel", options, reason, details: { reason } },
        toNext: ({ lesson, role }) => toCancelled(lesson, role, reason, now),
        write: ({ move, next, role: by, keep }) => {
          const { feePercent = 0, feeCents = 0 } = next.cancellation ?? {};
          return changes.cancel({ ...move, by, reason, feePercent, feeCents }, keep);
        },
      });
    },

    async complete(actor, bookingId, options = {}) {
      return await changeLesson(dependencies, actor, {
        ...{ bookingId, deed: "complete", options },
        toNext: ({ lesson }) => ({
          ...lesson,
          status: "completed",
          noShowAt: null,
          updatedAt: now,
        }),
        write: ({ move, keep }) => changes.close(move, "completed", keep),
      });
    },

    async recordNoShow(actor, bookingId, options = {}) {
      return await changeLesson(dependencies, actor, {
        ...{ bookingId, deed: "no_show", options },
        toNext: ({ lesson }) => ({ ...lesson, status: "no_show", noShowAt: now, updatedAt: now }),
        write: ({ move, keep }) => changes.close(move, "no_show", keep),
      });
    },

    async saveInstructorNote(actor, bookingId, note, options = {}) {
      return await changeLesson(dependencies, actor, {
        ...{ bookingId, deed: "note", options, details: { note } },
        toNext: ({ lesson }) =>
          lesson.instructorNote === note
            ? lesson
            : { ...lesson, instructorNote: note, updatedAt: now },
        write: ({ move, keep }) => changes.saveInstructorNote(move, note, keep),
      });
    },

    getWithHistory,
    listHistory: async (actor, bookingId) => (await getWithHistory(actor, bookingId)).history,
  };
}

function toCancelled(lesson: Booking, by: LessonRole, reason: string, now: number): Booking {
  const { feePercent, feeCents } = cancellationFee({ ...lesson, now, by });
  return {
    ...lesson,
    status: "cancelled",
    cancellation: { by, reason, at: now, feePercent, feeCents },
    updatedAt: now,
    sequence: lesson.sequence + 1,
  };
}
