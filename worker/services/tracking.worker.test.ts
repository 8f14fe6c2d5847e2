import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi, type TestRequest, testRandom } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import { bookingBody, createInstructor, createStudent } from "../../tests/factories.ts";
import { watchDatabase } from "../../tests/watched-database.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const DAY_MS = 86_400_000;
const SEARCH = "/api/search/instructors?q=piano";

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent
type Sent = any;

/** An isolate whose queue keeps what is sent, or fails. */
function createIsolate({ now = NOW, isDown = false, db = env.DB } = {}) {
  const sent: Sent[] = [];
  const send = async (message: unknown) => {
    if (isDown) throw new Error("queue is down");
    sent.push(message);
  };
  const EVENTS = { send } as unknown as Queue;
  return { sent, api: createTestApi({ now, bindings: { EVENTS, DB: db } }) };
}

const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

test("a search is one message that says who, what, how many and from what, and no address", async () => {
  const { api, sent } = createIsolate();
  await createInstructor();
  const { json } = await api.get("/api/search/instructors?q=Piano++under+%2480", {
    headers: {
      "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148",
      "cf-connecting-ip": "203.0.113.9",
      referer: "https://news.example.com/some/page?secret=1",
    },
  });
  expect(sent).toEqual([
    {
      kind: "search",
      event: {
        eventId: json.search_event_id,
        normalizedQuery: "piano under $80",
        searchType: "natural_language",
        resultCount: 1,
        services: ["piano"],
        category: null,
        userId: null,
        guestId: expect.stringMatching(/^[0-9a-f]{64}$/),
        device: "mobile",
        country: null,
        region: null,
        city: null,
        borough: null,
        referrer: "news.example.com",
        ipHash: expect.stringMatching(/^[0-9a-f]{32}$/),
        searchedAt: NOW,
      },
    },
  ]);
});

test("an account is named by its id; a page of ours and no address are nothing", async () => {
  const { api, sent } = createIsolate();
  const student = await createStudent();
  await api.get(SEARCH, { as: student, headers: { referer: "http://localhost/search" } });
  expect(sent).toMatchObject([
    { event: { userId: student.id, guestId: null, referrer: null, ipHash: null } },
  ]);
});

const UNMEASURED: [why: string, headers: Record<string, string>][] = [
  ["Sec-GPC", { "sec-gpc": "1" }],
  ["DNT", { dnt: "1" }],
  ["a declined consent", { cookie: "measuring=declined" }],
];

test("who signals or declines is not measured, and has a history all the same", async () => {
  for (const [why, headers] of UNMEASURED) {
    const { api, sent } = createIsolate();
    const guest = `guest=${testRandom.newToken()}`;
    const cookie = headers.cookie ? `${guest}; ${headers.cookie}` : guest;
    const { status } = await api.get(SEARCH, { headers: { ...headers, cookie } });
    expect([status, sent], why).toEqual([200, []]);
    const { json } = await api.get("/api/search-history", { as: { cookie: guest } });
    expect(json.items, why).toMatchObject([{ query: "piano", search_count: 1 }]);
  }
  const { api, sent } = createIsolate();
  await api.get(SEARCH, { headers: { "sec-gpc": "0", dnt: "0", cookie: "measuring=" } });
  expect(sent).toHaveLength(1);
});

