import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { noDatabaseUse, openDatabase } from "../../../db/client.ts";
import { createAlertRepository } from "../../../db/repositories/alerts.ts";
import { createMetricReadsRepository } from "../../../db/repositories/metric-reads.ts";
import { createMetricsRepository } from "../../../db/repositories/metrics.ts";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createAdmin, createInstructor, createStudent } from "../../../tests/factories.ts";
import { createMeasuredApi, deliver } from "../../../tests/measured-api.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import { createMonitoringService, DAILY_JOBS } from "../../services/monitoring.ts";

const NOW = Date.UTC(2026, 11, 1, 15, 32);
const HOUR_MS = 3_600_000;
const BASE = "/api/monitoring";
const VIEWS = [
  "dashboard",
  "slow-requests",
  "slow-queries",
  "alerts",
  "cache",
  "database",
  "queues",
];

async function foldHours() {
  const db = openDatabase(env.DB.withSession("first-primary"), noDatabaseUse());
  await createMetricReadsRepository(db).foldHours(NOW - 6 * HOUR_MS);
}

async function putAlert(id: string, raisedAt = NOW) {
  await query(
    `INSERT INTO alerts (id, kind, severity, value, threshold, details, raised_at)
     VALUES (?, 'error_share', 'critical', 0.05, 0.01, '', ?)`,
    id,
    raisedAt,
  );
}

test("what is monitored is for those who may, and nobody else learns or changes anything", async () => {
  const { get, send } = createTestApi({ now: NOW });
  const [admin, student, teacher] = [
    await createAdmin(),
    await createStudent(),
    await createInstructor(),
  ];
  await putAlert("guarded");
  const acknowledge = { path: `${BASE}/alerts/guarded/acknowledge`, method: "POST" };
  const before = await countRows();
  for (const path of VIEWS.map((view) => `${BASE}/${view}`)) {
    expect((await get(path)).status).toBe(401);
    expect((await get(path, { as: student })).status).toBe(403);
    expect((await get(path, { as: teacher })).status).toBe(403);
    expect([path, (await get(path, { as: admin })).status]).toEqual([path, 200]);
  }
  expect((await send(acknowledge.path, { method: "POST" })).status).toBe(401);
  expect((await send(acknowledge.path, { method: "POST", as: student })).status).toBe(403);
  expect(await countRows()).toEqual(before);
  expect(await query("SELECT acknowledged_at FROM alerts WHERE id = 'guarded'")).toEqual([
    { acknowledged_at: null },
  ]);
});

test("the dashboard has every hour, and in them what requests did", async () => {
  const { get, sent } = createMeasuredApi({ now: NOW });
  const { id } = await createInstructor();
  for (let n = 0; n < 3; n++) await get(`/api/instructors/${id}`);
  await get("/api/instructors/none");
  const earlier = createMeasuredApi({ now: NOW - 2 * HOUR_MS });
  await earlier.get("/api/healthz");
  await deliver([...sent, ...earlier.sent], NOW + 2000);
  await foldHours();
  const admin = await createAdmin();
  const { json } = await createTestApi({ now: NOW }).get(`${BASE}/dashboard?hours=4`, {
    as: admin,
  });
  expect(json.hours.map((hour: { hour_at: string }) => hour.hour_at)).toEqual([
    "2026-12-01T12:00:00Z",
    "2026-12-01T13:00:00Z",
    "2026-12-01T14:00:00Z",
    "2026-12-01T15:00:00Z",
  ]);
  expect(json.hours.map((hour: { requests: number }) => hour.requests)).toEqual([0, 1, 0, 4]);
  expect(json.hours[0]).toMatchObject({ error_share: null, p95_ms: null, cache_hit_rate: null });
  expect(json.hours[3]).toMatchObject({ failures: 0, error_share: 0 });
  expect(json.total.rows_read).toBe(
    [...sent, ...earlier.sent].reduce(
      (sum, { metrics }) => sum + metrics.requests[0].database.rowsRead,
      0,
    ),
  );
  // Counted two seconds after the newest, two hours after the oldest of them.
  expect(json.rollup).toEqual({
    counted_at: "2026-12-01T15:32:02Z",
    lag_ms: 2 * HOUR_MS + 2000,
  });
});

