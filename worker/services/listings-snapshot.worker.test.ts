import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { seedDemo } from "../../db/seed/apply.ts";
import { generateDemo } from "../../db/seed/demo.ts";
import { createTestApi } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import { brokenCache, watchCache } from "../../tests/watched-cache.ts";
import { watchDatabase } from "../../tests/watched-database.ts";

const NOW = Date.UTC(2026, 9, 20, 14, 5);
const DAY_MS = 86_400_000;
const INSTRUCTORS = 250;
const BOT = { headers: { "user-agent": "Googlebot/2.1" } };

beforeAll(async () => {
  const size = { instructors: INSTRUCTORS, students: 20, bookings: 100, searches: 0 };
  await seedDemo(env.DB, generateDemo({ seed: 3, now: NOW, passwordHash: "x", ...size }));
});

/** An isolate that has just started, with its KV and its database watched. */
function startIsolate({
  now = NOW,
  kv = env.AVAILABILITY,
}: {
  now?: number;
  kv?: KVNamespace;
} = {}) {
  const cache = watchCache(kv);
  const database = watchDatabase(env.DB);
  const api = createTestApi({ now, bindings: { AVAILABILITY: cache.kv, DB: database.db } });
  const search = async (params = "min_price_cents=0") => {
    const { status, json } = await api.get(`/api/search/instructors?per_page=100&${params}`, BOT);
    expect(status).toBe(200);
    return json;
  };
  const rowsRead = () => database.statements().reduce((sum, { rowsRead }) => sum + rowsRead, 0);
  return { api, search, calls: cache.calls, database, rowsRead };
}

const operations = (calls: { operation: string; key: string }[]) =>
  calls.map(({ operation, key }) => `${operation} ${key}`);

test("the first isolate of a day leaves a snapshot, from which the next start", async () => {
  await env.AVAILABILITY.delete("listings");
  const first = startIsolate();
  const answer = await first.search();
  expect(answer.total).toBe(INSTRUCTORS);
  expect(operations(first.calls)).toEqual(["get listings", "put listings"]);
  expect(first.rowsRead()).toBeGreaterThan(INSTRUCTORS * 10);

  const second = startIsolate();
  expect((await second.search()).items).toEqual(answer.items);
  expect(operations(second.calls)).toEqual(["get listings"]);
  expect(second.database.batches).toHaveLength(1);
  expect(second.rowsRead()).toBeLessThan(30);

  await second.search();
  expect(operations(second.calls)).toEqual(["get listings"]);
});

test("what changed since the snapshot is followed, and somebody who left stays away", async () => {
  await startIsolate().search();
  const [{ id: gone } = { id: "" }, { id: renamed } = { id: "" }] = await query<{ id: string }>(
    "SELECT id FROM instructors ORDER BY id LIMIT 2",
  );
  await query("UPDATE users SET status = 'suspended' WHERE id = ?", gone);
  await query("UPDATE users SET first_name = 'Zelda', last_name = 'Zed' WHERE id = ?", renamed);
  const isolate = startIsolate();
  const { total } = await isolate.search();
  expect(total).toBe(INSTRUCTORS - 1);
  const pages = [1, 2, 3].map((page) => isolate.search(`min_price_cents=0&page=${page}`));
  const names = (await Promise.all(pages)).flatMap(({ items }) =>
    items.map(
      ({ instructor }: { instructor: { display_name: string } }) => instructor.display_name,
    ),
  );
  expect(names).toContain("Zelda Z.");
  await query("UPDATE users SET status = 'active' WHERE id = ?", gone);
  expect((await startIsolate().search()).total).toBe(INSTRUCTORS);
});

test("a KV that is down, late or full of something else changes no answer", async () => {
  await env.AVAILABILITY.delete("listings");
  const { items } = await startIsolate().search();
  const broken = startIsolate({ kv: brokenCache(env.AVAILABILITY).kv });
  expect((await broken.search()).items).toEqual(items);
  expect(broken.api.logged.map(({ event, facts }) => [event, facts.operation])).toEqual([
    ["cache_failed", "get"],
    ["cache_failed", "put"],
  ]);
  for (const nonsense of ["", "{}", "not gzip at all"]) {
    await env.AVAILABILITY.put("listings", nonsense);
    expect((await startIsolate().search()).items).toEqual(items);
  }
});

test("a snapshot of another day is not used, as it knows other days", async () => {
  await startIsolate().search();
  const later = startIsolate({ now: NOW + 2 * DAY_MS });
  expect((await later.search()).total).toBe(INSTRUCTORS);
  expect(operations(later.calls)).toEqual(["get listings", "put listings"]);
  const [{ n } = { n: 0 }] = await query<{ n: number }>(
    "SELECT count(*) AS n FROM listing_changes",
  );
  expect(n).toBe(INSTRUCTORS);
});

test("many first searches at once all answer the same", async () => {
  await env.AVAILABILITY.delete("listings");
  const isolate = startIsolate();
  const answers = await Promise.all(Array.from({ length: 12 }, () => isolate.search()));
  expect(new Set(answers.map(({ total }) => total))).toEqual(new Set([INSTRUCTORS]));
  for (const { items } of answers) expect(items).toEqual(answers[0].items);
});
