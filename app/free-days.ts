import type { Interval } from "../worker/domain/interval.ts";
import {
  addDays,
  datesBetween,
  type LocalDate,
  localDateOf,
  localMinuteOf,
  QUARTER_MS,
} from "../worker/domain/local-time.ts";
import { fits, slotStarts } from "../worker/domain/slot.ts";

/** A 15-minute mark inside free time; `minutesFree` is what is left of that free time from there. */
export interface Start {
  at: number;
  isFitting: boolean;
  minutesFree: number;
}

export interface FreeDay {
  date: LocalDate;
  starts: Start[];
}

export interface FreeDaysInput {
  free: readonly Interval[];
  zone: string;
  from: LocalDate;
  days: number;
  durationMinutes: number;
}

/** Every start of each day, those the lesson is too long for included but marked. */
export function toFreeDays({ free, zone, from, days, durationMinutes }: FreeDaysInput): FreeDay[] {
  const byDate = new Map<LocalDate, Start[]>();
  for (const at of slotStarts(free, QUARTER_MS / 60_000)) {
    const date = localDateOf(at, zone);
    const start = {
      at,
      isFitting: fits(free, at, durationMinutes),
      minutesFree: minutesFreeFrom(free, at),
    };
    byDate.set(date, [...(byDate.get(date) ?? []), start]);
  }
  return datesBetween(from, addDays(from, days - 1)).map((date) => ({
    date,
    starts: byDate.get(date) ?? [],
  }));
}

export function canStart({ starts }: FreeDay): boolean {
  return starts.some(({ isFitting }) => isFitting);
}

/** The day of a chosen start where it is among these, else the first one on which the lesson fits. */
export function firstOpenDate(days: readonly FreeDay[], startAt: number | null, zone: string) {
  const chosen = startAt === null ? null : localDateOf(startAt, zone);
  const day = days.find(({ date }) => date === chosen) ?? days.find(canStart) ?? days[0];
  return day?.date ?? "";
}

/** One start for each hour of the clock: the first that fits, else the first, in time order. */
export function onePerHour(starts: readonly Start[], zone: string): Start[] {
  const byHour = new Map<number, Start>();
  for (const start of starts) {
    const hour = Math.floor(localMinuteOf(start.at, zone) / 60);
    const known = byHour.get(hour);
    if (!known || (!known.isFitting && start.isFitting)) byHour.set(hour, start);
  }
  return [...byHour.values()].sort((a, b) => a.at - b.at);
}

export type PartOfDay = "Morning" | "Afternoon" | "Evening";

/** Starts by part of the day: before 12:00, before 17:00, and later. Parts without any are left out. */
export function byPartOfDay(starts: readonly Start[], zone: string): [PartOfDay, Start[]][] {
  const parts = Map.groupBy(starts, ({ at }): PartOfDay => {
    const minute = localMinuteOf(at, zone);
    if (minute < 12 * 60) return "Morning";
    return minute < 17 * 60 ? "Afternoon" : "Evening";
  });
  return [...parts];
}

function minutesFreeFrom(free: readonly Interval[], at: number): number {
  const around = free.find(({ start, end }) => start <= at && at < end);
  return around ? (around.end - at) / 60_000 : 0;
}
