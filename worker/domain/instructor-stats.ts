import type { Booking } from "./booking.ts";
import { addDays, type LocalDate, startOfLocalDay } from "./local-time.ts";

/** How many of the next lessons are shown with the figures. */
export const NEXT_LESSONS = 3;

/** What is counted of views and appearances, in days. */
export const STATS_DAYS = 30;

/**
 * An instructor's figures. Earned is the price of completed lessons and the fees of students who
 * cancelled late; a lesson belongs to the month, in the instructor's zone, in which it begins.
 */
export interface InstructorStats {
  timezone: string;
  /** Confirmed lessons that are not over. */
  upcomingCount: number;
  nextLessons: Booking[];
  completedCount: number;
  earnedThisMonthCents: number;
  earnedTotalCents: number;
  /** Searches from which the profile was opened, and in whose results it stood. */
  profileViews30d: number;
  searchAppearances30d: number;
}

/** The month of a date as real time, `[fromAt, toAt)`. */
export function monthOf(date: LocalDate, timezone: string): { fromAt: number; toAt: number } {
  const first = `${date.slice(0, 7)}-01`;
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  return { fromAt: startOfLocalDay(first, timezone), toAt: startOfLocalDay(next, timezone) };
}
