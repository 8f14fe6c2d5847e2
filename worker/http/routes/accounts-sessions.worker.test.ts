import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import { sha256Hex } from "../../platform/hash.ts";

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 30_000 });

const START = Date.parse("2026-12-01T15:00:00Z");
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const PASSWORD = "seven green tables";

/** Somebody new, who signed up at START, with the token that their browser now holds. */
async function signUp(email: string) {
  const api = createTestApi({ now: START });
  const answer = await api.post("/api/auth/register", {
    email,
    password: PASSWORD,
    first_name: "Tom",
    last_name: "Ivers",
  });
  expect(answer.status).toBe(201);
  const token = tokenOf(answer);
  const statusAt = async (at: number, cookie = `session=${token}`) => {
    api.clock.now = at;
    return (await api.get("/api/auth/me", { headers: { cookie } })).status;
  };
  return { api, token, id: answer.json.id as string, email, statusAt };
}

function tokenOf({ headers }: { headers: Headers }): string {
  return /^session=([^;]+)/.exec(headers.getSetCookie()[0] ?? "")?.[1] ?? "";
}

async function lastSeenAt(token: string): Promise<number | undefined> {
  const rows = await query<{ last_seen_at: number }>(
    "SELECT last_seen_at FROM sessions WHERE token_hash = ?",
    await sha256Hex(token),
  );
  return rows[0]?.last_seen_at;
}

test("the token of a session is in the cookie and in no table and no answer", async () => {
  const { api, token } = await signUp("hashed@example.test");
  const me = await api.get("/api/auth/me", { headers: { cookie: `session=${token}` } });
  expect(me.text).not.toContain(token);
  const tables = await query<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND NOT name GLOB '_cf_*'",
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
    expect([name, JSON.stringify(results).includes(token)]).toEqual([name, false]);
  }
  // And what is in the table signs nobody in.
  const headers = { cookie: `session=${await sha256Hex(token)}` };
  expect((await api.get("/api/auth/me", { headers })).status).toBe(401);
});

test("a session ends fourteen days after it was last used", async () => {
  const { statusAt } = await signUp("idle@example.test");
  expect(await statusAt(START + 14 * DAY_MS - 1)).toBe(200);
  // It was used just now, so there are fourteen more days.
  expect(await statusAt(START + 28 * DAY_MS - 2)).toBe(200);
  expect(await statusAt(START + 42 * DAY_MS - 2)).toBe(401);
});

test("a session that is used every day ends after sixty days all the same", async () => {
  const { statusAt } = await signUp("absolute@example.test");
  for (let day = 1; day < 60; day += 7) expect(await statusAt(START + day * DAY_MS)).toBe(200);
  expect(await statusAt(START + 60 * DAY_MS - 1)).toBe(200);
  expect(await statusAt(START + 60 * DAY_MS)).toBe(401);
});

test("use is written down once in a quarter of an hour at most", async () => {
  const { token, statusAt } = await signUp("touch@example.test");
  await statusAt(START + 15 * MINUTE_MS - 1);
  expect(await lastSeenAt(token)).toBe(START);
  await statusAt(START + 15 * MINUTE_MS);
  expect(await lastSeenAt(token)).toBe(START + 15 * MINUTE_MS);
  await statusAt(START + 29 * MINUTE_MS);
  expect(await lastSeenAt(token)).toBe(START + 15 * MINUTE_MS);
  await statusAt(START + 31 * MINUTE_MS);
  expect(await lastSeenAt(token)).toBe(START + 31 * MINUTE_MS);
});

