import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../../db/client.ts";
import { createTrackingRepository } from "../../../db/repositories/tracking.ts";
import { createRandom } from "../../../db/seed/random.ts";
import { createTestApi, testRandom } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createAdmin, createInstructor, createStudent } from "../../../tests/factories.ts";
import type { SearchEvent } from "../../domain/tracking.ts";
import { consumeEvents } from "../../jobs/consumer.ts";

// The days around the autumn change: November 7, 2027 has 25 hours in New York.
const NOW = Date.parse("2027-11-20T18:00:00Z");
const DAY_MS = 86_400_000;
const BASE = "/api/analytics/search";

interface Interaction {
  id: string;
  searchEventId: string;
  type: string;
  instructorId: string;
  position: number;
  elapsedMs: number;
  createdAt: number;
}

const QUERIES = ["piano", "violin lessons", "math tutor", "yoga", "=cmd", "drums in queens"];

/** A month and a half of searches and what was done with their results, the same in every run. */
function generate(people: string[], instructorId: string) {
  const random = createRandom(7);
  const events: SearchEvent[] = [];
  const interactions: Interaction[] = [];
  for (let n = 0; n < 400; n++) {
    const isUser = random.chance(0.4);
    const searchedAt = NOW - random.int(0, 45 * DAY_MS);
    const eventId = testRandom.newId();
    events.push({
      eventId,
      userId: isUser ? random.pick(people) : null,
      guestId: isUser ? null : `guest-${random.int(1, 30)}`,
      normalizedQuery: random.pick(QUERIES),
      searchType: random.pick(["natural_language", "service_pill", "category"] as const),
      resultCount: random.chance(0.2) ? 0 : random.int(1, 40),
      services: random.pick([["piano"], ["piano", "violin"], []]),
      category: null,
      device: random.pick(["mobile", "desktop"] as const),
      country: "US",
      region: "New York",
      city: "New York",
      borough: random.pick(["brooklyn", null]),
      ipHash: null,
      referrer: random.pick(["example.com", "other.test", null]),
      searchedAt,
    });
    for (const [type, likely] of [
      ["impression", 0.9],
      ["click", 0.4],
      ["view_profile", 0.35],
      ["book", 0.1],
    ] as const) {
      if (!random.chance(likely)) continue;
      interactions.push({
        id: testRandom.newId(),
        searchEventId: eventId,
        type,
        instructorId,
        position: random.int(1, 10),
        elapsedMs: random.int(1, 60_000),
        createdAt: searchedAt + random.int(1, 3 * DAY_MS),
      });
    }
  }
  return { events, interactions, random };
}

/** New York's date by the platform's own calendar, apart from the code under test. */
const dateOf = (at: number) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(at);

async function deliver(messages: object[]) {
  const db = openDatabase(env.DB.withSession("first-primary"), noDatabaseUse());
  const tracking = createTrackingRepository(db);
  for (let from = 0; from < messages.length; from += 50) {
    const batch = {
      queue: "events",
      messages: messages.slice(from, from + 50).map((body, n) => ({
        id: `${from + n}`,
        body,
        attempts: 1,
        ack: () => {},
        retry: () => expect.fail("a message was not understood"),
      })),
    } as unknown as MessageBatch;
    await consumeEvents(batch, { tracking, now: NOW, log: () => {} });
  }
}

