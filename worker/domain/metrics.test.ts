import fc from "fast-check";
import { expect, test } from "vitest";
import { parseExposition } from "../../tests/exposition.ts";
import { toExposition } from "./exposition.ts";
import { quantileOf, splitBound } from "./histogram.ts";
import { METRIC_PREFIX, METRICS, toLabels } from "./metric-catalog.ts";
import {
  DURATION_BOUNDS,
  type RequestFacts,
  sumSamples,
  toIncrements,
  toWindowIncrements,
  windowOf,
} from "./metrics.ts";
import { toTraffic } from "./traffic.ts";

const request = (more: Partial<RequestFacts> = {}): RequestFacts => ({
  id: "m",
  requestId: "r",
  finishedAt: 0,
  weight: 1,
  method: "GET",
  route: "/api/instructors/:id",
  status: 200,
  durationMs: 120,
  database: {
    roundTrips: 2,
    statements: 3,
    rowsRead: 40,
    rowsWritten: 5,
    waitedMs: 80,
    queryMs: 20,
  },
  caches: [{ cache: "availability", isHit: true }],
  useCases: [{ name: "bookings.create", outcome: "refused", durationMs: 60 }],
  slowQueries: [],
  ...more,
});

const bucketOf = (durationMs: number) => {
  const { labels } =
    toWindowIncrements(request({ durationMs })).find(({ name }) => name.endsWith("_bucket")) ?? {};
  return splitBound(labels ?? "")?.bound;
};

test("a duration is counted in the first bucket that it does not exceed", () => {
  for (const [index, bound] of DURATION_BOUNDS.entries()) {
    const next = DURATION_BOUNDS[index + 1] ?? Number.POSITIVE_INFINITY;
    expect([bucketOf(bound * 1000), bucketOf(bound * 1000 + 0.001)]).toEqual([bound, next]);
  }
  expect(bucketOf(0)).toBe(0.005);
});

test("a request raises exactly these counters", () => {
  const at = { method: "GET", route: "/api/instructors/:id" };
  expect(toIncrements(request()).map(({ name, labels, value }) => [name, labels, value])).toEqual([
    ["http_requests_total", toLabels({ ...at, status: "2xx" }), 1],
    ["http_request_duration_seconds_bucket", toLabels({ ...at, le: "0.25" }), 1],
    ["http_request_duration_seconds_sum", toLabels(at), 0.12],
    [
      "use_case_duration_seconds_bucket",
      'use_case="bookings.create",outcome="refused",le="0.1"',
      1,
    ],
    ["use_case_duration_seconds_sum", 'use_case="bookings.create",outcome="refused"', 0.06],
    ["cache_requests_total", 'cache="availability",result="hit"', 1],
    ["database_round_trips_total", "", 2],
    ["database_statements_total", "", 3],
    ["database_rows_read_total", toLabels({ route: at.route }), 40],
    ["database_rows_written_total", toLabels({ route: at.route }), 5],
    ["database_query_seconds_total", "", 0.02],
    ["database_wait_seconds_total", "", 0.08],
  ]);
});

test("a request that stands for others counts as often", () => {
  const byWeight = (weight: number) => toIncrements(request({ weight }));
  for (const [index, one] of byWeight(1).entries()) {
    expect(byWeight(20)[index]).toEqual({ ...one, value: one.value * 20 });
  }
});

test("whatever a client calls its method, the number of series stays the same", () => {
  const methods = ["PROPFIND", "get", 'X"} 1', "GETT"];
  for (const method of methods) {
    const [first] = toIncrements(request({ method }));
    expect(first?.labels).toBe('method="OTHER",route="/api/instructors/:id",status="2xx"');
  }
});

test("statuses are counted by class", () => {
  const classOf = (status: number) => toWindowIncrements(request({ status }))[0]?.labels;
  expect([200, 304, 404, 422, 500, 599].map(classOf)).toEqual(
    ["2xx", "3xx", "4xx", "4xx", "5xx", "5xx"].map((status) => toLabels({ status })),
  );
  // What is no status at all is a failure of ours.
  expect([0, 99, 600].map(classOf)).toEqual(Array(3).fill(toLabels({ status: "5xx" })));
});

