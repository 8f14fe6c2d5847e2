import type { AlertRepository } from "../../db/repositories/alerts.ts";
import type { MetricReadsRepository, SlowSample } from "../../db/repositories/metric-reads.ts";
import type { DeadLetterNote, MetricsRepository } from "../../db/repositories/metrics.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import type { Alert } from "../domain/alerts.ts";
import type { Page } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";
import { toExposition } from "../domain/exposition.ts";
import type { JobState } from "../domain/job-health.ts";
import type { DailyBudgets } from "../domain/plan-budgets.ts";
import type { Traffic } from "../domain/traffic.ts";
import type { Settings } from "../env.ts";
import type { QueueDepth } from "../platform/queue-depth.ts";
import { isSecretKey } from "../platform/secret-key.ts";
import { readGauges } from "./monitoring-gauges.ts";
import {
  readCache,
  readDashboard,
  readDatabase,
  readQueues,
  readStatus,
} from "./monitoring-views.ts";

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

/** How the site does. All but `scrape` and `status` need `access_monitoring`. */
export interface MonitoringService {
  /**
   * All metrics in the text format of Prometheus, for whoever brings the key or may monitor. Throws
   * `unauthenticated`, `forbidden`; without a key being set nobody brings the right one.
   */
  scrape(key: string | null, findActor: () => Promise<Actor | null>): Promise<string>;
  dashboard(actor: Actor | null, hours: number): Promise<Dashboard>;
  slowRequests(actor: Actor | null, page: number, perPage: number): Promise<Page<SlowSample>>;
  slowQueries(actor: Actor | null, page: number, perPage: number): Promise<Page<SlowSample>>;
  alerts(
    actor: Actor | null,
    state: "open" | "acknowledged" | null,
    page: number,
    perPage: number,
  ): Promise<Page<Alert>>;
  /** Seen twice is as good as once: the first time stays. Throws `not_found`. */
  acknowledge(actor: Actor | null, alertId: string): Promise<Alert>;
  cache(actor: Actor | null): Promise<CacheReport>;
  database(actor: Actor | null): Promise<DatabaseReport>;
  queues(actor: Actor | null): Promise<QueueReport>;
  /** For everybody. */
  status(): Promise<SiteStatus>;
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

export function createMonitoringService(dependencies: MonitoringDependencies): MonitoringService {
  const { metrics, reads, alerts, metricsKey, now } = dependencies;
  const assertMay = (actor: Actor | null) => assertPermission(actor, "access_monitoring");
  return {
    async scrape(key, findActor) {
      if (!isSecretKey(key, metricsKey)) assertMay(await findActor());
      const [counters, gauges] = await Promise.all([
        metrics.listCounters(),
        readGauges(dependencies),
      ]);
      return toExposition([...counters, ...gauges]);
    },
    async dashboard(actor, hours) {
      assertMay(actor);
      return await readDashboard(dependencies, hours);
    },
    async slowRequests(actor, page, perPage) {
      assertMay(actor);
      return await reads.listSlow("request", page, perPage);
    },
    async slowQueries(actor, page, perPage) {
      assertMay(actor);
      return await reads.listSlow("query", page, perPage);
    },
    async alerts(actor, state, page, perPage) {
      assertMay(actor);
      return await alerts.list(state, page, perPage);
    },
    async acknowledge(actor, alertId) {
      const { id } = assertMay(actor);
      const alert = await alerts.acknowledge(alertId, id, now);
      if (!alert) throw new DomainError("not_found");
      return alert;
    },
    async cache(actor) {
      assertMay(actor);
      return await readCache(dependencies);
    },
    async database(actor) {
      assertMay(actor);
      return await readDatabase(dependencies);
    },
    async queues(actor) {
      assertMay(actor);
      return await readQueues(dependencies);
    },
    status: () => readStatus(dependencies),
  };
}

/** The jobs that do a day's work, each known by its name in the database. */
export const DAILY_JOBS = ["analytics", "backup", "retention"] as const;

/** What the database holds at most. */
export function toLimitBytes({ DATABASE_LIMIT_MB }: Pick<Settings, "DATABASE_LIMIT_MB">): number {
  return DATABASE_LIMIT_MB * 1_000_000;
}
