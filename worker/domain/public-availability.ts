import type { AvailabilityInputs, DateWindow } from "./availability.ts";
import { bookableFrom, freeIntervals, hoursInWindow, isBlackout } from "./availability.ts";
import type { Interval } from "./interval.ts";
import { splitIntervals, totalMinutes } from "./interval.ts";
import type { LocalDate } from "./local-time.ts";
import {
  ceilToQuarter,
  datesBetween,
  endOfLocalDay,
  endTimeLabel,
  floorToQuarter,
  localDateOf,
  localMinuteOf,
  QUARTER_MS,
  startOfLocalDay,
  startTimeLabel,
} from "./local-time.ts";
import { firstSlot } from "./slot.ts";

/** Why a day can or cannot be booked: `full` is all taken, `too_soon` lies only inside the notice. */
export type DayStatus = "open" | "full" | "blackout" | "closed" | "too_soon";

/** One local date. The intervals end at its midnight even where the time goes on. */
export interface DayAvailability {
  date: LocalDate;
  status: DayStatus;
  hours: Interval[];
  free: Interval[];
}

/** A range of real time with what the local clock reads at both ends. */
export interface TimeRange {
  startTime: string;
  endTime: string;
  startAt: number;
  endAt: number;
}

/** A lesson that could be booked: its local date, clock and instants. */
export interface LessonTime extends TimeRange {
  date: LocalDate;
}

export interface FullDetail {
  days: { date: LocalDate; isBlackout: boolean; status: DayStatus; slots: TimeRange[] }[];
  totalAvailableSlots: number;
  earliestAvailableDate: LocalDate | null;
}

export interface SummaryDay {
  date: LocalDate;
  morningAvailable: boolean;
  afternoonAvailable: boolean;
  eveningAvailable: boolean;
  /** Real hours, to the hundredth. */
  totalHours: number;
}

export interface SummaryDetail {
  /** Only dates with free time. */
  days: SummaryDay[];
  totalAvailableDays: number;
}

export interface MinimalDetail {
  hasAvailability: boolean;
  earliestAvailableDate: LocalDate | null;
}

const NOON = 12 * 60;
const EVENING = 17 * 60;

/** Every date of the window with its free time and the reason when there is none. */
export function availabilityByDay(
  inputs: AvailabilityInputs,
  window: DateWindow,
  now: number,
): DayAvailability[] {
  const days = toLocalDays(window, inputs.timezone);
  const hoursByDay = splitIntervals(hoursInWindow(inputs, window), days);
  const freeByDay = splitIntervals(freeIntervals(inputs, window, now), days);
  const cutAt = bookableFrom(inputs, now);
  return days.map(({ date }, index) => {
    const hours = hoursByDay[index] as Interval[];
    const free = freeByDay[index] as Interval[];
    const status = isBlackout(inputs, date) ? "blackout" : statusOf(hours, free, cutAt);
    return { date, status, hours, free };
  });
}

/**
 * The next instant at which the answer changes by itself: up to it the answer stands, after it
 * another one does. Never earlier than `now` and never later than the end of the local day.
 */
export function validUntil(
  { timezone, minimumNoticeMinutes }: AvailabilityInputs,
  days: readonly DayAvailability[],
  now: number,
): number {
  const noticeMs = minimumNoticeMinutes * 60_000;
  const changes = [endOfLocalDay(localDateOf(now, timezone), timezone)];
  // The notice eats into the earliest free time once it is past the mark at or before its start.
  const free = days.find(({ status }) => status === "open")?.free[0];
  if (free) changes.push(floorToQuarter(free.start) - noticeMs);
  // A full day becomes too soon when the notice passes the last mark inside its hours.
  const fullUntil = days.find(({ status }) => status === "full")?.hours.at(-1)?.end;
  if (fullUntil) changes.push(ceilToQuarter(fullUntil) - QUARTER_MS - noticeMs);
  return Math.min(...changes);
}

export function toFullDetail(days: readonly DayAvailability[], zone: string): FullDetail {
  const shown = days.map(({ date, status, free }) => ({
    date,
    isBlackout: status === "blackout",
    status,
    slots: free.map((interval) => toTimeRange(interval, zone)),
  }));
  return {
    days: shown,
    totalAvailableSlots: shown.reduce((total, { slots }) => total + slots.length, 0),
    earliestAvailableDate: earliestOpenDate(days),
  };
}

export function toSummaryDetail(days: readonly DayAvailability[], zone: string): SummaryDetail {
  const summaries = days
    .filter(({ status }) => status === "open")
    .map(({ date, free }) => toSummaryDay(date, free, zone));
  return { days: summaries, totalAvailableDays: summaries.length };
}

export function toMinimalDetail(days: readonly DayAvailability[]): MinimalDetail {
  const earliestAvailableDate = earliestOpenDate(days);
  return { hasAvailability: earliestAvailableDate !== null, earliestAvailableDate };
}

/** The earliest lesson of this length inside `free`, or null when none fits. */
export function nextAvailable(
  free: readonly Interval[],
  durationMinutes: number,
  zone: string,
): LessonTime | null {
  const start = firstSlot(free, durationMinutes);
  return start === null ? null : toLessonTime(start, durationMinutes, zone);
}

/** A lesson's local date, clock and instants. */
export function toLessonTime(startAt: number, durationMinutes: number, zone: string): LessonTime {
  const lesson = { start: startAt, end: startAt + durationMinutes * 60_000 };
  return { date: localDateOf(startAt, zone), ...toTimeRange(lesson, zone) };
}

function toLocalDays({ from, to }: DateWindow, zone: string): ({ date: LocalDate } & Interval)[] {
  let start = startOfLocalDay(from, zone);
  return datesBetween(from, to).map((date) => {
    const day = { date, start, end: endOfLocalDay(date, zone) };
    start = day.end;
    return day;
  });
}

function statusOf(hours: Interval[], free: Interval[], cutAt: number): DayStatus {
  const lastHours = hours.at(-1);
  if (!lastHours) return "closed";
  if (free.length > 0) return "open";
  return lastHours.end > cutAt ? "full" : "too_soon";
}

function earliestOpenDate(days: readonly DayAvailability[]): LocalDate | null {
  return days.find(({ status }) => status === "open")?.date ?? null;
}

function toTimeRange({ start, end }: Interval, zone: string): TimeRange {
  return {
    startTime: startTimeLabel(start, zone),
    endTime: endTimeLabel(end, zone),
    startAt: start,
    endAt: end,
  };
}

/** Rule: morning is before 12:00, evening from 17:00; a range that crosses a mark is on both sides. */
function toSummaryDay(date: LocalDate, free: readonly Interval[], zone: string): SummaryDay {
  // The last millisecond stands for the end, so that ending at a mark is not reaching past it.
  const ranges = free.map(({ start, end }) => ({
    first: localMinuteOf(start, zone),
    last: localMinuteOf(end - 1, zone),
  }));
  return {
    date,
    morningAvailable: ranges.some(({ first }) => first < NOON),
    afternoonAvailable: ranges.some(({ first, last }) => first < EVENING && last >= NOON),
    eveningAvailable: ranges.some(({ last }) => last >= EVENING),
    totalHours: Math.round((totalMinutes(free) / 60) * 100) / 100,
  };
}