test("signing out ends the session: the cookie is cleared, and sending the old one again is nothing", async () => {
  const { api, token, statusAt } = await signUp("logout@example.test");
  const headers = { cookie: `session=${token}` };
  const out = await api.send("/api/auth/logout", { method: "POST", headers });
  expect([out.status, out.text]).toEqual([204, ""]);
  expect(out.headers.getSetCookie()[0]).toBe("session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
  expect(await statusAt(START)).toBe(401);
  expect((await api.send("/api/auth/logout", { method: "POST", headers })).status).toBe(204);
  expect((await api.send("/api/auth/logout", { method: "POST" })).status).toBe(204);
});

test("signing in makes a new session and ends the one that came along, and no other", async () => {
  const { api, email, token, statusAt } = await signUp("rotate@example.test");
  const login = (cookie?: string) =>
    api.post(
      "/api/auth/login",
      { email, password: PASSWORD },
      { headers: cookie ? { cookie } : {} },
    );
  const elsewhere = tokenOf(await login());
  const next = tokenOf(await login(`session=${token}`));
  expect(new Set([token, elsewhere, next]).size).toBe(3);
  expect(await statusAt(START, `session=${token}`)).toBe(401);
  expect(await statusAt(START, `session=${next}`)).toBe(200);
  expect(await statusAt(START, `session=${elsewhere}`)).toBe(200);
});

test("a failed sign-in leaves the session that came along as it is", async () => {
  const { api, email, token, statusAt } = await signUp("failed@example.test");
  const headers = { cookie: `session=${token}` };
  const failed = await api.post("/api/auth/login", { email, password: "wrong" }, { headers });
  expect([failed.status, failed.headers.getSetCookie()]).toEqual([401, []]);
  expect(await statusAt(START)).toBe(200);
});

test("a token that somebody made up before the sign-in is not taken over", async () => {
  const { api, email, statusAt } = await signUp("fixed@example.test");
  const planted = "chosen-by-somebody-else";
  const headers = { cookie: `session=${planted}` };
  const answer = await api.post("/api/auth/login", { email, password: PASSWORD }, { headers });
  expect(tokenOf(answer)).not.toBe(planted);
  expect(await statusAt(START, `session=${planted}`)).toBe(401);
});

test("unknown, wrong and deactivated are the same answer, byte by byte", async () => {
  const { api, email } = await signUp("known@example.test");
  const gone = await signUp("gone@example.test");
  await query("UPDATE users SET status = 'deactivated' WHERE id = ?", gone.id);
  const attempts = [
    { email: "unknown@example.test", password: PASSWORD },
    { email, password: "not the password" },
    { email: gone.email, password: PASSWORD },
    { email: gone.email, password: "not the password" },
  ];
  const answers = [];
  for (const body of attempts) {
    const headers = { "x-request-id": "same" };
    const answer = await api.post("/api/auth/login", body, { headers });
    answer.headers.delete("server-timing");
    const nonce = /nonce-[^']+/g;
    const shown = JSON.stringify([...answer.headers]).replaceAll(nonce, "nonce");
    answers.push([answer.status, answer.text, shown]);
  }
  expect(answers[0]?.[0]).toBe(401);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test("who is deactivated is out at once, everywhere, and who is suspended is not", async () => {
  const { api, id, email, token, statusAt } = await signUp("status@example.test");
  await query("UPDATE users SET status = 'suspended' WHERE id = ?", id);
  const suspended = await api.get("/api/auth/me", { headers: { cookie: `session=${token}` } });
  expect(suspended.json.account_status).toBe("suspended");
  expect(suspended.json.permissions).not.toContain("create_bookings");
  expect(suspended.json.permissions).toContain("cancel_own_bookings");
  expect((await api.post("/api/auth/login", { email, password: PASSWORD })).status).toBe(200);
  await query("UPDATE users SET status = 'deactivated' WHERE id = ?", id);
  expect(await statusAt(START)).toBe(401);
});

test("who is shut out while their password is being checked is not let in", async () => {
  const { email, id } = await signUp("meanwhile@example.test");
  for (const change of ["password_hash = 'another'", "status = 'deactivated'"]) {
    const [before] = await query("SELECT * FROM users WHERE id = ?", id);
    const watched = watchDatabase(env.DB, {
      beforeBatch: async (texts) => {
        if (!texts.some((text) => text.startsWith("INSERT INTO sessions"))) return;
        await query("DELETE FROM sessions WHERE user_id = ?", id);
        await query(`UPDATE users SET ${change} WHERE id = ?`, id);
      },
    });
    const api = createTestApi({ now: START, bindings: { DB: watched.db } });
    const answer = await api.post("/api/auth/login", { email, password: PASSWORD });
    expect([change, answer.status, answer.json.code]).toEqual([change, 401, "invalid_credentials"]);
    expect(await query("SELECT id FROM sessions WHERE user_id = ?", id)).toEqual([]);
    await query(
      "UPDATE users SET password_hash = ?, status = 'active' WHERE id = ?",
      before?.password_hash,
      id,
    );
  }
});
