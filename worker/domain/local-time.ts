import type { Interval } from "./interval.ts";
import { mergeIntervals } from "./interval.ts";
import { offsetMinutesAt, offsetSegments } from "./zone.ts";

/** A real calendar date, "YYYY-MM-DD". Its text order is its time order. */
export type LocalDate = string;

/** ISO number of the day in the week: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * A clock reading written as if the clock stood in UTC: 2026-03-08 09:00 anywhere is
 * `Date.UTC(2026, 2, 8, 9)`. Readings can be compared and counted; only `zone` ties them to instants.
 */
type Reading = number;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MINUTES_PER_DAY = 1440;
export const QUARTER_MS = 15 * MINUTE_MS;

/** Strict: null unless the text is a date that exists, from 1970 to 2999 (so that sums stay dates). */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^(19[789]|2\d\d)\d-\d\d-\d\d$/.test(text)) return null;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && dateOfReading(midnight) === text ? text : null;
}

/** "HH:MM" as minute of the day; "24:00" (1440) only where a range may end. Null if it is neither. */
export function parseLocalTime(text: string, as: "start" | "end" = "start"): number | null {
  if (as === "end" && text === "24:00") return MINUTES_PER_DAY;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return null;
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

/** Minute of the day as "HH:MM"; 1440 is "24:00". */
export function formatLocalTime(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, "0");
  return `${hours}:${String(minute % 60).padStart(2, "0")}`;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfReading(readingOf(date) + days * DAY_MS);
}

/** Whole days from one date to the other; negative when `to` is the earlier one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (readingOf(to) - readingOf(from)) / DAY_MS;
}

export function weekdayOf(date: LocalDate): Weekday {
  return (((new Date(readingOf(date)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** Every date from `from` to `to`, both included; none when `to` is the earlier one. */
export function datesBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  const last = readingOf(to);
  for (let at = readingOf(from); at <= last; at += DAY_MS) dates.push(dateOfReading(at));
  return dates;
}

export function localDateOf(instant: number, zone: string): LocalDate {
  return dateOfReading(readClock(instant, zone));
}

/** What the local clock reads, in whole minutes of its day (0..1439). */
export function localMinuteOf(instant: number, zone: string): number {
  const reading = readClock(instant, zone);
  return Math.floor((reading - startOfDate(reading)) / MINUTE_MS);
}

/** The clock time at which something starts, "HH:MM". */
export function startTimeLabel(instant: number, zone: string): string {
  return formatLocalTime(localMinuteOf(instant, zone));
}

/** The clock time at which something ends, "HH:MM"; the end of a local day is "24:00". */
export function endTimeLabel(instant: number, zone: string): string {
  const endsItsDay =
    startOfDate(readClock(instant, zone)) !== startOfDate(readClock(instant - 1, zone));
  return endsItsDay ? formatLocalTime(MINUTES_PER_DAY) : startTimeLabel(instant, zone);
}

/** The first instant of the date; not always 00:00 on the clock, because some zones skip midnight. */
export function startOfLocalDay(date: LocalDate, zone: string): number {
  const midnight = readingOf(date);
  const startsOfReading = segmentsAround(midnight, zone).flatMap(
    ({ start, end, offsetMinutes }) => {
      const instant = Math.max(start, midnight - offsetMinutes * MINUTE_MS);
      return instant < end ? [instant] : [];
    },
  );
  return Math.min(...startsOfReading);
}

/** The instant at which the date is over, which is the first of the next date. */
export function endOfLocalDay(date: LocalDate, zone: string): number {
  return startOfLocalDay(addDays(date, 1), zone);
}

/**
 * Every instant whose local clock reads a time in `[startMinute, endMinute)` of the date. The clocks'
 * changes make that shorter, longer, two pieces or nothing: free minutes are real minutes.
 */
export function localRangeToIntervals(
  date: LocalDate,
  startMinute: number,
  endMinute: number,
  zone: string,
): Interval[] {
  const from = readingOf(date) + startMinute * MINUTE_MS;
  const to = readingOf(date) + endMinute * MINUTE_MS;
  const pieces = segmentsAround(from, zone).map(({ start, end, offsetMinutes }) => ({
    start: Math.max(start, from - offsetMinutes * MINUTE_MS),
    end: Math.min(end, to - offsetMinutes * MINUTE_MS),
  }));
  return mergeIntervals(pieces);
}

/** The instants at which the local clock shows this date and minute: none, one or two, in order. */
export function instantsOfLocal(date: LocalDate, minute: number, zone: string): number[] {
  const reading = readingOf(date) + minute * MINUTE_MS;
  return segmentsAround(reading, zone).flatMap(({ start, end, offsetMinutes }) => {
    const instant = reading - offsetMinutes * MINUTE_MS;
    return start <= instant && instant < end ? [instant] : [];
  });
}

/** As `instantsOfLocal`, the first of them; null for a time the clocks skip that day. */
export function firstInstantOfLocal(date: LocalDate, minute: number, zone: string): number | null {
  return instantsOfLocal(date, minute, zone)[0] ?? null;
}

/** The first 15-minute mark at or after `instant`. UTC's marks are every zone's marks. */
export function ceilToQuarter(instant: number): number {
  return Math.ceil(instant / QUARTER_MS) * QUARTER_MS;
}

/** The last 15-minute mark at or before `instant`. */
export function floorToQuarter(instant: number): number {
  return Math.floor(instant / QUARTER_MS) * QUARTER_MS;
}

export function isOnQuarter(instant: number): boolean {
  return instant % QUARTER_MS === 0;
}

/** "2026-12-01T14:00:00Z"; milliseconds only when there are some. */
export function toRfc3339(instant: number): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

const RFC_3339 =
  /^(\d{4}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Null unless the text is RFC 3339 with "Z" or an offset, on a date that `parseLocalDate` accepts. */
export function parseRfc3339(text: string): number | null {
  const [, date] = RFC_3339.exec(text) ?? [];
  if (!date || !parseLocalDate(date)) return null;
  return Date.parse(text.toUpperCase());
}

/** Midnight of the date, read as if in UTC. */
function readingOf(date: LocalDate): Reading {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateOfReading(reading: Reading): LocalDate {
  return new Date(reading).toISOString().slice(0, 10);
}

function startOfDate(reading: Reading): Reading {
  return Math.floor(reading / DAY_MS) * DAY_MS;
}

function readClock(instant: number, zone: string): Reading {
  return instant + offsetMinutesAt(zone, instant) * MINUTE_MS;
}

/** The offsets that can apply while the clock shows `reading` or the day after it: none exceeds a day. */
function segmentsAround(reading: Reading, zone: string) {
  return offsetSegments(zone, reading - DAY_MS, reading + 2 * DAY_MS);
}
