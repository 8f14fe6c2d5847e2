import type { LocalRange } from "../worker/domain/availability.ts";
import { type EditedDay, rangesOf, type WeekEdit } from "./week-edit.ts";

export const QUARTERS_PER_DAY = 96;
const QUARTER_MINUTES = 15;

/** A quarter of an hour in the grid: which of its days, and which of the day's 96. */
export interface GridCell {
  day: number;
  quarter: number;
}

/** Everything between two corners. */
export interface GridBox {
  anchor: GridCell;
  reach: GridCell;
}

/** Whether each of a day's quarters lies in its hours. */
export function openQuarters(day: Pick<EditedDay, "lines">): boolean[] {
  const ranges = rangesOf(day);
  return Array.from({ length: QUARTERS_PER_DAY }, (_, quarter) => isInside(ranges, quarter));
}

function isInside(ranges: readonly LocalRange[], quarter: number): boolean {
  const minute = quarter * QUARTER_MINUTES;
  return ranges.some(({ startMinute, endMinute }) => startMinute <= minute && minute < endMinute);
}

export function isInBox({ anchor, reach }: GridBox, { day, quarter }: GridCell): boolean {
  const isBetween = (at: number, one: number, other: number) =>
    Math.min(one, other) <= at && at <= Math.max(one, other);
  return isBetween(day, anchor.day, reach.day) && isBetween(quarter, anchor.quarter, reach.quarter);
}

/** The hours that a box spans on each of its days. */
export function rangeOfBox({ anchor, reach }: GridBox): LocalRange {
  return {
    startMinute: Math.min(anchor.quarter, reach.quarter) * QUARTER_MINUTES,
    endMinute: (Math.max(anchor.quarter, reach.quarter) + 1) * QUARTER_MINUTES,
  };
}

/** Opens or closes a box, as its anchor is closed or open. */
export function toPaint(days: readonly EditedDay[], box: GridBox): WeekEdit & { kind: "paint" } {
  const { day, quarter } = box.anchor;
  const anchor = days[day];
  const keys = days
    .filter((_, index) => isInBox(box, { day: index, quarter }))
    .map(({ key }) => key);
  return {
    kind: "paint",
    keys,
    range: rangeOfBox(box),
    isOpen: !anchor || !openQuarters(anchor)[quarter],
  };
}

const STEPS: Record<string, GridCell> = {
  ArrowUp: { day: 0, quarter: -1 },
  ArrowDown: { day: 0, quarter: 1 },
  ArrowLeft: { day: -1, quarter: 0 },
  ArrowRight: { day: 1, quarter: 0 },
  PageUp: { day: 0, quarter: -4 },
  PageDown: { day: 0, quarter: 4 },
  Home: { day: -7, quarter: 0 },
  End: { day: 7, quarter: 0 },
};

/** Where a key leads from a cell, never out of the grid; null for keys that lead nowhere. */
export function moveCell({ day, quarter }: GridCell, key: string, days: number): GridCell | null {
  const step = STEPS[key];
  if (!step) return null;
  return {
    day: clamp(day + step.day, days - 1),
    quarter: clamp(quarter + step.quarter, QUARTERS_PER_DAY - 1),
  };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** "9:30 AM"; the end of a day is "midnight". */
export function clockText(minute: number): string {
  if (minute === QUARTERS_PER_DAY * QUARTER_MINUTES) return "midnight";
  const hour = Math.floor(minute / 60);
  const rest = String(minute % 60).padStart(2, "0");
  return `${hour % 12 || 12}:${rest} ${hour < 12 ? "AM" : "PM"}`;
}

/** "9:00 AM – 5:00 PM". */
export function rangeText({ startMinute, endMinute }: LocalRange): string {
  return `${clockText(startMinute)} – ${clockText(endMinute)}`;
}