test("a generated month of searches, delivered shuffled and twice, is what every endpoint tells", async () => {
  const people = await Promise.all([1, 2, 3, 4, 5].map(async () => (await createStudent()).id));
  const { id: instructorId } = await createInstructor();
  const { events, interactions, random } = generate(people, instructorId);
  const messages = [
    ...events.map((event) => ({ kind: "search", event })),
    ...interactions.map((one) => ({ kind: "interactions", interactions: [one] })),
  ];
  const admin = await createAdmin();
  const api = createTestApi({ now: NOW });
  const get = async (name: string, query = "days=30") =>
    (await api.get(`${BASE}/${name}?${query}`, { as: admin })).json;
  // Half of it is there and counted before the rest comes in late, and all of it comes again.
  const shuffled = random.sample(messages, messages.length);
  await deliver(shuffled.slice(0, 300));
  await get("search-trends");
  await deliver(shuffled.slice(300));
  await get("search-trends");
  await deliver(random.sample(messages, messages.length));

  const first = dateOf(NOW - 29 * DAY_MS);
  const inRange = events.filter(({ searchedAt }) => dateOf(searchedAt) >= first);
  const before = events.filter(
    ({ searchedAt }) =>
      dateOf(searchedAt) < first && dateOf(searchedAt) >= dateOf(NOW - 59 * DAY_MS),
  );
  const distinct = (list: SearchEvent[], key: "userId" | "guestId") =>
    new Set(list.flatMap((event) => event[key] ?? [])).size;
  const followed = (list: SearchEvent[], ...types: string[]) =>
    list.filter(({ eventId }) =>
      interactions.some((one) => one.searchEventId === eventId && types.includes(one.type)),
    ).length;
  const rate = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10;

  const { items: trend } = await get("search-trends");
  expect(trend).toHaveLength(30);
  expect(trend).toEqual(
    Array.from({ length: 30 }, (_, n) => {
      const date = new Date(Date.parse(`${first}T12:00:00Z`) + n * DAY_MS)
        .toISOString()
        .slice(0, 10);
      const day = inRange.filter(({ searchedAt }) => dateOf(searchedAt) === date);
      return {
        date,
        total_searches: day.length,
        unique_users: distinct(day, "userId"),
        unique_guests: distinct(day, "guestId"),
      };
    }),
  );

  const results = inRange.map(({ resultCount }) => resultCount).sort((a, b) => a - b);
  const middle = (results.length - 1) / 2;
  const medianResults =
    ((results[Math.floor(middle)] ?? 0) + (results[Math.ceil(middle)] ?? 0)) / 2;
  const sum = results.reduce((total, count) => total + count, 0);
  const summary = await get("search-analytics-summary");
  expect(summary.totals).toEqual({
    total_searches: inRange.length,
    unique_users: distinct(inRange, "userId"),
    unique_guests: distinct(inRange, "guestId"),
  });
  expect(summary.performance).toEqual({
    zero_result_rate: rate(results.filter((count) => count === 0).length, results.length),
    average_results: Math.round((sum / results.length) * 100) / 100,
    median_results: medianResults,
    click_rate: rate(followed(inRange, "click"), inRange.length),
  });
  expect(summary.previous.totals.total_searches).toBe(before.length);
  for (const type of ["natural_language", "service_pill", "category"]) {
    const count = inRange.filter(({ searchType }) => searchType === type).length;
    expect(summary.search_types[type]).toEqual({ count, percentage: rate(count, inRange.length) });
  }

  const [viewed, booked] = [followed(inRange, "view_profile", "book"), followed(inRange, "book")];
  expect(await get("conversion-metrics")).toMatchObject({
    searches: inRange.length,
    viewed,
    booked,
    search_to_view_rate: rate(viewed, inRange.length),
    view_to_booking_rate: rate(booked, viewed),
  });

  const byQuery = Map.groupBy(inRange, ({ normalizedQuery }) => normalizedQuery);
  const popular = [...byQuery]
    .map(([text, list]) => ({
      query: text,
      search_count: list.length,
      unique_users: distinct(list, "userId"),
      average_results:
        Math.round((list.reduce((all, one) => all + one.resultCount, 0) / list.length) * 100) / 100,
    }))
    .sort((a, b) => b.search_count - a.search_count || (a.query < b.query ? -1 : 1));
  expect((await get("popular-searches")).items).toEqual(popular);
  expect((await get("popular-searches", "days=30&limit=2")).items).toEqual(popular.slice(0, 2));
  const zero = (await get("zero-results")).items;
  for (const { query: text, zero_result_count } of zero) {
    const list = byQuery.get(text) ?? [];
    expect(zero_result_count).toBe(list.filter(({ resultCount }) => resultCount === 0).length);
  }
  const { items: referrers } = await get("referrers");
  for (const { value, search_count } of referrers) {
    expect(search_count).toBe(inRange.filter(({ referrer }) => referrer === value).length);
  }
  expect(referrers).toHaveLength(3);
});

