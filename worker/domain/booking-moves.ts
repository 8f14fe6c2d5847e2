import type { Actor } from "./actor.ts";
import type { Booking } from "./booking.ts";
import { DomainError, type ErrorCode } from "./errors.ts";
import type { Permission } from "./permission.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Rule: until this long before the start, that instant included, a lesson can be moved. */
export const RESCHEDULE_UNTIL_MS = 12 * HOUR_MS;
/** Rule: from this long after the start until that long after the end somebody has not come. */
export const NO_SHOW_FROM_MS = 15 * MINUTE_MS;
export const NO_SHOW_UNTIL_MS = 24 * HOUR_MS;
/** Rule: for this long after it was recorded, a no-show can be put right. */
export const CORRECTION_UNTIL_MS = 24 * HOUR_MS;
/** Rule: what nobody has closed this long after the end is completed by itself. */
export const COMPLETED_AFTER_MS = 24 * HOUR_MS;

const MOVES = ["reschedule", "cancel", "complete", "no_show"] as const;
export type BookingMove = (typeof MOVES)[number];

/** As what somebody acts on a lesson: as one of its two people, or as neither of them. */
export type LessonRole = "student" | "instructor" | "admin";

/** Who may do what to a lesson, and the permission that it takes. */
const PERMISSIONS: Record<BookingMove | "note", Partial<Record<LessonRole, Permission>>> = {
  cancel: {
    student: "cancel_own_bookings",
    instructor: "cancel_student_bookings",
    admin: "manage_all_bookings",
  },
  // Somebody suspended makes no new bookings, and still looks after those there are.
  reschedule: { student: "cancel_own_bookings", instructor: "complete_bookings" },
  complete: { instructor: "complete_bookings" },
  no_show: { instructor: "complete_bookings" },
  note: { instructor: "complete_bookings" },
};

export function roleIn({ student, instructor }: Booking, personId: string): LessonRole {
  if (personId === student.id) return "student";
  return personId === instructor.id ? "instructor" : "admin";
}

/** Rule: seeing the details of a lesson takes a student one more permission. Throws `forbidden`. */
export function assertMayRead(actor: Actor, lesson: Booking): void {
  if (roleIn(lesson, actor.id) !== "student") return;
  if (!actor.permissions.includes("view_booking_details")) throw new DomainError("forbidden");
}

/** Whether the actor is somebody who does this with the lesson, whatever the time is. */
export function mayDo(actor: Actor, deed: BookingMove | "note", lesson: Booking): boolean {
  const permission = PERMISSIONS[deed][roleIn(lesson, actor.id)];
  return permission !== undefined && actor.permissions.includes(permission);
}

/** The role in which the actor does it. Throws `forbidden`. */
export function assertMayDo(actor: Actor, deed: BookingMove | "note", lesson: Booking): LessonRole {
  if (!mayDo(actor, deed, lesson)) throw new DomainError("forbidden");
  return roleIn(lesson, actor.id);
}

/** The moves that the actor could make with the lesson now. */
export function listMoves(actor: Actor, lesson: Booking, now: number): BookingMove[] {
  return MOVES.filter(
    (move) => mayDo(actor, move, lesson) && findMoveRefusal(lesson, move, now) === null,
  );
}

/** Why the lesson cannot make this move now, whoever asks; null when it can. */
export function findMoveRefusal(lesson: Booking, move: BookingMove, now: number): ErrorCode | null {
  const { status, startAt, endAt, noShowAt } = lesson;
  if (move === "complete" && status === "no_show") {
    // A correction makes no lesson complete that is still going on.
    if (now < endAt) return "too_early";
    return noShowAt !== null && now <= noShowAt + CORRECTION_UNTIL_MS ? null : "too_late";
  }
  if (status !== "confirmed") return "invalid_state";
  switch (move) {
    case "cancel":
      return now < startAt ? null : "too_late";
    case "reschedule":
      return now <= startAt - RESCHEDULE_UNTIL_MS ? null : "too_late";
    case "complete":
      return now >= endAt ? null : "too_early";
    case "no_show":
      if (now < startAt + NO_SHOW_FROM_MS) return "too_early";
      return now <= endAt + NO_SHOW_UNTIL_MS ? null : "too_late";
  }
}

/** Throws `invalid_state`, `too_early` or `too_late`. */
export function assertMove(lesson: Booking, move: BookingMove, now: number): void {
  const refusal = findMoveRefusal(lesson, move, now);
  if (refusal) throw new DomainError(refusal);
}
