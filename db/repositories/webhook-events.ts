import { type SQL, sql } from "drizzle-orm";
import { WEBHOOK_ATTEMPTS, type WebhookEvent } from "../../worker/domain/webhook.ts";

export interface LessonEvent {
  type: WebhookEvent;
  /** Of this event alone. */
  eventId: string;
  bookingId: string;
  instructorId: string;
}

/** What an event changes about a lesson, as it is right after; the rest of it never changes. */
export interface LessonState {
  status: "confirmed" | "completed" | "cancelled" | "no_show";
  startAt: number;
  endAt: number;
  timezone: string;
  updatedAt: number;
  cancelledBy: "student" | "instructor" | "admin" | null;
  cancelledAt: number | null;
  feePercent: number | null;
  feeCents: number | null;
}

const STATE = sql`json_object('status', b.status, 'startAt', b.start_at, 'endAt', b.end_at,
  'timezone', b.timezone, 'updatedAt', b.updated_at, 'cancelledBy', b.cancelled_by,
  'cancelledAt', b.cancelled_at, 'feePercent', b.cancellation_fee_percent,
  'feeCents', b.cancellation_fee_cents)`;

/**
 * Tells the instructor's webhooks of what has just happened to a lesson: one statement for the batch in
 * which it happens, after the change. Where nobody listens it reads no lesson and writes nothing.
 */
export function recordWebhookEvent(event: LessonEvent, now: number, condition: SQL = sql`1`): SQL {
  const { type, eventId, bookingId, instructorId } = event;
  return sql`${INTO} SELECT w.id, ${eventId}, b.id, ${type}, ${STATE}, ${fresh(now)}
    FROM webhooks AS w CROSS JOIN bookings AS b
    WHERE w.instructor_id = ${instructorId} AND b.id = ${bookingId} AND ${listensTo(type)}
      AND ${condition}`;
}

/** For many lessons ahead of the statement that completes them; each event's id ends in its lesson's. */
export function recordCompletions(lessonIds: SQL, moveId: string, now: number): SQL {
  const completed = sql`json_set(${STATE}, '$.status', 'completed', '$.updatedAt', ${now})`;
  return sql`${INTO} SELECT w.id, ${moveId} || '-' || b.id, b.id, 'booking.completed', ${completed},
      ${fresh(now)}
    FROM bookings AS b JOIN webhooks AS w ON w.instructor_id = b.instructor_id
    WHERE b.id IN (${lessonIds}) AND ${listensTo("booking.completed")}`;
}

const INTO = sql`INSERT INTO webhook_deliveries (webhook_id, event_id, booking_id, type, data, status,
  attempts, attempts_end, next_attempt_at, created_at)`;

function fresh(now: number): SQL {
  return sql`'pending', 0, ${WEBHOOK_ATTEMPTS}, ${now}, ${now}`;
}

function listensTo(type: WebhookEvent): SQL {
  return sql`EXISTS (SELECT 1 FROM json_each(w.events) WHERE value = ${type})`;
}
