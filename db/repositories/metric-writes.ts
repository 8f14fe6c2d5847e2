import { type SQL, sql } from "drizzle-orm";
import {
  type MeasuredRequests,
  type RequestFacts,
  SLOW_REQUEST_MS,
  sumSamples,
  toIncrements,
  toWindowIncrements,
  windowOf,
} from "../../worker/domain/metrics.ts";

/** Longer than a queue keeps what it could not deliver. */
const KNOWN_FOR_MS = 5 * 86_400_000;

/**
 * Counts what requests did, those of one message once however often it arrives: which ones are
 * counted is written in the same transaction. Nothing for no measurements.
 */
export function insertMeasurements(measured: readonly MeasuredRequests[], now: number): SQL[] {
  const all = [...new Map(measured.map((one) => [one.id, one])).values()];
  if (all.length === 0) return [];
  return [
    addCounters(all),
    addWindows(all),
    insertSamples(all),
    recordLag(all, now),
    sql`INSERT INTO metric_messages (id, expires_at)
      SELECT value, ${now + KNOWN_FOR_MS} FROM json_each(${JSON.stringify(all.map(({ id }) => id))})
      WHERE true ON CONFLICT DO NOTHING`,
  ];
}

/** Rows of JSON with `message`, of those that are not counted yet. */
function uncounted(rows: readonly { message: string }[]): SQL {
  return sql`json_each(${JSON.stringify(rows)}) AS row
    WHERE NOT EXISTS (SELECT 1 FROM metric_messages WHERE id = row.value ->> 'message')`;
}

function addCounters(measured: readonly MeasuredRequests[]): SQL {
  const rows = measured.flatMap(({ id, requests }) =>
    sumSamples(requests.flatMap(toIncrements)).map((one) => ({ message: id, ...one })),
  );
  return sql`INSERT INTO metric_counters (name, labels, value)
    SELECT row.value ->> 'name', row.value ->> 'labels', sum(row.value ->> 'value')
    FROM ${uncounted(rows)} GROUP BY 1, 2
    ON CONFLICT (name, labels) DO UPDATE SET value = value + excluded.value`;
}

function addWindows(measured: readonly MeasuredRequests[]): SQL {
  const rows = measured.flatMap(({ id, requests }) =>
    [...Map.groupBy(requests, ({ finishedAt }) => windowOf(finishedAt))].flatMap(
      ([startAt, within]) =>
        sumSamples(within.flatMap(toWindowIncrements)).map((one) => ({
          message: id,
          startAt,
          ...one,
        })),
    ),
  );
  return sql`INSERT INTO metric_windows (start_at, name, labels, value)
    SELECT row.value ->> 'startAt', row.value ->> 'name', row.value ->> 'labels',
      sum(row.value ->> 'value')
    FROM ${uncounted(rows)} GROUP BY 1, 2, 3
    ON CONFLICT (start_at, name, labels) DO UPDATE SET value = value + excluded.value`;
}

/** Slow requests and queries, one by one. */
function insertSamples(measured: readonly MeasuredRequests[]): SQL {
  const rows = measured.flatMap(({ id, requests }) =>
    requests.flatMap((facts) => toSamples(facts).map((one) => ({ message: id, ...one }))),
  );
  return sql`INSERT INTO request_samples (id, kind, request_id, method, route, status, duration_ms,
      waited_ms, rows_read, statement, created_at)
    SELECT row.value ->> 'id', row.value ->> 'kind', row.value ->> 'requestId',
      row.value ->> 'method', row.value ->> 'route', row.value ->> 'status',
      row.value ->> 'durationMs', row.value ->> 'waitedMs', row.value ->> 'rowsRead',
      row.value ->> 'statement', row.value ->> 'createdAt'
    FROM ${uncounted(rows)} ON CONFLICT DO NOTHING`;
}

function toSamples(facts: RequestFacts) {
  const { id, requestId, method, route, status, finishedAt, durationMs, database } = facts;
  const common = { requestId, method, route, status, createdAt: finishedAt };
  const queries = facts.slowQueries.map((query, index) => ({
    ...common,
    ...query,
    id: `${id}-${index}`,
    kind: "query",
    waitedMs: null,
  }));
  if (durationMs <= SLOW_REQUEST_MS) return queries;
  const { waitedMs, rowsRead } = database;
  const request = { ...common, id, kind: "request", durationMs, waitedMs, rowsRead };
  return [{ ...request, statement: null }, ...queries];
}

/** How long the oldest of these waited to be counted; the newest word on it stays. */
function recordLag(measured: readonly MeasuredRequests[], now: number): SQL {
  const finished = measured.flatMap(({ requests }) => requests.map(({ finishedAt }) => finishedAt));
  const oldest = Math.min(...finished);
  return sql`INSERT INTO metric_gauges (name, labels, value, measured_at)
    VALUES ('rollup_lag_seconds', '', ${Math.max(0, now - oldest) / 1000}, ${now})
    ON CONFLICT (name, labels) DO UPDATE
      SET value = excluded.value, measured_at = excluded.measured_at
      WHERE excluded.measured_at >= metric_gauges.measured_at`;
}
