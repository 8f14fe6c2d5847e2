import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { createMember, sessionCookieOf, signIn } from "../../../tests/accounts.ts";
import { createTestApi, testRandom } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createStudent } from "../../../tests/factories.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import { sha256Hex } from "../../platform/hash.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");
const api = createTestApi({ now: NOW });

const list = async (as: { cookie: string }) =>
  (await api.get("/api/auth/sessions", { as })).json.items;
const end = (id: string, as: { cookie: string }, via = api) =>
  via.send(`/api/auth/sessions/${id}`, { method: "DELETE", as });
const statusOf = async (as: { cookie: string }) => (await api.get("/api/auth/me", { as })).status;

/** Somebody who is signed in at two more places, an hour and a minute ago. */
async function createTraveller() {
  const desk = await createMember();
  const phone = await signIn(desk.email, NOW - 3_600_000);
  const tablet = await signIn(desk.email, NOW - 60_000);
  return { desk, phone, tablet };
}

test("people see where they are signed in, newest first, which one asks, and no secret", async () => {
  const { desk, phone } = await createTraveller();
  const answer = await api.get("/api/auth/sessions", { as: phone });
  expect(answer.json.items).toEqual([
    expect.objectContaining({ created_at: "2026-12-01T14:59:00Z", is_current: false }),
    {
      id: expect.stringMatching(/^[0-9a-z]{26}$/),
      user_agent: "",
      created_at: "2026-12-01T14:00:00Z",
      last_seen_at: "2026-12-01T15:00:00Z",
      expires_at: "2026-12-15T15:00:00Z",
      is_current: true,
    },
    expect.objectContaining({ user_agent: "test", is_current: false }),
  ]);
  for (const { cookie } of [desk, phone]) {
    const token = cookie.replace("session=", "");
    expect(answer.text).not.toContain(token);
    expect(answer.text).not.toContain(await sha256Hex(token));
  }
  expect((await api.get("/api/auth/sessions")).status).toBe(401);
});

test("sessions that are over are not listed, and of very many the newest hundred are", async () => {
  const person = await createStudent();
  const rows = Array.from({ length: 105 }, (_, index) => ({ id: testRandom.newId(), index }));
  await query(
    `INSERT INTO sessions (id, user_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
     SELECT value ->> 'id', ?, value ->> 'id', 'n' || (value ->> 'index'), ? + (value ->> 'index'), ?,
       ? + iif(value ->> 'index' = 104, 0, 1)
     FROM json_each(?)`,
    person.id,
    NOW - 1000,
    NOW,
    NOW,
    JSON.stringify(rows),
  );
  const items = await list(person);
  expect(items).toHaveLength(100);
  expect([items[0].user_agent, items[99].user_agent]).toEqual(["n103", "n4"]);
});

test("ending another session ends that one at once", async () => {
  const { desk, phone, tablet } = await createTraveller();
  const [newest] = await list(desk);
  const answer = await end(newest.id, desk);
  expect([answer.status, answer.text, sessionCookieOf(answer)]).toEqual([204, "", null]);
  expect(await statusOf(tablet)).toBe(401);
  expect([await statusOf(desk), await statusOf(phone)]).toEqual([200, 200]);
  expect((await end(newest.id, desk)).status).toBe(404);
});

test("ending the one that asks signs out", async () => {
  const { desk, phone } = await createTraveller();
  const current = (await list(phone)).find((item: { is_current: boolean }) => item.is_current);
  const answer = await end(current.id, phone);
  expect([answer.status, sessionCookieOf(answer)]).toEqual([204, "session="]);
  expect([await statusOf(phone), await statusOf(desk)]).toEqual([401, 200]);
});

test("ending all others leaves the one that asks", async () => {
  const { desk, phone, tablet } = await createTraveller();
  const bystander = await createStudent();
  for (const _ of [1, 2]) {
    const answer = await api.send("/api/auth/sessions", { method: "DELETE", as: phone });
    expect([answer.status, sessionCookieOf(answer)]).toEqual([204, null]);
  }
  const statuses = [phone, desk, tablet, bystander].map(statusOf);
  expect(await Promise.all(statuses)).toEqual([200, 401, 401, 200]);
});

