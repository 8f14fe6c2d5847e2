import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createRetentionRepository } from "../../db/repositories/retention.ts";
import { createTestApi } from "../../tests/api.ts";
import { countRows, createHistory, query } from "../../tests/database.ts";
import {
  createAdmin,
  createBooking,
  createInstructor,
  createStudent,
} from "../../tests/factories.ts";
import { listScans } from "../../tests/query-plans.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import { RETENTION_RULES } from "../domain/retention.ts";
import { parseSettings } from "../env.ts";
import { runRetention, toRetentionPeriods } from "./retention.ts";

const NOW = Date.UTC(2035, 11, 1, 15);
const DAY_MS = 86_400_000;
const periods = toRetentionPeriods(parseSettings({}));
const retention = createRetentionRepository(
  openDatabase(env.DB.withSession("first-primary"), noDatabaseUse()),
);
const BEGINNING = { cursor: null, report: null };

/** A row of a table at an instant, by the columns that every such row needs. */
const ROWS: Record<string, (id: string, at: number) => Record<string, string | number | null>> = {
  search_events: (id, at) => ({
    id,
    normalized_query: "q",
    search_type: "filter",
    result_count: 0,
    services: "[]",
    device: "mobile",
    searched_at: at,
  }),
  search_interactions: (id, at) => ({
    id,
    search_event_id: id,
    type: "click",
    instructor_id: "i",
    created_at: at,
  }),
  search_history: (id, at) => ({
    id,
    guest_id: `nobody-${id}`,
    normalized_query: "q",
    query: "q",
    search_type: "filter",
    search_count: 1,
    result_count: 0,
    first_searched_at: 0,
    last_searched_at: 0,
    last_event_id: id,
    deleted_at: at,
  }),
  guests: (id, at) => ({ id, created_at: at }),
  rate_counters: (id, at) => ({ key: id, started_at: 0, count: 1, expires_at: at }),
  emails: (id, at) => ({
    id,
    kind: "password_reset",
    address: "a@example.test",
    data: "{}",
    status: "sent",
    attempts: 1,
    next_attempt_at: at,
    created_at: at,
    sent_at: at,
  }),
  dead_letters: (id, at) => ({ id, queue: "q", body: "{}", attempts: 1, created_at: at }),
  job_runs: (id, at) => ({
    job: id,
    date: "2026-01-01",
    status: "done",
    lease_until: 0,
    report: "{}",
    started_at: at,
  }),
  metric_messages: (id, at) => ({ id, expires_at: at }),
  metric_windows: (id, at) => ({ start_at: at, name: "n", labels: id, value: 1 }),
  metric_hourly: (id, at) => ({ hour_at: at, name: "n", labels: id, value: 1 }),
  request_samples: (id, at) => ({
    id,
    kind: "request",
    request_id: id,
    method: "GET",
    route: "/",
    status: 200,
    duration_ms: 501,
    rows_read: 0,
    created_at: at,
  }),
  alerts: (id, at) => ({
    id,
    kind: "k",
    severity: "warning",
    value: 1,
    threshold: 0,
    details: "",
    raised_at: at,
  }),
};