test("ranges that make no sense are refused", async () => {
  const { get } = createTestApi({ now: NOW });
  const admin = await createAdmin();
  for (const hours of ["0", "-1", "NaN", "1.5", "9601", "1e3", ""]) {
    const { status, json } = await get(`${BASE}/dashboard?hours=${hours}`, { as: admin });
    expect([hours, status, json.code]).toEqual([hours, 400, "invalid_parameter"]);
  }
  for (const path of ["alerts?state=lost", "slow-queries?per_page=101", "slow-requests?page=0"]) {
    expect((await get(`${BASE}/${path}`, { as: admin })).json.code).toBe("invalid_parameter");
  }
  expect((await get(`${BASE}/cache?x=1`, { as: admin })).status).toBe(200);
});

test("a request that takes longer than half a second is kept by its template", async () => {
  const { id } = await createInstructor();
  // Only waiting for the database takes time here, however busy the machine is.
  let elapsed = 0;
  vi.spyOn(performance, "now").mockImplementation(() => elapsed);
  const beforeBatch = async () => {
    elapsed += 520;
  };
  const { db } = watchDatabase(env.DB, { beforeBatch });
  const slow = createMeasuredApi({ now: NOW, bindings: { DB: db } });
  const headers = { "x-request-id": "one-that-was-slow" };
  await slow.get(`/api/instructors/${id}`, { headers });
  const fast = createMeasuredApi({ now: NOW });
  await fast.get("/api/healthz");
  vi.restoreAllMocks();
  await deliver([...slow.sent, ...fast.sent, ...slow.sent], NOW);
  const admin = await createAdmin();
  const { json } = await createTestApi({ now: NOW }).get(`${BASE}/slow-requests`, { as: admin });
  expect(json).toMatchObject({ total: 1, page: 1, has_next: false });
  expect(json.items).toEqual([
    {
      id: slow.sent[0].metrics.requests[0].id,
      request_id: "one-that-was-slow",
      method: "GET",
      route: "/api/instructors/:instructorId",
      status: 200,
      duration_ms: expect.any(Number),
      database_wait_ms: expect.any(Number),
      rows_read: slow.sent[0].metrics.requests[0].database.rowsRead,
      created_at: "2026-12-01T15:32:00Z",
    },
  ]);
  expect(json.items[0].duration_ms).toBeGreaterThan(500);
});

test("a statement that the database works on longer than 100 ms is kept without its parameters", async () => {
  const use = noDatabaseUse();
  const answer = (duration: number) => ({
    meta: { duration, rows_read: 7, rows_written: 0 },
    results: [],
  });
  const durations = [100, 100.1, 350];
  const connection = {
    prepare: () => ({ bind: () => ({}) }),
    batch: async () => durations.map(answer),
  } as unknown as Parameters<typeof openDatabase>[0];
  const secret = "ana@example.test";
  const statement = (n: number) => sql`SELECT ${sql.raw(String(n))}
    FROM users WHERE email = ${secret}`;
  await openDatabase(connection, use).batch([statement(1), statement(2), statement(3)]);
  expect(use.slowQueries).toEqual([
    { statement: "SELECT 2 FROM users WHERE email = ?", durationMs: 100.1, rowsRead: 7 },
    { statement: "SELECT 3 FROM users WHERE email = ?", durationMs: 350, rowsRead: 7 },
  ]);
  expect(use.queryMs).toBeCloseTo(550.1);

  const { get, sent } = createMeasuredApi({ now: NOW });
  await get("/api/healthz");
  const [message] = sent;
  message.metrics.requests[0].slowQueries = use.slowQueries;
  await deliver([message, message], NOW);
  const admin = await createAdmin();
  const { json } = await createTestApi({ now: NOW }).get(`${BASE}/slow-queries`, { as: admin });
  expect(json.total).toBe(2);
  expect(json.items).toMatchObject([
    { route: "/api/healthz", statement: "SELECT 2 FROM users WHERE email = ?", duration_ms: 100.1 },
    { route: "/api/healthz", statement: "SELECT 3 FROM users WHERE email = ?", duration_ms: 350 },
  ]);
  expect(JSON.stringify(await query("SELECT * FROM request_samples"))).not.toContain(secret);
});