test("a window begins with its first millisecond and ends before the next one's", () => {
  const start = Date.UTC(2026, 11, 1, 15, 5);
  expect([start, start + 299_999, start + 300_000, start - 1].map(windowOf)).toEqual([
    start,
    start,
    start + 300_000,
    start - 300_000,
  ]);
});

const PREFIXED = (name: string) => METRIC_PREFIX + name;

test("what is told can be read back: cumulative buckets, their sum and count, and every label", () => {
  const facts = fc.record({
    durationMs: fc.double({ min: 0, max: 20_000, noNaN: true }),
    route: fc.constantFrom("/", "/api/x/:id", 'odd"route', "back\\slash", "new\nline"),
    method: fc.constantFrom("GET", "POST", "BREW"),
    weight: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(facts, { minLength: 1, maxLength: 30 }), (many) => {
      const requests = many.map((one) => request(one));
      const told = toExposition(sumSamples(requests.flatMap(toIncrements)));
      const { samples, types } = parseExposition(told);
      expect(types.get(PREFIXED("http_request_duration_seconds"))).toBe("histogram");
      for (const route of new Set(many.map((one) => one.route))) {
        const of = (name: string) =>
          samples.filter((one) => one.name === PREFIXED(name) && one.labels.route === route);
        const wanted = many.filter((one) => one.route === route);
        const sum = (items: { value: number }[]) =>
          items.reduce((total, { value }) => total + value, 0);
        const weights = wanted.reduce((total, { weight }) => total + weight, 0);
        expect(sum(of("http_request_duration_seconds_count"))).toBe(weights);
        expect(sum(of("http_requests_total"))).toBe(weights);
        for (const bound of DURATION_BOUNDS) {
          const upTo = of("http_request_duration_seconds_bucket").filter(
            ({ labels }) => labels.le === String(bound),
          );
          const within = wanted.filter(({ durationMs }) => durationMs / 1000 <= bound);
          expect(sum(upTo)).toBe(within.reduce((total, { weight }) => total + weight, 0));
        }
        expect(sum(of("http_request_duration_seconds_sum"))).toBeCloseTo(
          wanted.reduce((total, one) => total + (one.durationMs / 1000) * one.weight, 0),
          6,
        );
      }
    }),
    { numRuns: 60 },
  );
});

test("only metrics of the catalogue are told, and one without numbers is left out", () => {
  const told = toExposition([
    { name: "dead_letters", labels: "", value: 0 },
    { name: "unheard_of", labels: "", value: 1 },
  ]);
  expect(parseExposition(told)).toEqual({
    types: new Map([[PREFIXED("dead_letters"), "gauge"]]),
    samples: [{ name: PREFIXED("dead_letters"), labels: {}, value: 0 }],
  });
  expect(toExposition([])).toBe("");
});

test("a bucket without its bound is neither told nor counted", () => {
  const name = "http_request_duration_seconds_bucket";
  const odd = [{ name, labels: 'route="/"', value: 9 }];
  expect(toExposition(odd)).toBe("");
  expect(toTraffic(odd).p95Ms).toBeNull();
});

test("counters end in _total, times are in seconds and sizes in bytes", () => {
  for (const [name, [type, help]] of Object.entries(METRICS)) {
    expect([name, name.endsWith("_total")]).toEqual([name, type === "counter"]);
    expect(name).not.toMatch(/_(ms|minutes|kb|mb)(_|$)/);
    expect(help).toMatch(/^[^\n\\]+\.$/);
  }
});

test("a quantile lies in the bucket where its share is reached", () => {
  const buckets = [
    { bound: 0.1, count: 90 },
    { bound: 0.5, count: 5 },
    { bound: Number.POSITIVE_INFINITY, count: 5 },
  ];
  expect(quantileOf(buckets, 0.45)).toBeCloseTo(0.075);
  expect(quantileOf(buckets, 0.9)).toBeCloseTo(0.1);
  expect(quantileOf(buckets, 0.95)).toBeCloseTo(0.5);
  expect(quantileOf(buckets, 0.99)).toBe(10);
  expect(quantileOf([], 0.95)).toBeNull();
  expect(quantileOf([{ bound: 1, count: 0 }], 0.95)).toBeNull();
});
