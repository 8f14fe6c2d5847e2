import type { KeptAnswer } from "../../db/repositories/idempotency.ts";
import type { Booking } from "../domain/booking.ts";
import { DomainError, type ErrorCode, type ErrorDetails } from "../domain/errors.ts";

/** What is kept for an idempotency key: the booking that was made, or the refusal. */
export type Answer = { booking: Booking } | { code: ErrorCode; details: ErrorDetails };

/** Gives the first answer again. Throws it when it was a refusal; throws `idempotency_mismatch`. */
export function replayAnswer(kept: KeptAnswer, requestHash: string): Booking {
  if (kept.requestHash !== requestHash) throw new DomainError("idempotency_mismatch");
  const answer = JSON.parse(kept.answer) as Answer;
  if ("booking" in answer) return answer.booking;
  throw new DomainError(answer.code, answer.details);
}
