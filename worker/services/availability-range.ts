import type { DateWindow } from "../domain/availability.ts";
import { DomainError } from "../domain/errors.ts";
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDateOf,
  parseLocalDate,
} from "../domain/local-time.ts";
import { LONGEST_RANGE_DAYS } from "./availability-reader.ts";

interface ParsedRange {
  startOn: LocalDate | null;
  endOn: LocalDate | null;
  /** How many days it is when no end was asked for. */
  dayCount: number;
}

/** Throws `invalid_range` for what is wrong whatever the instructor's zone is. */
export function parseRange(
  { startOn, endOn }: { startOn: string | null; endOn: string | null },
  dayCount: number,
): ParsedRange {
  const parsed = {
    startOn: startOn === null ? null : parseLocalDate(startOn),
    endOn: endOn === null ? null : parseLocalDate(endOn),
  };
  if (startOn !== null && !parsed.startOn) throw invalidRange("start_date is not a real date.");
  if (endOn !== null && !parsed.endOn) throw invalidRange("end_date is not a real date.");
  const end = parsed.endOn ?? (parsed.startOn && addDays(parsed.startOn, dayCount - 1));
  return { startOn: parsed.startOn, endOn: end, dayCount };
}

/** The range with its defaults, which need to know what day it is where the instructor is. */
export function resolveRange(
  { startOn, endOn, dayCount }: ParsedRange,
  timezone: string,
  now: number,
) {
  const today = localDateOf(now, timezone);
  const from = startOn ?? today;
  const to = endOn ?? addDays(from, dayCount - 1);
  if (to < from) throw invalidRange("end_date lies before start_date.");
  if (from < today) throw invalidRange("start_date lies in the past.");
  if (daysBetween(from, to) + 1 > LONGEST_RANGE_DAYS) {
    throw invalidRange(`The range is longer than ${LONGEST_RANGE_DAYS} days.`);
  }
  return { from, to };
}

function invalidRange(detail: string): DomainError {
  return new DomainError("invalid_range", { detail });
}

/** The dates of the longest range that ends then; a longer one is refused once the zone is known. */
export function longestUpTo(endOn: LocalDate | null): DateWindow | null {
  return endOn === null ? null : { from: addDays(endOn, 1 - LONGEST_RANGE_DAYS), to: endOn };
}
