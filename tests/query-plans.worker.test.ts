import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { query } from "./database.ts";
import { listScans } from "./query-plans.ts";

const scansOf = (sql: string, ...params: unknown[]) => listScans(env.DB, [{ sql, params }]);

test("a walk through a table or a whole index is found, in any part of a statement", async () => {
  for (const sql of [
    "SELECT id FROM bookings WHERE service_name = ?",
    "SELECT count(*) FROM bookings WHERE ? IS NOT NULL",
    "SELECT 1 FROM users AS u WHERE u.id = ? AND EXISTS (SELECT 1 FROM sessions WHERE user_agent = u.id)",
    "UPDATE bookings SET student_note = NULL WHERE location_detail = ?",
    "INSERT INTO ip_salts SELECT id, '', 0 FROM users WHERE last_name = ?",
    "DELETE FROM search_interactions WHERE position = ?",
  ]) {
    expect(await scansOf(sql, "x"), sql).toContainEqual({
      sql,
      step: expect.stringMatching(/^SCAN (bookings|sessions|users|search_interactions)\b/),
    });
  }
});

test("looking up by key, lists given as JSON and results of subqueries are no walk", async () => {
  for (const sql of [
    "SELECT id FROM users WHERE id = ?",
    "SELECT id FROM users WHERE id IN (SELECT value FROM json_each(?))",
    "SELECT ? AS one UNION ALL SELECT 2",
    "WITH one AS MATERIALIZED (SELECT id FROM users WHERE id = ?) SELECT * FROM (SELECT id FROM one LIMIT 1)",
  ]) {
    expect(await scansOf(sql, "[]"), sql).toEqual([]);
  }
});

test("the bodies of the triggers that a write fires are looked at as well", async () => {
  const write =
    "INSERT INTO blackouts (id, instructor_id, start_on, end_on, created_at) VALUES (?, 'i', 'a', 'b', 0)";
  expect(await scansOf(write, "x")).toEqual([]);
  await query(`CREATE TRIGGER careless AFTER INSERT ON blackouts BEGIN
    SELECT RAISE(ABORT, 'no') WHERE EXISTS (SELECT 1 FROM users WHERE last_name = NEW.reason);
  END`);
  expect(await scansOf(write, "x")).toEqual([
    { sql: expect.stringContaining("FROM users"), step: expect.stringMatching(/^SCAN users/) },
  ]);
});