test("an hour that New York has twice, or never, belongs to its date", async () => {
  const [api, admin] = [
    createTestApi({ now: Date.parse("2028-03-20T12:00:00Z") }),
    await createAdmin(),
  ];
  await query("DELETE FROM search_events");
  const search = (searchedAt: string) => ({
    kind: "search",
    event: {
      eventId: testRandom.newId(),
      userId: null,
      guestId: "guest",
      normalizedQuery: "piano",
      searchType: "natural_language",
      resultCount: 1,
      services: [],
      category: null,
      device: "mobile",
      country: null,
      region: null,
      city: null,
      borough: null,
      ipHash: null,
      referrer: null,
      searchedAt: Date.parse(searchedAt),
    },
  });
  // 2028-03-12 begins at 05:00Z and, an hour shorter, ends at 04:00Z.
  await deliver([
    search("2028-03-12T04:59:59.999Z"),
    search("2028-03-12T05:00:00Z"),
    search("2028-03-12T07:00:00Z"),
    search("2028-03-13T03:59:59.999Z"),
    search("2028-03-13T04:00:00Z"),
  ]);
  const { json } = await api.get(
    `${BASE}/search-trends?start_date=2028-03-11&end_date=2028-03-13`,
    { as: admin },
  );
  expect(
    json.items.map(({ date, total_searches }: { date: string; total_searches: number }) => [
      date,
      total_searches,
    ]),
  ).toEqual([
    ["2028-03-11", 1],
    ["2028-03-12", 3],
    ["2028-03-13", 1],
  ]);
});

test("ranges that cannot be answered are refused, on every endpoint", async () => {
  const [api, admin] = [createTestApi({ now: NOW }), await createAdmin()];
  const before = await countRows();
  const names = [
    "search-trends",
    "popular-searches",
    "zero-results",
    "referrers",
    "search-analytics-summary",
    "conversion-metrics",
    "search-performance",
    "service-performance",
  ];
  for (const name of names) {
    const codeOf = async (text: string) => {
      const { status, json } = await api.get(`${BASE}/${name}?${text}`, { as: admin });
      return [status, json.code];
    };
    for (const days of ["0", "366", "-1", "NaN", "1.5", "", "1e2"]) {
      expect(await codeOf(`days=${days}`), `${name} ${days}`).toEqual([400, "invalid_parameter"]);
    }
    expect(await codeOf("month=3")).toEqual([400, "unknown_parameter"]);
    for (const range of [
      "start_date=2027-11-10&end_date=2027-11-09",
      "start_date=2026-11-19&end_date=2027-11-19",
      "start_date=2027-11-01&end_date=2027-11-21",
      "end_date=2027-11-19",
      "days=3&start_date=2027-11-10",
    ]) {
      expect(await codeOf(range), `${name} ${range}`).toEqual([400, "invalid_range"]);
    }
    expect(await codeOf("start_date=2027-13-01")).toEqual([400, "invalid_parameter"]);
    expect((await api.get(`${BASE}/${name}?days=365`, { as: admin })).status).toBe(200);
    expect((await api.get(`${BASE}/${name}`)).status).toBe(401);
    expect((await api.get(`${BASE}/${name}`, { as: await createStudent() })).status).toBe(403);
  }
  const { users, user_roles, sessions, ...after } = await countRows();
  expect(after).toEqual(
    Object.fromEntries(Object.entries(before).filter(([table]) => table in after)),
  );
});

test("a list is exported as a table that no program takes for formulas", async () => {
  const [api, admin] = [createTestApi({ now: NOW }), await createAdmin()];
  const path = "/api/analytics/export?format=csv&report=popular-searches&days=30";
  const { status, text, headers } = await api.send(path, { method: "POST", as: admin });
  expect([status, headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(headers.get("content-disposition")).toBe(
    'attachment; filename="popular-searches-2027-10-22-2027-11-20.csv"',
  );
  const lines = text.trimEnd().split("\r\n");
  expect(lines[0]).toBe("query,search_count,unique_users,average_results");
  expect(text).not.toMatch(/^=/m);
  for (const wrong of ["format=xls", "format=csv&report=users", "report=popular-searches"]) {
    const refused = await api.send(`/api/analytics/export?${wrong}`, { method: "POST", as: admin });
    expect([refused.status, refused.json.code]).toEqual([400, "invalid_parameter"]);
  }
});
