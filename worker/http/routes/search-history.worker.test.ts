import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi, testRandom } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { createInstructor, createStudent } from "../../../tests/factories.ts";
import { consumeEvents } from "../../jobs/consumer.ts";
import { createJobRepositories } from "../../services/compose/job-repositories.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const MINUTE_MS = 60_000;

/** An API whose queue only keeps what is sent, and somebody with a guest's cookie. */
function createGuest() {
  const sent: unknown[] = [];
  const EVENTS = { send: async (message: unknown) => void sent.push(message) };
  const api = createTestApi({ now: NOW, bindings: { EVENTS: EVENTS as unknown as Queue } });
  const as = { cookie: `guest=${testRandom.newToken()}` };
  const search = async (params: string | Record<string, string>, who = as) => {
    const wanted = typeof params === "string" ? { q: params } : params;
    const path = `/api/search/instructors?${new URLSearchParams(wanted)}`;
    const answer = await api.get(path, { as: who });
    expect(answer.status).toBe(200);
    api.clock.now += MINUTE_MS;
    return answer;
  };
  const list = async (limit?: number, who = as) => {
    const path = `/api/search-history${limit === undefined ? "" : `?limit=${limit}`}`;
    return (await api.get(path, { as: who })).json.items;
  };
  const queries = async (limit?: number, who = as) =>
    (await list(limit, who)).map((entry: { query: string }) => entry.query);
  const remove = (id: string, who = as) =>
    api.send(`/api/search-history/${id}`, { method: "DELETE", as: who });
  return { api, as, sent, search, list, queries, remove };
}

test("fifty identical searches at once are one row that counts fifty, and fifty events", async () => {
  const { api, as, sent, list } = createGuest();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => api.get("/api/search/instructors?q=tuba", { as })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect(await list(10)).toMatchObject([{ query: "tuba", search_count: 50 }]);
  expect(sent).toHaveLength(50);
  const { tracking } = createJobRepositories(env.DB.withSession());
  const messages = sent.map((body) => ({ body, ack() {}, retry() {} }));
  const batch = { messages } as unknown as MessageBatch;
  await consumeEvents(batch, { tracking, now: NOW, log: () => {} });
  const events = await query<{ id: string }>("SELECT id FROM search_events");
  const ids = answers.map(({ json }) => json.search_event_id);
  expect(new Set(events.map(({ id }) => id))).toEqual(new Set(ids));
  expect(new Set(ids).size).toBe(50);
});

test("the same words are one row, however they are written; the newest spelling shows", async () => {
  const { search, list } = createGuest();
  await createInstructor({ service: "cello" });
  await search("cello  lessons");
  await search("  CELLO lessons ");
  await search("Cello\t Lessons");
  expect(await list(10)).toEqual([
    {
      id: expect.any(String),
      query: "Cello Lessons",
      search_type: "natural_language",
      search_count: 3,
      result_count: 1,
      first_searched_at: "2026-12-01T15:00:00Z",
      last_searched_at: "2026-12-01T15:02:00Z",
    },
  ]);
  await search("caf\u00e9 guitar");
  await search("CAFE\u0301 guitar");
  expect(await list(1)).toMatchObject([{ search_count: 2 }]);
  expect(await list(10)).toHaveLength(2);
});

test("the newest number of results shows, and how it was searched for first", async () => {
  const { search, list } = createGuest();
  await search({ service: "violin" });
  await createInstructor({ service: "violin" });
  await search("violin");
  expect(await list(10)).toMatchObject([
    { query: "violin", search_type: "service_pill", search_count: 2, result_count: 1 },
  ]);
});

test("the ten newest are kept, three are shown unless another number is asked for", async () => {
  const { search, queries } = createGuest();
  for (let n = 1; n <= 13; n += 1) await search(`piano ${n}`);
  await search("piano 5");
  const newest = ["piano 5", ...[13, 12, 11, 10, 9, 8, 7, 6, 4].map((n) => `piano ${n}`)];
  expect(await queries()).toEqual(newest.slice(0, 3));
  expect(await queries(1)).toEqual(newest.slice(0, 1));
  expect(await queries(10)).toEqual(newest);
  const rows = await query("SELECT id FROM search_history WHERE normalized_query LIKE 'piano %'");
  expect(rows).toHaveLength(10);
});

