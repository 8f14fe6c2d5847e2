import type { JobProgress, JobRunRepository } from "../../db/repositories/job-runs.ts";
import { dueDate } from "../domain/daily-job.ts";
import { describeError, type Log } from "../platform/log.ts";

/** As long without a sign of life, another tick goes on with the work. */
const LEASE_MS = 10 * 60_000;

/**
 * What a daily job does with its turn: goes on from where it was left, and gives how far it came. A
 * cursor of null means that the day's work is done. `save` keeps the turn; after false it is somebody
 * else's.
 */
export type DailyWork = (
  from: JobProgress,
  save: (progress: JobProgress) => Promise<boolean>,
) => Promise<JobProgress>;

export interface DailyDependencies {
  jobRuns: JobRunRepository;
  /** Read again at every sign of life. */
  clock: () => number;
  log: Log;
}

/**
 * Does a daily job's work of this local date, once, however often it is called: by ticks that come
 * twice, late or at once. A turn that ends early, or dies, is taken up by a later tick.
 */
export async function runDaily(
  job: string,
  { jobRuns, clock, log }: DailyDependencies,
  run: DailyWork,
): Promise<void> {
  const now = clock();
  const date = dueDate(now);
  if (date === null) return;
  let held = now + LEASE_MS;
  const from = await jobRuns.claim({ job, date }, now, held);
  if (!from) return;
  const save = async (progress: JobProgress) => {
    const until = clock() + LEASE_MS;
    const isHeld = await jobRuns.save({ job, date }, progress, { held, until });
    if (isHeld) held = until;
    return isHeld;
  };
  try {
    const { cursor, report } = await run(from, save);
    if (cursor === null) {
      const isHeld = await jobRuns.finish({ job, date }, report ?? "null", { held, now: clock() });
      if (isHeld) log("daily_job_done", { job, date, report });
    } else {
      // Lets go at once: the next tick goes on.
      await jobRuns.save({ job, date }, { cursor, report }, { held, until: clock() });
    }
  } catch (error) {
    log("daily_job_failed", { job, date, ...describeError(error) });
  }
}
