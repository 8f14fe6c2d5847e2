import * as v from "valibot";
import type { Booking, BookingEvent, BookingRequest } from "../domain/booking.ts";
import type { CancellationFee } from "../domain/cancellation.ts";
import { LOCATION_TYPES } from "../domain/catalog.ts";
import { endTimeLabel, localDateOf, startTimeLabel, toRfc3339 } from "../domain/local-time.ts";
import {
  Id,
  Instant,
  isWellFormed,
  LocalDateText,
  LocalTimeMinute,
  optionalText,
  pageEntries,
  wholeNumber,
} from "./common.ts";

/** The longest a lesson could be asked for; which durations there are is the offering's to say. */
const ONE_DAY_MINUTES = 1440;

export const BookingBody = v.pipe(
  v.strictObject({
    instructor_id: Id,
    offering_id: Id,
    date: v.optional(LocalDateText),
    start_time: v.optional(LocalTimeMinute),
    start_at: v.optional(Instant),
    duration_minutes: wholeNumber(1, ONE_DAY_MINUTES),
    location_type: v.picklist(LOCATION_TYPES, `must be one of ${LOCATION_TYPES.join(", ")}`),
    location_detail: optionalText(300),
    student_note: optionalText(1000),
  }),
  v.rawTransform(({ dataset, addIssue, NEVER }): BookingRequest => {
    const body = dataset.value;
    const start = toStart(body);
    if (!start) {
      addIssue(noStart(body));
      return NEVER;
    }
    return {
      instructorId: body.instructor_id,
      offeringId: body.offering_id,
      start,
      durationMinutes: body.duration_minutes,
      locationType: body.location_type,
      locationDetail: body.location_detail ?? null,
      studentNote: body.student_note ?? null,
    };
  }),
);

export const RescheduleBody = v.pipe(
  v.strictObject({
    date: v.optional(LocalDateText),
    start_time: v.optional(LocalTimeMinute),
    start_at: v.optional(Instant),
  }),
  v.rawTransform(({ dataset, addIssue, NEVER }): BookingRequest["start"] => {
    const start = toStart(dataset.value);
    if (start) return start;
    addIssue(noStart(dataset.value));
    return NEVER;
  }),
);

/** Words of several lines, without the space around them. */
const Words = v.pipe(
  v.string("must be text"),
  v.check(isWellFormed, "has characters that are not text"),
  v.check(
    (text) => !/\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, "")),
    "has characters that are not text",
  ),
  v.trim(),
);

export const CancelBody = v.strictObject({
  reason: v.pipe(
    Words,
    v.minLength(1, "is empty"),
    v.maxLength(500, "is longer than 500 characters"),
  ),
});

/** Null, or nothing but space, removes the note. */
export const BookingPatchBody = v.strictObject({
  instructor_note: v.nullable(
    v.pipe(
      Words,
      v.maxLength(2000, "is longer than 2000 characters"),
      v.transform((text) => text || null),
    ),
  ),
});

/** Header `If-Match`: the one version that a change is for; null for whichever. */
export function parseVersion(header: string | undefined): string | null {
  if (header === undefined || header.trim() === "*") return null;
  // Whatever else it is, no booking has it.
  return /^\s*"([^"]*)"\s*$/.exec(header)?.[1] ?? "";
}

function noStart<Body extends Record<string, unknown>>(input: Body): v.RawTransformIssueInfo<Body> {
  return {
    message: "is needed together with date, or start_at instead of both",
    path: [{ type: "object", origin: "value", input, key: "start_time", value: undefined }],
  };
}

/** Either date and time or an instant, never a mixture that could disagree. */
function toStart(body: {
  date?: string | undefined;
  start_time?: number | undefined;
  start_at?: number | undefined;
}): BookingRequest["start"] | null {
  const { date, start_time: minute, start_at: startAt } = body;
  if (startAt !== undefined) {
    return date === undefined && minute === undefined ? { startAt } : null;
  }
  return date !== undefined && minute !== undefined ? { date, minute } : null;
}

export const BookingListQuery = v.strictObject({
  when: v.optional(
    v.picklist(["upcoming", "past", "cancelled"], "must be upcoming, past or cancelled"),
    "upcoming",
  ),
  as: v.optional(v.picklist(["student", "instructor"], "must be student or instructor"), "student"),
  ...pageEntries,
});

/** Header `Idempotency-Key`. */
export const IdempotencyKey = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(255),
  v.regex(/^[\x20-\x7e]+$/),
);

/** A booking as its two participants see it: names as first name and last initial. */
export function toBookingJson(booking: Booking) {
  const { timezone, cancellation } = booking;
  return {
    id: booking.id,
    status: booking.status,
    instructor: toPersonJson(booking.instructor),
    student: toPersonJson(booking.student),
    offering_id: booking.offeringId,
    service_name: booking.serviceName,
    date: localDateOf(booking.startAt, timezone),
    start_time: startTimeLabel(booking.startAt, timezone),
    end_time: endTimeLabel(booking.endAt, timezone),
    start_at: toRfc3339(booking.startAt),
    end_at: toRfc3339(booking.endAt),
    timezone,
    duration_minutes: booking.durationMinutes,
    hourly_rate_cents: booking.hourlyRateCents,
    price_cents: booking.priceCents,
    location_type: booking.locationType,
    location_detail: booking.locationDetail,
    student_note: booking.studentNote,
    instructor_note: booking.instructorNote,
    ...(cancellation && {
      cancellation: {
        by: cancellation.by,
        reason: cancellation.reason,
        at: toRfc3339(cancellation.at),
        fee_percent: cancellation.feePercent,
        fee_cents: cancellation.feeCents,
      },
    }),
    created_at: toRfc3339(booking.createdAt),
    updated_at: toRfc3339(booking.updatedAt),
  };
}

export function toBookingEventJson(event: BookingEvent) {
  const { at, by, fromStartAt, toStartAt } = event;
  return {
    at: toRfc3339(at),
    by: by && { role: by.role, display_name: by.displayName },
    from_status: event.fromStatus,
    to_status: event.toStatus,
    from_start_at: fromStartAt === null ? null : toRfc3339(fromStartAt),
    to_start_at: toRfc3339(toStartAt),
    reason: event.reason,
  };
}

export function toCancellationPreviewJson(fee: CancellationFee) {
  return {
    fee_percent: fee.feePercent,
    fee_cents: fee.feeCents,
    deadline_free_at: toRfc3339(fee.deadlineFreeAt),
  };
}

function toPersonJson({ id, displayName }: Booking["student"]) {
  return { id, display_name: displayName };
}
