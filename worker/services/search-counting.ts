import type { SearchCountRepository } from "../../db/repositories/search-counts.ts";
import { ANALYTICS_ZONE } from "../domain/analytics.ts";
import { endOfLocalDay, localDateOf, startOfLocalDay } from "../domain/local-time.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** More hours than three days have: one look finds what is usually there. */
const HOURS_AT_ONCE = 100;

export interface CountingReport {
  days: number;
  /** Whether nothing is left to be counted. */
  isComplete: boolean;
}

/**
 * Counts the dates that have events which are not counted yet, newest first and at most `mostDays`: late
 * events are folded in whenever they come. Doing it twice, or twice at once, changes nothing.
 */
export async function countSearches({
  counts,
  keptDays,
  mostDays,
  now,
}: {
  counts: SearchCountRepository;
  /** Older events are being purged, so their dates stay as they were counted; 0 keeps all. */
  keptDays: number;
  mostDays: number;
  now: number;
}): Promise<CountingReport> {
  if (keptDays > 0) await counts.forgetUncounted(now - (keptDays - 2) * DAY_MS);
  for (let days = 0; days < mostDays; ) {
    const hours = await counts.listUncounted(HOURS_AT_ONCE);
    if (hours.length === 0) return { days, isComplete: true };
    const dates = new Set(hours.map((hour) => localDateOf(hour * HOUR_MS, ANALYTICS_ZONE)));
    for (const date of [...dates].slice(0, mostDays - days)) {
      const startAt = startOfLocalDay(date, ANALYTICS_ZONE);
      const endAt = endOfLocalDay(date, ANALYTICS_ZONE);
      await counts.countDay({ date, startAt, endAt });
      days += 1;
    }
  }
  const left = await counts.listUncounted(1);
  return { days: mostDays, isComplete: left.length === 0 };
}
