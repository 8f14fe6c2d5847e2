import type { JobOutcome } from "../../db/repositories/metrics.ts";
import { describeError, type Log } from "../platform/log.ts";

/** Something that a tick of the cron does. Doing it twice at once, or late, has to do no harm. */
export interface Job {
  name: string;
  /** Answers what is worth a line in the log; null for nothing. */
  run(): Promise<Record<string, string | number> | null>;
}

/** One tick: every job has its turn, whatever becomes of those before it. Says how each did. */
export async function runSchedule(jobs: readonly Job[], log: Log): Promise<JobOutcome[]> {
  const outcomes: JobOutcome[] = [];
  for (const { name, run } of jobs) {
    try {
      const facts = await run();
      if (facts) log("job_done", { job: name, ...facts });
      outcomes.push({ job: name, isOk: true });
    } catch (error) {
      log("job_failed", { job: name, ...describeError(error) });
      outcomes.push({ job: name, isOk: false });
    }
  }
  return outcomes;
}
