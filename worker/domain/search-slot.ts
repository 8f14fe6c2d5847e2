import { type AvailabilityInputs, freeIntervals } from "./availability.ts";
import { LONGEST_LESSON_MS } from "./booking.ts";
import { type Interval, intersectIntervals } from "./interval.ts";
import {
  addDays,
  datesBetween,
  type LocalDate,
  localDateOf,
  localRangeToIntervals,
  parseLocalTime,
  weekdayOf,
} from "./local-time.ts";
import type { ParsedQuery } from "./search-query/types.ts";
import { eachSlotStart } from "./slot.ts";

/** The part of a query that says when. Local to the instructor, as all availability is. */
export type TimeConditions = Pick<ParsedQuery, "dates" | "weekdays" | "time">;

/** How far ahead search looks when no date was asked for, and at most. */
const HORIZON_DAYS = 30;
const LONGEST_HORIZON_DAYS = 90;

/** Days computed in one step, so that somebody free today costs little. */
const STEP_DAYS = 7;

const MINUTES_PER_DAY = 1440;

/** The first start at which a lesson of this length lies inside free time and what was asked for. */
export function findSlotWithin(
  inputs: AvailabilityInputs,
  conditions: TimeConditions,
  durationMinutes: number,
  now: number,
): number | null {
  return listSlotsWithin(inputs, conditions, durationMinutes, now, 1)[0] ?? null;
}

/** The first such start of each day, of the first `count` days that have one. */
export function listSlotsWithin(
  inputs: AvailabilityInputs,
  conditions: TimeConditions,
  durationMinutes: number,
  now: number,
  count: number,
): number[] {
  const starts: number[] = [];
  for (const window of stepsOf(conditions, inputs.timezone, now)) {
    const free = freeIntervals(inputs, { from: window.from, to: addDays(window.to, 1) }, now);
    for (const date of datesBetween(window.from, window.to)) {
      const start = findStartOn(date, free, inputs.timezone, conditions, durationMinutes);
      if (start !== null) starts.push(start);
      if (starts.length === count) return starts;
    }
  }
  return starts;
}

/** With an end to the time asked for, the whole lesson lies before it; else only its start matters. */
function findStartOn(
  date: LocalDate,
  free: readonly Interval[],
  timezone: string,
  { weekdays, time }: TimeConditions,
  durationMinutes: number,
): number | null {
  if (weekdays && !weekdays.includes(weekdayOf(date))) return null;
  const startMinute = (time?.from && parseLocalTime(time.from)) || 0;
  const endMinute = (time?.to && parseLocalTime(time.to, "end")) || MINUTES_PER_DAY;
  const wanted = localRangeToIntervals(date, startMinute, endMinute, timezone);
  const reach = time?.to
    ? wanted
    : wanted.map(({ start, end }) => ({ start, end: end + LONGEST_LESSON_MS }));
  for (const start of eachSlotStart(intersectIntervals(free, reach), durationMinutes)) {
    if (wanted.some((part) => part.start <= start && start < part.end)) return start;
  }
  return null;
}

/** The dates asked for, from today on, in pieces. */
function* stepsOf({ dates }: TimeConditions, timezone: string, now: number) {
  const today = localDateOf(now, timezone);
  const horizon = dates ? LONGEST_HORIZON_DAYS : HORIZON_DAYS;
  const last = addDays(today, horizon - 1);
  const end = dates && dates.to < last ? dates.to : last;
  const first = dates && dates.from > today ? dates.from : today;
  for (let from = first; from <= end; from = addDays(from, STEP_DAYS)) {
    const to = addDays(from, STEP_DAYS - 1);
    yield { from, to: to < end ? to : end };
  }
}
