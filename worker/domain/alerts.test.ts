import { expect, test } from "vitest";
import { describeAlert, findAlerts, type Measures } from "./alerts.ts";
import { isMissed, type JobState } from "./job-health.ts";
import type { MetricSample } from "./metric-catalog.ts";
import { toTraffic } from "./traffic.ts";

const requests = (ok: number, failed: number, refused = 0): MetricSample[] => [
  { name: "http_requests_total", labels: 'status="2xx"', value: ok },
  { name: "http_requests_total", labels: 'status="4xx"', value: refused },
  { name: "http_requests_total", labels: 'status="5xx"', value: failed },
];
const durations = (within: number, beyond: number): MetricSample[] => [
  { name: "http_request_duration_seconds_bucket", labels: 'le="0.5"', value: within },
  { name: "http_request_duration_seconds_bucket", labels: 'le="1"', value: beyond },
];
const looks = (hits: number, misses: number): MetricSample[] => [
  { name: "cache_requests_total", labels: 'cache="availability",result="hit"', value: hits },
  { name: "cache_requests_total", labels: 'cache="listings",result="miss"', value: misses },
];

const kindsOf = (samples: MetricSample[], more: Partial<Measures> = {}) =>
  findAlerts({
    traffic: toTraffic(samples),
    deadLetters: 0,
    missedJobs: [],
    databaseBytes: 0,
    databaseLimitBytes: 1000,
    overlappingLessons: 0,
    ...more,
  }).map(({ kind }) => kind);

test("nothing is wrong where nothing happened", () => {
  expect(kindsOf([])).toEqual([]);
});

test("every rule holds up to its threshold and fires beyond it", () => {
  expect(kindsOf(requests(990, 10))).toEqual([]);
  expect(kindsOf(requests(989, 11))).toEqual(["error_share"]);
  expect(kindsOf([...requests(1000, 0), ...durations(950, 50)])).toEqual([]);
  expect(kindsOf([...requests(1000, 0), ...durations(949, 51)])).toEqual(["slow_requests"]);
  expect(kindsOf(looks(60, 40))).toEqual([]);
  expect(kindsOf(looks(59, 41))).toEqual(["cache_hits"]);
  expect(kindsOf([], { databaseBytes: 800 })).toEqual([]);
  expect(kindsOf([], { databaseBytes: 801 })).toEqual(["database_size"]);
  expect(kindsOf([], { deadLetters: 1 })).toEqual(["dead_letters"]);
  expect(kindsOf([], { overlappingLessons: 1 })).toEqual(["overlapping_lessons"]);
  expect(kindsOf([], { missedJobs: ["backup"] })).toEqual(["job_missed"]);
});

test("what clients do wrong is no failure of the site", () => {
  expect(kindsOf(requests(10, 0, 990))).toEqual([]);
});

test("of a few requests nobody can tell what is usual, but a failure is one", () => {
  expect(kindsOf([...requests(19, 0), ...durations(0, 19), ...looks(0, 19)])).toEqual([]);
  expect(kindsOf([...requests(20, 0), ...durations(0, 20), ...looks(0, 20)])).toEqual([
    "slow_requests",
    "cache_hits",
  ]);
  expect(kindsOf(requests(3, 1))).toEqual(["error_share"]);
});

test("an alert says in words and numbers what is wrong", () => {
  expect(describeAlert({ kind: "error_share", value: 0.0234, details: "" })).toContain("2.3 %");
  expect(describeAlert({ kind: "job_missed", value: 2, details: "backup, remind" })).toContain(
    "backup, remind",
  );
});

/** Four in the morning in New York, in winter. */
const FOUR = Date.UTC(2026, 11, 1, 9);
const job = (more: Partial<JobState>): JobState => ({
  job: "j",
  isDaily: false,
  lastSuccessAt: null,
  lastFailureAt: null,
  lastDate: null,
  ...more,
});

test("a job of every tick is missed once it has done nothing for more than three of them", () => {
  const lastSuccessAt = FOUR - 15 * 60_000;
  expect(isMissed(job({ lastSuccessAt }), FOUR)).toBe(false);
  expect(isMissed(job({ lastSuccessAt }), FOUR + 1)).toBe(true);
  expect(isMissed(job({}), FOUR)).toBe(false);
  expect(isMissed(job({ lastFailureAt: FOUR }), FOUR)).toBe(true);
});

test("a day's work is missed when it is not done by four, also when the clocks change", () => {
  const daily = (lastDate: string | null, now: number) =>
    isMissed(job({ isDaily: true, lastDate }), now);
  expect(daily("2026-11-30", FOUR - 1)).toBe(false);
  expect(daily("2026-11-30", FOUR)).toBe(true);
  expect(daily("2026-12-01", FOUR)).toBe(false);
  expect(daily(null, FOUR)).toBe(true);
  // Two hours after three o'clock of summer time, which comes right after two; and of winter time.
  const [spring, autumn] = [Date.UTC(2027, 2, 14, 9), Date.UTC(2026, 10, 1, 9)];
  expect([daily("2027-03-13", spring - 1), daily("2027-03-13", spring)]).toEqual([false, true]);
  expect([daily("2026-10-31", autumn - 1), daily("2026-10-31", autumn)]).toEqual([false, true]);
});
