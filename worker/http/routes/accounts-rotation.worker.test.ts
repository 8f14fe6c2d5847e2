import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createMember, PASSWORD, sessionCookieOf } from "../../../tests/accounts.ts";
import { createTestApi, testRandom } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { createAdmin, createStudent, type TestPerson } from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import { sha256Hex } from "../../platform/hash.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");
const GRACE_MS = 5 * 60_000;

function createClocked() {
  const api = createTestApi({ now: NOW });
  const me = (cookie: string | null) => api.get("/api/auth/me", { as: { cookie: cookie ?? "" } });
  const statusAt = async (at: number, cookie: string | null) => {
    api.clock.now = at;
    return (await me(cookie)).status;
  };
  return { api, me, statusAt };
}

const setDue = ({ id }: { id: string }) =>
  query("UPDATE sessions SET is_rotation_due = 1 WHERE user_id = ?", id);

/** Another session of the same person. */
async function addSession({ id }: TestPerson): Promise<string> {
  const token = testRandom.newToken();
  await query(
    `INSERT INTO sessions (id, user_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
     VALUES (?, ?, ?, 'other', ?, ?, ?)`,
    testRandom.newId(),
    id,
    await sha256Hex(token),
    NOW,
    NOW,
    NOW + 86_400_000,
  );
  return `session=${token}`;
}

test("a change of rights gives each session of the person another token with its next request", async () => {
  const { api, me } = createClocked();
  const admin = await createAdmin();
  const person = await createStudent();
  const phone = await addSession(person);
  const bystander = await createStudent();
  const roles = { method: "PUT", body: { roles: ["student", "admin"] }, as: admin };
  expect((await api.send(`/api/admin/users/${person.id}/roles`, roles)).status).toBe(200);
  const answers = [await me(person.cookie), await me(phone)];
  for (const { status, json } of answers) {
    expect([status, json.roles]).toEqual([200, expect.arrayContaining(["admin"])]);
  }
  const cookies = answers.map(sessionCookieOf);
  expect(new Set([...cookies, person.cookie, phone]).size).toBe(4);
  for (const cookie of cookies) {
    const again = await me(cookie);
    expect([again.status, sessionCookieOf(again)]).toEqual([200, null]);
  }
  expect(sessionCookieOf(await me(bystander.cookie))).toBeNull();
});

test("the replaced token works for five minutes, to the millisecond, and the new one goes on", async () => {
  const { me, statusAt } = createClocked();
  const person = await createStudent();
  await setDue(person);
  const cookie = sessionCookieOf(await me(person.cookie));
  expect(await statusAt(NOW + GRACE_MS - 1, person.cookie)).toBe(200);
  expect(await statusAt(NOW + GRACE_MS, person.cookie)).toBe(401);
  expect(await statusAt(NOW + GRACE_MS, cookie)).toBe(200);
});

test("of requests at once with the old token all succeed and one gets a new one", async () => {
  const { me } = createClocked();
  const person = await createStudent();
  await setDue(person);
  const answers = await Promise.all(Array.from({ length: 6 }, () => me(person.cookie)));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  const cookies = answers.map(sessionCookieOf).filter((cookie) => cookie !== null);
  expect(cookies).toHaveLength(1);
  expect((await me(cookies[0] ?? null)).status).toBe(200);
  // Also later ones with the old token get none: there is nothing more to do.
  expect(sessionCookieOf(await me(person.cookie))).toBeNull();
});

test("another token changes neither how long a session may stay nor whose it is", async () => {
  const { me } = createClocked();
  const person = await createStudent();
  const read = () =>
    query(
      `SELECT id, user_id, created_at, last_seen_at, expires_at, authenticated_at
       FROM sessions WHERE user_id = ?`,
      person.id,
    );
  const before = await read();
  await setDue(person);
  const cookie = sessionCookieOf(await me(person.cookie));
  expect(await read()).toEqual(before);
  const stored = await query<{ token_hash: string; previous_token_hash: string }>(
    "SELECT token_hash, previous_token_hash, rotated_at, is_rotation_due FROM sessions WHERE user_id = ?",
    person.id,
  );
  expect(stored).toEqual([
    {
      token_hash: await sha256Hex(cookie?.slice("session=".length) ?? ""),
      previous_token_hash: await sha256Hex(person.cookie.slice("session=".length)),
      rotated_at: NOW,
      is_rotation_due: 0,
    },
  ]);
});

