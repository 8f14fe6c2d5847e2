import { type LocalDate, localDateOf, localMinuteOf } from "./local-time.ts";

/** Rule: daily work begins at 02:00 in New York. */
const ZONE = "America/New_York";
const STARTS_AT_MINUTE = 120;

/**
 * The local date whose daily work is due; null before two o'clock. Where the clocks jump over two,
 * it is due from three; whether it was done is for whoever claims it to find out.
 */
export function dueDate(now: number): LocalDate | null {
  return localMinuteOf(now, ZONE) >= STARTS_AT_MINUTE ? localDateOf(now, ZONE) : null;
}