test("an alert is acknowledged once: whoever comes second changes nothing", async () => {
  const [first, second] = [await createAdmin(), await createAdmin()];
  await putAlert("seen");
  const path = `${BASE}/alerts/seen/acknowledge`;
  const at = (now: number, as: { cookie: string }) =>
    createTestApi({ now }).send(path, { method: "POST", as });
  const one = await at(NOW, first);
  expect(one.json).toMatchObject({
    id: "seen",
    kind: "error_share",
    severity: "critical",
    message: "5 % of the requests of the last 15 minutes failed on our side; 1 % may.",
    acknowledged_at: "2026-12-01T15:32:00Z",
  });
  expect((await at(NOW + 1000, second)).json).toEqual(one.json);
  expect(await query("SELECT acknowledged_by FROM alerts WHERE id = 'seen'")).toEqual([
    { acknowledged_by: first.id },
  ]);
  const api = createTestApi({ now: NOW });
  const missing = await api.send(`${BASE}/alerts/none/acknowledge`, { method: "POST", as: first });
  expect([missing.status, missing.json.code]).toEqual([404, "not_found"]);
  await putAlert("open", NOW + 1);
  const idsOf = async (state: string) =>
    (await api.get(`${BASE}/alerts?state=${state}`, { as: first })).json.items.map(
      ({ id }: { id: string }) => id,
    );
  expect(await idsOf("acknowledged")).toEqual(["seen"]);
  expect(await idsOf("open")).toEqual(["open", "guarded"]);
});

test("queues, outbox, dead letters and jobs are told as they are, bodies of messages never", async () => {
  const admin = await createAdmin();
  await query("INSERT INTO dead_letters VALUES ('dead', 'events', 'a secret', 6, ?)", NOW);
  const { json, text } = await createMeasuredApi({ now: NOW }).get(`${BASE}/queues`, { as: admin });
  expect(json.dead_letters).toEqual({
    total: 1,
    newest: [{ id: "dead", queue: "events", attempts: 6, created_at: "2026-12-01T15:32:00Z" }],
  });
  expect(text).not.toContain("a secret");
  expect(json.queues[0]).toEqual({ queue: "events", messages: 0, oldest_at: null });
  expect(json.jobs.map(({ job }: { job: string }) => job)).toEqual([
    "analytics",
    "backup",
    "retention",
  ]);
  expect(json.jobs[0]).toEqual({
    job: "analytics",
    is_daily: true,
    last_success_at: null,
    last_failure_at: null,
    is_missed: true,
  });
});

test("a database that is more than 80 % full alarms", async () => {
  const admin = await createAdmin();
  const read = async (limit: string) => {
    const api = createTestApi({ now: NOW, settings: { DATABASE_LIMIT_MB: limit } });
    return (await api.get(`${BASE}/database`, { as: admin })).json;
  };
  const [roomy, full] = [await read("500"), await read("1")];
  expect([roomy.is_alarming, roomy.limit_bytes]).toEqual([false, 500_000_000]);
  expect(full.used_share).toBeCloseTo(full.size_bytes / 1_000_000);
  expect(full.used_share).toBeGreaterThan(0.8);
  expect(full.is_alarming).toBe(true);
});

test("everybody may know what the site promises and measures, and nothing else", async () => {
  const db = openDatabase(env.DB.withSession("first-primary"), noDatabaseUse());
  const dependencies = {
    metrics: createMetricsRepository(db),
    reads: createMetricReadsRepository(db),
    alerts: createAlertRepository(db),
    queues: {},
    dailyJobs: DAILY_JOBS,
    metricsKey: null,
    databaseLimitBytes: 1,
    now: NOW + 40 * 24 * HOUR_MS,
  };
  const { status } = createMonitoringService(dependencies);
  const unknown = {
    overlappingLessons: null,
    measuredAt: null,
    errorShare: null,
    p95Ms: null,
    cacheHitRate: null,
    requests: 0,
    lastBackupAt: null,
    lastDailyRunAt: null,
  };
  expect(await status()).toEqual(unknown);
  const at = dependencies.now - HOUR_MS;
  await query(
    `INSERT INTO metric_hourly SELECT ?, 'http_requests_total', value, 25
     FROM json_each('["status=\\"2xx\\"", "status=\\"4xx\\"", "status=\\"5xx\\"", "status=\\"3xx\\""]')`,
    Math.floor(at / HOUR_MS) * HOUR_MS,
  );
  await query(
    `INSERT INTO job_runs (job, date, status, lease_until, report, started_at, finished_at)
     VALUES ('backup', '2027-01-11', 'done', 0, '{"skipped":"too_large","bytes":1}', ?1, ?1 + 1),
       ('backup', '2027-01-10', 'done', 0, '{}', ?1, ?1),
       ('backup', '2027-01-09', 'done', 0, '{}', 1, 1),
       ('analytics', '2027-01-10', 'running', 0, '{}', ?1, NULL)`,
    at,
  );
  await query("INSERT INTO metric_gauges VALUES ('overlapping_lessons', '', 0, ?)", at);
  expect(await status()).toEqual({
    ...unknown,
    overlappingLessons: 0,
    measuredAt: at,
    errorShare: 0.25,
    requests: 100,
    lastBackupAt: at,
  });
});
