import * as v from "valibot";
import type { LocalRange } from "../domain/availability.ts";
import type { Booking } from "../domain/booking.ts";
import {
  endTimeLabel,
  formatLocalTime,
  parseLocalTime,
  startTimeLabel,
  toRfc3339,
  type Weekday,
} from "../domain/local-time.ts";
import type { Blackout, TeachingDay, TeachingHours } from "../domain/week.ts";
import { hoursOfWeekday, WEEKDAYS } from "../domain/week.ts";
import type { TeachingWeek } from "../services/hours.ts";
import { LocalDateText, optionalText, pageEntries, TimeZone } from "./common.ts";

/** A day has 96 quarters of an hour. */
const MOST_RANGES = 96;

const DAY_NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A time "HH:MM" on a quarter of an hour, as minute of the day. */
function quarterTime(as: "start" | "end") {
  return v.pipe(
    v.string("must be a time such as 09:30"),
    v.transform((text) => parseLocalTime(text, as)),
    v.number("must be a time such as 09:30"),
    v.multipleOf(15, "must lie on a quarter of an hour"),
  );
}

const Range = v.pipe(
  v.strictObject({ start_time: quarterTime("start"), end_time: quarterTime("end") }),
  v.forward(
    v.partialCheck(
      [["start_time"], ["end_time"]],
      ({ start_time, end_time }) => start_time < end_time,
      "must be before end_time",
    ),
    ["start_time"],
  ),
  v.transform(
    ({ start_time, end_time }): LocalRange => ({ startMinute: start_time, endMinute: end_time }),
  ),
);

/** The ranges of a day, in any order; those that touch or overlap are one when they are saved. */
const Ranges = v.pipe(
  v.array(Range, "must be a list of ranges"),
  v.maxLength(MOST_RANGES, `has more than ${MOST_RANGES} ranges`),
);

export const WeeklyHoursBody = v.strictObject({
  timezone: v.optional(TimeZone),
  hours: v.pipe(
    v.strictObject({
      mon: Ranges,
      tue: Ranges,
      wed: Ranges,
      thu: Ranges,
      fri: Ranges,
      sat: Ranges,
      sun: Ranges,
    }),
    v.transform(
      ({ mon, tue, wed, thu, fri, sat, sun }): Record<Weekday, LocalRange[]> => ({
        1: mon,
        2: tue,
        3: wed,
        4: thu,
        5: fri,
        6: sat,
        7: sun,
      }),
    ),
  ),
});

export const DateHoursBody = v.strictObject({ ranges: Ranges });
export const CopyWeekBody = v.strictObject({ from: LocalDateText, to: LocalDateText });
export const ApplyWeekBody = v.strictObject({
  from: LocalDateText,
  start_date: LocalDateText,
  end_date: LocalDateText,
});
export const ClearHoursBody = v.strictObject({
  start_date: LocalDateText,
  end_date: LocalDateText,
});
export const WeekQuery = v.strictObject({ start: LocalDateText });

export const BlackoutBody = v.strictObject({
  start_date: LocalDateText,
  end_date: LocalDateText,
  reason: optionalText(200),
});
export const BlackoutListQuery = v.strictObject(pageEntries);

export function toWeeklyHoursJson(hours: TeachingHours) {
  const days = WEEKDAYS.map((weekday) => [
    DAY_NAMES[weekday - 1],
    hoursOfWeekday(hours, weekday).map(toRangeJson),
  ]);
  return { timezone: hours.timezone, hours: Object.fromEntries(days) };
}

export function toDayJson({ date, source, ranges, blackout }: TeachingDay) {
  return {
    date,
    source,
    ranges: ranges.map(toRangeJson),
    ...(blackout && { blackout: { id: blackout.id, reason: blackout.reason } }),
  };
}

export function toWeekJson({ start, timezone, days }: TeachingWeek) {
  return {
    start,
    timezone,
    days: days.map(({ lessons, ...day }) => ({
      ...toDayJson(day),
      bookings: lessons.map((lesson) => toLessonJson(lesson, timezone)),
    })),
  };
}

/** The clock is that of the week, so that lessons stand where the hours do. */
function toLessonJson(lesson: Booking, timezone: string) {
  return {
    id: lesson.id,
    start_at: toRfc3339(lesson.startAt),
    end_at: toRfc3339(lesson.endAt),
    start_time: startTimeLabel(lesson.startAt, timezone),
    end_time: endTimeLabel(lesson.endAt, timezone),
    service_name: lesson.serviceName,
    student: { id: lesson.student.id, display_name: lesson.student.displayName },
    status: lesson.status,
  };
}

export function toBlackoutJson({ id, startOn, endOn, reason }: Blackout) {
  return { id, start_date: startOn, end_date: endOn, reason };
}

function toRangeJson({ startMinute, endMinute }: LocalRange) {
  return { start_time: formatLocalTime(startMinute), end_time: formatLocalTime(endMinute) };
}