test("after two changes in a row only the last two tokens are somebody's", async () => {
  const { me } = createClocked();
  const person = await createStudent();
  await setDue(person);
  const second = sessionCookieOf(await me(person.cookie));
  await setDue(person);
  // The first token still works, and does not take the place of the second.
  const late = await me(person.cookie);
  expect([late.status, sessionCookieOf(late)]).toEqual([200, null]);
  const third = sessionCookieOf(await me(second));
  expect(third).not.toBeNull();
  const statuses = [person.cookie, second, third].map(async (cookie) => (await me(cookie)).status);
  expect(await Promise.all(statuses)).toEqual([401, 200, 200]);
});

test("when the reply with the new token is lost the old one works until its minutes are over", async () => {
  const { statusAt } = createClocked();
  const person = await createStudent();
  await setDue(person);
  const watched = watchDatabase(env.DB, {
    afterBatch: (texts) => {
      if (texts.some((text) => text.includes("previous_token_hash = token_hash"))) {
        throw new Error("lost");
      }
    },
  });
  const lossy = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  expect((await lossy.get("/api/auth/me", { as: person })).status).toBe(500);
  expect(await statusAt(NOW + 1, person.cookie)).toBe(200);
  expect(await statusAt(NOW + GRACE_MS, person.cookie)).toBe(401);
});

test("signing out with the old token ends the session for both, and after its time for neither", async () => {
  for (const [after, ends] of [
    [GRACE_MS - 1, true],
    [GRACE_MS, false],
  ] as const) {
    const { api, me, statusAt } = createClocked();
    const person = await createStudent();
    await setDue(person);
    const cookie = sessionCookieOf(await me(person.cookie));
    api.clock.now = NOW + after;
    const headers = { cookie: person.cookie };
    const out = await api.send("/api/auth/logout", { method: "POST", headers });
    expect([out.status, sessionCookieOf(out)]).toEqual([204, "session="]);
    expect(await statusAt(NOW + after, person.cookie)).toBe(401);
    expect(await statusAt(NOW + after, cookie)).toBe(ends ? 401 : 200);
  }
});

test("an answer that signs out has the last word on the cookie", async () => {
  const { api, me } = createClocked();
  const person = await createStudent();
  await setDue(person);
  const [session] = await query<{ id: string }>(
    "SELECT id FROM sessions WHERE user_id = ?",
    person.id,
  );
  const out = await api.send(`/api/auth/sessions/${session?.id}`, { method: "DELETE", as: person });
  expect([out.status, sessionCookieOf(out)]).toEqual([204, "session="]);
  expect((await me(person.cookie)).status).toBe(401);
});

test("a refused request also brings the new token", async () => {
  const { api, me } = createClocked();
  const person = await createStudent();
  await setDue(person);
  const refused = await api.get("/api/admin/users", { as: person });
  expect(refused.status).toBe(403);
  expect((await me(sessionCookieOf(refused))).status).toBe(200);
});

test("signing in ends the session whose old token came along", async () => {
  const { api, me } = createClocked();
  const person = await createMember();
  await setDue(person);
  const cookie = sessionCookieOf(await me(person.cookie));
  const body = { email: person.email, password: PASSWORD };
  const login = await api.post("/api/auth/login", body, { as: person });
  expect(login.status).toBe(200);
  expect((await me(cookie)).status).toBe(401);
  expect((await me(person.cookie)).status).toBe(401);
  expect((await me(sessionCookieOf(login))).status).toBe(200);
});

test("who is deactivated or erased has no session by either token", async () => {
  const { me } = createClocked();
  for (const change of ["status = 'deactivated'", "erased_at = 1"]) {
    const person = await createStudent();
    await setDue(person);
    const cookie = sessionCookieOf(await me(person.cookie));
    await query(`UPDATE users SET ${change} WHERE id = ?`, person.id);
    await setDue(person);
    for (const one of [cookie, person.cookie]) {
      const answer = await me(one);
      expect([answer.status, sessionCookieOf(answer)]).toEqual([401, null]);
    }
  }
});

test("finding a session and replacing its token walks through no table", async () => {
  const person = await createStudent();
  await setDue(person);
  const watched = watchDatabase(env.DB);
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  await api.get("/api/auth/me", { as: person });
  const written = watched.statements().map(({ sql }) => sql);
  expect(written.some((sql) => sql.includes("previous_token_hash = token_hash"))).toBe(true);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});
