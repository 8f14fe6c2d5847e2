import { type SQL, sql } from "drizzle-orm";
import type { Booking } from "../../worker/domain/booking.ts";
import type { Webhook, WebhookEvent } from "../../worker/domain/webhook.ts";
import type { Database } from "../client.ts";
import { type BookingRow, selectBookings, toBooking } from "./booking-rows.ts";
import type { LessonState } from "./webhook-events.ts";

/** Where events go, as far as a sender has to know. */
export type WebhookTarget = Pick<Webhook, "id" | "url" | "secretVersion" | "rotatedAt">;

/** An event that nobody else will send before the lease is over. */
export interface ClaimedDelivery {
  webhookId: string;
  eventId: string;
  type: WebhookEvent;
  createdAt: number;
  /** This one included, from 1. */
  attempts: number;
  attemptsEnd: number;
  /** The lesson as the event left it; people's names and words as they are now. */
  lesson: Booking;
}

/** `reason` is for people to read and holds nothing of the receiver's answer. */
export type DeliveryOutcome =
  | { status: "delivered"; httpStatus: number }
  | { status: "failed"; httpStatus: number | null; reason: string }
  | { status: "pending"; httpStatus: number | null; reason: string; nextAttemptAt: number };

interface ClaimedRow extends Omit<ClaimedDelivery, "lesson"> {
  bookingId: string;
  data: string;
}

export type WebhookOutboxRepository = ReturnType<typeof createWebhookOutboxRepository>;

export function createWebhookOutboxRepository(db: Database) {
  return {
    /** Whose webhooks have something due, those that wait longest first. */
    async listDueInstructors(now: number, limit: number): Promise<string[]> {
      const rows = await db.all<{ id: string }>(sql`SELECT w.instructor_id AS id
        FROM webhook_deliveries AS d JOIN webhooks AS w ON w.id = d.webhook_id
        WHERE d.status = 'pending' AND d.next_attempt_at <= ${now}
        GROUP BY w.instructor_id ORDER BY min(d.next_attempt_at) LIMIT ${limit}`);
      return rows.map(({ id }) => id);
    },

    async listTargets(instructorId: string): Promise<WebhookTarget[]> {
      return await db.all<WebhookTarget>(sql`SELECT id, url, secret_version AS secretVersion,
          rotated_at AS rotatedAt
        FROM webhooks WHERE instructor_id = ${instructorId}`);
    },

    /** Takes the webhook's next due event, until `leaseUntil`. Two at once never get the same one. */
    async claimNext(
      webhookId: string,
      now: number,
      leaseUntil: number,
    ): Promise<ClaimedDelivery | null> {
      const [row] = await db.all<ClaimedRow>(sql`UPDATE webhook_deliveries
        SET attempts = attempts + 1, next_attempt_at = ${leaseUntil}
        WHERE webhook_id = ${webhookId} AND status = 'pending' AND event_id = (
          SELECT event_id FROM webhook_deliveries WHERE webhook_id = ${webhookId}
            AND status = 'pending' AND next_attempt_at <= ${now}
          ORDER BY next_attempt_at, event_id LIMIT 1)
        RETURNING webhook_id AS webhookId, event_id AS eventId, booking_id AS bookingId, type, data,
          attempts, attempts_end AS attemptsEnd, created_at AS createdAt`);
      if (!row) return null;
      const { bookingId, data, ...claimed } = row;
      const [booking] = await db.all<BookingRow>(selectBookings(sql`WHERE b.id = ${bookingId}`));
      if (!booking) throw new Error("A lesson is gone of which a webhook was to be told.");
      return { ...claimed, lesson: withState(toBooking(booking), JSON.parse(data)) };
    },

    /** Of a sender whose lease was over only "delivered" counts: another may be at work by then. */
    async recordOutcome(
      { webhookId, eventId, attempts }: ClaimedDelivery,
      outcome: DeliveryOutcome,
      now: number,
    ): Promise<void> {
      const { status, httpStatus } = outcome;
      const reason = "reason" in outcome ? outcome.reason : null;
      const nextAttemptAt = "nextAttemptAt" in outcome ? outcome.nextAttemptAt : null;
      const isStillOurs: SQL = status === "delivered" ? sql`1` : sql`attempts = ${attempts}`;
      await db.batch([
        sql`UPDATE webhook_deliveries SET status = ${status}, last_status = ${httpStatus},
            last_error = ${reason}, delivered_at = ${status === "delivered" ? now : null},
            next_attempt_at = coalesce(${nextAttemptAt}, next_attempt_at)
          WHERE webhook_id = ${webhookId} AND event_id = ${eventId} AND status = 'pending'
            AND ${isStillOurs}`,
      ]);
    },
  };
}

function withState(lesson: Booking, state: LessonState): Booking {
  const { status, startAt, endAt, timezone, updatedAt, cancelledBy, cancelledAt } = state;
  const cancellation =
    cancelledBy === null || cancelledAt === null
      ? null
      : {
          by: cancelledBy,
          reason: lesson.cancellation?.reason ?? "",
          at: cancelledAt,
          feePercent: state.feePercent ?? 0,
          feeCents: state.feeCents ?? 0,
        };
  return { ...lesson, status, startAt, endAt, timezone, updatedAt, cancellation };
}