test("bots and pages fetched ahead are no searches: no event and no history", async () => {
  const ghosts: Record<string, string>[] = [
    { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
    { "user-agent": "Mozilla/5.0 (compatible; bingbot/2.0)" },
    { "sec-purpose": "prefetch" },
    { "sec-purpose": "prefetch;prerender" },
    { purpose: "prefetch" },
  ];
  for (const headers of ghosts) {
    const { api, sent } = createIsolate();
    const as = { cookie: `guest=${testRandom.newToken()}` };
    const { status } = await api.get(SEARCH, { as, headers });
    expect([status, sent], JSON.stringify(headers)).toEqual([200, []]);
    const { json } = await api.get("/api/search-history", { as });
    expect(json.items, JSON.stringify(headers)).toEqual([]);
  }
});

/** The hash that a search from this address is sent with. */
async function hashOf(address: string, now: number, isolate = createIsolate()) {
  isolate.api.clock.now = now;
  isolate.sent.length = 0;
  await isolate.api.get(SEARCH, { headers: { "cf-connecting-ip": address } });
  return isolate.sent[0].event.ipHash;
}

test("an address has one hash within a UTC day, in every isolate, and another the next day", async () => {
  const midnight = Date.UTC(2026, 11, 10);
  const isolate = createIsolate();
  const one = await hashOf("203.0.113.9", midnight, isolate);
  expect(await hashOf("203.0.113.9", midnight + DAY_MS - 1, isolate)).toBe(one);
  expect(await hashOf("203.0.113.9", midnight + 1000)).toBe(one);
  expect(await hashOf("203.0.113.10", midnight)).not.toBe(one);
  expect(await hashOf("203.0.113.9", midnight + DAY_MS, isolate)).not.toBe(one);
  expect(await hashOf("203.0.113.9", midnight - 1)).not.toBe(one);
});

test("a home with IPv6 has one hash, its neighbours have others", async () => {
  const now = Date.UTC(2026, 11, 15);
  const one = await hashOf("2001:db8:1:2::1", now);
  expect(await hashOf("2001:db8:1:2:ffff:1:2:3", now)).toBe(one);
  expect(await hashOf("2001:db8:1:3::1", now)).not.toBe(one);
});

test("isolates that are the first of a day at once take the same salt", async () => {
  const now = Date.UTC(2026, 11, 20);
  const hashes = await Promise.all(
    Array.from({ length: 8 }, () => hashOf("203.0.113.9", now, createIsolate())),
  );
  expect(new Set(hashes).size).toBe(1);
  const salts = await query("SELECT salt FROM ip_salts WHERE day = '2026-12-20'");
  expect(salts).toHaveLength(1);
});

test("no address is kept anywhere", async () => {
  await hashOf("198.51.100.77", NOW);
  for (const table of ["search_history", "search_events", "guests", "ip_salts", "sessions"]) {
    expect(JSON.stringify(await query(`SELECT * FROM ${table}`))).not.toContain("198.51.100");
  }
});

test("a queue that is down breaks neither a search nor a report nor a booking", async () => {
  const { api } = createIsolate({ isDown: true });
  const [instructor, as] = [await createInstructor(), await createStudent()];
  const found = await api.get(SEARCH, { as });
  const cookie = `${as.cookie}; ${cookiesOf(found.headers)}`;
  const report = {
    search_event_id: found.json.search_event_id,
    interactions: [{ type: "click", instructor_id: instructor.id, position: 1, elapsed_ms: 5 }],
  };
  const reported = await api.post("/api/search-history/interactions", report);
  const lesson = bookingBody(instructor, { date: "2026-12-02", start_time: "09:00" });
  const booked = await api.post("/api/bookings", lesson, { as: { cookie } });
  expect([found.status, reported.status, booked.status]).toEqual([200, 202, 201]);
  expect(api.logged.map(({ event }) => event)).toEqual(Array(3).fill("queue_failed"));
});

test("without the day's salt a search is counted all the same, with no address", async () => {
  const { db } = watchDatabase(env.DB, {
    beforeBatch: (sql) => {
      if (sql.some((text) => text.includes("ip_salts"))) throw new Error("D1 is down");
    },
  });
  const { api, sent } = createIsolate({ db, now: Date.UTC(2027, 0, 5) });
  const { status } = await api.get(SEARCH, { headers: { "cf-connecting-ip": "203.0.113.9" } });
  expect(status).toBe(200);
  expect(sent).toMatchObject([{ kind: "search", event: { ipHash: null } }]);
  expect(api.logged.map(({ event }) => event)).toEqual(["salt_failed"]);
});

/** A booking after a search, by somebody with these cookies besides their session. */
async function bookAfterSearch(
  change: (cookie: string, eventId: string) => string,
  { after = 60_000, headers = {} }: { after?: number; headers?: TestRequest["headers"] } = {},
) {
  const { api, sent } = createIsolate();
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const found = await api.get(SEARCH, { as: student });
  const eventId: string = found.json.search_event_id;
  const cookie = `${student.cookie}; ${change(cookiesOf(found.headers), eventId)}`;
  sent.length = 0;
  api.clock.now += after;
  const lesson = bookingBody(instructor, { date: "2026-12-07", start_time: "09:00" });
  const booked = await api.post("/api/bookings", lesson, { as: { cookie }, headers });
  expect(booked.status).toBe(201);
  return { sent, eventId, instructor };
}

test("a booking is ascribed to the search of the last day, by the server", async () => {
  const { sent, eventId, instructor } = await bookAfterSearch((cookie) => cookie);
  expect(sent).toEqual([
    {
      kind: "interactions",
      interactions: [
        {
          id: expect.any(String),
          searchEventId: eventId,
          type: "book",
          instructorId: instructor.id,
          position: null,
          elapsedMs: 60_000,
          createdAt: NOW + 60_000,
        },
      ],
    },
  ]);
});

test("without a search lately, or when declined since, a booking is ascribed to none", async () => {
  const none = async (...given: Parameters<typeof bookAfterSearch>) =>
    expect((await bookAfterSearch(...given)).sent).toEqual([]);
  const same = (cookie: string) => cookie;
  await none(() => "");
  await none(same, { after: DAY_MS + 1 });
  await none(same, { headers: { "sec-gpc": "1" } });
  await none((cookie) => `${cookie}; measuring=declined`);
  for (const forged of ["", "x", "x.y", ".1", `${"x".repeat(65)}.${NOW}`]) {
    await none(() => `search=${forged}`);
  }
  await none((_, eventId) => `search=${eventId}.${NOW + DAY_MS}`);
});
