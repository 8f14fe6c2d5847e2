import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows } from "../../../tests/database.ts";
import { createAdmin, createInstructor, createStudent } from "../../../tests/factories.ts";
import {
  countAll,
  createSearch,
  dateOf,
  deliverSearches,
  generateSearches,
} from "../../../tests/search-month.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import type { SearchEvent } from "../../domain/tracking.ts";

// The days around the autumn change: November 7, 2027 has 25 hours in New York.
const NOW = Date.parse("2027-11-20T18:00:00Z");
const DAY_MS = 86_400_000;
const BASE = "/api/analytics/search";
const NAMES = [
  "search-trends",
  "popular-searches",
  "zero-results",
  "referrers",
  "search-analytics-summary",
  "conversion-metrics",
  "search-performance",
  "service-performance",
];

test("a generated month of searches, delivered shuffled and twice, is what every endpoint tells", async () => {
  const people = await Promise.all([1, 2, 3, 4, 5].map(async () => (await createStudent()).id));
  const { id: instructorId } = await createInstructor();
  const { events, interactions, messages, random } = generateSearches(people, instructorId, NOW);
  const admin = await createAdmin();
  const api = createTestApi({ now: NOW });
  const get = async (name: string, query = "days=30") =>
    (await api.get(`${BASE}/${name}?${query}`, { as: admin })).json;
  // Half of it is there and counted before the rest comes in late, and all of it comes again.
  const shuffled = random.sample(messages, messages.length);
  await deliverSearches(shuffled.slice(0, 300), NOW);
  expect((await countAll(NOW)).days).toBeGreaterThan(40);
  await deliverSearches(shuffled.slice(300), NOW);
  await deliverSearches(random.sample(messages, messages.length), NOW);

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
  expect(zero.map(({ query: text }: { query: string }) => text).toSorted()).toEqual(
    [...byQuery]
      .flatMap(([text, list]) => (list.some((one) => one.resultCount === 0) ? text : []))
      .toSorted(),
  );
  const { items: referrers } = await get("referrers");
  for (const { value, search_count, percentage } of referrers) {
    const count = inRange.filter(({ referrer }) => referrer === value).length;
    expect([search_count, percentage]).toEqual([count, rate(count, inRange.length)]);
  }
  expect(referrers).toHaveLength(3);

  // All of that came from events that are not counted yet; once they are, every answer is the same.
  const askAll = () => Promise.all(NAMES.map((name) => get(name)));
  const answers = await askAll();
  expect((await countAll(NOW)).days).toBeGreaterThan(40);
  expect(await askAll()).toEqual(answers);
});

test("reading numbers, counted or not, writes nothing", async () => {
  await deliverSearches(generateSearches(["user-1"], "nobody", NOW).messages, NOW);
  const watched = watchDatabase(env.DB);
  const [api, admin] = [
    createTestApi({ now: NOW, bindings: { DB: watched.db } }),
    await createAdmin(),
  ];
  const before = await countRows();
  expect(before.uncounted_hours).toBeGreaterThan(0);
  for (const name of NAMES) {
    expect((await api.get(`${BASE}/${name}`, { as: admin })).status).toBe(200);
  }
  expect(await countRows()).toEqual(before);
  expect(watched.statements().filter(({ sql }) => /INSERT|UPDATE|DELETE/i.test(sql))).toEqual([]);
});

test("a search without results says what would find something: today, or with less asked for", async () => {
  await createInstructor({ service: "harp" });
  await deliverSearches(
    ["harp", "harp under $50", "cello"].map((text) => ({
      kind: "search",
      event: createSearch({ normalizedQuery: text, resultCount: 0, searchedAt: NOW }),
    })),
    NOW,
  );
  const { json } = await createTestApi({ now: NOW }).get(`${BASE}/zero-results?days=1`, {
    as: await createAdmin(),
  });
  const of = (text: string) =>
    json.items.find((one: { query: string }) => one.query === text).would_match;
  expect(of("harp")).toEqual([{ label: "the same words today", count: 1 }]);
  expect(of("harp under $50")).toEqual([{ label: "up to $60", count: 1 }]);
  expect(of("cello")).toEqual([]);
});

test("ranges that cannot be answered are refused, on every endpoint", async () => {
  const [api, admin] = [createTestApi({ now: NOW }), await createAdmin()];
  const before = await countRows();
  for (const name of NAMES) {
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
  // The night has not worked anything out: the heading alone.
  const services = path.replace("popular-searches", "service-performance");
  expect((await api.send(services, { method: "POST", as: admin })).text).toMatch(
    /^service,computed_at,searches,viewed,booked,[\w,]+\r\n$/,
  );
  for (const wrong of [
    "limit=501&format=csv",
    "format=xls",
    "format=csv&report=users",
    "report=popular-searches",
  ]) {
    const refused = await api.send(`/api/analytics/export?${wrong}`, { method: "POST", as: admin });
    expect([refused.status, refused.json.code]).toEqual([400, "invalid_parameter"]);
  }
});
