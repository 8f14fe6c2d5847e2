import { DURATION_BOUNDS } from "./metrics.ts";

/** How many durations lay in a bucket, up to its bound and above the one before it, in seconds. */
export interface Bucket {
  bound: number;
  count: number;
}

/** Reads `…,le="0.5"` as the bound and what is before it; null for labels without one. */
export function splitBound(labels: string): { rest: string; bound: number } | null {
  const found = /^(.*?),?le="([^"]+)"$/.exec(labels);
  if (!found) return null;
  const [, rest, bound] = found as unknown as [string, string, string];
  return { rest, bound: bound === "+Inf" ? Number.POSITIVE_INFINITY : Number(bound) };
}

/** Empty buckets are not kept, so where a bucket begins is known by the bounds alone. */
function lowerBoundOf(bound: number): number {
  return DURATION_BOUNDS.findLast((one) => one < bound) ?? 0;
}

/**
 * The duration, in seconds, that a share of all durations does not exceed, as evenly spread within
 * the bucket it lies in; the highest finite bound where it lies above; null without any.
 */
export function quantileOf(buckets: readonly Bucket[], share: number): number | null {
  const counts = new Map<number, number>();
  for (const { bound, count } of buckets) counts.set(bound, (counts.get(bound) ?? 0) + count);
  const sorted = [...counts]
    .map(([bound, count]) => ({ bound, count, lower: lowerBoundOf(bound) }))
    .toSorted((a, b) => a.bound - b.bound);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const wanted = share * total;
  let below = 0;
  for (const { bound, count, lower } of sorted) {
    if (below + count >= wanted && count > 0) {
      if (!Number.isFinite(bound)) return lower;
      return lower + (bound - lower) * ((wanted - below) / count);
    }
    below += count;
  }
  return null;
}
