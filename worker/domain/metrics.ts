import { type MetricName, type MetricSample, toLabels } from "./metric-catalog.ts";

/** Upper bounds of the buckets that durations are counted in, in seconds. */
export const DURATION_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** Rule: requests and queries that take longer are kept one by one. */
export const SLOW_REQUEST_MS = 500;
export const SLOW_QUERY_MS = 100;

/** Counted together, so that a window of any length can be told from them. */
const WINDOW_MS = 5 * 60_000;

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

export const CACHES = ["availability", "listings"] as const;
export type CacheName = (typeof CACHES)[number];

export const OUTCOMES = ["ok", "refused", "failed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface SlowQuery {
  /** With "?" in the place of every parameter. */
  statement: string;
  durationMs: number;
  rowsRead: number;
}

/** Requests of one isolate and moment. Travels through the queue, perhaps twice. */
export interface MeasuredRequests {
  /** Counted once, however often it arrives. */
  id: string;
  requests: RequestFacts[];
}

/** What one request was measured to do. */
export interface RequestFacts {
  id: string;
  requestId: string;
  finishedAt: number;
  /** How many requests it stands for. */
  weight: number;
  method: string;
  /** The template, never the path. */
  route: string;
  status: number;
  durationMs: number;
  database: {
    roundTrips: number;
    statements: number;
    rowsRead: number;
    rowsWritten: number;
    waitedMs: number;
    queryMs: number;
  };
  caches: { cache: CacheName; isHit: boolean }[];
  useCases: { name: string; outcome: Outcome; durationMs: number }[];
  slowQueries: SlowQuery[];
}

/** The five minutes that an instant lies in, by their beginning. */
export function windowOf(at: number): number {
  return Math.floor(at / WINDOW_MS) * WINDOW_MS;
}

/** By how much a request raises which counters. */
export function toIncrements(facts: RequestFacts): MetricSample[] {
  const { database, caches, useCases } = facts;
  const method = METHODS.has(facts.method) ? facts.method : "OTHER";
  const { route } = facts;
  return weighted(facts.weight, [
    count("http_requests_total", 1, { method, route, status: statusClass(facts.status) }),
    ...duration("http_request_duration_seconds", facts.durationMs, { method, route }),
    ...useCases.flatMap(({ name, outcome, durationMs }) =>
      duration("use_case_duration_seconds", durationMs, { use_case: name, outcome }),
    ),
    ...caches.map(toCacheCount),
    count("database_round_trips_total", database.roundTrips),
    count("database_statements_total", database.statements),
    count("database_rows_read_total", database.rowsRead, { route }),
    count("database_rows_written_total", database.rowsWritten, { route }),
    count("database_query_seconds_total", database.queryMs / 1000),
    count("database_wait_seconds_total", database.waitedMs / 1000),
  ]);
}

/** The same for the counts by time, which tell nothing of single routes. */
export function toWindowIncrements(facts: RequestFacts): MetricSample[] {
  const { database, caches } = facts;
  return weighted(facts.weight, [
    count("http_requests_total", 1, { status: statusClass(facts.status) }),
    ...duration("http_request_duration_seconds", facts.durationMs, {}),
    ...caches.map(toCacheCount),
    count("database_statements_total", database.statements),
    count("database_rows_read_total", database.rowsRead),
    count("database_rows_written_total", database.rowsWritten),
    count("database_query_seconds_total", database.queryMs / 1000),
  ]);
}

/** Same name and labels taken together, what adds nothing left out. */
export function sumSamples(samples: readonly MetricSample[]): MetricSample[] {
  const sums = new Map<string, MetricSample>();
  for (const sample of samples) {
    if (sample.value === 0) continue;
    const key = `${sample.name} ${sample.labels}`;
    const sum = sums.get(key);
    sums.set(key, { ...sample, value: (sum?.value ?? 0) + sample.value });
  }
  return [...sums.values()];
}

function weighted(weight: number, samples: readonly MetricSample[]): MetricSample[] {
  return sumSamples(samples.map((one) => ({ ...one, value: one.value * weight })));
}

function count(name: MetricName, value: number, labels: Record<string, string> = {}): MetricSample {
  return { name, labels: toLabels(labels), value };
}

function toCacheCount({ cache, isHit }: { cache: CacheName; isHit: boolean }): MetricSample {
  return count("cache_requests_total", 1, { cache, result: isHit ? "hit" : "miss" });
}

/** One bucket and the sum: what lies below other bounds is added up when it is told. */
function duration(
  name: MetricName,
  durationMs: number,
  labels: Record<string, string>,
): MetricSample[] {
  const seconds = durationMs / 1000;
  const bound = DURATION_BOUNDS.find((one) => seconds <= one);
  return [
    {
      name: `${name}_bucket`,
      labels: toLabels({ ...labels, le: bound === undefined ? "+Inf" : String(bound) }),
      value: 1,
    },
    { name: `${name}_sum`, labels: toLabels(labels), value: seconds },
  ];
}

/** Such as "2xx"; what is no status at all is a failure of ours. */
function statusClass(status: number): string {
  return status >= 100 && status < 600 ? `${Math.floor(status / 100)}xx` : "5xx";
}
