import type { SearchCountRepository } from "../../db/repositories/search-counts.ts";
import type { CountedDay } from "../../db/repositories/search-tallies.ts";
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
  const from = countableFrom(keptDays, now);
  if (from !== null) await counts.forgetUncounted(from);
  for (let days = 0; days < mostDays; ) {
    const hours = await counts.listUncounted(HOURS_AT_ONCE);
    if (hours.length === 0) return { days, isComplete: true };
    for (const day of toDays(hours).slice(0, mostDays - days)) {
      await counts.countDay(day);
      days += 1;
    }
  }
  const left = await counts.listUncounted(1);
  return { days: mostDays, isComplete: left.length === 0 };
}

/** The dates that have events which are not counted yet, newest first and at most `mostDays`. */
export async function listUncountedDays({
  counts,
  keptDays,
  mostDays,
  now,
}: {
  counts: Pick<SearchCountRepository, "listUncounted">;
  keptDays: number;
  mostDays: number;
  now: number;
}): Promise<CountedDay[]> {
  const from = countableFrom(keptDays, now) ?? 0;
  const hours = await counts.listUncounted(mostDays * 24);
  return toDays(hours.filter((hour) => hour * HOUR_MS >= from)).slice(0, mostDays);
}

/** From when on all events are still there; null for always. */
function countableFrom(keptDays: number, now: number): number | null {
  return keptDays > 0 ? now - (keptDays - 2) * DAY_MS : null;
}

function toDays(hours: readonly number[]): CountedDay[] {
  const dates = new Set(hours.map((hour) => localDateOf(hour * HOUR_MS, ANALYTICS_ZONE)));
  return [...dates].map((date) => ({
    date,
    startAt: startOfLocalDay(date, ANALYTICS_ZONE),
    endAt: endOfLocalDay(date, ANALYTICS_ZONE),
  }));
}
