import type { SlowSample } from "../../db/repositories/metric-reads.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import type { Alert } from "../domain/alerts.ts";
import type { Page } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";
import { toExposition } from "../domain/exposition.ts";
import type { Settings } from "../env.ts";
import { isSecretKey } from "../platform/secret-key.ts";
import { readGauges } from "./monitoring-gauges.ts";
import type {
  CacheReport,
  Dashboard,
  DatabaseReport,
  MonitoringDependencies,
  QueueReport,
  SiteStatus,
} from "./monitoring-reports.ts";
import {
  readCache,
  readDashboard,
  readDatabase,
  readQueues,
  readStatus,
} from "./monitoring-views.ts";

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
