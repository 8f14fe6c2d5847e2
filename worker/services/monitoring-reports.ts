import type { AlertRepository } from "../../db/repositories/alerts.ts";
import type { MetricReadsRepository } from "../../db/repositories/metric-reads.ts";
import type { DeadLetterNote, MetricsRepository } from "../../db/repositories/metrics.ts";
import type { JobState } from "../domain/job-health.ts";
import type { DailyBudgets } from "../domain/plan-budgets.ts";
import type { Traffic } from "../domain/traffic.ts";
import type { QueueDepth } from "../platform/queue-depth.ts";

/** Reads of how many messages wait, by queue; null where it cannot be told. */
export type QueueDepths = Record<string, () => Promise<QueueDepth | null>>;

/** An hour of requests; the last one is not over yet. */
export interface TrafficHour extends Traffic {
  hourAt: number;
}

export interface Rollup {
  /** When requests were last counted, and how long the oldest of those had waited for it. */
  countedAt: number | null;
  lagMs: number | null;
}

export type JobReport = JobState & { isMissed: boolean };

export interface Dashboard {
  /** Of all hours together. */
  total: Traffic;
  /** Every hour, the oldest first. */
  hours: TrafficHour[];
  jobs: JobReport[];
  rollup: Rollup;
  openAlerts: number;
}

export interface CacheReport {
  /** Of the last 15 minutes, by cache and of all. */
  recent: Pick<Traffic, "caches" | "hitRate">;
  hours: TrafficHour[];
  /** Of the last 24 hours. */
  total: Pick<Traffic, "caches" | "hitRate">;
  budgets: DailyBudgets;
  isAlarming: boolean;
}

export interface DatabaseReport {
  sizeBytes: number;
  limitBytes: number;
  usedShare: number;
  isAlarming: boolean;
  /** Of the last 24 hours. */
  total: Traffic;
  hours: TrafficHour[];
  budgets: DailyBudgets;
  /** Of those kept. */
  slowQueries: number;
  overlappingLessons: number | null;
  measuredAt: number | null;
}

export interface QueueReport {
  /** Null where a queue does not tell. */
  queues: { queue: string; depth: QueueDepth | null }[];
  outbox: { pending: number; oldestAt: number | null; failed: number | null };
  deadLetters: { total: number; newest: DeadLetterNote[] };
  jobs: JobReport[];
  rollup: Rollup;
}

/** What the site promises, as measured. Null is not known. */
export interface SiteStatus {
  overlappingLessons: number | null;
  /** When overlaps were last looked for. */
  measuredAt: number | null;
  /** These three of the last 24 hours. */
  errorShare: number | null;
  p95Ms: number | null;
  cacheHitRate: number | null;
  requests: number;
  lastBackupAt: number | null;
  lastDailyRunAt: number | null;
}

export interface MonitoringDependencies {
  metrics: MetricsRepository;
  reads: MetricReadsRepository;
  alerts: AlertRepository;
  queues: QueueDepths;
  /** Names of the jobs that do a day's work. */
  dailyJobs: readonly string[];
  metricsKey: string | null;
  databaseLimitBytes: number;
  now: number;
}
