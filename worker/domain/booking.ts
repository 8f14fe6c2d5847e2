import type { AccountStatus } from "./actor.ts";
import type { AvailabilityInputs } from "./availability.ts";
import type { LocationType } from "./catalog.ts";

export type BookingStatus = "confirmed" | "completed" | "cancelled" | "no_show";

/** What somebody asks for: either a local date and minute in the instructor's zone, or an instant. */
export interface BookingRequest {
  instructorId: string;
  offeringId: string;
  start: { date: string; minute: number } | { startAt: number };
  durationMinutes: number;
  locationType: LocationType;
  locationDetail: string | null;
  studentNote: string | null;
}

/** What a booking is made of: the instructor, one of their offerings, and their hours. */
export interface BookingOffer {
  instructor: { id: string; displayName: string; status: AccountStatus };
  offering: {
    id: string;
    isActive: boolean;
    serviceName: string;
    hourlyRateCents: number;
    durationOptions: number[];
    locationTypes: LocationType[];
  };
  /** Hours around the time asked for. Lessons are left out where the database guards against them. */
  inputs: AvailabilityInputs;
}

/** Rule: a lesson lasts 15 to 240 minutes. What bounds every look for overlaps. */
export const LONGEST_LESSON_MS = 240 * 60_000;

export interface Booking {
  id: string;
  status: BookingStatus;
  instructor: { id: string; displayName: string };
  student: { id: string; displayName: string };
  offeringId: string;
  serviceName: string;
  startAt: number;
  endAt: number;
  /** The zone the lesson was made in: the instructor's, at that time. */
  timezone: string;
  durationMinutes: number;
  hourlyRateCents: number;
  priceCents: number;
  locationType: LocationType;
  locationDetail: string | null;
  studentNote: string | null;
  instructorNote: string | null;
  cancellation: {
    by: "student" | "instructor" | "admin";
    reason: string;
    at: number;
    feePercent: number;
    feeCents: number;
  } | null;
  createdAt: number;
  updatedAt: number;
  /** When it was recorded that the student did not come; null in any other state. */
  noShowAt: number | null;
  /** Raised by each move in time and by cancelling. */
  sequence: number;
  /** Another one after each change: whoever writes says which one they have read. */
  version: string;
}

/** One line of a lesson's history. */
export interface BookingEvent {
  at: number;
  /** Null for the system itself. */
  by: { id: string; displayName: string; role: "student" | "instructor" | "admin" } | null;
  /** Null for the booking itself. */
  fromStatus: BookingStatus | null;
  toStatus: BookingStatus;
  fromStartAt: number | null;
  toStartAt: number;
  reason: string | null;
}

/** Of a booking that nothing has changed since it was made. */
export const FIRST_VERSION = "0";

/** Rule: the instructor's note is for the instructor, and for admins: nobody else is given it. */
export function asSeenBy(booking: Booking, personId: string, seesAll: boolean): Booking {
  if (seesAll || booking.instructor.id === personId) return booking;
  return { ...booking, instructorNote: null };
}
