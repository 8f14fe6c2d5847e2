import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../../db/client.ts";
import { createMetricsRepository } from "../../../db/repositories/metrics.ts";
import { testRandom } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { type ParsedSample, parseExposition } from "../../../tests/exposition.ts";
import { createAdmin, createInstructor, createStudent } from "../../../tests/factories.ts";
import { createMeasuredApi, deliver } from "../../../tests/measured-api.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import { METRICS } from "../../domain/metric-catalog.ts";
import { parseSettings } from "../../env.ts";
import { createHandlers } from "../../handlers.ts";

const NOW = Date.UTC(2026, 11, 1, 15, 2);
const KEY = "a-key-that-is-long-enough";
const PATH = "/metrics/prometheus";
const settings = { METRICS_KEY: KEY };
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

async function scrape(): Promise<ParsedSample[]> {
  const { get } = createMeasuredApi({ now: NOW, settings });
  const { status, headers, text } = await get(PATH, { headers: bearer(KEY) });
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(headers.get("cache-control")).toBe("private, no-store");
  return parseExposition(text).samples;
}

/** The sum over all series of a metric that have these labels. */
async function total(name: string, labels: Record<string, string> = {}): Promise<number> {
  return (await scrape())
    .filter(
      (one) =>
        one.name === `instainstru_${name}` &&
        Object.entries(labels).every(([key, value]) => one.labels[key] === value),
    )
    .reduce((sum, { value }) => sum + value, 0);
}

const stored = async () => [
  await query("SELECT * FROM metric_counters ORDER BY name, labels"),
  await query("SELECT * FROM metric_windows ORDER BY start_at, name, labels"),
  await query("SELECT * FROM request_samples ORDER BY id"),
];

test("counters are what requests did, by template and never by path", async () => {
  const { get, post, sent } = createMeasuredApi({ now: NOW });
  const { id } = await createInstructor();
  for (let n = 0; n < 7; n++) await get(`/api/instructors/${id}`);
  for (let n = 0; n < 3; n++) await get(`/api/instructors/none-${n}`);
  for (let n = 0; n < 2; n++) await get(`/api/nothing/${n}`);
  await post("/api/auth/login", { email: "nobody@example.test", password: "wrong" });
  expect(sent).toHaveLength(13);
  await deliver(sent, NOW);
  const of = (route: string, status: string) => total("http_requests_total", { route, status });
  expect(await of("/api/instructors/:instructorId", "2xx")).toBe(7);
  expect(await of("/api/instructors/:instructorId", "4xx")).toBe(3);
  expect(await of("unmatched", "4xx")).toBe(2);
  expect(await of("/api/auth/login", "4xx")).toBe(1);
  expect(await total("http_requests_total")).toBe(13);
  expect(await total("http_request_duration_seconds_count")).toBe(13);
  expect(await total("use_case_duration_seconds_count", { outcome: "refused" })).toBe(4);
  expect(await total("database_rows_read_total")).toBe(
    sent.reduce((sum, { metrics }) => sum + metrics.requests[0].database.rowsRead, 0),
  );
  expect(JSON.stringify(await stored())).not.toContain(id);
});

test("a message that comes twice, in pieces and in any order is counted once", async () => {
  const { get, sent } = createMeasuredApi({ now: NOW });
  for (let n = 0; n < 12; n++) await get("/api/catalog");
  await deliver(sent, NOW);
  const before = await stored();
  await deliver(sent, NOW + 60_000);
  await deliver(sent.toReversed(), NOW);
  await deliver([...sent.slice(5), ...sent.slice(0, 7)], NOW);
  await deliver([sent[0], sent[0]], NOW);
  expect(await stored()).toEqual(before);
  const { get: again, sent: more } = createMeasuredApi({ now: NOW });
  await again("/api/catalog");
  await deliver([more[0], more[0], sent[3]], NOW);
  expect(
    await query("SELECT sum(value) AS n FROM metric_counters WHERE name = ?", REQUESTS),
  ).toEqual([{ n: (before[0]?.filter((row) => row.name === REQUESTS) ?? []).reduce(addValue, 1) }]);
});

const REQUESTS = "http_requests_total";
const addValue = (sum: number, row: Record<string, unknown>) => sum + Number(row.value);

test("requests of one moment share messages, and are counted each and once", async () => {
  const { get, sent } = createMeasuredApi({ now: NOW, settings: { METRICS_HOLD_MS: "500" } });
  await Promise.all(Array.from({ length: 30 }, () => get("/api/healthz")));
  expect(sent.length).toBeLessThan(10);
  const before = await total(REQUESTS);
  await deliver([sent[0], sent[0]], NOW);
  await deliver(sent, NOW);
  expect(await total(REQUESTS)).toBe(before + 30);
  expect(await total("http_request_duration_seconds_count")).toBe(before + 30);
});

test("what is tracked leaves at once, and takes along what waits", async () => {
  const { get, sent } = createMeasuredApi({ now: NOW, settings: { METRICS_HOLD_MS: "500" } });
  const waiting = get("/api/healthz");
  await get("/api/search/instructors?q=piano");
  await waiting;
  const [tracked] = sent.filter(({ tracking }) => tracking.length > 0);
  const routes = (message: typeof tracked) =>
    message.metrics.requests.map(({ route }: { route: string }) => route);
  expect(routes(tracked)).toContain("/api/search/instructors");
  expect(sent.flatMap(routes).toSorted()).toEqual(["/api/healthz", "/api/search/instructors"]);
});

test("batches that are written at once lose nothing of each other", async () => {
  const { get, sent } = createMeasuredApi({ now: NOW });
  for (let n = 0; n < 20; n++) await get("/api/healthz");
  const before = await total(REQUESTS);
  await Promise.all([
    deliver(sent.slice(0, 12), NOW),
    deliver(sent.slice(8), NOW),
    deliver(sent, NOW),
  ]);
  expect(await total(REQUESTS)).toBe(before + 20);
});

