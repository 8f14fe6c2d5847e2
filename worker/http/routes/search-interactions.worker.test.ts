import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { createTestApi, testRandom } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { bookingBody, createInstructor, createStudent } from "../../../tests/factories.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const PATH = "/api/search-history/interactions";

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent
type Sent = any;

function createIsolate() {
  const sent: Sent[] = [];
  const EVENTS = { send: async (message: unknown) => void sent.push(message) };
  const watched = watchDatabase(env.DB);
  const bindings = { EVENTS: EVENTS as unknown as Queue, DB: watched.db };
  return { sent, watched, api: createTestApi({ now: NOW, bindings }) };
}

const id = () => testRandom.newId();
const click = (more: object = {}) => ({
  type: "click",
  instructor_id: id(),
  position: 1,
  elapsed_ms: 900,
  ...more,
});
const report = (...interactions: object[]) => ({ search_event_id: id(), interactions });

test("what was done with results is accepted at once, in one message and without the database", async () => {
  const { api, sent, watched } = createIsolate();
  const body = report(
    ...["impression", "hover", "click", "view_profile"].map((type, index) =>
      click({ type, position: index + 1, elapsed_ms: index * 1000 }),
    ),
  );
  const { status, json } = await api.post(PATH, body);
  expect([status, json]).toEqual([202, { accepted: 4 }]);
  expect(watched.batches).toEqual([]);
  expect(sent).toHaveLength(1);
  const { interactions } = sent[0];
  expect(interactions).toMatchObject(
    body.interactions.map((one) => ({
      searchEventId: body.search_event_id,
      createdAt: NOW,
      ...camel(one),
    })),
  );
  expect(new Set(interactions.map((one: { id: string }) => one.id)).size).toBe(4);
});

const camel = (one: Sent) => ({
  type: one.type,
  instructorId: one.instructor_id,
  position: one.position,
  elapsedMs: one.elapsed_ms,
});

const REFUSED: [what: string, body: unknown][] = [
  ["51 at once", report(...Array.from({ length: 51 }, () => click()))],
  ["none", report()],
  ["no list", { search_event_id: id(), interactions: {} }],
  ["no event", { interactions: [click()] }],
  ["an event that is no id", { ...report(click()), search_event_id: "1 OR 1=1" }],
  [
    "an id in capitals",
    { ...report(click()), search_event_id: id().toUpperCase().replace("0", "O") },
  ],
  ["an empty id", { ...report(click()), search_event_id: "" }],
  ["an id that is a number", { ...report(click()), search_event_id: 7 }],
  ["a booking, of which only the server knows", report(click({ type: "book" }))],
  ["an unknown type", report(click({ type: "buy" }))],
  ["an instructor that is no id", report(click({ instructor_id: "me" }))],
  ["no instructor", report(click({ instructor_id: undefined }))],
  ["position 0", report(click({ position: 0 }))],
  ["half a position", report(click({ position: 1.5 }))],
  ["a position in words", report(click({ position: "1" }))],
  ["no position", report(click({ position: null }))],
  ["time before the search", report(click({ elapsed_ms: -1 }))],
  ["more than a day", report(click({ elapsed_ms: 86_400_001 }))],
  ["something unknown", report(click({ user_id: "x" }))],
  ["one bad among good", report(click(), click({ type: "book" }), click())],
];

test("a report that cannot be true is refused whole and nothing of it is sent", async () => {
  for (const [what, body] of REFUSED) {
    const { api, sent } = createIsolate();
    const { status, json } = await api.post(PATH, body);
    expect([status, json.code, sent], what).toEqual([422, "validation_failed", []]);
  }
});

test("fifty at once are accepted, and their message stays far below what a queue takes", async () => {
  const { api, sent } = createIsolate();
  const most = click({ type: "view_profile", position: 100_000, elapsed_ms: 86_400_000 });
  const { status } = await api.post(PATH, report(...Array.from({ length: 50 }, () => most)));
  expect(status).toBe(202);
  expect(JSON.stringify(sent[0]).length).toBeLessThan(64_000);
});

test("who is not measured, and a bot, is answered as everybody and nothing is sent", async () => {
  const unmeasured: Record<string, string>[] = [
    { "sec-gpc": "1" },
    { dnt: "1" },
    { cookie: "measuring=declined" },
    { "user-agent": "Googlebot/2.1" },
  ];
  for (const headers of unmeasured) {
    const { api, sent } = createIsolate();
    const { status } = await api.post(PATH, report(click()), { headers });
    expect([status, sent], JSON.stringify(headers)).toEqual([202, []]);
  }
});

test("through the real queue everything arrives in the database, each thing once", {
  timeout: 60_000,
}, async () => {
  const api = createTestApi({ now: NOW });
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const found = await api.get("/api/search/instructors?q=Piano", { as: student });
  const eventId = found.json.search_event_id;
  const one = click({ instructor_id: instructor.id, position: 3 });
  const stranger = click();
  const body = { search_event_id: eventId, interactions: [one, stranger] };
  for (let i = 0; i < 2; i += 1) expect((await api.post(PATH, body)).status).toBe(202);
  const cookies = found.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const lesson = bookingBody(instructor, { date: "2026-12-02", start_time: "09:00" });
  const as = { cookie: [student.cookie, ...cookies].join("; ") };
  expect((await api.post("/api/bookings", lesson, { as })).status).toBe(201);

  const rows = (table: string, key: string, order: string) =>
    query(`SELECT * FROM ${table} WHERE ${key} = ? ORDER BY ${order}`, eventId);
  await vi.waitFor(
    async () => {
      expect(await rows("search_events", "id", "id")).toHaveLength(1);
      expect(await rows("search_interactions", "search_event_id", "type")).toHaveLength(2);
    },
    { timeout: 30_000, interval: 200 },
  );
  expect(await rows("search_events", "id", "id")).toMatchObject([
    { user_id: student.id, normalized_query: "piano", result_count: 1, services: '["piano"]' },
  ]);
  expect(await rows("search_interactions", "search_event_id", "type")).toMatchObject([
    { type: "book", instructor_id: instructor.id, elapsed_ms: 0 },
    { type: "click", instructor_id: instructor.id, position: 3, elapsed_ms: 900 },
  ]);
});
