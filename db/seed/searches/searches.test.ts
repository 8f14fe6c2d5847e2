import { expect, test } from "vitest";
import { isId } from "../../../worker/domain/id.ts";
import { normalizeQuery } from "../../../worker/domain/search-history.ts";
import { generateDemo } from "../demo.ts";
import type { SearchEventRow } from "../demo-rows.ts";

// Six days after the clocks went back.
const NOW = Date.UTC(2026, 10, 7, 20, 30);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const demo = generateDemo({ seed: 1, now: NOW, passwordHash: "hash" });
const events = demo.searchEvents;
const eventOf = new Map(events.map((event) => [event.id, event]));
const typed = (type: string) => demo.searchInteractions.filter((one) => one.type === type);
const visitorOf = ({ userId, guestId }: SearchEventRow) => userId ?? guestId ?? "nobody";

/** New York's clock by the platform's own calendar. */
const clock = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/New_York",
  dateStyle: "short",
  timeStyle: "short",
  hourCycle: "h23",
});
const hourOf = ({ searchedAt }: SearchEventRow) => Number(clock.format(searchedAt).slice(12, 14));
const dateOf = ({ searchedAt }: SearchEventRow) => clock.format(searchedAt).slice(0, 10);

test("some thousand searches fall on every one of the last 30 dates, mostly by day", () => {
  expect(events.length).toBeGreaterThanOrEqual(2000);
  expect(events.length).toBeLessThan(2010);
  const dates = new Set(events.map(dateOf));
  expect(dates.size).toBe(30);
  expect([...dates].sort().at(0)).toBe("2026-10-09");
  expect(Math.max(...events.map(({ searchedAt }) => searchedAt))).toBeLessThan(NOW);
  const between = (from: number, to: number) =>
    events.filter((event) => hourOf(event) >= from && hourOf(event) < to).length;
  expect(between(18, 22)).toBeGreaterThan(8 * between(1, 5));
});

