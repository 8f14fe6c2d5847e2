import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi, testRandom } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import {
  createAdmin,
  createBooking,
  createInstructor,
  createPerson,
  createStudent,
} from "../../tests/factories.ts";
import { deliver } from "../../tests/measured-api.ts";
import type { RequestFacts } from "../domain/metrics.ts";
import { parseSettings } from "../env.ts";
import { createHandlers } from "../handlers.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const START = Date.UTC(2027, 0, 4, 15);

/** Days that no other test looks at. */
let day = 0;
const nextDay = () => START + day++ * 2 * DAY_MS;

async function tick(now: number, given = {}) {
  const logged: unknown[] = [];
  const handlers = createHandlers({
    settings: parseSettings(given),
    random: testRandom,
    clock: () => now,
    log: (event, facts) => void (facts.job === "alerts" && logged.push([event, facts])),
  });
  await handlers.scheduled(createScheduledController(), env);
  return logged;
}

async function measured(at: number, statuses: number[], durationMs = 20) {
  const bodies = statuses.map((status) => {
    const facts: RequestFacts = {
      id: testRandom.newId(),
      requestId: "r",
      finishedAt: at,
      weight: 1,
      method: "GET",
      route: "/api/x",
      status,
      durationMs,
      database: {
        roundTrips: 0,
        statements: 0,
        rowsRead: 0,
        rowsWritten: 0,
        waitedMs: 0,
        queryMs: 0,
      },
      caches: [],
      useCases: [],
      slowQueries: [],
    };
    const metrics = { id: facts.id, requests: [facts] };
    return { kind: "request", tracking: [], metrics };
  });
  await deliver(bodies, at);
}

const raisedFrom = (from: number) =>
  query<{ kind: string }>(
    "SELECT kind FROM alerts WHERE raised_at >= ? AND kind <> 'job_missed' ORDER BY kind",
    from,
  );
const mailsOf = (userId: string) =>
  query(
    "SELECT status, data ->> 'kind' AS kind FROM emails WHERE kind = 'alert_raised' AND user_id = ? AND data ->> 'kind' <> 'job_missed'",
    userId,
  );

test("a share of failures is raised, mailed to admins once, and again after 15 minutes", async () => {
  const now = nextDay();
  const [admin, other] = [await createAdmin(), await createStudent()];
  const suspended = await createPerson({ roles: ["admin"], status: "suspended" });
  await measured(now - 10 * MINUTE_MS, [200, 200, 500]);
  await tick(now);
  expect(await raisedFrom(now)).toEqual([{ kind: "error_share" }]);
  expect(await mailsOf(admin.id)).toEqual([{ status: "sent", kind: "error_share" }]);
  expect([await mailsOf(other.id), await mailsOf(suspended.id)]).toEqual([[], []]);
  await measured(now, [500]);
  await tick(now + 15 * MINUTE_MS - 1);
  expect(await raisedFrom(now)).toHaveLength(1);
  await tick(now + 15 * MINUTE_MS);
  expect(await raisedFrom(now)).toHaveLength(2);
  expect(await mailsOf(admin.id)).toHaveLength(2);
});

test("of ticks that come at once one raises an alert", async () => {
  const now = nextDay();
  const admin = await createAdmin();
  await measured(now - 10 * MINUTE_MS, [500, 503]);
  await Promise.all([tick(now), tick(now), tick(now)]);
  expect(await raisedFrom(now)).toEqual([{ kind: "error_share" }]);
  expect(await mailsOf(admin.id)).toHaveLength(1);
});

test("what only warns is raised and mailed to nobody", async () => {
  const now = nextDay();
  const admin = await createAdmin();
  await measured(now - 10 * MINUTE_MS, Array(20).fill(200), 800);
  await tick(now);
  expect(await raisedFrom(now)).toEqual([{ kind: "slow_requests" }]);
  expect(await mailsOf(admin.id)).toEqual([]);
});

test("only whole windows of the last 15 minutes are judged", async () => {
  const now = nextDay() + 2 * MINUTE_MS;
  await measured(now - 2 * MINUTE_MS, [500]);
  await measured(now - 17 * MINUTE_MS - 1, [500]);
  await tick(now);
  expect(await raisedFrom(now)).toEqual([]);
  await measured(now - 2 * MINUTE_MS - 1, [500]);
  await tick(now + MINUTE_MS);
  expect(await raisedFrom(now)).toEqual([{ kind: "error_share" }]);
});

