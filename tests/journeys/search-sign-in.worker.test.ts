import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi, type TestResponse, testRandom } from "../api.ts";
import { query } from "../database.ts";
import { createInstructor } from "../factories.ts";
import { watchDatabase } from "../watched-database.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const MINUTE_MS = 60_000;
const PASSWORD = "correct horse battery";

function createBrowser(bindings: { DB?: D1Database } = {}) {
  const EVENTS = { send: async () => {} } as unknown as Queue;
  const api = createTestApi({ now: NOW, bindings: { EVENTS, ...bindings } });
  const guest = `guest=${testRandom.newToken()}`;
  const email = `${testRandom.newId()}@example.test`;
  const search = async (words: string, cookie = guest) => {
    api.clock.now += MINUTE_MS;
    const path = `/api/search/instructors?q=${encodeURIComponent(words)}`;
    expect((await api.get(path, { as: { cookie } })).status).toBe(200);
  };
  const register = (cookie = guest) => {
    const person = { email, password: PASSWORD, first_name: "Ada", last_name: "Byron" };
    return api.post("/api/auth/register", person, { as: { cookie } });
  };
  const login = (cookie = guest) =>
    api.post("/api/auth/login", { email, password: PASSWORD }, { as: { cookie } });
  const list = async (cookie = guest) =>
    (await api.get("/api/search-history?limit=10", { as: { cookie } })).json.items;
  return { api, guest, search, register, login, list };
}

const sessionOf = ({ headers }: TestResponse) =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith("session="))
    ?.split(";")[0] ?? "";

test("who signs up finds what they searched for as a guest, and the guest is left with nothing", async () => {
  const { guest, search, register, list } = createBrowser();
  await search("Piano");
  await search("guitar in brooklyn");
  await search("piano");
  const before = await list();
  const registered = await register();
  expect(registered.status).toBe(201);
  const session = sessionOf(registered);
  const idless = (entries: { id: string }[]) => entries.map(({ id: _, ...entry }) => entry);
  expect(idless(await list(session))).toEqual(idless(before));
  expect(await list()).toEqual([]);
  await search("cello", `${session}; ${guest}`);
  expect(await list(session)).toHaveLength(3);
});

test("signing in merges the two: counts add, first the oldest, last the newest", async () => {
  const { search, register, login, list } = createBrowser();
  const session = sessionOf(await register(""));
  await search("Piano", session);
  await createInstructor({ service: "piano" });
  await search("PIANO");
  await search("piano");
  await search("Guitar");
  await search("guitar", session);
  await search("cello");
  const merged = sessionOf(await login());
  expect(await list(merged)).toMatchObject([
    { query: "cello", search_count: 1 },
    { query: "guitar", search_count: 2, last_searched_at: "2026-12-01T15:05:00Z" },
    {
      query: "piano",
      search_count: 3,
      result_count: 1,
      first_searched_at: "2026-12-01T15:01:00Z",
      last_searched_at: "2026-12-01T15:03:00Z",
    },
  ]);
});

test("signing in once more moves nothing, and later searches of the guest come after", async () => {
  const { search, register, login, list } = createBrowser();
  await search("piano");
  const session = sessionOf(await register());
  const moved = await list(session);
  expect(moved).toHaveLength(1);
  expect(await list(sessionOf(await login()))).toEqual(moved);
  await search("piano");
  expect(await list(sessionOf(await login()))).toMatchObject([{ search_count: 2 }]);
});

test("signing in from two windows at once moves everything once", async () => {
  const { search, register, login, list } = createBrowser();
  await register("");
  for (const words of ["piano", "piano", "guitar"]) await search(words);
  const answers = await Promise.all([login(), login(), login()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await list(sessionOf(answers[0] as TestResponse))).toMatchObject([
    { query: "guitar", search_count: 1 },
    { query: "piano", search_count: 2 },
  ]);
});

test("of two full histories the ten newest are kept", async () => {
  const { search, register, login, list } = createBrowser();
  const session = sessionOf(await register(""));
  for (let n = 1; n <= 8; n += 1) {
    await search(`piano ${n}`, session);
    await search(`guitar ${n}`);
  }
  const queries = (await list(sessionOf(await login()))).map(
    ({ query: q }: { query: string }) => q,
  );
  const newest = [8, 7, 6, 5, 4].flatMap((n) => [`guitar ${n}`, `piano ${n}`]);
  expect(queries).toEqual(newest);
});

test("what either of the two deleted stays deleted, unless it was searched for again", async () => {
  const { api, guest, search, register, login, list } = createBrowser();
  const session = sessionOf(await register(""));
  const remove = async (cookie: string) => {
    const [{ id }] = await list(cookie);
    const path = `/api/search-history/${id}`;
    expect((await api.send(path, { method: "DELETE", as: { cookie } })).status).toBe(204);
  };
  await search("piano");
  await remove(guest);
  await search("guitar", session);
  await remove(session);
  await search("guitar");
  expect(await list(sessionOf(await login()))).toMatchObject([
    { query: "guitar", search_count: 1, first_searched_at: "2026-12-01T15:03:00Z" },
  ]);
});

test("a sign-in goes well also when the history cannot be moved, and the next one moves it", async () => {
  let isDown = true;
  const watched = watchDatabase(env.DB, {
    beforeBatch: (sql) => {
      if (isDown && sql.some((text) => /'-moved'/.test(text))) throw new Error("down");
    },
  });
  const { api, search, register, login, list } = createBrowser({ DB: watched.db });
  await search("piano");
  const registered = await register();
  expect(registered.status).toBe(201);
  expect(api.logged.map(({ event }) => event)).toEqual(["searches_not_moved"]);
  expect(await list(sessionOf(registered))).toEqual([]);
  isDown = false;
  expect(await list(sessionOf(await login()))).toMatchObject([{ query: "piano" }]);
});

test("the guest is marked as converted once, by the account it became", async () => {
  const { api, search, register, login } = createBrowser();
  await search("piano");
  const registered = await register();
  const convertedAt = api.clock.now;
  api.clock.now += MINUTE_MS;
  await login();
  const guests = await query(
    "SELECT converted_at FROM guests WHERE converted_user_id = ?",
    registered.json.id,
  );
  expect(guests).toEqual([{ converted_at: convertedAt }]);
});
