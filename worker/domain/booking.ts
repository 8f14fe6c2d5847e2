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
}
