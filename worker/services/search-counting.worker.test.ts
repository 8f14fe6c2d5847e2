import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createSearchCountRepository } from "../../db/repositories/search-counts.ts";
import { query } from "../../tests/database.ts";
import { createInstructor } from "../../tests/factories.ts";
import {
  countAll,
  createSearch,
  dateOf,
  deliverSearches,
  generateSearches,
} from "../../tests/search-month.ts";
import { countSearches } from "./search-counting.ts";

// November 7, 2027 has 25 hours in New York; March 12, 2028 has 23.
const NOW = Date.parse("2027-11-20T18:00:00Z");

const stored = async () => [
  await query("SELECT * FROM daily_searches ORDER BY date, dimension, value"),
  await query("SELECT * FROM daily_result_counts ORDER BY date, result_count"),
  await query("SELECT * FROM daily_visitors ORDER BY date, kind, visitor_id"),
];

async function begin() {
  for (const table of ["search_interactions", "search_events", "uncounted_hours"]) {
    await query(`DELETE FROM ${table}`);
  }
  for (const table of ["daily_searches", "daily_result_counts", "daily_visitors"]) {
    await query(`DELETE FROM ${table}`);
  }
}

type Month = ReturnType<typeof generateSearches>;

/** The rows that a month's events come to, by loops and sets and nothing of the code under test. */
function countByHand({ events, interactions }: Month) {
  const didOf = Map.groupBy(interactions, ({ searchEventId }) => searchEventId);
  const rows = new Map<string, Month["events"]>();
  for (const event of events) {
    const keys = [
      ["all", ""],
      ["type", event.searchType],
      ["query", event.normalizedQuery],
      ["referrer", event.referrer ?? ""],
      ["device", event.device],
      ["borough", event.borough ?? ""],
      ...(event.category === null ? [] : [["category", event.category]]),
      ...event.services.map((service) => ["service", service]),
    ];
    for (const key of keys) {
      const name = JSON.stringify([dateOf(event.searchedAt), ...key]);
      rows.set(name, [...(rows.get(name) ?? []), event]);
    }
  }
  const did = (list: Month["events"], ...types: string[]) =>
    list.filter(({ eventId }) => didOf.get(eventId)?.some(({ type }) => types.includes(type)))
      .length;
  return [...rows]
    .map(([name, list]) => {
      const [date, dimension, value] = JSON.parse(name);
      return {
        date,
        dimension,
        value,
        searches: list.length,
        users: new Set(list.flatMap(({ userId }) => userId ?? [])).size,
        guests: new Set(list.flatMap(({ guestId }) => guestId ?? [])).size,
        zero_results: list.filter(({ resultCount }) => resultCount === 0).length,
        result_sum: list.reduce((sum, { resultCount }) => sum + resultCount, 0),
        clicked: did(list, "click"),
        viewed: did(list, "view_profile", "book"),
        booked: did(list, "book"),
      };
    })
    .sort((a, b) => {
      const [one, other] = [a, b].map(({ date, dimension, value }) => [date, dimension, value]);
      return String(one) < String(other) ? -1 : 1;
    });
}

async function generate() {
  await begin();
  const { id } = await createInstructor();
  return generateSearches(["user-1", "user-2", "user-3"], id, NOW);
}

test("every row of every date is what its events come to, in whatever order and however often they arrive", async () => {
  const month = await generate();
  await deliverSearches(month.messages, NOW);
  await countAll(NOW);
  const once = await stored();
  expect(once[0]).toEqual(countByHand(month));

  await begin();
  const shuffled = month.random.sample(month.messages, month.messages.length);
  for (let from = 0; from < shuffled.length; from += 250) {
    await deliverSearches(shuffled.slice(from, from + 400), NOW);
    await countAll(NOW);
  }
  expect(await stored()).toEqual(once);
});

test("counting that is killed between two dates, or within one, goes on with what is left", async () => {
  const month = await generate();
  await deliverSearches(month.messages, NOW);
  const counts = createSearchCountRepository(
    openDatabase(env.DB.withSession("first-primary"), noDatabaseUse()),
  );
  let days = 0;
  const dying: typeof counts = {
    ...counts,
    async countDay(day) {
      days += 1;
      // Of a date that dies within its transaction nothing is there; of one whose answer is lost, all.
      if (days > 7) throw new Error("killed before");
      await counts.countDay(day);
      if (days === 7) throw new Error("killed after");
    },
  };
  const run = { counts: dying, keptDays: 365, mostDays: 100, now: NOW };
  await expect(countSearches(run)).rejects.toThrow("killed after");
  await expect(countSearches(run)).rejects.toThrow("killed before");
  const all = new Set(month.events.map(({ searchedAt }) => dateOf(searchedAt))).size;
  expect(await countAll(NOW)).toEqual({ days: all - 7, isComplete: true });
  expect((await stored())[0]).toEqual(countByHand(month));
});

test("two that count at once come to what one does", async () => {
  const month = await generate();
  await deliverSearches(month.messages, NOW);
  await Promise.all([countAll(NOW), countAll(NOW)]);
  expect((await stored())[0]).toEqual(countByHand(month));
});

test("an hour that New York has twice, or never, belongs to its date", async () => {
  await begin();
  // 2027-11-07 has 25 hours, from 04:00Z to 05:00Z; 2028-03-12 has 23, from 05:00Z to 04:00Z.
  const instants = [
    ["2027-11-07T03:59:59.999Z", "2027-11-06"],
    ["2027-11-07T04:00:00Z", "2027-11-07"],
    ["2027-11-07T05:30:00Z", "2027-11-07"],
    ["2027-11-07T06:30:00Z", "2027-11-07"],
    ["2027-11-08T04:59:59.999Z", "2027-11-07"],
    ["2027-11-08T05:00:00Z", "2027-11-08"],
    ["2028-03-12T04:59:59.999Z", "2028-03-11"],
    ["2028-03-12T05:00:00Z", "2028-03-12"],
    ["2028-03-12T07:00:00Z", "2028-03-12"],
    ["2028-03-13T03:59:59.999Z", "2028-03-12"],
    ["2028-03-13T04:00:00Z", "2028-03-13"],
  ] as const;
  const now = Date.parse("2028-03-20T12:00:00Z");
  const messages = instants.map(([text]) => ({
    kind: "search",
    event: createSearch({
      normalizedQuery: "piano",
      resultCount: 1,
      searchedAt: Date.parse(text),
    }),
  }));
  await deliverSearches(messages, now);
  await countAll(now);
  const expected = Map.groupBy(instants, ([, date]) => date);
  expect(
    await query("SELECT date, searches FROM daily_searches WHERE dimension = 'all' ORDER BY date"),
  ).toEqual([...expected].map(([date, list]) => ({ date, searches: list.length })));
});
