import type { IdempotencyEntry, KeptAnswer } from "../../db/repositories/idempotency.ts";
import type { Booking } from "../domain/booking.ts";
import { DomainError, type ErrorCode, type ErrorDetails } from "../domain/errors.ts";
import { sha256Hex } from "../platform/hash.ts";

/** Rule: an idempotency key is remembered for 24 hours. */
const KEY_KEPT_MS = 24 * 3_600_000;

/** What is kept for an idempotency key: the booking as it became, or the refusal. */
export type Answer = { booking: Booking } | { code: ErrorCode; details: ErrorDetails };

/** A request that may come again. */
export interface KeyedRequest {
  /** Null for a request without a key. */
  key: { actorId: string; key: string } | null;
  /** The first answer again, or null when there is none. Throws it when it was a refusal. */
  findReplay(kept: KeptAnswer | null): Booking | null;
  /** The answer to be kept; null without a key. */
  toEntry(answer: Answer): IdempotencyEntry | null;
}

/** `request` is everything that was asked for: under the same key it has to be the same again. */
export async function toKeyedRequest(
  actorId: string,
  idempotencyKey: string | null,
  request: unknown,
  now: number,
): Promise<KeyedRequest> {
  if (idempotencyKey === null) return { key: null, findReplay: () => null, toEntry: () => null };
  const key = { actorId, key: idempotencyKey };
  const requestHash = await sha256Hex(JSON.stringify(request));
  return {
    key,
    findReplay: (kept) => (kept && kept.expiresAt > now ? replayAnswer(kept, requestHash) : null),
    toEntry: (answer) => ({
      ...key,
      requestHash,
      answer: JSON.stringify(answer),
      createdAt: now,
      expiresAt: now + KEY_KEPT_MS,
    }),
  };
}

/** Throws the answer when it was a refusal; throws `idempotency_mismatch`. */
function replayAnswer(kept: KeptAnswer, requestHash: string): Booking {
  if (kept.requestHash !== requestHash) throw new DomainError("idempotency_mismatch");
  const answer = JSON.parse(kept.answer) as Answer;
  if ("booking" in answer) return answer.booking;
  throw new DomainError(answer.code, answer.details);
}
