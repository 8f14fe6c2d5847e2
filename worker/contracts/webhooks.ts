import * as v from "valibot";
import type { ClaimedDelivery } from "../../db/repositories/webhook-outbox.ts";
import { toRfc3339 } from "../domain/local-time.ts";
import { WEBHOOK_EVENTS, type Webhook, type WebhookDelivery } from "../domain/webhook.ts";
import { toBookingJson } from "./bookings.ts";
import { line, pageEntries } from "./common.ts";

export const WebhookBody = v.strictObject({
  url: line(500),
  events: v.pipe(
    v.array(
      v.picklist(WEBHOOK_EVENTS, `must be one of ${WEBHOOK_EVENTS.join(", ")}`),
      "must be a list of events",
    ),
    v.minLength(1, "must name at least one event"),
    v.maxLength(WEBHOOK_EVENTS.length, "names more events than there are"),
  ),
});

export const DeliveryListQuery = v.strictObject(pageEntries);

const WebhookMessage = v.strictObject({
  kind: v.literal("webhooks"),
  instructor_id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(64)),
});

/** Whose webhooks a queue's message is about; null for one that nobody can read. */
export function parseWebhookMessage(body: unknown): string | null {
  return v.is(WebhookMessage, body) ? body.instructor_id : null;
}

export function toWebhookJson({ id, url, events, createdAt, rotatedAt }: Webhook) {
  return {
    id,
    url,
    events,
    created_at: toRfc3339(createdAt),
    secret_rotated_at: rotatedAt === null ? null : toRfc3339(rotatedAt),
  };
}

export function toDeliveryJson(delivery: WebhookDelivery) {
  const { status, nextAttemptAt, deliveredAt } = delivery;
  return {
    id: delivery.eventId,
    type: delivery.type,
    booking_id: delivery.bookingId,
    status,
    attempts: delivery.attempts,
    last_status: delivery.lastStatus,
    last_error: delivery.lastError,
    created_at: toRfc3339(delivery.createdAt),
    next_attempt_at: status === "pending" ? toRfc3339(nextAttemptAt) : null,
    delivered_at: deliveredAt === null ? null : toRfc3339(deliveredAt),
  };
}

/** The body of a request to a webhook: the lesson as its instructor sees it, without place and notes. */
export function toEventJson({ eventId, type, createdAt, lesson }: ClaimedDelivery) {
  const {
    location_detail: _,
    student_note: __,
    instructor_note: ___,
    ...booking
  } = toBookingJson(lesson);
  return { id: eventId, type, created_at: toRfc3339(createdAt), data: { booking } };
}
