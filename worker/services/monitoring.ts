import type { MetricsRepository } from "../../db/repositories/metrics.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import { toExposition } from "../domain/exposition.ts";
import { type MetricName, type MetricSample, toLabels } from "../domain/metric-catalog.ts";
import type { QueueDepth } from "../platform/queue-depth.ts";
import { isSecretKey } from "../platform/secret-key.ts";

/** Reads of how many messages wait, by queue; null where it cannot be told. */
export type QueueDepths = Record<string, () => Promise<QueueDepth | null>>;

/** How the site does, for those who may know. */
export interface MonitoringService {
  /**
   * All metrics in the text format of Prometheus, for whoever brings the key or may monitor. Throws
   * `unauthenticated`, `forbidden`; without a key being set nobody brings the right one.
   */
  scrape(key: string | null, findActor: () => Promise<Actor | null>): Promise<string>;
}

export interface MonitoringDependencies {
  metrics: MetricsRepository;
  queues: QueueDepths;
  metricsKey: string | null;
  databaseLimitBytes: number;
  now: number;
}

export function createMonitoringService(dependencies: MonitoringDependencies): MonitoringService {
  const { metrics, metricsKey } = dependencies;
  return {
    async scrape(key, findActor) {
      if (!isSecretKey(key, metricsKey)) assertPermission(await findActor(), "access_monitoring");
      const [counters, state] = await Promise.all([
        metrics.listCounters(),
        readGauges(dependencies),
      ]);
      return toExposition([...counters, ...state]);
    },
  };
}

/** What is measured now, and what the last tick has measured. */
async function readGauges({
  metrics,
  queues,
  databaseLimitBytes,
  now,
}: MonitoringDependencies): Promise<MetricSample[]> {
  const [state, ...depths] = await Promise.all([
    metrics.readState(),
    ...Object.entries(queues).map(async ([queue, read]) => ({ queue, depth: await read() })),
  ]);
  const { outbox, daily } = state;
  const oldestMs = outbox.oldestAt === null ? 0 : Math.max(0, now - outbox.oldestAt);
  const dailyJobs = new Set(daily.map(({ job }) => toLabels({ job })));
  const success: MetricName = "job_last_success_timestamp_seconds";
  // A daily job's turn in a tick says nothing: its day's work does.
  const kept = state.gauges.filter(
    ({ name, labels }) => name !== success || !dailyJobs.has(labels),
  );
  const rollup = kept.find(({ name }) => name === "rollup_lag_seconds");
  return [
    ...kept,
    ...daily.map(({ job, finishedAt }) => gauge(success, finishedAt / 1000, { job })),
    gauge("database_size_bytes", state.databaseBytes),
    gauge("database_limit_bytes", databaseLimitBytes),
    ...depths.flatMap(({ queue, depth }) =>
      depth ? [gauge("queue_depth", depth.messages, { queue })] : [],
    ),
    gauge("outbox_pending", outbox.pending),
    gauge("outbox_oldest_seconds", oldestMs / 1000),
    gauge("dead_letters", state.deadLetters),
    ...(rollup ? [gauge("rollup_last_timestamp_seconds", rollup.measuredAt / 1000)] : []),
  ];
}

function gauge(name: MetricName, value: number, labels: Record<string, string> = {}): MetricSample {
  return { name, labels: toLabels(labels), value };
}
