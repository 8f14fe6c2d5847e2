import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { createHistory, query } from "../../../tests/database.ts";
import { createInstructor, createStudent, everyDay } from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

import { datesBetween } from "../../domain/local-time.ts";

const NOW = "2026-12-01T15:00:00Z";
const PATH = "/api/instructors/me/availability";
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const RANGES = [
  { start_time: "09:00", end_time: "12:00" },
  { start_time: "13:00", end_time: "17:00" },
];

/** The API with a watched database; the first round trip of a request finds out who asks. */
function watchedApi() {
  const watched = watchDatabase(env.DB);
  return { watched, api: createTestApi({ now: NOW, bindings: { DB: watched.db } }) };
}

test("saving a week is one read and one batch, and writes as many rows as change", async () => {
  const instructor = await createInstructor({ weekly: everyDay("09:00-12:00", "13:00-17:00") });
  const week = Object.fromEntries(DAYS.map((day) => [day, RANGES]));
  const save = async (hours: unknown) => {
    const { watched, api } = watchedApi();
    const request = { method: "PUT", body: { hours }, as: instructor };
    expect((await api.send(`${PATH}/weekly`, request)).status).toBe(200);
    const [, , write = []] = watched.batches;
    const changes = write.filter(({ sql }) => sql.includes("availability_hours"));
    const rows = changes.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0);
    return { trips: watched.batches.length, rows, scans: await listScans(env.DB, write) };
  };
  expect(await save(week)).toEqual({ trips: 2, rows: 0, scans: [] });
  // Taking a row away counts once; a new one with its entry in the index and its number.
  const oneRange = { ...week, mon: [RANGES[0]] };
  expect(await save(oneRange)).toEqual({ trips: 3, rows: 1, scans: [] });
  expect(await save(week)).toEqual({ trips: 3, rows: 3, scans: [] });
  const none = Object.fromEntries(DAYS.map((day) => [day, []]));
  expect(await save(none)).toEqual({ trips: 3, rows: 14, scans: [] });
});

test("a year is applied in one batch, however many ranges its days have", async () => {
  const instructor = await createInstructor({ weekly: {} });
  const quarters = Array.from({ length: 48 }, (_, index) => {
    const minute = index * 30;
    const pad = (value: number) => String(value).padStart(2, "0");
    const clock = (at: number) => `${pad(Math.floor(at / 60))}:${pad(at % 60)}`;
    return { start_time: clock(minute), end_time: clock(minute + 15) };
  });
  const { watched, api } = watchedApi();
  for (const date of datesBetween("2026-12-07", "2026-12-13")) {
    const body = { ranges: quarters };
    await api.send(`${PATH}/dates/${date}`, { method: "PUT", body, as: instructor });
  }
  watched.batches.length = 0;
  const year = { from: "2026-12-07", start_date: "2026-12-14", end_date: "2027-12-13" };
  const { status, json } = await api.post(`${PATH}/apply-week`, year, { as: instructor });
  expect([status, json.changed_dates.length]).toEqual([200, 365]);
  expect(watched.batches.length).toBe(3);
  for (const { params } of watched.statements()) expect(params.length).toBeLessThanOrEqual(100);
  const [row] = await query(
    "SELECT count(*) AS n FROM availability_hours WHERE instructor_id = ?",
    instructor.id,
  );
  expect(row).toEqual({ n: (7 + 365) * 48 });
});