test("a batch whose write went through although the answer was lost is counted once", async () => {
  const { get, sent } = createMeasuredApi({ now: NOW });
  await get("/api/healthz");
  const before = await total(REQUESTS);
  const { db } = watchDatabase(env.DB, {
    afterBatch: () => {
      throw new Error("connection lost");
    },
  });
  expect(await deliver(sent, NOW, { DB: db })).toBe(0);
  expect(await deliver(sent, NOW)).toBe(1);
  expect(await total(REQUESTS)).toBe(before + 1);
});

test("tracking and measuring of one request leave in one message, and write nothing meanwhile", async () => {
  const watched = watchDatabase(env.DB);
  const { get, sent } = createMeasuredApi({ now: NOW, bindings: { DB: watched.db } });
  await get("/api/search/instructors?q=piano");
  expect(sent).toHaveLength(1);
  expect(sent[0].tracking.map(({ kind }: { kind: string }) => kind)).toEqual(["search"]);
  expect(watched.statements().filter(({ sql }) => /metric|sample/.test(sql))).toEqual([]);
  await deliver(sent, NOW);
  const { eventId } = sent[0].tracking[0].event;
  expect(await query("SELECT id FROM search_events WHERE id = ?", eventId)).toHaveLength(1);
});

test("a sample stands for all requests, and without any nothing is sent", async () => {
  const sampled = createMeasuredApi({ now: NOW, settings: { METRICS_SAMPLE: "5" } });
  for (let n = 0; n < 40; n++) await sampled.get("/api/healthz");
  // Ids in tests follow each other, so the sample is exact.
  expect(sampled.sent).toHaveLength(8);
  expect(new Set(sampled.sent.map(({ metrics }) => metrics.requests[0].weight))).toEqual(
    new Set([5]),
  );
  const none = createMeasuredApi({ now: NOW, settings: { METRICS_SAMPLE: "0" } });
  await none.get("/api/healthz");
  expect(none.sent).toEqual([]);
});

test("the door is open to the right key and to whoever may monitor, and to nobody else", async () => {
  const [closed, open] = [
    createMeasuredApi({ now: NOW }),
    createMeasuredApi({ now: NOW, settings }),
  ];
  const [admin, student] = [await createAdmin(), await createStudent()];
  const status = async (api: typeof open, request: object = {}) =>
    (await api.get(PATH, request)).status;
  for (const api of [closed, open]) {
    expect(await status(api)).toBe(401);
    expect(await status(api, { as: student })).toBe(403);
    expect(await status(api, { as: admin })).toBe(200);
  }
  expect(await status(open, { headers: bearer(KEY) })).toBe(200);
  const wrong = ["", " ", "null", KEY.slice(1), `${KEY}x`, KEY.toUpperCase(), "undefined"];
  for (const key of wrong) {
    expect([key, await status(open, { headers: bearer(key) })]).toEqual([key, 401]);
  }
  for (const key of [KEY, "", "null"]) {
    expect(await status(closed, { headers: bearer(key) })).toBe(401);
  }
  expect((await open.send(PATH, { method: "POST", body: {} })).status).toBe(405);
});

test("a key that could be guessed is no setting", () => {
  expect(() => createMeasuredApi({ now: NOW, settings: { METRICS_KEY: "short" } })).toThrow(
    "METRICS_KEY",
  );
});

test("how late counting is, is told: by the oldest of what was counted last", async () => {
  const { get, sent } = createMeasuredApi({ now: NOW });
  await get("/api/healthz");
  const late = NOW + 10 * 86_400_000;
  await deliver(sent, late);
  expect(await total("rollup_lag_seconds")).toBe(10 * 86_400);
  expect(await total("rollup_last_timestamp_seconds")).toBe(late / 1000);
});

test("depths of queues, outbox and dead letters are as they stand", async () => {
  await env.DB.batch([
    env.DB.prepare(`INSERT INTO emails (id, kind, address, data, status, attempts, next_attempt_at,
        created_at) VALUES ('waits', 'password_reset', 'a@example.test', '{}', 'pending', 0, ?1, ?1)`).bind(
      NOW - 90_000,
    ),
    env.DB.prepare("INSERT INTO dead_letters VALUES ('dead', 'q', '{}', 6, ?)").bind(NOW),
  ]);
  expect(await total("outbox_pending")).toBe(1);
  expect(await total("outbox_oldest_seconds")).toBe(90);
  expect(await total("dead_letters")).toBe(1);
  expect(await total("queue_depth", { queue: "events" })).toBe(0);
  expect(await total("database_size_bytes")).toBeGreaterThan(100_000);
  expect(await total("database_limit_bytes")).toBe(500_000_000);
});

test("every metric of the catalogue is really told once the site has worked for a while", async () => {
  const { get, sent } = createMeasuredApi({ now: NOW, settings });
  const { id } = await createInstructor();
  await get(`/api/public/instructors/${id}/availability`);
  await deliver(sent, NOW);
  const handlers = createHandlers({
    settings: parseSettings({}),
    random: testRandom,
    clock: () => NOW,
    log: () => {},
  });
  await handlers.scheduled(createScheduledController(), env);
  const db = openDatabase(env.DB.withSession("first-primary"), noDatabaseUse());
  await createMetricsRepository(db).recordJobs([{ job: "one-that-fails", isOk: false }], NOW);
  const { text } = await get(PATH, { headers: bearer(KEY) });
  const told = [...parseExposition(text).types];
  expect(told).toEqual(
    Object.entries(METRICS).map(([name, [type]]) => [`instainstru_${name}`, type]),
  );
});