test("ids are well formed and unique, and whoever searches or is found is there", () => {
  const ids = [...events, ...demo.searchInteractions, ...demo.searchHistory].map(({ id }) => id);
  expect(ids.every(isId)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  const users = new Set(demo.users.map(({ id }) => id));
  const guests = new Set(demo.guests.map(({ id }) => id));
  const instructors = new Set(demo.instructors.map(({ id }) => id));
  for (const { userId, guestId, searchType } of events) {
    expect((userId === null) !== (guestId === null)).toBe(true);
    if (userId !== null) expect(users.has(userId)).toBe(true);
    if (guestId !== null) expect(guestId).toMatch(/^[0-9a-f]{64}$/);
    // A tap on a category is in nobody's history.
    if (guestId !== null && searchType !== "category") expect(guests.has(guestId)).toBe(true);
  }
  const strangers = demo.searchInteractions.filter(
    (one) => !eventOf.has(one.searchEventId) || !instructors.has(one.instructorId),
  );
  expect(strangers).toEqual([]);
});

test("people come in all the ways there are, from several places, and some find nothing", () => {
  const values = (key: "searchType" | "device" | "borough") =>
    new Set(events.map((event) => event[key]));
  expect(values("searchType")).toEqual(
    new Set(["natural_language", "service_pill", "category", "filter", "search_history"]),
  );
  expect(values("device").size).toBe(3);
  expect(values("borough").size).toBe(6);
  const nothing = events.filter(({ resultCount }) => resultCount === 0).length;
  expect(nothing / events.length).toBeGreaterThan(0.05);
  expect(nothing / events.length).toBeLessThan(0.3);
  expect(new Set(events.map(visitorOf)).size).toBeGreaterThan(400);
});

test("results are used after they were shown, in their places, and each in one way once", () => {
  const used = demo.searchInteractions;
  const ways = used.map((one) => `${one.searchEventId} ${one.instructorId} ${one.type}`);
  expect(new Set(ways).size).toBe(ways.length);
  const early = used.filter(({ searchEventId, elapsedMs, createdAt }) => {
    const { searchedAt = NOW } = eventOf.get(searchEventId) ?? {};
    return createdAt < searchedAt + (elapsedMs ?? 0) || createdAt > NOW;
  });
  expect(early).toEqual([]);
  const misplaced = used.filter(({ searchEventId, position }) => {
    const { resultCount = 0 } = eventOf.get(searchEventId) ?? {};
    return position === null || position < 1 || position > Math.min(10, resultCount);
  });
  expect(misplaced).toEqual([]);
  const placeOf = (one: (typeof used)[number]) =>
    `${one.searchEventId} ${one.instructorId} ${one.position}`;
  const seen = new Set(typed("impression").map(placeOf));
  expect(used.filter((one) => !seen.has(placeOf(one)))).toEqual([]);
  expect(typed("click").length).toBeGreaterThan(typed("view_profile").length);
  expect(typed("view_profile").length).toBeGreaterThan(5 * typed("book").length);
});

test("a lesson that was booked after a search is one of that student's, made at that moment", () => {
  const booked = typed("book");
  expect(booked.length).toBeGreaterThan(50);
  for (const { searchEventId, instructorId, createdAt, elapsedMs } of booked) {
    const event = eventOf.get(searchEventId);
    const lesson = demo.bookings.find(
      (one) => one.instructorId === instructorId && one.createdAt === createdAt,
    );
    expect(lesson?.studentId).toBe(event?.userId);
    expect(createdAt - (event?.searchedAt ?? 0)).toBe(elapsedMs);
    expect(elapsedMs).toBeLessThan(30 * MINUTE_MS);
  }
});

test("everybody's history is of their searches: the newest ten, each as often as it was made", () => {
  for (const row of demo.searchHistory) {
    expect(row.normalizedQuery).toBe(normalizeQuery(row.query));
    const own = events.filter(
      (event) =>
        visitorOf(event) === (row.userId ?? row.guestId) && event.searchType !== "category",
    );
    const same = own.filter(({ normalizedQuery }) => normalizedQuery === row.normalizedQuery);
    expect(row.lastEventId).toBe(same.at(-1)?.id);
    expect(row.lastSearchedAt).toBe(same.at(-1)?.searchedAt);
    expect(row.resultCount).toBe(same.at(-1)?.resultCount);
    // With more than ten, what was dropped and searched again begins anew.
    if (new Set(own.map(({ normalizedQuery }) => normalizedQuery)).size > 10) continue;
    expect(row.searchCount).toBe(same.length);
    expect(row.firstSearchedAt).toBe(same[0]?.searchedAt);
    expect(row.searchType).toBe(same[0]?.searchType);
  }
  const kept = Map.groupBy(demo.searchHistory, ({ userId, guestId }) => userId ?? guestId);
  expect(Math.max(...[...kept.values()].map(({ length }) => length))).toBe(10);
});

test("guests are known from their first search on, and nobody was before 30 days ago", () => {
  for (const { id, createdAt, convertedAt } of demo.guests) {
    const listed = events.find((one) => one.guestId === id && one.searchType !== "category");
    expect(createdAt).toBe(listed?.searchedAt);
    expect(createdAt).toBeGreaterThan(NOW - 31 * DAY_MS);
    expect(convertedAt).toBeNull();
  }
});

test("without searches everything else is the same, and a handful are made of a few people", () => {
  const options = { seed: 1, now: NOW, passwordHash: "hash" };
  const { searchEvents, searchInteractions, searchHistory, guests, ...rest } = generateDemo({
    ...options,
    searches: 0,
  });
  expect({ searchEvents, searchInteractions, searchHistory, guests }).toEqual({
    searchEvents: [],
    searchInteractions: [],
    searchHistory: [],
    guests: [],
  });
  expect(demo).toMatchObject(rest);
  const small = { instructors: 2, students: 2, bookings: 0, searches: 5 };
  expect(generateDemo({ ...options, ...small }).searchEvents.length).toBeGreaterThanOrEqual(5);
});
