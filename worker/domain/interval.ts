/** A span of real time, half-open `[start, end)`, in epoch milliseconds. */
export interface Interval {
  start: number;
  end: number;
}

const MINUTE_MS = 60_000;

/** The same time as a sorted list of separate intervals: overlapping and touching ones become one. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const merged: Interval[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The time in `from` that is not in `remove`, merged. */
export function subtractIntervals(
  from: readonly Interval[],
  remove: readonly Interval[],
): Interval[] {
  const holes = mergeIntervals(remove);
  const rest: Interval[] = [];
  let next = 0;
  for (const { start, end } of mergeIntervals(from)) {
    let at = start;
    for (let hole = holes[next]; hole && hole.start < end; hole = holes[++next]) {
      if (hole.start > at) rest.push({ start: at, end: hole.start });
      at = Math.max(at, hole.end);
      // This hole may reach into the next interval as well, so it is not stepped over yet.
      if (hole.end >= end) break;
    }
    if (at < end) rest.push({ start: at, end });
  }
  return rest;
}

/** The time that is in both lists, merged. */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const left = mergeIntervals(a);
  const right = mergeIntervals(b);
  const common: Interval[] = [];
  for (let i = 0, j = 0; ; ) {
    const one = left[i];
    const other = right[j];
    if (!one || !other) return common;
    const start = Math.max(one.start, other.start);
    const end = Math.min(one.end, other.end);
    if (start < end) common.push({ start, end });
    if (one.end < other.end) i++;
    else j++;
  }
}

/** For each of the `frames` (sorted, separate) the parts of the merged `intervals` inside it. */
export function splitIntervals(
  intervals: readonly Interval[],
  frames: readonly Interval[],
): Interval[][] {
  let next = 0;
  return frames.map((frame) => {
    const parts: Interval[] = [];
    for (let one = intervals[next]; one && one.start < frame.end; one = intervals[++next]) {
      const start = Math.max(one.start, frame.start);
      const end = Math.min(one.end, frame.end);
      if (start < end) parts.push({ start, end });
      // It may reach into the next frame as well, so it is not stepped over yet.
      if (one.end >= frame.end) break;
    }
    return parts;
  });
}

/** Whether the two share time; touching is not overlapping. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The interval made longer by `ms` on both sides. */
export function widenInterval({ start, end }: Interval, ms: number): Interval {
  return { start: start - ms, end: end + ms };
}

/** Minutes of real time in the list; time listed twice counts once. */
export function totalMinutes(intervals: readonly Interval[]): number {
  return (
    mergeIntervals(intervals).reduce((sum, { start, end }) => sum + end - start, 0) / MINUTE_MS
  );
}
