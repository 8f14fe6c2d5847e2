import { type DateWindow, type LocalRange, mergeRanges } from "./availability.ts";
import { invalidField } from "./errors.ts";
import {
  addDays,
  datesBetween,
  daysBetween,
  type LocalDate,
  type Weekday,
  weekdayOf,
} from "./local-time.ts";
import { hoursOf, isSameHours, type TeachingHours, WEEKDAYS, weekFrom } from "./week.ts";

/** Rule: a week is applied to at most so many days at once; a blackout is no longer either. */
const MOST_DAYS = 365;

/** One thing that an editor does to the hours. Each is written whole or not at all. */
export type HoursEdit =
  | { kind: "weekly"; timezone: string | null; weekly: Record<Weekday, LocalRange[]> }
  /** An empty list closes the date; null takes its own hours away. */
  | { kind: "date"; date: LocalDate; ranges: LocalRange[] | null }
  /** As `date`, for several dates of the week that begins with `from`. */
  | { kind: "week"; from: LocalDate; days: { date: LocalDate; ranges: LocalRange[] | null }[] }
  | { kind: "copy_week"; from: LocalDate; to: LocalDate }
  | { kind: "apply_week"; from: LocalDate; startOn: LocalDate; endOn: LocalDate }
  | { kind: "clear"; startOn: LocalDate; endOn: LocalDate };

/** One stored piece of hours: of a weekday or of a date; without minutes the date is closed. */
export interface HoursEntry {
  weekday: Weekday | null;
  date: LocalDate | null;
  startMinute: number | null;
  endMinute: number | null;
}

export interface StoredHoursEntry extends HoursEntry {
  id: number;
}

/** What has to be written for hours to become others. */
export interface HoursChange {
  removedIds: number[];
  added: HoursEntry[];
}

/** The dates whose hours have to be known for an edit. Throws as `assertDateRange`. */
export function windowsOf(edit: HoursEdit): DateWindow[] {
  const week = (from: LocalDate) => ({ from, to: addDays(from, 6) });
  switch (edit.kind) {
    case "weekly":
      return [];
    case "date":
      return [{ from: edit.date, to: edit.date }];
    case "week":
      return [week(edit.from)];
    case "copy_week":
      return [week(edit.from), week(edit.to)];
    case "apply_week":
      return [week(edit.from), ...windowsOf({ ...edit, kind: "clear" })];
    case "clear":
      assertDateRange(edit.startOn, edit.endOn);
      return [{ from: edit.startOn, to: edit.endOn }];
  }
}

/** Throws `validation_failed` for dates in the wrong order or further apart than a year. */
export function assertDateRange(startOn: LocalDate, endOn: LocalDate): void {
  if (endOn < startOn) throw invalidField("end_date", "is before start_date");
  if (daysBetween(startOn, endOn) >= MOST_DAYS) {
    throw invalidField("end_date", `makes more than ${MOST_DAYS} days`);
  }
}

/**
 * The hours after an edit. Rule: dates before `today`, which is the instructor's, stay as they are.
 * Throws `validation_failed` where everything lies in the past.
 */
export function applyEdit(hours: TeachingHours, edit: HoursEdit, today: LocalDate): TeachingHours {
  switch (edit.kind) {
    case "weekly":
      return applyWeekly(hours, edit);
    case "date":
      assertNotPast("date", edit.date, today);
      return withDates(hours, [[edit.date, edit.ranges]]);
    case "week": {
      const { from, days } = edit;
      for (const { date } of days) {
        assertNotPast("date", date, today);
        if (!weekFrom(from).includes(date)) throw invalidField("date", "is outside the week");
      }
      return withDates(
        hours,
        days.map(({ date, ranges }) => [date, ranges]),
      );
    }
    case "copy_week": {
      assertNotPast("to", addDays(edit.to, 6), today);
      const pairs = weekFrom(edit.from).map((source, index) => ({
        date: addDays(edit.to, index),
        source,
      }));
      return copyDays(hours, pairs, today);
    }
    case "apply_week": {
      assertNotPast("end_date", edit.endOn, today);
      const sources = new Map(weekFrom(edit.from).map((date) => [weekdayOf(date), date]));
      const pairs = datesBetween(edit.startOn, edit.endOn).map((date) => ({
        date,
        source: sources.get(weekdayOf(date)) as LocalDate,
      }));
      return copyDays(hours, pairs, today);
    }
    case "clear": {
      assertNotPast("end_date", edit.endOn, today);
      const dates = datesBetween(edit.startOn, edit.endOn).filter((date) => date >= today);
      return withDates(
        hours,
        dates.map((date) => [date, null]),
      );
    }
  }
}

