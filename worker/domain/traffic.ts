import { type Bucket, quantileOf, splitBound } from "./histogram.ts";
import type { MetricSample } from "./metric-catalog.ts";
import { CACHES, type CacheName } from "./metrics.ts";

/** What all requests of some time did together. Shares and times are null where there was nothing. */
export interface Traffic {
  requests: number;
  /** Answered with a 5xx; whatever a client did wrong is none. */
  failures: number;
  errorShare: number | null;
  p50Ms: number | null;
  p95Ms: number | null;
  caches: Record<CacheName, CacheUse>;
  /** Of all caches. */
  hitRate: number | null;
  cacheLooks: number;
  statements: number;
  rowsRead: number;
  rowsWritten: number;
  queryMs: number;
}

export interface CacheUse {
  hits: number;
  misses: number;
  hitRate: number | null;
}

/** Reads the counts of one or more windows. */
export function toTraffic(samples: readonly MetricSample[]): Traffic {
  const sum = (name: string, labels?: string) =>
    samples
      .filter((one) => one.name === name && (labels === undefined || one.labels === labels))
      .reduce((total, { value }) => total + value, 0);
  const requests = sum("http_requests_total");
  const failures = sum("http_requests_total", 'status="5xx"');
  const buckets = toBuckets(samples);
  const caches = Object.fromEntries(
    CACHES.map((cache) => {
      const looks = (result: string) =>
        sum("cache_requests_total", `cache="${cache}",result="${result}"`);
      return [cache, toCacheUse(looks("hit"), looks("miss"))];
    }),
  ) as Traffic["caches"];
  const uses = Object.values(caches);
  const hits = uses.reduce((total, use) => total + use.hits, 0);
  const misses = uses.reduce((total, use) => total + use.misses, 0);
  return {
    requests,
    failures,
    errorShare: shareOf(failures, requests),
    p50Ms: toMs(quantileOf(buckets, 0.5)),
    p95Ms: toMs(quantileOf(buckets, 0.95)),
    caches,
    hitRate: shareOf(hits, hits + misses),
    cacheLooks: hits + misses,
    statements: sum("database_statements_total"),
    rowsRead: sum("database_rows_read_total"),
    rowsWritten: sum("database_rows_written_total"),
    queryMs: sum("database_query_seconds_total") * 1000,
  };
}

function toBuckets(samples: readonly MetricSample[]): Bucket[] {
  return samples
    .filter(({ name }) => name === "http_request_duration_seconds_bucket")
    .flatMap(({ labels, value }) => {
      const split = splitBound(labels);
      return split ? [{ bound: split.bound, count: value }] : [];
    });
}

function toCacheUse(hits: number, misses: number): CacheUse {
  return { hits, misses, hitRate: shareOf(hits, hits + misses) };
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function toMs(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}
