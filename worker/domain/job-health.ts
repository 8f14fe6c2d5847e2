import { dueDate } from "./daily-job.ts";
import type { LocalDate } from "./local-time.ts";

/** Three ticks of the cron. */
const TICK_GRACE_MS = 15 * 60_000;

/** The day's work begins at two; by four it has to be done. */
const DAILY_GRACE_MS = 2 * 3_600_000;

/** A job that the cron runs, and what is known of it. */
export interface JobState {
  job: string;
  isDaily: boolean;
  /** Of a daily job: when it finished a day's work. */
  lastSuccessAt: number | null;
  lastFailureAt: number | null;
  /** Of a daily job: the last date whose work is done. */
  lastDate: LocalDate | null;
}

/** Whether a job did not do its work when it should have. One that never had a turn is not missed. */
export function isMissed(state: JobState, now: number): boolean {
  const { isDaily, lastSuccessAt, lastFailureAt, lastDate } = state;
  if (isDaily) {
    const due = dueDate(now - DAILY_GRACE_MS);
    return due !== null && (lastDate === null || lastDate < due);
  }
  if (lastSuccessAt === null) return lastFailureAt !== null;
  return now - lastSuccessAt > TICK_GRACE_MS;
}