test("dead letters are raised until somebody has seen them, and when new ones come", async () => {
  const now = nextDay();
  const put = (id: string, at: number) =>
    query("INSERT INTO dead_letters VALUES (?, 'q', '{}', 6, ?)", id, at);
  await put("first", now - MINUTE_MS);
  await tick(now);
  await tick(now + 20 * MINUTE_MS);
  expect(await raisedFrom(now)).toHaveLength(2);
  const api = createTestApi({ now: now + 21 * MINUTE_MS });
  const admin = await createAdmin();
  const [{ id } = { id: "" }] = await query<{ id: string }>(
    "SELECT id FROM alerts WHERE kind = 'dead_letters' ORDER BY raised_at DESC LIMIT 1",
  );
  const seen = await api.send(`/api/monitoring/alerts/${id}/acknowledge`, {
    method: "POST",
    as: admin,
  });
  expect([seen.status, seen.json.acknowledged_at]).toEqual([200, "2027-01-12T15:21:00Z"]);
  await tick(now + 40 * MINUTE_MS);
  expect(await raisedFrom(now)).toHaveLength(2);
  await put("second", now + 41 * MINUTE_MS);
  await tick(now + 60 * MINUTE_MS);
  expect(await raisedFrom(now)).toHaveLength(3);
  await query("DELETE FROM dead_letters");
});

test("lessons that overlap although the database forbids it are found, for either of their people", async () => {
  const now = nextDay();
  const [one, other, student] = [
    await createInstructor(),
    await createInstructor(),
    await createStudent(),
  ];
  const at = (minutes: number) => new Date(now + DAY_MS + minutes * MINUTE_MS).toISOString();
  await createBooking({ instructor: one, student, startAt: at(0), durationMinutes: 60 });
  await createBooking({ instructor: other, student, startAt: at(60), durationMinutes: 60 });
  const overlaps = async () =>
    (
      await query<{ value: number }>(
        "SELECT value FROM metric_gauges WHERE name = 'overlapping_lessons'",
      )
    )[0]?.value;
  await tick(now);
  expect([await overlaps(), await raisedFrom(now)]).toEqual([0, []]);
  const [guard] = await query<{ sql: string }>(
    "SELECT sql FROM sqlite_master WHERE name = 'bookings_no_overlap_insert'",
  );
  await query("DROP TRIGGER bookings_no_overlap_insert");
  await createBooking({
    instructor: await createInstructor(),
    student,
    startAt: at(30),
    durationMinutes: 60,
  });
  await query(guard?.sql ?? "");
  await tick(now + MINUTE_MS);
  expect(await overlaps()).toBe(2);
  expect(await raisedFrom(now)).toEqual([{ kind: "overlapping_lessons" }]);
  await query("DELETE FROM bookings");
});

test("a gap of the cron is told by the first tick after it", async () => {
  const now = nextDay();
  await tick(now);
  await tick(now + 15 * MINUTE_MS);
  const missed = (from: number) =>
    query<{ details: string }>(
      "SELECT details FROM alerts WHERE kind = 'job_missed' AND raised_at > ?",
      from,
    );
  expect(await missed(now)).toEqual([]);
  await tick(now + 31 * MINUTE_MS);
  const [found] = await missed(now);
  expect(found?.details).toContain("purge-salts");
  expect(found?.details).not.toContain("backup");
});

test("a backup that was skipped is told as one that is missing, unless it is made elsewhere", async () => {
  const now = nextDay();
  await query(
    `INSERT INTO job_runs (job, date, status, lease_until, report, started_at, finished_at)
     VALUES ('backup', ?1, 'done', 0, '{"skipped":"too_large","bytes":16000001}', ?2, ?2)`,
    new Date(now).toISOString().slice(0, 10),
    now - MINUTE_MS,
  );
  const missedAt = (at: number) =>
    query("SELECT details FROM alerts WHERE kind = 'job_missed' AND raised_at = ?", at);
  await tick(now);
  expect(await missedAt(now)).toEqual([{ details: expect.stringMatching(/\bbackup\b/) }]);
  const later = now + 15 * MINUTE_MS;
  await tick(later, { NIGHTLY_BACKUP: "false" });
  expect(await missedAt(later)).toEqual([]);
});

test("hours are sums of their windows, however often they are summed up", async () => {
  const now = nextDay() + 50 * MINUTE_MS;
  await measured(now - 45 * MINUTE_MS, [200, 200]);
  await measured(now - 5 * MINUTE_MS, [200, 404]);
  const hours = () =>
    query(
      "SELECT labels, value FROM metric_hourly WHERE hour_at = ? AND name = 'http_requests_total' ORDER BY labels",
      now - 50 * MINUTE_MS,
    );
  await tick(now);
  await tick(now + MINUTE_MS);
  const wanted = [
    { labels: 'status="2xx"', value: 3 },
    { labels: 'status="4xx"', value: 1 },
  ];
  expect(await hours()).toEqual(wanted);
  await measured(now - 44 * MINUTE_MS, [200]);
  await tick(now + 2 * MINUTE_MS);
  expect(await hours()).toEqual([{ labels: 'status="2xx"', value: 4 }, wanted[1]]);
});