async function put(table: string, row: Record<string, string | number | null>): Promise<void> {
  const names = Object.keys(row);
  await env.DB.prepare(
    `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  )
    .bind(...Object.values(row))
    .run();
}

const KEYS: Record<string, string> = {
  rate_counters: "key",
  job_runs: "job",
  metric_windows: "labels",
  metric_hourly: "labels",
};

const keyOf = (table: string) => KEYS[table] ?? "id";

const keysOf = async (table: string, like: string) =>
  (
    await query<{ key: string }>(
      `SELECT ${keyOf(table)} AS key FROM ${table} WHERE ${keyOf(table)} GLOB ? ORDER BY 1`,
      like,
    )
  ).map(({ key }) => key);

test("what is older than its time goes, what is exactly that old or younger stays, in every table", async () => {
  const lifetimes: Record<string, number | null> = {
    search_events: 365,
    search_interactions: 365,
    search_history: 90,
    guests: 120,
    emails: 30,
    dead_letters: 365,
    job_runs: 365,
    metric_windows: 14,
    request_samples: 14,
    metric_hourly: 400,
    alerts: 365,
    metric_messages: null,
    // Until it expires: gone at that very instant.
    rate_counters: null,
  };
  for (const [table, days] of Object.entries(lifetimes)) {
    const edge = days === null ? NOW + 1 : NOW - days * DAY_MS;
    await put(table, ROWS[table]?.(`edge-${table}-gone`, edge - 1) ?? {});
    await put(table, ROWS[table]?.(`edge-${table}-kept`, edge) ?? {});
  }
  const { report } = await runRetention({ retention, periods, now: NOW }, BEGINNING, 1000);
  expect(report.isComplete).toBe(true);
  for (const table of Object.keys(lifetimes)) {
    expect([table, await keysOf(table, "edge-*")]).toEqual([table, [`edge-${table}-kept`]]);
  }
  expect(report.rows).toMatchObject({ search_events: 1, emails: 1, guests: 1, rate_counters: 1 });
  const before = await countRows();
  const again = await runRetention({ retention, periods, now: NOW }, BEGINNING, 1000);
  expect(again.report).toEqual({ rows: {}, isComplete: true });
  expect(await countRows()).toEqual(before);
});

test("sessions, links, keys and drafts go when they expire, and not a millisecond sooner", async () => {
  const { id } = await createStudent();
  const { id: instructorId } = await createInstructor();
  const other = await createInstructor();
  await query("DELETE FROM sessions WHERE user_id = ?", id);
  for (const [key, at, teacher] of [
    ["gone", NOW, instructorId],
    ["kept", NOW + 1, other.id],
  ] as const) {
    const own = { user_id: id, expires_at: at };
    const times = { created_at: 0 };
    await put("sessions", {
      ...own,
      ...times,
      id: `x-${key}`,
      token_hash: `x-${key}`,
      user_agent: "",
      last_seen_at: 0,
    });
    await put("account_tokens", {
      ...own,
      ...times,
      id: `x-${key}`,
      kind: "password_reset",
      token_hash: `x-${key}`,
    });
    await put("idempotency_keys", {
      actor_id: id,
      key: `x-${key}`,
      request_hash: "",
      answer: "{}",
      created_at: 0,
      expires_at: at,
    });
    await put("booking_drafts", {
      ...own,
      id: `x-${key}`,
      instructor_id: teacher,
      data: "{}",
      updated_at: 0,
    });
  }
  await runRetention({ retention, periods, now: NOW }, BEGINNING, 1000);
  for (const table of ["sessions", "account_tokens", "booking_drafts"]) {
    expect([table, await keysOf(table, "x-*")]).toEqual([table, ["x-kept"]]);
  }
  const keys = await query("SELECT key FROM idempotency_keys WHERE actor_id = ?", id);
  expect(keys).toEqual([{ key: "x-kept" }]);
});

test("a guest goes with their searches and drafts, a converted one by the day of that", async () => {
  const { id: userId } = await createStudent();
  const { id: instructorId } = await createInstructor();
  const old = NOW - 121 * DAY_MS;
  const guests = {
    "g-never": { created_at: old },
    "g-young": { created_at: NOW - 119 * DAY_MS },
    "g-long": { created_at: old, converted_at: NOW - 90 * DAY_MS - 1, converted_user_id: userId },
    "g-lately": { created_at: old, converted_at: NOW - 90 * DAY_MS, converted_user_id: userId },
  };
  for (const [id, row] of Object.entries(guests)) {
    await put("guests", { id, ...row });
    await put("search_history", {
      ...ROWS.search_history?.(`${id}-h`, NOW),
      guest_id: id,
      deleted_at: null,
    });
    await put("booking_drafts", {
      id: `${id}-d`,
      guest_id: id,
      instructor_id: instructorId,
      data: "{}",
      updated_at: 0,
      expires_at: NOW + DAY_MS,
    });
  }
  const { report } = await runRetention({ retention, periods, now: NOW }, BEGINNING, 1000);
  expect(report.rows).toMatchObject({ guests: 1, converted_guests: 1 });
  expect(await keysOf("guests", "g-*")).toEqual(["g-lately", "g-young"]);
  expect(await keysOf("search_history", "g-*")).toEqual(["g-lately-h", "g-young-h"]);
  expect(await keysOf("booking_drafts", "g-*")).toEqual(["g-lately-d", "g-young-d"]);
});

test("a mail that still waits stays however old, and one that went out late counts from then", async () => {
  const mail = (id: string, more: object) =>
    put("emails", { ...ROWS.emails?.(id, 0), ...more } as never);
  await mail("m-waiting", { status: "pending", sent_at: null });
  await mail("m-failed", { status: "failed", sent_at: null });
  await mail("m-late", { sent_at: NOW - DAY_MS });
  await mail("m-old", { sent_at: NOW - 31 * DAY_MS });
  await runRetention({ retention, periods, now: NOW }, BEGINNING, 1000);
  expect(await keysOf("emails", "m-*")).toEqual(["m-late", "m-waiting"]);
});

test("seven years after a lesson nothing in it tells of a person, and the lesson stays", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const fill = async (endAt: number) => {
    const startAt = new Date(endAt - 3_600_000).toISOString();
    const id = await createBooking({ instructor, student, startAt, status: "cancelled" });
    await query(
      "UPDATE bookings SET location_detail = 'a', student_note = 'b', instructor_note = 'c' WHERE id = ?",
      id,
    );
    await query(
      "INSERT INTO booking_events (booking_id, actor_id, to_status, to_start_at, reason, created_at) VALUES (?, ?, 'cancelled', 0, 'd', ?)",
      id,
      student.id,
      endAt - 1,
    );
    return id;
  };
  const edge = NOW - 2557 * DAY_MS;
  const [gone, kept] = [await fill(edge - 900_000), await fill(edge)];
  const { report } = await runRetention({ retention, periods, now: NOW }, BEGINNING, 1000);
  expect(report.rows).toMatchObject({ booking_details: 1, booking_reasons: 1 });
  const read = async (id: string) =>
    (
      await query(
        `SELECT location_detail AS a, student_note AS b, instructor_note AS c, cancellation_reason AS why,
           e.reason AS d, price_cents AS price, b.status AS status
         FROM bookings AS b JOIN booking_events AS e ON e.booking_id = b.id WHERE b.id = ?`,
        id,
      )
    )[0];
  const lesson = { price: 6000, status: "cancelled" };
  expect(await read(gone)).toEqual({ a: null, b: null, c: null, why: null, d: null, ...lesson });
  expect(await read(kept)).toEqual({
    a: "a",
    b: "b",
    c: "c",
    why: "plans changed",
    d: "d",
    ...lesson,
  });
});

test("a period of zero keeps everything of its kind", async () => {
  await put("dead_letters", ROWS.dead_letters?.("zero", 0) ?? {});
  const forever = toRetentionPeriods(parseSettings({ RETENTION_OPERATIONS_DAYS: "0" }));
  await runRetention({ retention, periods: forever, now: NOW }, BEGINNING, 1000);
  expect(await keysOf("dead_letters", "zero")).toEqual(["zero"]);
  await runRetention({ retention, periods, now: NOW }, BEGINNING, 1000);
  expect(await keysOf("dead_letters", "zero")).toEqual([]);
});

test("a run that uses up its budget says so, and the next goes on from there to the same end", async () => {
  await query(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1700)
     INSERT INTO dead_letters (id, queue, body, attempts, created_at) SELECT 'many-' || i, 'q', '{}', 1, 0 FROM n`,
  );
  const dependencies = { retention, periods, now: NOW };
  // Every rule before that one takes one piece to find nothing.
  const before = RETENTION_RULES.findIndex(({ name }) => name === "dead_letters");
  const first = await runRetention(dependencies, BEGINNING, before + 2);
  expect(first).toMatchObject({
    cursor: "dead_letters",
    report: { rows: { dead_letters: 1000 }, isComplete: false },
  });
  expect(await keysOf("dead_letters", "many-*")).toHaveLength(700);
  const second = await runRetention(dependencies, first, 10);
  expect(second).toEqual({
    cursor: null,
    report: { rows: { dead_letters: 1700 }, isComplete: true },
  });
  expect(await keysOf("dead_letters", "many-*")).toEqual([]);
});

