import type { BookingOffer, BookingRequest } from "./booking.ts";
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
  const { instructor, offering, inputs } = offer;
  if (instructor.id === studentId) throw new DomainError("self_booking");
  if (instructor.status !== "active") throw new DomainError("instructor_unavailable");
  if (!offering.durationOptions.includes(request.durationMinutes)) {
    throw new DomainError("invalid_duration");
  }
  if (!offering.locationTypes.includes(request.locationType)) {
    throw new DomainError("invalid_location");
  }
  const startAt = toInstant(request.start, inputs.timezone);
  const { durationMinutes } = request;
  const refusal = findSlotRefusal(inputs, { startAt, durationMinutes }, now);
  if (refusal) throw new DomainError(refusal);
  return {
    offer,
    startAt,
    endAt: startAt + durationMinutes * 60_000,
    priceCents: priceCents(offering.hourlyRateCents, durationMinutes),
  };
}

/** Rule: a local time that does not exist is no start; one that comes twice means the first. */
function toInstant(start: BookingRequest["start"], timezone: string): number {
  if ("startAt" in start) return start.startAt;
  const startAt = firstInstantOfLocal(start.date, start.minute, timezone);
  if (startAt === null) throw new DomainError("invalid_start");
  return startAt;
}
