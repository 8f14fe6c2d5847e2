import type { SiteStatus } from "../worker/services/monitoring-reports.ts";

export type PromiseState = "kept" | "broken" | "unknown";

/** Something the site promises, and what it measures of itself. */
export interface SitePromise {
  label: string;
  promise: string;
  /** As people read it. */
  measured: string;
  state: PromiseState;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A look for overlaps that is older says nothing of now: there is one every five minutes. */
const LOOK_AT_MOST_MS = 15 * MINUTE_MS;

/** Done every day, and two hours may pass until it is. */
const DAILY_AT_MOST_MS = 26 * HOUR_MS;

/** Every promise, whether it is kept, broken, or nothing is known of it. */
export function toPromises(status: SiteStatus, now: number): SitePromise[] {
  const { overlappingLessons, measuredAt, errorShare, p95Ms, cacheHitRate } = status;
  const isLooked = measuredAt !== null && now - measuredAt <= LOOK_AT_MOST_MS;
  const overlaps = isLooked ? overlappingLessons : null;
  return [
    {
      label: "Lessons that overlap",
      promise: "None, ever",
      measured: overlaps === null ? "Not measured lately" : String(overlaps),
      state: judge(overlaps, (count) => count === 0),
    },
    {
      label: "Requests that failed on our side",
      promise: "At most 1 % in 24 hours",
      measured: percent(errorShare),
      state: judge(errorShare, (share) => share <= 0.01),
    },
    {
      label: "Time to an answer",
      promise: "19 of 20 within 500 ms",
      measured: p95Ms === null ? "No requests yet" : `19 of 20 within ${Math.ceil(p95Ms)} ms`,
      state: judge(p95Ms, (ms) => ms <= 500),
    },
    {
      label: "Answers that a cache had ready",
      promise: "At least 60 % in 24 hours",
      measured: percent(cacheHitRate),
      state: judge(cacheHitRate, (share) => share >= 0.6),
    },
    aged("Last backup", status.lastBackupAt, now),
    aged("Last daily run", status.lastDailyRunAt, now),
  ];
}

function aged(label: string, at: number | null, now: number): SitePromise {
  return {
    label,
    promise: "Every night",
    measured: at === null ? "None yet" : ageOf(now - at),
    state: judge(at, (instant) => now - instant <= DAILY_AT_MOST_MS),
  };
}

function judge(value: number | null, isKept: (value: number) => boolean): PromiseState {
  if (value === null) return "unknown";
  return isKept(value) ? "kept" : "broken";
}

function percent(share: number | null): string {
  return share === null ? "No requests yet" : `${Number((share * 100).toFixed(2))} %`;
}

function ageOf(ms: number): string {
  const hours = Math.floor(ms / HOUR_MS);
  if (hours >= 1) return hours === 1 ? "1 hour ago" : `${hours} hours ago`;
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
}
