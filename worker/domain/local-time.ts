import type { Interval } from "./interval.ts";
import { mergeIntervals } from "./interval.ts";
import { remember } from "./remember.ts";
import type { OffsetSegment } from "./zone.ts";
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

const MAX_DATES = 4096;
const datesByDay = new Map<number, LocalDate>();

/** Strict: null unless the text is a date that exists, from 1970 to 2999 (so that sums stay dates). */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^(19[789]|2\d\d)\d-\d\d-\d\d$/.test(text)) return null;
  const midnight = readingOf(text);
  // "2026-02-30" is either no number or read as a day of March.
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
  // Day 0, 1970-01-01, was a Thursday.
  return (((dayOf(readingOf(date)) + 3) % 7) + 1) as Weekday;
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
  return Math.floor((reading - dayOf(reading) * DAY_MS) / MINUTE_MS);
}

/** The clock time at which something starts, "HH:MM". */
export function startTimeLabel(instant: number, zone: string): string {
  return formatLocalTime(localMinuteOf(instant, zone));
}

/** The clock time at which something ends, "HH:MM"; the end of a local day is "24:00". */
export function endTimeLabel(instant: number, zone: string): string {
  const endsItsDay = dayOf(readClock(instant, zone)) !== dayOf(readClock(instant - 1, zone));
  return endsItsDay ? formatLocalTime(MINUTES_PER_DAY) : startTimeLabel(instant, zone);
}

/** The first instant of the date; not always 00:00 on the clock, because some zones skip midnight. */
export function startOfLocalDay(date: LocalDate, zone: string): number {
  const midnight = readingOf(date);
  const candidates = segmentsAround(midnight, midnight, zone).map(
    ({ start, end, offsetMinutes }) => {
      const instant = Math.max(start, midnight - offsetMinutes * MINUTE_MS);
      return instant < end ? instant : Number.POSITIVE_INFINITY;
    },
  );
  return Math.min(...candidates);
}

/** The instant at which the date is over, which is the first of the next date. */
export function endOfLocalDay(date: LocalDate, zone: string): number {
  return startOfLocalDay(addDays(date, 1), zone);
}

/**
 * Every instant whose local clock reads a time inside one of the ranges, sorted and merged. Where
 * the clocks change, a range is shorter, longer, two pieces or nothing: minutes are real minutes.
 */
export function localRangesToIntervals(
  ranges: readonly { date: LocalDate; startMinute: number; endMinute: number }[],
  zone: string,
): Interval[] {
  const readings = mergeIntervals(
    ranges.map(({ date, startMinute, endMinute }) => {
      const midnight = readingOf(date);
      return { start: midnight + startMinute * MINUTE_MS, end: midnight + endMinute * MINUTE_MS };
    }),
  );
  const [first, last] = [readings.at(0), readings.at(-1)];
  if (!first || !last) return [];
  const pieces = segmentsAround(first.start, last.end, zone).flatMap((segment) =>
    readings.map((reading) => ({
      start: Math.max(segment.start, reading.start - segment.offsetMinutes * MINUTE_MS),
      end: Math.min(segment.end, reading.end - segment.offsetMinutes * MINUTE_MS),
    })),
  );
  return mergeIntervals(pieces);
}

/** `localRangesToIntervals` of one range. */
export function localRangeToIntervals(
  date: LocalDate,
  startMinute: number,
  endMinute: number,
  zone: string,
): Interval[] {
  return localRangesToIntervals([{ date, startMinute, endMinute }], zone);
}

/** The instants at which the local clock shows this date and minute: none, one or two, in order. */
export function instantsOfLocal(date: LocalDate, minute: number, zone: string): number[] {
  const reading = readingOf(date) + minute * MINUTE_MS;
  return segmentsAround(reading, reading, zone).flatMap(({ start, end, offsetMinutes }) => {
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
  if (instant % 1000 !== 0) return new Date(instant).toISOString();
  const seconds = String((instant % MINUTE_MS) / 1000).padStart(2, "0");
  return `${localDateOf(instant, "UTC")}T${startTimeLabel(instant, "UTC")}:${seconds}Z`;
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
  return Date.parse(date);
}

function dateOfReading(reading: Reading): LocalDate {
  return remember(datesByDay, MAX_DATES, dayOf(reading), formatDay);
}

/** Days since 1970-01-01. */
function dayOf(reading: Reading): number {
  return Math.floor(reading / DAY_MS);
}

function formatDay(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function readClock(instant: number, zone: string): Reading {
  return instant + offsetMinutesAt(zone, instant) * MINUTE_MS;
}

/** The offsets that can apply while clocks show readings in `[from, to]`: none exceeds a day. */
function segmentsAround(from: Reading, to: Reading, zone: string): OffsetSegment[] {
  return offsetSegments(zone, from - DAY_MS, to + DAY_MS);
}
