import { type AvailabilityInputs, type LocalRange, mergeRanges } from "./availability.ts";
import { addDays, datesBetween, type LocalDate, type Weekday, weekdayOf } from "./local-time.ts";

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export interface Blackout {
  id: string;
  /** First and last date, both included. */
  startOn: LocalDate;
  endOn: LocalDate;
  reason: string | null;
}

/** An instructor's hours as they edit them; dates and blackouts only of the days that are looked at. */
export interface TeachingHours extends Pick<AvailabilityInputs, "timezone" | "weekly" | "dates"> {
  blackouts: Blackout[];
}

/** What decides a date: its weekday's hours, its own, that it was set to closed, or a blackout. */
export type DaySource = "weekly" | "dates" | "closed" | "blackout";

export interface TeachingDay {
  date: LocalDate;
  source: DaySource;
  /** Sorted and separate; none on a blackout date. */
  ranges: LocalRange[];
  /** The first of those that hold for the date. */
  blackout: Blackout | null;
}

/** The seven dates from `start` on. */
export function weekFrom(start: LocalDate): LocalDate[] {
  return datesBetween(start, addDays(start, 6));
}

export function toTeachingDay(hours: TeachingHours, date: LocalDate): TeachingDay {
  const blackout = hours.blackouts.find(({ startOn, endOn }) => startOn <= date && date <= endOn);
  if (blackout) return { date, source: "blackout", ranges: [], blackout };
  const own = hours.dates[date];
  const source = !own ? "weekly" : own.length > 0 ? "dates" : "closed";
  return { date, source, ranges: hoursOf(hours, date), blackout: null };
}

/** The hours of a date, whether or not it is blacked out: its own, else its weekday's. */
export function hoursOf(hours: TeachingHours, date: LocalDate): LocalRange[] {
  const own = hours.dates[date];
  return own ? mergeRanges(own) : hoursOfWeekday(hours, weekdayOf(date));
}

export function hoursOfWeekday(hours: TeachingHours, weekday: Weekday): LocalRange[] {
  return mergeRanges(hours.weekly[weekday] ?? []);
}

export function isSameHours(one: readonly LocalRange[], other: readonly LocalRange[]): boolean {
  return JSON.stringify(mergeRanges(one)) === JSON.stringify(mergeRanges(other));
}

/** Which part of somebody's hours an editor has seen: the weekly hours, or a week by its first date. */
export type HoursScope = "weekly" | LocalDate;

/** All that an editor has seen of a scope, as text: equal as long as nobody has changed it. */
export function toScopeText(hours: TeachingHours, scope: HoursScope): string {
  const weekly = (weekday: Weekday) => hoursOfWeekday(hours, weekday);
  if (scope === "weekly") return JSON.stringify([hours.timezone, WEEKDAYS.map(weekly)]);
  const days = weekFrom(scope).map((date) => {
    const own = hours.dates[date];
    const blackouts = hours.blackouts
      .filter(({ startOn, endOn }) => startOn <= date && date <= endOn)
      .map(({ id, reason }) => [id, reason]);
    return [own ? mergeRanges(own) : null, weekly(weekdayOf(date)), blackouts];
  });
  return JSON.stringify([hours.timezone, days]);
}
