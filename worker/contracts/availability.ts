import * as v from "valibot";
import { FREE_CANCELLATION_HOURS } from "../domain/cancellation.ts";
import { toRfc3339 } from "../domain/local-time.ts";
import {
  type DayAvailability,
  toFullDetail,
  toMinimalDetail,
  toSummaryDetail,
} from "../domain/public-availability.ts";
import type { Settings } from "../env.ts";
import type { NextSlot } from "../services/availability.ts";
import type { PublicAvailability } from "../services/availability-answers.ts";
import { Instant, wholeNumber } from "./common.ts";

const MOST_INSTRUCTORS = 20;
const MOST_SLOTS = 20;
const DURATION_MESSAGE = "must be 15 to 240 minutes in steps of 15";

/** Dates are judged by the use-case, as their rules have a code of their own. */
export const AvailabilityQuery = v.strictObject({
  start_date: v.optional(
    v.pipe(v.string(), v.description("Today in the instructor's zone, unless given.")),
  ),
  end_date: v.optional(
    v.pipe(v.string(), v.description("Included; 90 days from start_date at most.")),
  ),
});

const DurationText = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/, DURATION_MESSAGE),
  v.description("15 to 240 minutes in steps of 15."),
  v.transform(Number),
  v.check((minutes) => minutes >= 15 && minutes <= 240 && minutes % 15 === 0, DURATION_MESSAGE),
);

export const NextAvailableQuery = v.strictObject({
  duration_minutes: v.optional(DurationText, "60"),
});

export const NextAvailableManyQuery = v.strictObject({
  instructor_ids: v.pipe(
    v.string("is needed: ids with commas between them"),
    v.description("Ids with commas between them, 20 at most."),
    v.maxLength(2000, "is too long"),
    v.transform((text) => [...new Set(text.split(",").map((id) => id.trim()))].filter(Boolean)),
    v.minLength(1, "names no instructor"),
    v.maxLength(MOST_INSTRUCTORS, `names more than ${MOST_INSTRUCTORS} instructors`),
  ),
  duration_minutes: v.optional(DurationText, "60"),
});

export const CheckSlotsBody = v.strictObject({
  items: v.pipe(
    v.array(
      v.pipe(
        v.strictObject({
          start_at: Instant,
          duration_minutes: v.pipe(
            wholeNumber(15, 240),
            v.check((minutes) => minutes % 15 === 0, DURATION_MESSAGE),
          ),
        }),
        v.transform((item) => ({ startAt: item.start_at, durationMinutes: item.duration_minutes })),
      ),
      "must be a list",
    ),
    v.minLength(1, "is empty"),
    v.maxLength(MOST_SLOTS, `has more than ${MOST_SLOTS} items`),
  ),
});

/** The answer in the detail that the settings ask for. */
export function toAvailabilityJson(availability: PublicAvailability, settings: Settings) {
  const { days, timezone } = availability;
  const level = settings.PUBLIC_AVAILABILITY_DETAIL_LEVEL;
  return {
    instructor_id: availability.instructorId,
    instructor_name: settings.PUBLIC_AVAILABILITY_SHOW_INSTRUCTOR_NAME
      ? availability.displayName
      : "Instructor",
    timezone,
    detail_level: level,
    start_date: availability.startOn,
    end_date: availability.endOn,
    ...DETAILS[level](days, timezone),
    policy: {
      minimum_notice_minutes: availability.minimumNoticeMinutes,
      buffer_minutes: availability.bufferMinutes,
      free_cancellation_hours: FREE_CANCELLATION_HOURS,
    },
    version: availability.version,
    valid_until: toRfc3339(availability.validUntil),
  };
}

const DETAILS = {
  full(days: DayAvailability[], timezone: string) {
    const detail = toFullDetail(days, timezone);
    return {
      availability_by_date: Object.fromEntries(
        detail.days.map((day) => [
          day.date,
          {
            date: day.date,
            is_blackout: day.isBlackout,
            status: day.status,
            available_slots: day.slots.map((slot) => ({
              start_time: slot.startTime,
              end_time: slot.endTime,
              start_at: toRfc3339(slot.startAt),
              end_at: toRfc3339(slot.endAt),
            })),
          },
        ]),
      ),
      total_available_slots: detail.totalAvailableSlots,
      earliest_available_date: detail.earliestAvailableDate,
    };
  },
  summary(days: DayAvailability[], timezone: string) {
    const detail = toSummaryDetail(days, timezone);
    return {
      availability_summary: Object.fromEntries(
        detail.days.map((day) => [
          day.date,
          {
            date: day.date,
            morning_available: day.morningAvailable,
            afternoon_available: day.afternoonAvailable,
            evening_available: day.eveningAvailable,
            total_hours: day.totalHours,
          },
        ]),
      ),
      total_available_days: detail.totalAvailableDays,
    };
  },
  minimal(days: DayAvailability[]) {
    const { hasAvailability, earliestAvailableDate } = toMinimalDetail(days);
    return { has_availability: hasAvailability, earliest_available_date: earliestAvailableDate };
  },
};

export function toNextSlotJson(slot: NextSlot | null, durationMinutes: number) {
  if (!slot) {
    const message = `No lesson of ${durationMinutes} minutes can be booked in the next 90 days.`;
    return { found: false, message };
  }
  return {
    found: true,
    date: slot.date,
    start_time: slot.startTime,
    end_time: slot.endTime,
    start_at: toRfc3339(slot.startAt),
    end_at: toRfc3339(slot.endAt),
    duration_minutes: slot.durationMinutes,
    timezone: slot.timezone,
  };
}