test("no rule walks through a table", async () => {
  const watched = watchDatabase(env.DB);
  const db = openDatabase(watched.db.withSession("first-primary"), noDatabaseUse());
  await runRetention(
    { retention: createRetentionRepository(db), periods, now: NOW },
    BEGINNING,
    1000,
  );
  expect(watched.statements().length).toBeGreaterThanOrEqual(RETENTION_RULES.length);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});

test("an admin runs it at once by the same rules, and sees what is held and since when", async () => {
  const api = createTestApi({ now: NOW });
  const admin = await createAdmin();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  await createHistory({
    instructor,
    student,
    count: 3,
    status: "completed",
    endAt: "2035-11-01T15:00:00Z",
  });
  await query("DELETE FROM dead_letters");
  await put("dead_letters", ROWS.dead_letters?.("shown", NOW - 366 * DAY_MS) ?? {});
  const statistics = async () => (await api.get("/api/privacy/statistics", { as: admin })).json;
  const letters = async () =>
    (await statistics()).tables.find(({ table }: { table: string }) => table === "dead_letters");
  expect(await letters()).toEqual({
    table: "dead_letters",
    rows: 1,
    kept: "Dead letters: 365 days.",
    kept_days: 365,
    oldest_at: "2034-11-30T15:00:00Z",
  });
  const applied = await api.send("/api/privacy/retention/apply", { method: "POST", as: admin });
  expect([applied.status, applied.json]).toEqual([
    200,
    { rows: { dead_letters: 1 }, is_complete: true },
  ]);
  expect(await letters()).toMatchObject({ rows: 0, oldest_at: null });
  const { users, last_run } = await statistics();
  expect(users).toMatchObject({ suspended: 0, deactivated: 0, erased: 0 });
  expect(users.active).toBeGreaterThan(3);
  expect(last_run).toBeNull();
  for (const [path, method] of [
    ["/api/privacy/statistics", "GET"],
    ["/api/privacy/retention/apply", "POST"],
  ] as const) {
    expect((await api.send(path, { method, as: student })).status).toBe(403);
    expect((await api.send(path, { method })).status).toBe(401);
  }
});
