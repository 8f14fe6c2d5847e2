import { type MetricName, type MetricSample, toLabels } from "../domain/metric-catalog.ts";
import type { MonitoringDependencies } from "./monitoring-reports.ts";

/** What is measured now, and what the last tick has measured. */
export async function readGauges({
  metrics,
  queues,
  dailyJobs,
  databaseLimitBytes,
  now,
}: Pick<
  MonitoringDependencies,
  "metrics" | "queues" | "dailyJobs" | "databaseLimitBytes" | "now"
>): Promise<MetricSample[]> {
  const [state, ...depths] = await Promise.all([
    metrics.readState(),
    ...Object.entries(queues).map(async ([queue, read]) => ({ queue, depth: await read() })),
  ]);
  const { outbox, daily } = state;
  const oldestMs = outbox.oldestAt === null ? 0 : Math.max(0, now - outbox.oldestAt);
  const ofDaily = new Set(dailyJobs.map((job) => toLabels({ job })));
  const success: MetricName = "job_last_success_timestamp_seconds";
  // A daily job's turn in a tick says nothing: its day's work does.
  const kept = state.gauges.filter(({ name, labels }) => name !== success || !ofDaily.has(labels));
  const rollup = kept.find(({ name }) => name === "rollup_lag_seconds");
  return [
    ...kept,
    ...daily
      .filter(({ job }) => dailyJobs.includes(job))
      .map(({ job, finishedAt }) => gauge(success, finishedAt / 1000, { job })),
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
