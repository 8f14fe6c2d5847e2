import type {
  ClaimedDelivery,
  DeliveryOutcome,
  WebhookOutboxRepository,
  WebhookTarget,
} from "../../db/repositories/webhook-outbox.ts";
import { parseWebhookMessage, toEventJson } from "../contracts/webhooks.ts";
import { toWebhookMessage, WEBHOOK_ATTEMPTS, webhookRetryDelayMs } from "../domain/webhook.ts";
import { findTargetProblem, type TargetRules } from "../domain/webhook-url.ts";
import { describeError, type Log } from "../platform/log.ts";
import type { EventQueue } from "../platform/queue.ts";
import { postWebhook } from "../platform/webhook-sender.ts";
import type { WebhookSecrets } from "../services/webhook-secrets.ts";
import type { Job } from "./schedule.ts";

export interface WebhookSending {
  outbox: WebhookOutboxRepository;
  secrets: WebhookSecrets;
  targets: TargetRules;
  fetcher: typeof fetch;
  clock: () => number;
  log: Log;
}

/** Of one webhook for one message; the next tick goes on with what is left. */
const EVENTS_AT_MOST = 50;
/** Longer than an attempt takes. */
const LEASE_MS = 60_000;
const RETRY_SECONDS = 10;
const INSTRUCTORS_AT_MOST = 100;

/** Tells the queue whose webhooks have something due, that a lost message or a failure has left. */
export function announceWebhooksJob(
  outbox: WebhookOutboxRepository,
  queue: EventQueue,
  now: number,
): Job {
  return {
    name: "announce-webhooks",
    async run() {
      const due = await outbox.listDueInstructors(now, INSTRUCTORS_AT_MOST);
      await Promise.all(due.map((id) => queue.send(toWebhookMessage(id))));
      return due.length > 0 ? { instructors: due.length } : null;
    },
  };
}

/** Each message is one instructor's. What nobody can read ends among the dead letters. */
export async function consumeWebhooks(batch: MessageBatch, sending: WebhookSending): Promise<void> {
  await Promise.all(batch.messages.map((message) => consumeOne(message, sending)));
}

async function consumeOne(message: Message, sending: WebhookSending): Promise<void> {
  const instructorId = parseWebhookMessage(message.body);
  if (instructorId === null) return message.retry();
  try {
    const targets = await sending.outbox.listTargets(instructorId);
    // Side by side: a slow receiver holds up no other.
    await Promise.all(targets.map((target) => sendDue(target, sending)));
    message.ack();
  } catch (error) {
    sending.log("webhooks_not_sent", describeError(error));
    message.retry({ delaySeconds: RETRY_SECONDS * message.attempts });
  }
}

/** One after the other, until nothing is due or the receiver does not answer at all. */
async function sendDue(target: WebhookTarget, sending: WebhookSending): Promise<void> {
  const { outbox, clock, log } = sending;
  for (let sent = 0; sent < EVENTS_AT_MOST; sent++) {
    const now = clock();
    const claimed = await outbox.claimNext(target.id, now, now + LEASE_MS);
    if (!claimed) return;
    const outcome = await attempt(claimed, target, sending);
    await outbox.recordOutcome(claimed, outcome, clock());
    if (outcome.status === "failed") log("webhook_failed", { id: target.id, type: claimed.type });
    if (outcome.httpStatus === null) return;
  }
}

async function attempt(
  claimed: ClaimedDelivery,
  target: WebhookTarget,
  { secrets, targets, fetcher, clock }: WebhookSending,
): Promise<DeliveryOutcome> {
  const { attempts, attemptsEnd, eventId: id } = claimed;
  // Those that were claimed before died on the way, every time.
  if (attempts > attemptsEnd) return failed(null, "never finished");
  // The rules may have become stricter since it was registered.
  const problem = findTargetProblem(target.url, targets);
  if (problem) return failed(null, `The URL ${problem}.`);
  const now = clock();
  let httpStatus: number | null = null;
  let reason: string;
  try {
    const body = JSON.stringify(toEventJson(claimed));
    const request = { url: target.url, id, body, secrets: await secrets.signing(target, now), now };
    httpStatus = await postWebhook(request, fetcher);
    if (httpStatus >= 200 && httpStatus < 300) return { status: "delivered", httpStatus };
    reason = `HTTP ${httpStatus}`;
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    reason = isLate ? "no answer within 5 seconds" : "no connection";
  }
  if (attempts >= attemptsEnd) return failed(httpStatus, reason);
  const attemptOfRound = attempts - (attemptsEnd - WEBHOOK_ATTEMPTS);
  const nextAttemptAt = now + webhookRetryDelayMs(attemptOfRound);
  return { status: "pending", httpStatus, reason, nextAttemptAt };
}

function failed(httpStatus: number | null, reason: string): DeliveryOutcome {
  return { status: "failed", httpStatus, reason };
}
