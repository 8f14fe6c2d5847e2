import { sql } from "drizzle-orm";
import type { LocalDate } from "../../worker/domain/local-time.ts";
import type { Database } from "../client.ts";

/** Which job on which local date. */
export interface JobDate {
  job: string;
  date: LocalDate;
}

/** How far a job came and what it did so far, as JSON; nulls at its beginning. */
export interface JobProgress {
  cursor: string | null;
  report: string | null;
}

export interface JobRun extends JobDate {
  isDone: boolean;
  startedAt: number;
  finishedAt: number | null;
  report: string;
}

export type JobRunRepository = ReturnType<typeof createJobRunRepository>;

export function createJobRunRepository(db: Database) {
  return {
    /**
     * Takes the work of the date until `leaseUntil`, where nobody has begun it or whoever did let go
     * of it; null when it is somebody else's or done. One statement, so of two at once one gets it.
     */
    async claim(
      { job, date }: JobDate,
      now: number,
      leaseUntil: number,
    ): Promise<JobProgress | null> {
      const rows = await db.all<JobProgress>(sql`INSERT INTO job_runs
          (job, date, status, lease_until, cursor, report, started_at)
        VALUES (${job}, ${date}, 'running', ${leaseUntil}, NULL, 'null', ${now})
        ON CONFLICT (job, date) DO UPDATE SET lease_until = excluded.lease_until
          WHERE status = 'running' AND lease_until <= ${now}
        RETURNING cursor, report`);
      const [claimed] = rows;
      if (!claimed) return null;
      return { cursor: claimed.cursor, report: claimed.report === "null" ? null : claimed.report };
    },

    /** Writes down how far the work is and keeps it until `leaseUntil`. False when it was lost meanwhile. */
    async save(
      { job, date }: JobDate,
      progress: JobProgress,
      lease: { held: number; until: number },
    ): Promise<boolean> {
      const rows = await db.all(sql`UPDATE job_runs SET cursor = ${progress.cursor},
          report = ${progress.report ?? "null"}, lease_until = ${lease.until}
        WHERE job = ${job} AND date = ${date} AND status = 'running' AND lease_until = ${lease.held}
        RETURNING 1`);
      return rows.length > 0;
    },

    async finish(
      { job, date }: JobDate,
      report: string,
      { held, now }: { held: number; now: number },
    ): Promise<boolean> {
      const rows = await db.all(sql`UPDATE job_runs SET status = 'done', cursor = NULL,
          report = ${report}, finished_at = ${now}
        WHERE job = ${job} AND date = ${date} AND status = 'running' AND lease_until = ${held}
        RETURNING 1`);
      return rows.length > 0;
    },

    /** The newest run of a job that has anything to tell; null before the first. */
    async findLast(job: string): Promise<JobRun | null> {
      const rows = await db.all<Omit<JobRun, "isDone"> & { status: string }>(sql`SELECT job, date,
          status, started_at AS startedAt, finished_at AS finishedAt, report
        FROM job_runs WHERE job = ${job} AND report <> 'null' ORDER BY date DESC LIMIT 1`);
      const [row] = rows;
      if (!row) return null;
      const { status, ...run } = row;
      return { ...run, isDone: status === "done" };
    },
  };
}
