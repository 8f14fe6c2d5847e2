import { type SQL, sql } from "drizzle-orm";
import { type Booking, FIRST_VERSION } from "../../worker/domain/booking.ts";
import {
  type EmailData,
  type LessonSnapshot,
  toLessonSnapshot,
} from "../../worker/domain/email.ts";
import type { WebhookEvent } from "../../worker/domain/webhook.ts";
import { insertEmails } from "./emails.ts";
import { recordWebhookEvent } from "./webhook-events.ts";

/** Both people of a lesson, by their role in it. */
const ROLES = ["student", "instructor"] as const;

export interface Change {
  /** As it was read: written is only if nothing has changed it since. */
  lesson: Booking;
  /** New for each attempt. By it the statements after the first know that the row is theirs. */
  moveId: string;
  now: number;
}

export interface RecordedMove extends Change {
  /** Null for the system itself. */
  actorId: string | null;
  reason: string | null;
}

export interface LessonCancellation extends RecordedMove {
  by: "student" | "instructor" | "admin";
  reason: string;
  feePercent: number;
  feeCents: number;
  /** Whom to tell; both unless given. */
  notify?: readonly LessonSnapshot["role"][];
}

/**
 * The statements of one cancellation, for any batch: the first changes the lesson if it is still as
 * it was read, confirmed and ahead; the others (history, both calendars' versions, mail) do nothing
 * unless it did.
 */
export function cancelLessonStatements(cancellation: LessonCancellation): SQL[] {
  const { lesson, by, reason, feePercent, feeCents, now, notify = ROLES } = cancellation;
  const sequence = lesson.sequence + 1;
  const cancelled = { cancelledBy: by, reason, feePercent, feeCents };
  const mails = notify.map((role) => ({
    ...mailTo(role, lesson, cancellation.moveId),
    kind: "lesson_cancelled" as const,
    data: { ...toLessonSnapshot({ ...lesson, sequence }, role), ...cancelled },
  }));
  return [
    changeLesson(
      cancellation,
      sql`status = 'cancelled', sequence = ${sequence}, cancelled_by = ${by},
        cancelled_at = ${now}, cancellation_reason = ${reason},
        cancellation_fee_percent = ${feePercent}, cancellation_fee_cents = ${feeCents}`,
      sql`status = 'confirmed' AND start_at > ${now}`,
    ),
    recordMove(cancellation),
    raiseVersions(lesson, isWrittenBy(cancellation)),
    insertEmails(mails, now, isWrittenBy(cancellation)),
    recordMoveEvent(cancellation, "booking.cancelled"),
  ];
}

/** Changes the row if it is still the one that was read and `condition` holds. */
export function changeLesson(
  { lesson, moveId, now }: Change,
  changes: SQL,
  condition: SQL = sql`1`,
): SQL {
  return sql`UPDATE bookings SET ${changes}, updated_at = ${now}, move_id = ${moveId}
    WHERE id = ${lesson.id} AND coalesce(move_id, ${FIRST_VERSION}) = ${lesson.version}
      AND ${condition}`;
}

/** Holds after the statement that changed the lesson, if it did. */
export function isWrittenBy({ lesson, moveId }: Change): SQL {
  return sql`EXISTS (SELECT 1 FROM bookings WHERE id = ${lesson.id} AND move_id = ${moveId})`;
}

/** The line in the lesson's history: what it was, and what it has become. */
export function recordMove({ lesson, moveId, actorId, reason, now }: RecordedMove): SQL {
  return sql`INSERT INTO booking_events
      (booking_id, actor_id, from_status, to_status, from_start_at, to_start_at, reason, created_at)
    SELECT id, ${actorId}, ${lesson.status}, status, ${lesson.startAt}, start_at, ${reason}, ${now}
    FROM bookings WHERE id = ${lesson.id} AND move_id = ${moveId}`;
}

/**
 * Rule: whatever changes when somebody is busy raises the version of their availability. Gives the ids
 * of those of the two who have one: the student may teach as well.
 */
export function raiseVersions({ instructor, student }: Booking, isDone: SQL): SQL {
  return sql`UPDATE instructors SET availability_version = availability_version + 1
    WHERE id IN (${instructor.id}, ${student.id}) AND ${isDone} RETURNING id`;
}

/** For the instructor's webhooks, if the lesson was changed. */
export function recordMoveEvent(change: Change, type: WebhookEvent): SQL {
  const { lesson, moveId: eventId, now } = change;
  const event = { type, eventId, bookingId: lesson.id, instructorId: lesson.instructor.id };
  return recordWebhookEvent(event, now, isWrittenBy(change));
}

/** "Your lesson was moved", to both. `moved` is the lesson at its new time. */
export function rescheduledMails(
  change: RecordedMove,
  moved: Booking,
  movedBy: EmailData["lesson_rescheduled"]["movedBy"],
): SQL {
  const mails = ROLES.map((role) => ({
    ...mailTo(role, moved, change.moveId),
    kind: "lesson_rescheduled" as const,
    data: { ...toLessonSnapshot(moved, role), oldStartAt: change.lesson.startAt, movedBy },
  }));
  return insertEmails(mails, change.now, isWrittenBy(change));
}

/** "Your lesson is booked", to both. */
export function bookedMails(booking: Booking, isBooked: SQL): SQL {
  const mails = ROLES.map((role) => ({
    ...mailTo(role, booking, booking.id),
    kind: "lesson_booked" as const,
    data: toLessonSnapshot(booking, role),
  }));
  return insertEmails(mails, booking.createdAt, isBooked);
}

function mailTo(role: LessonSnapshot["role"], lesson: Booking, moveId: string) {
  return { id: `${moveId}-${role}`, to: { userId: lesson[role].id } };
}
