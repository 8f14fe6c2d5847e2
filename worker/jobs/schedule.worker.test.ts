import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { testRandom } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import { parseSettings } from "../env.ts";
import { createHandlers } from "../handlers.ts";
import { runSchedule } from "./schedule.ts";

const NOW = Date.UTC(2026, 11, 3, 15);
const HOUR_MS = 3_600_000;

/** What the tick logged of its salts; every other job has its own tests. */
async function tick(now: number) {
  const logged: unknown[] = [];
  const handlers = createHandlers({
    settings: parseSettings({}),
    random: testRandom,
    clock: () => now,
    log: (...entry) => void (entry[1]?.job === "purge-salts" && logged.push(entry)),
  });
  await handlers.scheduled(createScheduledController(), env);
  return logged;
}

async function putSalt(day: string, createdAt: number) {
  await query("INSERT INTO ip_salts (day, salt, created_at) VALUES (?, 'salt', ?)", day, createdAt);
}

const days = async () =>
  (await query<{ day: string }>("SELECT day FROM ip_salts ORDER BY day")).map(({ day }) => day);

test("a salt is gone 48 hours after it was made, and never sooner", async () => {
  await putSalt("2026-11-30", NOW - 72 * HOUR_MS);
  await putSalt("2026-12-01", NOW - 48 * HOUR_MS);
  await putSalt("2026-12-03", NOW - 15 * HOUR_MS);
  expect(await tick(NOW)).toEqual([["job_done", { job: "purge-salts", salts: 1 }]]);
  expect(await days()).toEqual(["2026-12-01", "2026-12-03"]);
  expect(await tick(NOW)).toEqual([]);
  await tick(NOW + 1);
  expect(await days()).toEqual(["2026-12-03"]);
});

test("ticks that come late and twice at once do the same", async () => {
  await putSalt("2027-01-01", Date.UTC(2027, 0, 1));
  const late = Date.UTC(2027, 1, 1);
  await Promise.all([tick(late), tick(late)]);
  expect(await days()).toEqual([]);
});

test("a job that fails is told in the log, and the others have their turn", async () => {
  const logged: unknown[] = [];
  const ran: string[] = [];
  const job = (name: string, run: () => void) => ({
    name,
    run: async () => {
      ran.push(name);
      run();
      return null;
    },
  });
  const broken = () => {
    throw new Error("broken");
  };
  await runSchedule(
    [job("one", () => {}), job("two", broken), job("three", () => {})],
    (...entry) => logged.push(entry),
  );
  expect(ran).toEqual(["one", "two", "three"]);
  expect(logged).toEqual([["job_failed", expect.objectContaining({ job: "two" })]]);
});
