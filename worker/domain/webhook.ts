/** What an instructor can be told of. */
export const WEBHOOK_EVENTS = [
  "booking.created",
  "booking.rescheduled",
  "booking.cancelled",
  "booking.completed",
  "booking.no_show",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Of one instructor. All of theirs are sent to at once. */
export const WEBHOOKS_AT_MOST = 5;

/** Over half a day. */
export const WEBHOOK_ATTEMPTS = 8;

const MINUTE_MS = 60_000;
const LONGEST_RETRY_DELAY_MS = 6 * 60 * MINUTE_MS;

/** So long the secret before signs too, that a receiver can take the new one without a gap. */
const ROTATION_OVERLAP_MS = 86_400_000;

export interface Webhook {
  id: string;
  url: string;
  events: WebhookEvent[];
  secretVersion: number;
  rotatedAt: number | null;
  createdAt: number;
}

/** One event for one webhook, and what became of it. */
export interface WebhookDelivery {
  eventId: string;
  type: WebhookEvent;
  bookingId: string;
  status: "pending" | "delivered" | "failed";
  attempts: number;
  nextAttemptAt: number;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: number;
  deliveredAt: number | null;
}

/** How long to wait after the n-th attempt of a round (from 1): a minute, three, nine … six hours. */
export function webhookRetryDelayMs(attempt: number): number {
  return Math.min(MINUTE_MS * 3 ** (attempt - 1), LONGEST_RETRY_DELAY_MS);
}

/** The versions of the secret that sign at this instant, the newest first. */
export function signingVersions(
  { secretVersion, rotatedAt }: Pick<Webhook, "secretVersion" | "rotatedAt">,
  now: number,
): number[] {
  const isOverlap = rotatedAt !== null && now - rotatedAt < ROTATION_OVERLAP_MS;
  return isOverlap ? [secretVersion, secretVersion - 1] : [secretVersion];
}

/** What the queue is told when an instructor's webhooks may have something to be sent. */
export function toWebhookMessage(instructorId: string) {
  return { kind: "webhooks" as const, instructor_id: instructorId };
}
