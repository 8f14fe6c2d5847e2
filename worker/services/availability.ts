import type { Interval } from "../domain/interval.ts";
import type { PublicAvailability } from "../domain/public-availability.ts";

/** An answer to "may this start be booked?": never books, same codes as booking. */
export interface SlotCheck {
  startAt: number;
  available: boolean;
  code?: string;
  detail?: string;
}

/** The first bookable slot: local date and clock in `timezone`, and the instants. */
export interface NextSlot {
  date: string;
  startTime: string;
  endTime: string;
  startAt: number;
  endAt: number;
  durationMinutes: number;
  timezone: string;
}

/** Free time of one instructor between two local dates, for pages that pick a start. */
export interface FreeTime {
  timezone: string;
  from: string;
  to: string;
  /** Free intervals in the window: now, notice, buffer, blackouts and bookings already applied. */
  free: Interval[];
}

export interface AvailabilityService {
  /** Throws `not_found`, `invalid_range`. Dates are local to the instructor; null means default. */
  getPublic(
    instructorId: string,
    range: { startOn: string | null; endOn: string | null },
  ): Promise<PublicAvailability>;
  /** Free intervals from `from` (default today) for `days` days. Throws `not_found`, `invalid_range`. */
  getFreeTime(instructorId: string, from: string | null, days: number): Promise<FreeTime>;
  findNext(instructorId: string, durationMinutes: number): Promise<NextSlot | null>;
  /** Keyed by id; null when nothing is free or the instructor is unknown. */
  findNextForMany(ids: string[], durationMinutes: number): Promise<Map<string, NextSlot | null>>;
  checkSlots(
    instructorId: string,
    items: { startAt: number; durationMinutes: number }[],
  ): Promise<SlotCheck[]>;
}
