import type { Actor } from "../../../../worker/domain/actor.ts";
import { formatDate, formatDuration, partsOfDate } from "../../../../worker/domain/format.ts";
import {
  addDays,
  endOfLocalDay,
  endTimeLabel,
  type LocalDate,
  localDateOf,
  parseLocalDate,
  startOfLocalDay,
  startTimeLabel,
  weekdayOf,
} from "../../../../worker/domain/local-time.ts";
import { hoursOfWeekday, WEEKDAYS } from "../../../../worker/domain/week.ts";
import type { HoursOverview } from "../../../../worker/services/hours.ts";
import type { Services } from "../../../../worker/services/index.ts";
import type { StoredDay } from "../../../week-draft.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** A Monday, to name the weekdays by. */
const SOME_MONDAY = "2024-01-01";

/** A lesson where it stands on the instructor's clock. */
export interface DayLesson {
  id: string;
  startMinute: number;
  endMinute: number;
  label: string;
}

export interface HoursDay extends StoredDay {
  /** "Monday, December 7" or "Monday". */
  title: string;
  short: string;
  isClosedOff: boolean;
  blackoutReason: string | null;
  lessons: DayLesson[];
  /** Why the day is no day of 24 hours; null when it is. */
  lengthNote: string | null;
}

/** The first day of the week that an address asks for; null for the weekly hours. */
export function readWeek(url: string, now: number, timezone: string): LocalDate | null {
  const week = new URL(url).searchParams.get("week");
  if (week === null) return null;
  const date = parseLocalDate(week) ?? localDateOf(now, timezone);
  return addDays(date, 1 - weekdayOf(date));
}

/** What the page shows of the weekly hours (null) or of the week from `start`. One round trip. */
export async function loadHours(services: Services, actor: Actor, start: LocalDate | null) {
  const overview = await services.hours.getOverview(actor, start);
  const { hours, today, seen, upcomingBlackouts } = overview;
  return {
    ownerId: actor.id,
    start,
    today,
    timezone: hours.timezone,
    seen: `${seen.scope}.${seen.fingerprint}`,
    days: start === null ? weeklyDays(overview) : weekDays(overview),
    daysOff: upcomingBlackouts,
  };
}

export type HoursData = Awaited<ReturnType<typeof loadHours>>;

function weeklyDays({ hours }: HoursOverview): HoursDay[] {
  return WEEKDAYS.map((weekday) => {
    const { weekday: title } = partsOfDate(addDays(SOME_MONDAY, weekday - 1));
    return {
      key: String(weekday),
      own: hoursOfWeekday(hours, weekday),
      usual: null,
      isPast: false,
      title,
      short: title.slice(0, 3),
      isClosedOff: false,
      blackoutReason: null,
      lessons: [],
      lengthNote: null,
    };
  });
}

function weekDays({ hours, today, week }: HoursOverview): HoursDay[] {
  return (week?.days ?? []).map(({ date, blackout, lessons }) => {
    const { weekday, month, day } = partsOfDate(date);
    return {
      key: date,
      own: hours.dates[date] ?? null,
      usual: hoursOfWeekday(hours, weekdayOf(date)),
      isPast: date < today,
      title: `${weekday}, ${month} ${day}`,
      short: formatDate(date),
      isClosedOff: blackout !== null,
      blackoutReason: blackout?.reason ?? null,
      lessons: lessons.map((lesson) => toDayLesson(lesson, hours.timezone)),
      lengthNote: toLengthNote(date, hours.timezone),
    };
  });
}

type Lesson = NonNullable<HoursOverview["week"]>["days"][number]["lessons"][number];

function toDayLesson({ id, startAt, endAt, serviceName, student }: Lesson, timezone: string) {
  const [start, end] = [startTimeLabel(startAt, timezone), endTimeLabel(endAt, timezone)];
  const startMinute = toMinute(start);
  // A lesson past midnight fills the rest of the day on which it begins.
  const endMinute = toMinute(end) > startMinute ? toMinute(end) : DAY_MINUTES;
  return { id, startMinute, endMinute, label: `${serviceName} with ${student.displayName}` };
}

function toMinute(label: string): number {
  return Number(label.slice(0, 2)) * 60 + Number(label.slice(3));
}

/** Says so where a date is longer or shorter than others because the clocks change; else null. */
export function toLengthNote(date: LocalDate, timezone: string): string | null {
  const length = endOfLocalDay(date, timezone) - startOfLocalDay(date, timezone);
  const minutes = length / MINUTE_MS;
  if (minutes === DAY_MINUTES) return null;
  const change =
    minutes < DAY_MINUTES
      ? "forward: skipped times are not taught"
      : "back: times that come twice count twice";
  return `This day has ${formatDuration(minutes)}: clocks go ${change}.`;
}