test("somebody else's session is not found, whoever asks, and stays", async () => {
  const person = await createStudent();
  const other = await createStudent();
  const [{ id }] = await list(other);
  const before = await countRows();
  const foreign = await end(id, person);
  const unknown = await end("no-such-session", person);
  expect([foreign.status, foreign.json.code]).toEqual([404, "not_found"]);
  const shown = ({ json }: typeof foreign) => ({ ...json, request_id: "" });
  expect(shown(foreign)).toEqual(shown(unknown));
  expect((await end(id, { cookie: "" })).status).toBe(401);
  expect((await end("x".repeat(5000), person)).status).toBe(404);
  const crossSite = { method: "DELETE", as: other, headers: { origin: "https://evil.example" } };
  expect((await api.send(`/api/auth/sessions/${id}`, crossSite)).json.code).toBe("csrf");
  expect((await api.send("/api/auth/sessions", crossSite)).json.code).toBe("csrf");
  expect(await countRows()).toEqual(before);
  expect(await statusOf(other)).toBe(200);
});

/** Somebody with a search in their history who wants it cleared at sign-out, or does not. */
async function createSearcher(clears: boolean) {
  const person = await createStudent();
  await query("UPDATE users SET clears_searches = ? WHERE id = ?", clears ? 1 : 0, person.id);
  await api.get("/api/search/instructors?q=piano", { as: person });
  const kept = () =>
    query("SELECT query FROM search_history WHERE user_id = ? AND deleted_at IS NULL", person.id);
  expect(await kept()).toHaveLength(1);
  return { person, kept };
}

test("signing out clears the searches of whoever wants that, and nobody else's", async () => {
  const one = await createSearcher(true);
  const other = await createSearcher(true);
  const content = await createSearcher(false);
  const logout = ({ cookie }: { cookie: string }) =>
    api.send("/api/auth/logout", { method: "POST", headers: { cookie } });
  for (const { person } of [one, content]) expect((await logout(person)).status).toBe(204);
  expect([await one.kept(), await other.kept(), await content.kept()]).toMatchObject([
    [],
    [{ query: "piano" }],
    [{ query: "piano" }],
  ]);
  const [{ id }] = await list(other.person);
  await end(id, other.person);
  expect(await other.kept()).toEqual([]);
});

test("a sign-out succeeds also when the searches cannot be cleared", async () => {
  const { person, kept } = await createSearcher(true);
  const watched = watchDatabase(env.DB, {
    beforeBatch: (texts) => {
      if (texts.some((text) => text.includes("search_history"))) throw new Error("down");
    },
  });
  const failing = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const headers = { cookie: person.cookie };
  expect((await failing.send("/api/auth/logout", { method: "POST", headers })).status).toBe(204);
  expect(failing.logged.map(({ event }) => event)).toEqual(["searches_not_cleared"]);
  expect(await statusOf(person)).toBe(401);
  expect(await kept()).toHaveLength(1);
});

test("a session that is over clears nothing", async () => {
  const { person, kept } = await createSearcher(true);
  await query("UPDATE sessions SET expires_at = ? WHERE user_id = ?", NOW, person.id);
  const headers = { cookie: person.cookie };
  expect((await api.send("/api/auth/logout", { method: "POST", headers })).status).toBe(204);
  expect(await kept()).toHaveLength(1);
});

test("who declined in their account is not measured, on whichever browser, and has a history all the same", async () => {
  const send = vi.fn();
  const measured = createTestApi({ now: NOW, bindings: { EVENTS: { send } as unknown as Queue } });
  const person = await createStudent();
  const search = () => measured.get("/api/search/instructors?q=cello", { as: person });
  await search();
  expect(send).toHaveBeenCalledTimes(1);
  await query("UPDATE users SET measuring_declined_at = 1 WHERE id = ?", person.id);
  expect((await search()).status).toBe(200);
  expect(send).toHaveBeenCalledTimes(1);
  const { json } = await measured.get("/api/search-history", { as: person });
  expect(json.items).toMatchObject([{ query: "cello", search_count: 2 }]);
});
