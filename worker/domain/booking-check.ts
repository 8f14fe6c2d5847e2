import type { Booking, BookingOffer, BookingRequest } from "./booking.ts";
import { DomainError } from "./errors.ts";
import { firstInstantOfLocal } from "./local-time.ts";
import { priceCents } from "./pricing.ts";
import { findSlotRefusal } from "./slot-check.ts";

/** A request that passed: when it is in real time, and what it costs. */
export interface CheckedLesson {
  offer: BookingOffer;
  startAt: number;
  endAt: number;
  priceCents: number;
}

/**
 * Checks 3 to 11 of making a booking, in their order; throws the first that fails. The lessons in
 * `offer.inputs` decide check 11; the database decides it again, and check 12, when it writes.
 */
export function checkBookingRequest(
  studentId: string,
  request: BookingRequest,
  offer: BookingOffer | null,
  now: number,
): CheckedLesson {
  if (!offer?.offering.isActive) throw new DomainError("not_found");
  const { instructor, offering } = offer;
  if (instructor.id === studentId) throw new DomainError("self_booking");
  if (instructor.status !== "active") throw new DomainError("instructor_unavailable");
  const startAt = checkTime(request, request.start, offer, now);
  return {
    offer,
    startAt,
    endAt: startAt + request.durationMinutes * 60_000,
    priceCents: priceCents(offering.hourlyRateCents, request.durationMinutes),
  };
}

/**
 * The lesson at its new time, after checks 6 to 11 (12, and 11 again, are the database's); the very
 * same lesson when it has that time already. Rule: it stays what it was made of, its price included.
 */
export function checkReschedule(
  lesson: Booking,
  start: BookingRequest["start"],
  offer: BookingOffer,
  now: number,
): Booking {
  const { timezone } = offer.inputs;
  if (findInstant(start, timezone) === lesson.startAt) return lesson;
  const startAt = checkTime(lesson, start, offer, now);
  return {
    ...lesson,
    startAt,
    endAt: startAt + lesson.durationMinutes * 60_000,
    timezone,
    updatedAt: now,
    sequence: lesson.sequence + 1,
  };
}

/** Checks 6 to 11; the start in real time. */
function checkTime(
  { durationMinutes, locationType }: Pick<Booking, "durationMinutes" | "locationType">,
  start: BookingRequest["start"],
  { offering, inputs }: BookingOffer,
  now: number,
): number {
  if (!offering.durationOptions.includes(durationMinutes)) {
    throw new DomainError("invalid_duration");
  }
  if (!offering.locationTypes.includes(locationType)) throw new DomainError("invalid_location");
  const field = "startAt" in start ? "start_at" : "start_time";
  const startAt = findInstant(start, inputs.timezone);
  if (startAt === null) throw new DomainError("invalid_start", { field });
  const refusal = findSlotRefusal(inputs, { startAt, durationMinutes }, now);
  if (refusal) throw new DomainError(refusal, { field });
  return startAt;
}

/** Rule: a local time that does not exist is no start; one that comes twice means the first. */
function findInstant(start: BookingRequest["start"], timezone: string): number | null {
  if ("startAt" in start) return start.startAt;
  return firstInstantOfLocal(start.date, start.minute, timezone);
}
