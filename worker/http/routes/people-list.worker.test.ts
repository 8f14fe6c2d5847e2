import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  createAdmin,
  createPerson,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = "2026-12-01T15:00:00Z";
const api = createTestApi({ now: NOW });

async function found(admin: TestPerson, params: Record<string, string>): Promise<string[]> {
  const { json } = await api.get(`/api/admin/users?${new URLSearchParams(params)}`, { as: admin });
  expect(json.total).toBe(json.items.length);
  return json.items.map(({ id }: { id: string }) => id).sort();
}

test("people are found by the beginning of their address or of either name, in any spelling", async () => {
  const admin = await createAdmin({ firstName: "Zora", lastName: "Admin" });
  const first = await createStudent({ firstName: "Quillon", lastName: "Ames" });
  const last = await createStudent({ firstName: "Bea", lastName: "Quilltree" });
  const accented = await createStudent({ firstName: "Élodie", lastName: "O'Ünal" });
  const wild = await createStudent({ firstName: "100%_Real", lastName: "Wild" });
  expect(await found(admin, { q: "quill" })).toEqual([first.id, last.id].sort());
  expect(await found(admin, { q: "  QUILLO " })).toEqual([first.id]);
  expect(await found(admin, { q: first.email.toUpperCase().slice(0, 26) })).toEqual([first.id]);
  expect(await found(admin, { q: first.email })).toEqual([first.id]);
  expect(await found(admin, { q: "ÉLO" })).toEqual([accented.id]);
  expect(await found(admin, { q: "o'ün" })).toEqual([accented.id]);
  expect(await found(admin, { q: "100%_" })).toEqual([wild.id]);
  for (const q of ["uill", "%", "_", "%uill%", "q_illon", "'", "x".repeat(100), "日".repeat(100)]) {
    expect(await found(admin, { q }), q).toEqual([]);
  }
});

test("filters of text, role and status hold together, and a blank text is none", async () => {
  const admin = await createAdmin({ firstName: "Filterer" });
  const both = await createPerson({ firstName: "Filtered", roles: ["student", "instructor"] });
  const suspended = await createStudent({ firstName: "Filtered", status: "suspended" });
  const gone = await createPerson({ firstName: "Filtered", status: "deactivated" });
  const q = "filtered";
  expect(await found(admin, { q })).toEqual([both.id, suspended.id, gone.id].sort());
  expect(await found(admin, { q, role: "student" })).toEqual([both.id, suspended.id].sort());
  expect(await found(admin, { q, role: "student", status: "active" })).toEqual([both.id]);
  expect(await found(admin, { q, status: "deactivated" })).toEqual([gone.id]);
  expect(await found(admin, { q, role: "admin" })).toEqual([]);
  const all = await query("SELECT id FROM users");
  const { json } = await api.get("/api/admin/users?q=%20&per_page=1", { as: admin });
  expect([json.total, json.items.length, json.has_next]).toEqual([all.length, 1, true]);
});

test("a list tells what is known of each account and nothing secret", async () => {
  const admin = await createAdmin({ firstName: "Listed" });
  const person = await createPerson({ firstName: "Listed", roles: ["student", "instructor"] });
  await query("UPDATE users SET created_at = 1 WHERE id = ?", person.id);
  const never = await createStudent({ firstName: "Listed" });
  await query("DELETE FROM sessions WHERE user_id = ?", never.id);
  await query("UPDATE sessions SET last_seen_at = 5000 WHERE user_id = ?", person.id);
  const { json, text } = await api.get("/api/admin/users?q=listed", { as: admin });
  expect(json.items.at(-1)).toEqual({
    id: person.id,
    email: person.email,
    first_name: "Listed",
    last_name: "Person",
    roles: ["instructor", "student"],
    account_status: "active",
    created_at: "1970-01-01T00:00:00.001Z",
    last_seen_at: "1970-01-01T00:00:05Z",
  });
  const item = json.items.find(({ id }: { id: string }) => id === never.id);
  expect(item).not.toHaveProperty("last_seen_at");
  expect(text).not.toContain("password");
});

test("the pages of a list follow each other, newest accounts first, with nobody twice or left out", async () => {
  const admin = await createAdmin({ firstName: "Zed" });
  const ids: string[] = [];
  for (let index = 0; index < 7; index++) {
    const { id } = await createStudent({ firstName: "Paged" });
    await query("UPDATE users SET created_at = ? WHERE id = ?", Math.floor(index / 2), id);
    ids.push(id);
  }
  const seen: string[] = [];
  for (const page of [1, 2, 3, 4]) {
    const path = `/api/admin/users?q=paged&per_page=3&page=${page}`;
    const { json } = await api.get(path, { as: admin });
    expect([json.total, json.page, json.per_page]).toEqual([7, page, 3]);
    expect([json.has_prev, json.has_next]).toEqual([page > 1, page < 3]);
    seen.push(...json.items.map(({ id }: { id: string }) => id));
  }
  expect([...seen].sort()).toEqual([...ids].sort());
  expect(seen[0]).toBe(ids[6]);
  expect(seen.slice(-2).sort()).toEqual(ids.slice(0, 2).sort());
});

test("a query that is not understood is refused and repeats nothing", async () => {
  const admin = await createAdmin();
  for (const [bad, code] of [
    [`q=${"x".repeat(101)}`, "invalid_parameter"],
    ["q=%00", "invalid_parameter"],
    ["role=owner", "invalid_parameter"],
    ["role=", "invalid_parameter"],
    ["status=erased", "invalid_parameter"],
    ["page=0", "invalid_parameter"],
    ["per_page=101", "invalid_parameter"],
    ["q=a&q=b", "invalid_parameter"],
    ["name=a", "unknown_parameter"],
  ] as const) {
    const { status, json } = await api.get(`/api/admin/users?${bad}`, { as: admin });
    expect([bad, status, json.code]).toEqual([bad, 400, code]);
  }
});

test("a search by text or role reads only what it finds, however many accounts there are", async () => {
  const admin = await createAdmin({ firstName: "Watcher" });
  const needle = await createStudent({ firstName: "Needle", lastName: "Haystack" });
  await query(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
    INSERT INTO users (id, email, password_hash, first_name, last_name, timezone, status, created_at, updated_at)
    SELECT 'hay-' || i, 'hay-' || i || '@example.test', 'none', 'Hay', 'Straw', 'UTC', 'active', i, i FROM n`);
  const watched = watchDatabase(env.DB);
  const own = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const { json } = await own.get("/api/admin/users?q=needle", { as: admin });
  expect(json.items.map(({ id }: { id: string }) => id)).toEqual([needle.id]);
  await own.get("/api/admin/users?role=admin", { as: admin });
  const [, byText = [], , byRole = []] = watched.batches;
  expect(watched.batches.length).toBe(4);
  expect(await listScans(env.DB, [...byText, ...byRole])).toEqual([]);
  for (const { sql, rowsRead } of byText) expect(rowsRead, sql).toBeLessThan(20);
});