/** What to write: rows that stay the same are not touched. */
export function diffHours(
  rows: readonly StoredHoursEntry[],
  after: Pick<TeachingHours, "weekly" | "dates">,
): HoursChange {
  const wanted = new Map(toEntries(after).map((entry) => [keyOf(entry), entry]));
  const stored = new Set(rows.map(keyOf));
  return {
    removedIds: rows.filter((row) => !wanted.has(keyOf(row))).map(({ id }) => id),
    added: [...wanted].flatMap(([key, entry]) => (stored.has(key) ? [] : [entry])),
  };
}

/** Dates in either whose own hours differ. */
export function changedDates(before: TeachingHours, after: TeachingHours): LocalDate[] {
  const dates = new Set([...Object.keys(before.dates), ...Object.keys(after.dates)]);
  return [...dates].filter((date) => before.dates[date] !== after.dates[date]).sort();
}

function applyWeekly(
  hours: TeachingHours,
  { timezone, weekly }: Extract<HoursEdit, { kind: "weekly" }>,
): TeachingHours {
  const entries = WEEKDAYS.map((weekday) => {
    const [before = [], after] = [hours.weekly[weekday], weekly[weekday]];
    return [weekday, isSameHours(before, after) ? before : mergeRanges(after)];
  });
  return { ...hours, timezone: timezone ?? hours.timezone, weekly: Object.fromEntries(entries) };
}

/** Rule: the hours of each source become the date's own, also where its weekday has the same. */
function copyDays(
  hours: TeachingHours,
  pairs: readonly { date: LocalDate; source: LocalDate }[],
  today: LocalDate,
): TeachingHours {
  const changes = pairs
    .filter(({ date }) => date >= today)
    .map(({ date, source }) => [date, hoursOf(hours, source)] as const);
  return withDates(hours, changes);
}

function withDates(
  hours: TeachingHours,
  changes: readonly (readonly [LocalDate, LocalRange[] | null])[],
): TeachingHours {
  const dates = { ...hours.dates };
  for (const [date, ranges] of changes) {
    const own = dates[date];
    if (ranges === null) delete dates[date];
    else if (!own || !isSameHours(own, ranges)) dates[date] = mergeRanges(ranges);
  }
  return { ...hours, dates };
}

function assertNotPast(path: string, date: LocalDate, today: LocalDate): void {
  if (date < today) throw invalidField(path, "is in the past");
}

function toEntries({ weekly, dates }: Pick<TeachingHours, "weekly" | "dates">): HoursEntry[] {
  const ofWeekdays = WEEKDAYS.flatMap((weekday) =>
    (weekly[weekday] ?? []).map((range) => ({ weekday, date: null, ...range })),
  );
  const ofDates = Object.entries(dates).flatMap(([date, ranges]): HoursEntry[] =>
    ranges.length === 0
      ? [{ weekday: null, date, startMinute: null, endMinute: null }]
      : ranges.map((range) => ({ weekday: null, date, ...range })),
  );
  return [...ofWeekdays, ...ofDates];
}

function keyOf({ weekday, date, startMinute, endMinute }: HoursEntry): string {
  return JSON.stringify([weekday, date, startMinute, endMinute]);
}
