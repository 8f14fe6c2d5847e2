import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { testRandom } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import { createInstructor } from "../../tests/factories.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import { parseSettings } from "../env.ts";
import { createHandlers } from "../handlers.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const OPTIONS = { settings: parseSettings({}), random: testRandom, clock: () => NOW };
const EVENTS = "instainstru-int-events";
const DEAD = "instainstru-int-events-dead";

interface Sent {
  id: string;
  body: unknown;
  attempts?: number;
}

/** Hands a batch to the Worker as the queue would; what it logged, and what becomes of each message. */
async function deliver(messages: Sent[], { queue = EVENTS, db = env.DB } = {}) {
  const logged: string[] = [];
  const log = (event: string) => void logged.push(event);
  const batch = createMessageBatch(
    queue,
    messages.map((one) => ({ attempts: 1, timestamp: new Date(NOW), ...one })),
  );
  const context = createExecutionContext();
  await createHandlers({ ...OPTIONS, log }).queue(batch, { ...env, DB: db });
  const { explicitAcks, retryMessages, ackAll } = await getQueueResult(batch, context);
  return { acked: explicitAcks.toSorted(), retried: retryMessages, ackAll, logged };
}

const searchMessage = (eventId = testRandom.newId(), more: object = {}) => ({
  kind: "search",
  event: {
    eventId,
    userId: null,
    guestId: "guest",
    normalizedQuery: "piano under $80",
    searchType: "natural_language",
    resultCount: 7,
    services: ["piano"],
    category: null,
    device: "mobile",
    country: "US",
    region: "New York",
    city: "Brooklyn",
    borough: "brooklyn",
    ipHash: "00".repeat(16),
    referrer: "example.com",
    searchedAt: NOW - 1000,
    ...more,
  },
});

const clickOn = (instructorId: string, searchEventId: string, more: object = {}) => ({
  id: testRandom.newId(),
  searchEventId,
  type: "click",
  instructorId,
  position: 2,
  elapsedMs: 900,
  createdAt: NOW,
  ...more,
});

const interactionsMessage = (...interactions: object[]) => ({ kind: "interactions", interactions });

const eventRows = () => query("SELECT * FROM search_events ORDER BY id");
const interactionRows = () => query("SELECT * FROM search_interactions ORDER BY id");

test("a search and what was done with its results are kept as they were sent", async () => {
  const { id } = await createInstructor();
  const eventId = testRandom.newId();
  const { acked, retried } = await deliver([
    { id: "1", body: interactionsMessage(clickOn(id, eventId)) },
    { id: "2", body: searchMessage(eventId) },
  ]);
  expect([acked, retried]).toEqual([["1", "2"], []]);
  expect(await query("SELECT * FROM search_events WHERE id = ?", eventId)).toEqual([
    {
      id: eventId,
      user_id: null,
      guest_id: "guest",
      normalized_query: "piano under $80",
      search_type: "natural_language",
      result_count: 7,
      services: '["piano"]',
      category: null,
      device: "mobile",
      country: "US",
      region: "New York",
      city: "Brooklyn",
      borough: "brooklyn",
      ip_hash: "00".repeat(16),
      referrer: "example.com",
      searched_at: NOW - 1000,
    },
  ]);
  expect(
    await query("SELECT * FROM search_interactions WHERE search_event_id = ?", eventId),
  ).toMatchObject([{ type: "click", instructor_id: id, position: 2, elapsed_ms: 900 }]);
});

test("the same batch twice, whole or in pieces and in any order, changes nothing", async () => {
  const { id } = await createInstructor();
  const events = Array.from({ length: 12 }, () => testRandom.newId());
  const messages = events.flatMap((eventId, index) => [
    { id: `s${index}`, body: searchMessage(eventId) },
    { id: `i${index}`, body: interactionsMessage(clickOn(id, eventId)) },
  ]);
  const first = await deliver(messages);
  expect(first.acked).toHaveLength(24);
  const before = [await eventRows(), await interactionRows()];
  await deliver(messages);
  await deliver(messages.toReversed());
  await deliver(
    [...messages.slice(7), ...messages.slice(0, 9)].map((one, n) => ({ ...one, id: `${n}` })),
  );
  expect([await eventRows(), await interactionRows()]).toEqual(before);
  expect(before[0]?.length).toBeGreaterThanOrEqual(12);
});

test("the same thing done twice with one result of one search is kept once", async () => {
  const { id } = await createInstructor();
  const eventId = testRandom.newId();
  const [one, other] = [clickOn(id, eventId), clickOn(id, eventId, { position: 5 })];
  const hover = clickOn(id, eventId, { type: "hover" });
  await deliver([{ id: "1", body: interactionsMessage(one, other, hover) }]);
  const kept = await query<{ type: string; position: number }>(
    "SELECT type, position FROM search_interactions WHERE search_event_id = ? ORDER BY type",
    eventId,
  );
  expect(kept).toEqual([
    { type: "click", position: 2 },
    { type: "hover", position: 2 },
  ]);
});

