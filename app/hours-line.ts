import type { LocalRange } from "../worker/domain/availability.ts";
import { formatLocalTime, parseLocalTime } from "../worker/domain/local-time.ts";

/** One line of a day as typed, "HH:MM"; an end at midnight reads "00:00". Both empty is no line. */
export interface HoursLine {
  from: string;
  to: string;
}

export const BLANK_LINE: HoursLine = { from: "", to: "" };
/** A day can have as many lines as it has quarters of an hour. */
export const MOST_LINES = 96;
const DAY_MINUTES = 1440;

export function toLine({ startMinute, endMinute }: LocalRange): HoursLine {
  return { from: formatLocalTime(startMinute), to: formatLocalTime(endMinute % DAY_MINUTES) };
}

type ReadLine =
  | { range: LocalRange | null; problem: null }
  | { range: null; problem: { part: "from" | "to"; message: string } };

/**
 * The hours of a line (null for an empty one), or what is wrong with it.
 * Rule: hours begin and end on quarters of an hour.
 */
export function readLine({ from, to }: HoursLine): ReadLine {
  if (!from && !to) return { range: null, problem: null };
  const startMinute = parseLocalTime(from);
  const end = parseLocalTime(to, "end");
  if (startMinute === null) return refuse("from", "Enter when it begins, such as 09:30.");
  if (end === null) return refuse("to", "Enter when it ends, such as 17:00.");
  const endMinute = end || DAY_MINUTES;
  if (startMinute % 15 !== 0) return refuse("from", "Begin at :00, :15, :30 or :45.");
  if (endMinute % 15 !== 0) return refuse("to", "End at :00, :15, :30 or :45.");
  if (startMinute >= endMinute) {
    return refuse("to", "End after the beginning. Hours after midnight belong to the next day.");
  }
  return { range: { startMinute, endMinute }, problem: null };
}

function refuse(part: "from" | "to", message: string): ReadLine {
  return { range: null, problem: { part, message } };
}