test("a week is read in one round trip that does not grow with ten years of lessons and dates", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const read = async () => {
    const { watched, api } = watchedApi();
    const { json } = await api.get(`${PATH}/week?start=2026-12-07`, { as: instructor });
    expect(json.days.length).toBe(7);
    const [, ...trips] = watched.batches;
    return { trips, rows: trips.flat().reduce((sum, { rowsRead }) => sum + rowsRead, 0) };
  };
  const before = await read();
  const endAt = "2026-11-30T23:00:00Z";
  await createHistory({ instructor, student, count: 5000, status: "completed", endAt });
  await query(
    `WITH RECURSIVE day(date) AS (
       SELECT '2016-12-01' UNION ALL SELECT date(date, '+1 day') FROM day WHERE date < '2026-11-30')
     INSERT INTO availability_hours (instructor_id, date, start_minute, end_minute)
     SELECT ?, date, 540, 1020 FROM day`,
    instructor.id,
  );
  await query(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
     INSERT INTO blackouts (id, instructor_id, start_on, end_on, created_at)
     SELECT ? || '-' || i, ?, '2020-01-01', '2020-01-02', 1 FROM n`,
    instructor.id,
    instructor.id,
  );
  const after = await read();
  expect([before.trips.length, after.trips.length]).toEqual([1, 1]);
  // Where a range of an index now ends at another row, that one is looked at.
  expect(after.rows).toBeLessThanOrEqual(before.rows + 5);
  expect(await listScans(env.DB, after.trips.flat())).toEqual([]);
});

test("a write whose reply was lost, sent again, is done once", async () => {
  const instructor = await createInstructor();
  let isLost = false;
  const watched = watchDatabase(env.DB, {
    afterBatch: (sql) => {
      if (isLost || !sql.some((text) => text.includes("INSERT INTO availability_hours"))) return;
      isLost = true;
      throw new Error("D1_ERROR: the reply was lost");
    },
  });
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const tag = (await api.get(`${PATH}/weekly`, { as: instructor })).headers.get("etag") ?? "";
  const hours = Object.fromEntries(DAYS.map((day) => [day, RANGES]));
  const send = () =>
    api.send(`${PATH}/weekly`, {
      method: "PUT",
      body: { hours },
      headers: { "if-match": tag },
      as: instructor,
    });
  expect((await send()).status).toBe(500);
  const again = await send();
  expect([isLost, again.status, again.json.hours.sun]).toEqual([true, 200, RANGES]);
  const [row] = await query(
    "SELECT availability_version AS version FROM instructors WHERE id = ?",
    instructor.id,
  );
  expect(row).toEqual({ version: 2 });
});

test("a lesson booked between reading and writing keeps nobody from saving, and loses nothing", async () => {
  const instructor = await createInstructor();
  let isDone = false;
  const watched = watchDatabase(env.DB, {
    beforeBatch: async (sql) => {
      if (isDone || !sql.some((text) => text.includes("INSERT INTO availability_hours"))) return;
      isDone = true;
      await query(
        "UPDATE instructors SET availability_version = availability_version + 1 WHERE id = ?",
        instructor.id,
      );
    },
  });
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const tag = (await api.get(`${PATH}/weekly`, { as: instructor })).headers.get("etag") ?? "";
  const hours = Object.fromEntries(DAYS.map((day) => [day, RANGES]));
  const request = { method: "PUT", body: { hours }, headers: { "if-match": tag } };
  const { status } = await api.send(`${PATH}/weekly`, { ...request, as: instructor });
  expect([isDone, status]).toEqual([true, 200]);
  const rows = await query(
    "SELECT weekday FROM availability_hours WHERE instructor_id = ?",
    instructor.id,
  );
  expect(rows.length).toBe(14);
});

test("what somebody else saves in between is replaced as a whole, or under a condition not touched", async () => {
  const plain = createTestApi({ now: NOW });
  const [early, late] = [
    { start_time: "06:00", end_time: "07:00" },
    { start_time: "08:00", end_time: "09:00" },
  ];
  for (const [isConditional, status, kept] of [
    [false, 200, late],
    [true, 412, early],
  ] as const) {
    const instructor = await createInstructor();
    const save = (api: typeof plain, range: object, headers: Record<string, string> = {}) => {
      const body = { hours: Object.fromEntries(DAYS.map((name) => [name, [range]])) };
      return api.send(`${PATH}/weekly`, { method: "PUT", body, headers, as: instructor });
    };
    let isDone = false;
    const { db } = watchDatabase(env.DB, {
      beforeBatch: async (sql) => {
        if (isDone || !sql.some((text) => text.includes("INSERT INTO availability_hours"))) return;
        isDone = true;
        expect((await save(plain, early)).status).toBe(200);
      },
    });
    const tag = (await plain.get(`${PATH}/weekly`, { as: instructor })).headers.get("etag") ?? "";
    const slow = createTestApi({ now: NOW, bindings: { DB: db } });
    const answer = await save(slow, late, isConditional ? { "if-match": tag } : {});
    expect([isDone, answer.status]).toEqual([true, status]);
    const { json } = await plain.get(`${PATH}/weekly`, { as: instructor });
    for (const day of DAYS) expect(json.hours[day]).toEqual([kept]);
  }
});
