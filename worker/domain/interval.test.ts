import fc from "fast-check";
import { expect, test } from "vitest";
import type { Interval } from "./interval.ts";
import {
  intersectIntervals,
  mergeIntervals,
  overlaps,
  splitIntervals,
  subtractIntervals,
  totalMinutes,
  widenInterval,
} from "./interval.ts";

/** Intervals over the whole numbers 0..40, some of them empty or the wrong way round. */
const someIntervals = fc.array(
  fc.tuple(fc.nat(40), fc.nat(40)).map(([start, end]) => ({ start, end })),
  { maxLength: 8 },
);

/** Every whole number inside the intervals, the slow and obvious way. */
function pointsOf(intervals: readonly Interval[]): number[] {
  const numbers = Array.from({ length: 41 }, (_, number) => number);
  return numbers.filter((at) => intervals.some(({ start, end }) => start <= at && at < end));
}

function isSortedAndSeparate(intervals: readonly Interval[]): boolean {
  return intervals.every(({ start, end }, index) => {
    const next = intervals[index + 1];
    return start < end && (!next || end < next.start);
  });
}

test("merging keeps every point and leaves a sorted list of separate intervals", () => {
  fc.assert(
    fc.property(someIntervals, (intervals) => {
      const merged = mergeIntervals(intervals);
      expect(pointsOf(merged)).toEqual(pointsOf(intervals));
      expect(isSortedAndSeparate(merged)).toBe(true);
    }),
  );
});

test("touching intervals become one and the given ones are left as they were", () => {
  const given = [
    { start: 5, end: 9 },
    { start: 1, end: 5 },
  ];
  expect(mergeIntervals(given)).toEqual([{ start: 1, end: 9 }]);
  expect(given).toEqual([
    { start: 5, end: 9 },
    { start: 1, end: 5 },
  ]);
});

test("subtracting leaves exactly the points that are not removed", () => {
  fc.assert(
    fc.property(someIntervals, someIntervals, (from, remove) => {
      const rest = subtractIntervals(from, remove);
      expect(pointsOf(rest)).toEqual(pointsOf(from).filter((at) => !pointsOf(remove).includes(at)));
      expect(isSortedAndSeparate(rest)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("one hole can end an interval, swallow the next and begin a third", () => {
  const from = [
    { start: 0, end: 10 },
    { start: 20, end: 30 },
    { start: 40, end: 50 },
  ];
  expect(subtractIntervals(from, [{ start: 5, end: 45 }])).toEqual([
    { start: 0, end: 5 },
    { start: 45, end: 50 },
  ]);
});

test("intersecting keeps exactly the points of both", () => {
  fc.assert(
    fc.property(someIntervals, someIntervals, (a, b) => {
      const common = intersectIntervals(a, b);
      expect(pointsOf(common)).toEqual(pointsOf(a).filter((at) => pointsOf(b).includes(at)));
      expect(isSortedAndSeparate(common)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("splitting gives each frame its own points, also of an interval that spans several", () => {
  const cuts = fc.uniqueArray(fc.nat(40), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(someIntervals, cuts, (intervals, unsorted) => {
      const sorted = unsorted.sort((a, b) => a - b);
      const frames = sorted.slice(1).map((end, index) => ({ start: sorted[index] as number, end }));
      const merged = mergeIntervals(intervals);
      const expected = frames.map((frame) => intersectIntervals(merged, [frame]));
      expect(splitIntervals(merged, frames)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test("intervals that only touch do not overlap", () => {
  const lesson = { start: 10, end: 20 };
  expect(overlaps(lesson, { start: 20, end: 30 })).toBe(false);
  expect(overlaps(lesson, { start: 0, end: 10 })).toBe(false);
  expect(overlaps(lesson, { start: 19, end: 30 })).toBe(true);
  expect(overlaps(lesson, { start: 0, end: 11 })).toBe(true);
  expect(overlaps(lesson, { start: 12, end: 13 })).toBe(true);
});

test("widening adds to both sides", () => {
  expect(widenInterval({ start: 100, end: 200 }, 15)).toEqual({ start: 85, end: 215 });
});

test("time that is listed twice is counted once", () => {
  const hour = { start: 0, end: 3_600_000 };
  expect(totalMinutes([hour, { start: 1_800_000, end: 5_400_000 }])).toBe(90);
  expect(totalMinutes([])).toBe(0);
});
