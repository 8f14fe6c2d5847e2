import { expect, test } from "vitest";
import type { SiteStatus } from "../worker/services/monitoring-reports.ts";
import { toPromises } from "./status-promises.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const HOUR_MS = 3_600_000;

const GOOD: SiteStatus = {
  overlappingLessons: 0,
  measuredAt: NOW - 60_000,
  errorShare: 0.01,
  p95Ms: 500,
  cacheHitRate: 0.6,
  requests: 1000,
  lastBackupAt: NOW - 26 * HOUR_MS,
  lastDailyRunAt: NOW - HOUR_MS,
};
const states = (more: Partial<SiteStatus>) =>
  toPromises({ ...GOOD, ...more }, NOW).map(({ state }) => state);
const ALL_KEPT = Array(6).fill("kept");
const only = (index: number, state: string) => ALL_KEPT.with(index, state);

test("every promise is kept up to its limit and broken beyond it", () => {
  expect(states({})).toEqual(ALL_KEPT);
  expect(states({ overlappingLessons: 1 })).toEqual(only(0, "broken"));
  expect(states({ errorShare: 0.0101 })).toEqual(only(1, "broken"));
  expect(states({ p95Ms: 500.1 })).toEqual(only(2, "broken"));
  expect(states({ cacheHitRate: 0.599 })).toEqual(only(3, "broken"));
  expect(states({ lastBackupAt: NOW - 26 * HOUR_MS - 1 })).toEqual(only(4, "broken"));
  expect(states({ lastDailyRunAt: 0 })).toEqual(only(5, "broken"));
});

test("what is not known is said to be so, and never to be fine", () => {
  expect(states({ measuredAt: NOW - 15 * 60_000 })).toEqual(ALL_KEPT);
  expect(states({ measuredAt: NOW - 15 * 60_000 - 1 })).toEqual(only(0, "unknown"));
  const nothing = toPromises(
    {
      overlappingLessons: null,
      measuredAt: null,
      errorShare: null,
      p95Ms: null,
      cacheHitRate: null,
      requests: 0,
      lastBackupAt: null,
      lastDailyRunAt: null,
    },
    NOW,
  );
  expect(nothing.map(({ state }) => state)).toEqual(Array(6).fill("unknown"));
  expect(nothing.map(({ measured }) => measured)).toEqual([
    "Not measured lately",
    "No requests yet",
    "No requests yet",
    "No requests yet",
    "None yet",
    "None yet",
  ]);
});

test("numbers are told as people read them", () => {
  const told = toPromises({ ...GOOD, errorShare: 0.00123, p95Ms: 87.2 }, NOW);
  expect(told.map(({ measured }) => measured)).toEqual([
    "0",
    "0.12 %",
    "19 of 20 within 88 ms",
    "60 %",
    "26 hours ago",
    "1 hour ago",
  ]);
});
