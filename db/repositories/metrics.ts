import { sql } from "drizzle-orm";
import type { MetricName, MetricSample } from "../../worker/domain/metric-catalog.ts";
import { toLabels } from "../../worker/domain/metric-catalog.ts";
import type { Database } from "../client.ts";

export interface Gauge extends MetricSample {
  measuredAt: number;
}

export interface Outbox {
  pending: number;
  /** When the oldest pending mail was written; null without any. */
  oldestAt: number | null;
}

/** When a daily job last did its day's work. */
export interface DailySuccess {
  job: string;
  date: string;
  finishedAt: number;
}

/** A message that nobody could process, without what it says: that may be personal. */
export interface DeadLetterNote {
  id: string;
  queue: string;
  attempts: number;
  createdAt: number;
}

/** A job's turn in a tick of the cron. */
export interface JobOutcome {
  job: string;
  isOk: boolean;
}

export type MetricsRepository = ReturnType<typeof createMetricsRepository>;

export function createMetricsRepository(db: Database) {
  const outbox = sql`SELECT count(*) AS pending, min(created_at) AS oldestAt
    FROM emails WHERE status = 'pending'`;
  const deadLetters = sql`SELECT count(*) AS count FROM dead_letters`;
  // A turn that was skipped, as that of a backup too large to be made, is no day's work.
  const daily = sql`SELECT job, max(date) AS date, finished_at AS finishedAt
    FROM job_runs WHERE status = 'done' AND report ->> '$.skipped' IS NULL GROUP BY job`;
  const gauges = sql`SELECT name, labels, value, measured_at AS measuredAt FROM metric_gauges`;

  return {
    /** What was counted, in no order that means anything. */
    async listCounters(): Promise<MetricSample[]> {
      return await db.all<MetricSample>(sql`SELECT name, labels, value FROM metric_counters`);
    },

    /** How things stand now, in one round trip. */
    async readState(): Promise<{
      gauges: Gauge[];
      outbox: Outbox;
      deadLetters: number;
      daily: DailySuccess[];
      databaseBytes: number;
    }> {
      const results = await db.batch([gauges, outbox, deadLetters, daily]);
      const rowsOf = <Row>(index: number) => (results[index]?.results ?? []) as Row[];
      return {
        gauges: rowsOf<Gauge>(0),
        outbox: rowsOf<Outbox>(1)[0] ?? { pending: 0, oldestAt: null },
        deadLetters: rowsOf<{ count: number }>(2)[0]?.count ?? 0,
        daily: rowsOf<DailySuccess>(3),
        databaseBytes: results[0]?.meta.size_after ?? 0,
      };
    },

    /** The newest first. */
    async listDeadLetters(limit: number): Promise<DeadLetterNote[]> {
      return await db.all<DeadLetterNote>(sql`SELECT id, queue, attempts, created_at AS createdAt
        FROM dead_letters ORDER BY created_at DESC, id LIMIT ${limit}`);
    },

    /** Writes down what was measured at an instant; an older word never replaces a newer one. */
    async saveGauges(samples: readonly MetricSample[], now: number): Promise<void> {
      await db.batch([
        sql`INSERT INTO metric_gauges (name, labels, value, measured_at)
          SELECT value ->> 'name', value ->> 'labels', value ->> 'value', ${now}
          FROM json_each(${JSON.stringify(samples)}) WHERE true
          ON CONFLICT (name, labels) DO UPDATE
            SET value = excluded.value, measured_at = excluded.measured_at
            WHERE excluded.measured_at >= metric_gauges.measured_at`,
      ]);
    },

    /** Writes down which jobs did their work in a tick, and which failed. */
    async recordJobs(outcomes: readonly JobOutcome[], now: number): Promise<void> {
      const nameOf = (isOk: boolean): MetricName =>
        isOk ? "job_last_success_timestamp_seconds" : "job_last_failure_timestamp_seconds";
      const samples = outcomes.map(({ job, isOk }) => ({
        name: nameOf(isOk),
        labels: toLabels({ job }),
        value: now / 1000,
      }));
      await this.saveGauges(samples, now);
    },
  };
}
