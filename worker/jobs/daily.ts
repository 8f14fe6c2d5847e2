import type { JobProgress, JobRunRepository } from "../../db/repositories/job-runs.ts";
import { dueDate } from "../domain/daily-job.ts";
import type { LocalDate } from "../domain/local-time.ts";

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
}

/**
 * Does a daily job's work of this local date, once, however often it is called: by ticks that come
 * twice, late or at once. A turn that ends early, or dies, is taken up by a later tick. Gives the
 * report of a turn; null when it was nobody's turn here.
 */
export async function runDaily(
  job: string,
  { jobRuns, clock }: DailyDependencies,
  run: DailyWork,
): Promise<{ date: LocalDate; report: string | null } | null> {
  const now = clock();
  const date = dueDate(now);
  if (date === null) return null;
  let held = now + LEASE_MS;
  const from = await jobRuns.claim({ job, date }, now, held);
  if (!from) return null;
  const save = async (progress: JobProgress) => {
    const until = clock() + LEASE_MS;
    const isHeld = await jobRuns.save({ job, date }, progress, { held, until });
    if (isHeld) held = until;
    return isHeld;
  };
  const { cursor, report } = await run(from, save);
  if (cursor === null) {
    await jobRuns.finish({ job, date }, report ?? "null", { held, now: clock() });
  } else {
    // Lets go at once: the next tick goes on.
    await jobRuns.save({ job, date }, { cursor, report }, { held, until: clock() });
  }
  return { date, report };
}
