import type { TrackingRepository } from "../../db/repositories/tracking.ts";
import { parseQueueMessage } from "../contracts/tracking.ts";
import type { RequestMessage } from "../domain/tracking.ts";
import { describeError, type Log } from "../platform/log.ts";

/** Seconds before a message that could not be written is tried again, for each attempt so far. */
const BACKOFF_SECONDS = 10;

export interface ConsumerDependencies {
  tracking: TrackingRepository;
  now: number;
  log: Log;
}

/**
 * Writes a batch of events. Each message is acknowledged or retried by itself: one that nobody can
 * read goes to the dead-letter queue by its own retries and holds up no other.
 */
export async function consumeEvents(
  batch: MessageBatch,
  { tracking, now, log }: ConsumerDependencies,
): Promise<void> {
  const readable: { message: Message; content: RequestMessage }[] = [];
  for (const message of batch.messages) {
    const content = parseQueueMessage(message.body);
    if (content) readable.push({ message, content });
    else message.retry();
  }
  if (readable.length === 0) return;
  try {
    const tracked = readable.flatMap(({ content }) => content.tracking);
    await tracking.insert({
      events: tracked.flatMap((one) => (one.kind === "search" ? [one.event] : [])),
      interactions: tracked.flatMap((one) => (one.kind === "interactions" ? one.interactions : [])),
      measured: readable.flatMap(({ content }) => content.metrics ?? []),
      now,
    });
    for (const { message } of readable) message.ack();
  } catch (error) {
    log("events_not_written", { messages: readable.length, ...describeError(error) });
    for (const { message } of readable) {
      message.retry({ delaySeconds: BACKOFF_SECONDS * message.attempts });
    }
  }
}

/** Records what could not be processed, for a person to look at. */
export async function consumeDeadLetters(
  batch: MessageBatch,
  { tracking, now, log }: ConsumerDependencies,
): Promise<void> {
  const letters = batch.messages.map((message) => ({
    id: message.id,
    queue: batch.queue,
    body: JSON.stringify(message.body) ?? "undefined",
    attempts: message.attempts,
    createdAt: now,
  }));
  await tracking.insertDeadLetters(letters);
  log("dead_letters_recorded", { messages: letters.length });
  batch.ackAll();
}