test("a limit that is no number from 1 to 10 is refused", async () => {
  const { api, as } = createGuest();
  for (const limit of ["0", "11", "-1", "1.5", "x", ""]) {
    const { status, json } = await api.get(`/api/search-history?limit=${limit}`, { as });
    expect([status, json.code], limit).toEqual([400, "invalid_parameter"]);
  }
});

test("deleting removes one's own row once; everything else is not found", async () => {
  const { search, list, remove } = createGuest();
  const other = createGuest();
  await search("piano");
  await other.search("piano");
  const [mine] = await list();
  const [theirs] = await other.list();
  expect((await remove(theirs.id)).status).toBe(404);
  expect((await remove(mine.id, { cookie: "" })).status).toBe(404);
  const deleted = await remove(mine.id);
  expect([deleted.status, deleted.text]).toEqual([204, ""]);
  for (const id of [mine.id, "unknown", "%00", "x".repeat(500)]) {
    const again = await remove(id);
    expect([again.status, again.json.code], id).toEqual([404, "not_found"]);
  }
  expect(await list()).toEqual([]);
  expect(await other.list()).toEqual([theirs]);
});

test("what was deleted and is searched for again begins anew", async () => {
  const { search, list, remove } = createGuest();
  await search({ service: "piano" });
  await search("Piano");
  await remove((await list())[0].id);
  await search("PIANO");
  expect(await list()).toMatchObject([
    {
      query: "PIANO",
      search_type: "natural_language",
      search_count: 1,
      first_searched_at: "2026-12-01T15:02:00Z",
    },
  ]);
});

test("a deleted row takes none of the ten places", async () => {
  const { search, list, queries, remove } = createGuest();
  for (let n = 1; n <= 10; n += 1) await search(`guitar ${n}`);
  await remove((await list(1))[0].id);
  await search("guitar 11");
  expect(await queries(10)).toHaveLength(10);
  expect(await queries(10)).not.toContain("guitar 10");
});

test("a tap on a category is an event but no row of the history; a pill and a filter are both", async () => {
  const { search, sent, list } = createGuest();
  await search({ category: "music" });
  expect(await list(10)).toEqual([]);
  await search({ service: "piano" });
  await search({ min_price_cents: "1000", area: "brooklyn" });
  expect(await list(10)).toMatchObject([
    { query: "Brooklyn", search_type: "filter" },
    { query: "Piano", search_type: "service_pill" },
  ]);
  expect(sent).toMatchObject(
    ["category", "service_pill", "filter"].map((searchType) => ({ event: { searchType } })),
  );
});

test("a refused search leaves no trace", async () => {
  const { api, as, sent, list } = createGuest();
  for (const path of ["q=", `q=${"x".repeat(201)}`, "q=piano&page=0", "q=piano&mode=x"]) {
    expect((await api.get(`/api/search/instructors?${path}`, { as })).status).toBe(400);
  }
  expect(await list(10)).toEqual([]);
  expect(sent).toEqual([]);
});

test("a guest is known for 30 days by a random cookie, of which only a hash is kept", async () => {
  const { api } = createGuest();
  const first = await api.get("/api/search/instructors?q=piano");
  const [cookie = ""] = first.headers.getSetCookie().filter((one) => one.startsWith("guest="));
  expect(cookie).toMatch(/Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  const [, token = ""] = /^guest=([^;]+)/.exec(cookie) ?? [];
  const kept = await query(
    "SELECT * FROM guests UNION ALL SELECT guest_id, 0, 0, 0 FROM search_history",
  );
  expect(JSON.stringify(kept)).not.toContain(token);
  const again = await api.get("/api/search/instructors?q=piano", {
    as: { cookie: `guest=${token}` },
  });
  expect(again.headers.getSetCookie()).toContain(cookie);
  expect((await api.get("/api/search-history")).json.items).toEqual([]);
});

test("an account has a history of its own, whatever guest's cookie comes along", async () => {
  const { as, search, queries } = createGuest();
  const student = await createStudent();
  await search("flute");
  await search("drums", { cookie: `${student.cookie}; ${as.cookie}` });
  expect(await queries(10, student)).toEqual(["drums"]);
  expect(await queries(10)).toEqual(["flute"]);
});
