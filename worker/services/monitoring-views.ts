import type { Gauge } from "../../db/repositories/metrics.ts";
import { ALERT_WINDOW_MS, isBad } from "../domain/alerts.ts";
import { isMissed } from "../domain/job-health.ts";
import type { MetricName } from "../domain/metric-catalog.ts";
import { windowOf } from "../domain/metrics.ts";
import { toDailyBudgets } from "../domain/plan-budgets.ts";
import { toTraffic } from "../domain/traffic.ts";
import { toJobStates } from "./job-states.ts";
import type {
  CacheReport,
  Dashboard,
  DatabaseReport,
  JobReport,
  MonitoringDependencies,
  QueueReport,
  Rollup,
  SiteStatus,
  TrafficHour,
} from "./monitoring-reports.ts";

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const LETTERS_SHOWN = 20;

type State = Awaited<ReturnType<MonitoringDependencies["metrics"]["readState"]>>;

export async function readDashboard(
  dependencies: MonitoringDependencies,
  hours: number,
): Promise<Dashboard> {
  const { metrics, alerts } = dependencies;
  const [traffic, state, open] = await Promise.all([
    readTraffic(dependencies, hours),
    metrics.readState(),
    alerts.list("open", 1, 1),
  ]);
  return {
    ...traffic,
    jobs: toJobReports(state, dependencies),
    rollup: toRollup(state.gauges),
    openAlerts: open.total,
  };
}

export async function readCache(dependencies: MonitoringDependencies): Promise<CacheReport> {
  const { reads, databaseLimitBytes, now } = dependencies;
  const to = windowOf(now);
  const [{ total, hours }, recent] = await Promise.all([
    readTraffic(dependencies, DAY_HOURS),
    reads.sumWindows(to - ALERT_WINDOW_MS, to).then(toTraffic),
  ]);
  const isAlarming = recent.hitRate !== null && isBad("cache_hits", recent.hitRate);
  const budgets = toDailyBudgets(databaseLimitBytes);
  return { recent, hours, total, budgets, isAlarming };
}

export async function readDatabase(dependencies: MonitoringDependencies): Promise<DatabaseReport> {
  const { metrics, reads, databaseLimitBytes } = dependencies;
  const [{ total, hours }, state, slow] = await Promise.all([
    readTraffic(dependencies, DAY_HOURS),
    metrics.readState(),
    reads.listSlow("query", 1, 1),
  ]);
  const usedShare = state.databaseBytes / databaseLimitBytes;
  const overlaps = findGauge(state.gauges, "overlapping_lessons");
  return {
    sizeBytes: state.databaseBytes,
    limitBytes: databaseLimitBytes,
    usedShare,
    isAlarming: isBad("database_size", usedShare),
    total,
    hours,
    budgets: toDailyBudgets(databaseLimitBytes),
    slowQueries: slow.total,
    overlappingLessons: overlaps?.value ?? null,
    measuredAt: overlaps?.measuredAt ?? null,
  };
}

export async function readQueues(dependencies: MonitoringDependencies): Promise<QueueReport> {
  const { metrics, queues } = dependencies;
  const [state, newest, ...depths] = await Promise.all([
    metrics.readState(),
    metrics.listDeadLetters(LETTERS_SHOWN),
    ...Object.entries(queues).map(async ([queue, read]) => ({ queue, depth: await read() })),
  ]);
  const failed = findGauge(state.gauges, "outbox_failed")?.value ?? null;
  return {
    queues: depths,
    outbox: { ...state.outbox, failed },
    deadLetters: { total: state.deadLetters, newest },
    jobs: toJobReports(state, dependencies),
    rollup: toRollup(state.gauges),
  };
}

export async function readStatus(dependencies: MonitoringDependencies): Promise<SiteStatus> {
  const [{ total }, state] = await Promise.all([
    readTraffic(dependencies, DAY_HOURS),
    dependencies.metrics.readState(),
  ]);
  const overlaps = findGauge(state.gauges, "overlapping_lessons");
  const doneAt = (job: string) => state.daily.find((one) => one.job === job)?.finishedAt ?? null;
  return {
    overlappingLessons: overlaps?.value ?? null,
    measuredAt: overlaps?.measuredAt ?? null,
    errorShare: total.errorShare,
    p95Ms: total.p95Ms,
    cacheHitRate: total.hitRate,
    requests: total.requests,
    lastBackupAt: doneAt("backup"),
    lastDailyRunAt: doneAt("analytics"),
  };
}

/** The hours up to this one, each by itself and all together. */
async function readTraffic({ reads, now }: MonitoringDependencies, count: number) {
  const last = Math.floor(now / HOUR_MS) * HOUR_MS;
  const first = last - (count - 1) * HOUR_MS;
  const samples = await reads.listHours(first, last + HOUR_MS);
  const byHour = Map.groupBy(samples, ({ hourAt }) => hourAt);
  const hours: TrafficHour[] = Array.from({ length: count }, (_, index) => {
    const hourAt = first + index * HOUR_MS;
    return { hourAt, ...toTraffic(byHour.get(hourAt) ?? []) };
  });
  return { total: toTraffic(samples), hours };
}

function toJobReports(state: State, { dailyJobs, now }: MonitoringDependencies): JobReport[] {
  return toJobStates(state, dailyJobs).map((one) => ({ ...one, isMissed: isMissed(one, now) }));
}

function toRollup(gauges: readonly Gauge[]): Rollup {
  const lag = findGauge(gauges, "rollup_lag_seconds");
  return { countedAt: lag?.measuredAt ?? null, lagMs: lag ? lag.value * 1000 : null };
}

function findGauge(gauges: readonly Gauge[], wanted: MetricName): Gauge | null {
  return gauges.find(({ name }) => name === wanted) ?? null;
}
