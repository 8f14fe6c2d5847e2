import * as v from "valibot";
import type { SlowSample } from "../../db/repositories/metric-reads.ts";
import { type Alert, describeAlert } from "../domain/alerts.ts";
import { toRfc3339 } from "../domain/local-time.ts";
import type { Traffic } from "../domain/traffic.ts";
import type {
  CacheReport,
  Dashboard,
  DatabaseReport,
  JobReport,
  QueueReport,
  Rollup,
  TrafficHour,
} from "../services/monitoring-reports.ts";
import { pageEntries, wholeNumberText } from "./common.ts";

export const DashboardQuery = v.strictObject({
  hours: v.optional(wholeNumberText(1, 400 * 24), "24"),
});

export const SlowQuery = v.strictObject(pageEntries);

export const AlertsQuery = v.strictObject({
  ...pageEntries,
  state: v.optional(v.picklist(["open", "acknowledged"], "must be one of open, acknowledged")),
});

export function toAlertJson(alert: Alert) {
  const { id, kind, severity, value, threshold, details } = alert;
  return {
    id,
    kind,
    severity,
    message: describeAlert(alert),
    value,
    threshold,
    details: details || null,
    raised_at: toRfc3339(alert.raisedAt),
    acknowledged_at: toInstant(alert.acknowledgedAt),
  };
}

export function toSlowRequestJson(sample: SlowSample) {
  return { ...toSampleJson(sample), database_wait_ms: sample.waitedMs };
}

export function toSlowQueryJson(sample: SlowSample) {
  return { ...toSampleJson(sample), statement: sample.statement };
}

export function toDashboardJson({ total, hours, jobs, rollup, openAlerts }: Dashboard) {
  return {
    total: toTrafficJson(total),
    hours: hours.map(toHourJson),
    jobs: jobs.map(toJobJson),
    rollup: toRollupJson(rollup),
    open_alerts: openAlerts,
  };
}

export function toCacheJson({ recent, total, hours, isAlarming }: CacheReport) {
  return {
    last_15_minutes: toCachesJson(recent),
    last_24_hours: toCachesJson(total),
    hours: hours.map((hour) => ({ hour_at: toRfc3339(hour.hourAt), ...toCachesJson(hour) })),
    is_alarming: isAlarming,
  };
}

export function toDatabaseJson(report: DatabaseReport) {
  return {
    size_bytes: report.sizeBytes,
    limit_bytes: report.limitBytes,
    used_share: report.usedShare,
    is_alarming: report.isAlarming,
    last_24_hours: toUseJson(report.total),
    hours: report.hours.map((hour) => ({ hour_at: toRfc3339(hour.hourAt), ...toUseJson(hour) })),
    slow_queries: report.slowQueries,
    overlapping_lessons: report.overlappingLessons,
    measured_at: toInstant(report.measuredAt),
  };
}

export function toQueuesJson({ queues, outbox, deadLetters, jobs, rollup }: QueueReport) {
  return {
    queues: queues.map(({ queue, depth }) => ({
      queue,
      messages: depth?.messages ?? null,
      oldest_at: toInstant(depth?.oldestAt ?? null),
    })),
    outbox: {
      pending: outbox.pending,
      oldest_at: toInstant(outbox.oldestAt),
      failed: outbox.failed,
    },
    dead_letters: {
      total: deadLetters.total,
      newest: deadLetters.newest.map(({ id, queue, attempts, createdAt }) => ({
        id,
        queue,
        attempts,
        created_at: toRfc3339(createdAt),
      })),
    },
    jobs: jobs.map(toJobJson),
    rollup: toRollupJson(rollup),
  };
}

function toSampleJson({ id, requestId, method, route, status, ...sample }: SlowSample) {
  return {
    id,
    request_id: requestId,
    method,
    route,
    status,
    duration_ms: sample.durationMs,
    rows_read: sample.rowsRead,
    created_at: toRfc3339(sample.createdAt),
  };
}

function toTrafficJson(traffic: Traffic) {
  const { requests, failures, errorShare, p50Ms, p95Ms } = traffic;
  return {
    requests,
    failures,
    error_share: errorShare,
    p50_ms: p50Ms,
    p95_ms: p95Ms,
    cache_hit_rate: traffic.hitRate,
    ...toUseJson(traffic),
  };
}

function toHourJson(hour: TrafficHour) {
  return { hour_at: toRfc3339(hour.hourAt), ...toTrafficJson(hour) };
}

function toUseJson({ statements, rowsRead, rowsWritten, queryMs }: Traffic) {
  return {
    statements,
    rows_read: rowsRead,
    rows_written: rowsWritten,
    query_ms: queryMs,
  };
}

function toCachesJson({ caches, hitRate }: Pick<Traffic, "caches" | "hitRate">) {
  const items = Object.entries(caches).map(([cache, use]) => ({
    cache,
    hits: use.hits,
    misses: use.misses,
    hit_rate: use.hitRate,
  }));
  return { hit_rate: hitRate, caches: items };
}

function toJobJson({ job, isDaily, lastSuccessAt, lastFailureAt, isMissed }: JobReport) {
  return {
    job,
    is_daily: isDaily,
    last_success_at: toInstant(lastSuccessAt),
    last_failure_at: toInstant(lastFailureAt),
    is_missed: isMissed,
  };
}

function toRollupJson({ countedAt, lagMs }: Rollup) {
  return { counted_at: toInstant(countedAt), lag_ms: lagMs };
}

function toInstant(at: number | null): string | null {
  return at === null ? null : toRfc3339(at);
}
