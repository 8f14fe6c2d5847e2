import type { AvailabilityInputs } from "./availability.ts";
import { hoursInWindow, unbookedHours } from "./availability.ts";
import type { ErrorCode } from "./errors.ts";
import { isOnQuarter, localDateOf } from "./local-time.ts";
import { fits } from "./slot.ts";

/** A lesson somebody would like: its start in epoch milliseconds and its length. */
export interface WantedSlot {
  startAt: number;
  durationMinutes: number;
}

/**
 * Why this start cannot be booked as far as time goes, or null when it can: the booking checks 8 to
 * 11, in their order.
 */
export function findSlotRefusal(
  inputs: AvailabilityInputs,
  { startAt, durationMinutes }: WantedSlot,
  now: number,
): ErrorCode | null {
  if (!isOnQuarter(startAt) || startAt < now) return "invalid_start";
  if (startAt < now + inputs.minimumNoticeMinutes * 60_000) return "insufficient_notice";
  const window = {
    from: localDateOf(startAt, inputs.timezone),
    to: localDateOf(startAt + durationMinutes * 60_000 - 1, inputs.timezone),
  };
  if (!fits(hoursInWindow(inputs, window), startAt, durationMinutes)) return "outside_availability";
  if (!fits(unbookedHours(inputs, window), startAt, durationMinutes)) return "slot_taken";
  return null;
}
