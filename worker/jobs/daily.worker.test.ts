import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createJobRunRepository, type JobProgress } from "../../db/repositories/job-runs.ts";
import { testRandom } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import { parseSettings } from "../env.ts";
import { createHandlers } from "../handlers.ts";
import { type DailyWork, runDaily } from "./daily.ts";

/** Two o'clock in New York. */
const DUE = Date.UTC(2026, 11, 1, 7);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LEASE_MS = 10 * MINUTE_MS;

const jobRuns = createJobRunRepository(
  openDatabase(env.DB.withSession("first-primary"), noDatabaseUse()),
);

const done: DailyWork = async () => ({ cursor: null, report: '"done"' });

const runOf = async (job: string) => await query("SELECT * FROM job_runs WHERE job = ?", job);

test("nothing is done before two, and the day's work once after it", async () => {
  let turns = 0;
  const at = (now: number) =>
    runDaily("once", { jobRuns, clock: () => now }, async () => {
      turns += 1;
      return { cursor: null, report: `${turns}` };
    });
  expect(await at(DUE - 1)).toBeNull();
  expect(await runOf("once")).toEqual([]);
  expect(await at(DUE)).toEqual({ date: "2026-12-01", report: "1" });
  for (const later of [0, 5 * MINUTE_MS, LEASE_MS, 20 * HOUR_MS]) {
    expect(await at(DUE + later)).toBeNull();
  }
  expect(turns).toBe(1);
  expect(await runOf("once")).toMatchObject([
    { date: "2026-12-01", status: "done", started_at: DUE, finished_at: DUE, cursor: null },
  ]);
  expect(await at(DUE + 24 * HOUR_MS)).toEqual({ date: "2026-12-02", report: "2" });
});

test("a day on which no tick came is left out, and the next is done as any other", async () => {
  const at = (now: number) => runDaily("missed", { jobRuns, clock: () => now }, done);
  await at(DUE);
  expect(await at(DUE + 72 * HOUR_MS)).toMatchObject({ date: "2026-12-04" });
  expect(await runOf("missed")).toHaveLength(2);
});

test("of many ticks at once one does the work", async () => {
  let turns = 0;
  const ticks = Array.from({ length: 20 }, () =>
    runDaily("race", { jobRuns, clock: () => DUE }, async () => {
      turns += 1;
      return { cursor: null, report: "1" };
    }),
  );
  const results = await Promise.all(ticks);
  expect([turns, results.filter((result) => result !== null).length]).toEqual([1, 1]);
});

test("a turn that ends early is taken up by the next tick where it stopped", async () => {
  const starts: JobProgress[] = [];
  const at = (now: number) =>
    runDaily("early", { jobRuns, clock: () => now }, async (from) => {
      starts.push(from);
      const count = Number(from.cursor ?? 0) + 1;
      return { cursor: count === 3 ? null : `${count}`, report: `${count}` };
    });
  for (let tick = 0; tick < 5; tick++) await at(DUE + tick * 5 * MINUTE_MS);
  expect(starts).toEqual([
    { cursor: null, report: null },
    { cursor: "1", report: "1" },
    { cursor: "2", report: "2" },
  ]);
  expect(await runOf("early")).toMatchObject([{ status: "done", report: "3" }]);
});

test("a turn that dies is taken up when its lease is over, from what it had written down", async () => {
  const die: DailyWork = async (_from, save) => {
    expect(await save({ cursor: "half", report: '"half"' })).toBe(true);
    throw new Error("killed");
  };
  await expect(runDaily("dies", { jobRuns, clock: () => DUE }, die)).rejects.toThrow("killed");
  const starts: JobProgress[] = [];
  const at = (now: number) =>
    runDaily("dies", { jobRuns, clock: () => now }, async (from) => {
      starts.push(from);
      return { cursor: null, report: '"whole"' };
    });
  expect(await at(DUE + LEASE_MS - 1)).toBeNull();
  expect(await at(DUE + LEASE_MS)).toMatchObject({ report: '"whole"' });
  expect(starts).toEqual([{ cursor: "half", report: '"half"' }]);
});

test("each sign of life keeps the turn, and one that comes too late is told so", async () => {
  const clock = { now: DUE };
  const other = (now: number) => runDaily("slow", { jobRuns, clock: () => now }, done);
  await runDaily("slow", { jobRuns, clock: () => clock.now }, async (_from, save) => {
    clock.now += LEASE_MS - 1;
    expect(await save({ cursor: "a", report: "1" })).toBe(true);
    // By the first lease it would be over.
    expect(await other(DUE + LEASE_MS)).toBeNull();
    clock.now += LEASE_MS;
    expect(await other(clock.now)).toMatchObject({ report: '"done"' });
    expect(await save({ cursor: "b", report: "2" })).toBe(false);
    return { cursor: null, report: "3" };
  });
  expect(await runOf("slow")).toMatchObject([{ status: "done", report: '"done"' }]);
});

/** A tick of the Worker's own cron; what the log says of retention. */
async function tick(now: number, db: D1Database = env.DB) {
  const logged: Record<string, unknown>[] = [];
  const handlers = createHandlers({
    settings: parseSettings({}),
    random: testRandom,
    clock: () => now,
    log: (event, facts) => void logged.push({ event, ...facts }),
  });
  await handlers.scheduled(createScheduledController(), { ...env, DB: db });
  return logged.filter(({ job }) => job === "retention");
}

const putLetters = (count: number) =>
  query(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO dead_letters (id, queue, body, attempts, created_at) SELECT 'l' || i, 'q', '{}', 1, 0 FROM n`,
    count,
  );

const countLetters = async () => (await query("SELECT 1 FROM dead_letters")).length;

test("the cron runs retention at two in New York, once a date, and tells what it removed", async () => {
  const day = Date.UTC(2026, 10, 1, 7);
  await putLetters(3);
  expect(await tick(day - 5 * MINUTE_MS)).toEqual([]);
  expect(await countLetters()).toBe(3);
  expect(await tick(day)).toEqual([
    { event: "job_done", job: "retention", date: "2026-11-01", dead_letters: 3 },
  ]);
  await putLetters(2);
  expect(await tick(day + 5 * MINUTE_MS)).toEqual([]);
  expect(await countLetters()).toBe(2);
  expect(await tick(day + 24 * HOUR_MS)).toMatchObject([{ date: "2026-11-02", dead_letters: 2 }]);
  expect(await runOf("retention")).toMatchObject([
    { date: "2026-11-01", status: "done", report: '{"rows":{"dead_letters":3},"isComplete":true}' },
    { date: "2026-11-02", status: "done" },
  ]);
});

test("a run of the cron that is killed between two pieces ends complete, and counts each row once", async () => {
  const day = Date.UTC(2026, 9, 1, 6);
  await putLetters(1200);
  let pieces = 0;
  const { db } = watchDatabase(env.DB, {
    beforeBatch: (texts) => {
      if (!texts.some((sql) => sql.includes('DELETE FROM "dead_letters"'))) return;
      pieces += 1;
      if (pieces === 2) throw new Error("killed");
    },
  });
  expect(await tick(day, db)).toMatchObject([{ event: "job_failed", job: "retention" }]);
  expect(await countLetters()).toBe(700);
  expect(await tick(day + 5 * MINUTE_MS)).toEqual([]);
  expect(await tick(day + LEASE_MS)).toMatchObject([{ date: "2026-10-01", dead_letters: 1200 }]);
  expect(await countLetters()).toBe(0);
});
