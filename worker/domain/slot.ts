import type { Interval } from "./interval.ts";
import { ceilToQuarter, QUARTER_MS } from "./local-time.ts";

const MINUTE_MS = 60_000;

/** Every 15-minute mark at which a lesson of this length fits inside one free interval, in order. */
export function* eachSlotStart(
  free: readonly Interval[],
  durationMinutes: number,
): Generator<number> {
  for (const { start, end } of free) {
    const lastStart = end - durationMinutes * MINUTE_MS;
    for (let at = ceilToQuarter(start); at <= lastStart; at += QUARTER_MS) yield at;
  }
}

/** `eachSlotStart` as a list. `free` is sorted and merged, as `freeIntervals` answers it. */
export function slotStarts(free: readonly Interval[], durationMinutes: number): number[] {
  return [...eachSlotStart(free, durationMinutes)];
}

/** The earliest bookable start, or null when the lesson fits nowhere. */
export function firstSlot(free: readonly Interval[], durationMinutes: number): number | null {
  for (const start of eachSlotStart(free, durationMinutes)) return start;
  return null;
}

/** The `count` bookable starts closest to `aroundStart` (of two equally close the earlier), in time order. */
export function nearestSlots(
  free: readonly Interval[],
  durationMinutes: number,
  aroundStart: number,
  count: number,
): number[] {
  const distance = (start: number) => Math.abs(start - aroundStart);
  return slotStarts(free, durationMinutes)
    .sort((a, b) => distance(a) - distance(b) || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** Whether a lesson from `start` lies inside one free interval. Says nothing about 15-minute marks. */
export function fits(free: readonly Interval[], startAt: number, durationMinutes: number): boolean {
  const endAt = startAt + durationMinutes * MINUTE_MS;
  return free.some(({ start, end }) => start <= startAt && endAt <= end);
}