const POISON: unknown[] = [
  null,
  "text",
  42,
  [],
  {},
  { kind: "other" },
  { kind: "search" },
  { kind: "search", event: null },
  searchMessage("a", { searchType: "guess" }),
  searchMessage("b", { device: "toaster" }),
  searchMessage("c", { resultCount: -1 }),
  searchMessage("d", { resultCount: 1e300 }),
  searchMessage("e", { resultCount: "7" }),
  searchMessage("f", { services: "piano" }),
  searchMessage("g", { normalizedQuery: "x".repeat(1001) }),
  searchMessage("h", { searchedAt: 1.5 }),
  interactionsMessage({}),
  interactionsMessage(clickOn("i", "e", { type: "buy" })),
  interactionsMessage(clickOn("i", "e", { position: -1 })),
  { kind: "interactions", interactions: "none" },
];

test("a message that nobody can read is tried again until it is set aside, and holds up no other", async () => {
  const [first, last] = [testRandom.newId(), testRandom.newId()];
  const poison = POISON.map((body, index) => ({ id: `p${index}`, body }));
  const { acked, retried, logged } = await deliver([
    { id: "first", body: searchMessage(first) },
    ...poison,
    { id: "last", body: searchMessage(last) },
  ]);
  expect(acked).toEqual(["first", "last"]);
  expect(retried.map(({ msgId }) => msgId)).toEqual(poison.map(({ id }) => id));
  expect(logged).toEqual([]);
  const kept = await query("SELECT id FROM search_events WHERE id IN (?, ?)", first, last);
  expect(kept).toHaveLength(2);
});

test("a batch of nothing but poison asks the database for nothing", async () => {
  const watched = watchDatabase(env.DB);
  const { acked, retried } = await deliver([{ id: "1", body: {} }], { db: watched.db });
  expect([acked, retried.length, watched.batches.length]).toEqual([[], 1, 0]);
});

test("what somebody is said to have done with nobody is left out, the rest of it kept", async () => {
  const { id } = await createInstructor();
  const eventId = testRandom.newId();
  const [known, unknown] = [clickOn(id, eventId), clickOn(testRandom.newId(), eventId)];
  const { acked } = await deliver([{ id: "1", body: interactionsMessage(unknown, known) }]);
  expect(acked).toEqual(["1"]);
  expect(
    await query("SELECT id FROM search_interactions WHERE search_event_id = ?", eventId),
  ).toEqual([{ id: known.id }]);
});

test("while the database fails all are tried again, and then written", async () => {
  const db = watchDatabase(env.DB, {
    beforeBatch: () => {
      throw new Error("D1 is down");
    },
  }).db;
  const eventId = testRandom.newId();
  const messages = [
    { id: "1", body: searchMessage(eventId), attempts: 1 },
    { id: "2", body: searchMessage(), attempts: 4 },
  ];
  const down = await deliver(messages, { db });
  expect(down.acked).toEqual([]);
  expect(down.retried.map(({ msgId }) => msgId)).toEqual(["1", "2"]);
  expect(down.logged).toEqual(["events_not_written"]);
  expect((await deliver(messages)).acked).toEqual(["1", "2"]);
  expect(await query("SELECT id FROM search_events WHERE id = ?", eventId)).toHaveLength(1);
});

test("each attempt that failed makes the wait before the next longer", async () => {
  const waits: unknown[] = [];
  const messages = [1, 2, 5].map((attempts) => ({
    attempts,
    body: searchMessage(),
    retry: (options: unknown) => void waits.push(options),
  }));
  const db = watchDatabase(env.DB, {
    beforeBatch: () => {
      throw new Error("D1 is down");
    },
  }).db;
  const batch = { queue: EVENTS, messages } as unknown as MessageBatch;
  await createHandlers({ ...OPTIONS, log: () => {} }).queue(batch, { ...env, DB: db });
  expect(waits).toEqual([10, 20, 50].map((delaySeconds) => ({ delaySeconds })));
});

test("a batch whose write went through although the answer was lost is written once", async () => {
  const db = watchDatabase(env.DB, {
    afterBatch: () => {
      throw new Error("connection lost");
    },
  }).db;
  const messages = [{ id: "1", body: searchMessage() }];
  expect((await deliver(messages, { db })).retried).toHaveLength(1);
  const written = await eventRows();
  expect((await deliver(messages)).acked).toEqual(["1"]);
  expect(await eventRows()).toEqual(written);
});

test("a full batch is one round trip", async () => {
  const { id } = await createInstructor();
  const watched = watchDatabase(env.DB);
  const messages = Array.from({ length: 50 }, (_, index) => ({
    id: `${index}`,
    body: index % 2 ? searchMessage() : interactionsMessage(clickOn(id, testRandom.newId())),
  }));
  expect((await deliver(messages, { db: watched.db })).acked).toHaveLength(50);
  expect(watched.batches).toHaveLength(1);
});

test("dead letters are recorded once, whatever they are, and taken off their queue", async () => {
  const bodies = [{ any: "thing" }, null, "text", searchMessage("later")];
  const letters = bodies.map((body, index) => ({ id: `dead-${index}`, body, attempts: 6 }));
  const { ackAll, retried, logged } = await deliver(letters, { queue: DEAD });
  expect([ackAll, retried, logged]).toEqual([true, [], ["dead_letters_recorded"]]);
  await deliver(letters, { queue: DEAD });
  expect(await query("SELECT * FROM dead_letters ORDER BY id")).toEqual(
    bodies.map((body, index) => ({
      id: `dead-${index}`,
      queue: DEAD,
      body: JSON.stringify(body),
      attempts: 6,
      created_at: NOW,
    })),
  );
});
