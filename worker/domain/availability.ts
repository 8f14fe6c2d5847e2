import type { Interval } from "./interval.ts";
import {
  intersectIntervals,
  mergeIntervals,
  subtractIntervals,
  widenInterval,
} from "./interval.ts";
import type { LocalDate, Weekday } from "./local-time.ts";
import { ceilToQuarter, datesBetween, localRangesToIntervals, weekdayOf } from "./local-time.ts";

/** Hours of one local date, `[startMinute, endMinute)` in minutes of its day, 0..1440. */
export interface LocalRange {
  startMinute: number;
  endMinute: number;
}

/** Local dates, both included. */
export interface DateWindow {
  from: LocalDate;
  to: LocalDate;
}

/** All that decides when an instructor can be booked, except what time it is. Plain JSON. */
export interface AvailabilityInputs {
  timezone: string;
  minimumNoticeMinutes: number;
  bufferMinutes: number;
  /** Hours of each weekday; a missing day is a day off. */
  weekly: Partial<Record<Weekday, LocalRange[]>>;
  /** Hours of single dates, instead of the weekday's; an empty list means closed. */
  dates: Record<LocalDate, LocalRange[]>;
  blackouts: { startOn: LocalDate; endOn: LocalDate }[];
  /** Confirmed lessons the instructor gives. The buffer is kept free around them. */
  taught: Interval[];
  /** Confirmed lessons the same person takes as a student. No buffer. */
  taken: Interval[];
}

/** When the instructor can be booked: hours, without lessons, from the minimum notice on. Sorted, merged. */
export function freeIntervals(
  inputs: AvailabilityInputs,
  window: DateWindow,
  now: number,
): Interval[] {
  return keepFrom(bookableFrom(inputs, now), unbookedHours(inputs, window));
}

/** The hours less the lessons, whatever the time is now. */
export function unbookedHours(inputs: AvailabilityInputs, window: DateWindow): Interval[] {
  return subtractIntervals(hoursInWindow(inputs, window), busyIntervals(inputs));
}

/** The hours as real time, past midnight in one piece when the next day begins where this one ends. */
export function hoursInWindow(inputs: AvailabilityInputs, { from, to }: DateWindow): Interval[] {
  const ranges = datesBetween(from, to).flatMap((date) =>
    effectiveRanges(inputs, date).map((range) => ({ date, ...range })),
  );
  return localRangesToIntervals(ranges, inputs.timezone);
}

/** The hours of one date. Rule: a blackout wins over the date's own hours, these over the weekday's. */
export function effectiveRanges(inputs: AvailabilityInputs, date: LocalDate): LocalRange[] {
  if (isBlackout(inputs, date)) return [];
  return inputs.dates[date] ?? inputs.weekly[weekdayOf(date)] ?? [];
}

export function isBlackout({ blackouts }: AvailabilityInputs, date: LocalDate): boolean {
  return blackouts.some(({ startOn, endOn }) => startOn <= date && date <= endOn);
}

/** When nothing else can be booked because of lessons, the buffer around those given included. */
function busyIntervals({ taught, taken, bufferMinutes }: AvailabilityInputs): Interval[] {
  return [...taught.map((lesson) => widenInterval(lesson, bufferMinutes * 60_000)), ...taken];
}

/**
 * The earliest start the minimum notice leaves. Rounding up to the next 15-minute mark loses no
 * start, as starts lie on marks, and lets the answer stay the same between two marks.
 */
export function bookableFrom({ minimumNoticeMinutes }: AvailabilityInputs, now: number): number {
  return ceilToQuarter(now + minimumNoticeMinutes * 60_000);
}

/** What of the intervals lies at or after `instant`. */
function keepFrom(instant: number, intervals: readonly Interval[]): Interval[] {
  return intersectIntervals(intervals, [{ start: instant, end: Number.POSITIVE_INFINITY }]);
}

/** Rule: hours start and end on 15-minute marks, start < end <= 24:00. */
export function isValidRange({ startMinute, endMinute }: LocalRange): boolean {
  const onMarks = startMinute % 15 === 0 && endMinute % 15 === 0;
  return onMarks && 0 <= startMinute && startMinute < endMinute && endMinute <= 1440;
}

/** The same hours as a sorted list of separate ranges: overlapping and touching ones become one. */
export function mergeRanges(ranges: readonly LocalRange[]): LocalRange[] {
  return mergeIntervals(
    ranges.map(({ startMinute, endMinute }) => ({ start: startMinute, end: endMinute })),
  ).map(({ start, end }) => ({ startMinute: start, endMinute: end }));
}
