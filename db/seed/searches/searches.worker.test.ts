import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { createAdmin } from "../../../tests/factories.ts";
import { countAll } from "../../../tests/search-month.ts";
import { seedDemo } from "../apply.ts";
import { generateDemo } from "../demo.ts";
import { seedReference } from "../reference.ts";

const NOW = Date.parse("2026-11-07T20:30:00Z");
/** New York's dates as instants, by hand: the clocks go back on November 1. */
const MONTH_FROM = Date.parse("2026-10-09T00:00:00-04:00");
const DATE = {
  date: "2026-10-20",
  from: "2026-10-20T00:00:00-04:00",
  to: "2026-10-21T00:00:00-04:00",
};

const api = createTestApi({ now: NOW });

beforeAll(async () => {
  await seedReference(env.DB);
  await seedDemo(env.DB, generateDemo({ seed: 1, now: NOW, passwordHash: "hash" }));
});

/** Plain SQL over the events of [from, to). */
async function countByHand(from: number, to: number) {
  const followed = (types: string) =>
    `(SELECT count(*) FROM search_events AS e WHERE e.searched_at >= ?1 AND e.searched_at < ?2
      AND e.id IN (SELECT search_event_id FROM search_interactions WHERE type IN (${types})))`;
  const [row] = await query<Record<string, number>>(
    `SELECT count(*) AS searches, count(DISTINCT user_id) AS users, count(DISTINCT guest_id) AS guests,
      avg(result_count) AS average, sum(result_count = 0) AS empty,
      ${followed("'view_profile', 'book'")} AS viewed, ${followed("'book'")} AS booked
    FROM search_events WHERE searched_at >= ?1 AND searched_at < ?2`,
    from,
    to,
  );
  return row as Record<
    "searches" | "users" | "guests" | "average" | "empty" | "viewed" | "booked",
    number
  >;
}

async function ask(admin: { cookie: string }, name: string, range: string) {
  const { status, json } = await api.get(`/api/analytics/search/${name}?${range}`, { as: admin });
  expect(status).toBe(200);
  return json;
}

test.for([false, true])(
  "what admins are told of the demo's searches is what its events say (counted: %s)",
  async (isCounted) => {
    const admin = await createAdmin();
    if (isCounted) expect(await countAll(NOW)).toEqual({ days: 30, isComplete: true });
    const whole = [await countByHand(MONTH_FROM, NOW), "days=30", 30] as const;
    const day = await countByHand(Date.parse(DATE.from), Date.parse(DATE.to));
    const range = `start_date=${DATE.date}&end_date=${DATE.date}`;
    for (const [byHand, asked, dates] of [whole, [day, range, 1]] as const) {
      for (const figure of Object.values(byHand)) expect(figure).toBeGreaterThan(0);
      const summary = await ask(admin, "search-analytics-summary", asked);
      expect(summary.totals).toEqual({
        total_searches: byHand.searches,
        unique_users: byHand.users,
        unique_guests: byHand.guests,
      });
      const { average_results, zero_result_rate } = summary.performance;
      expect(average_results).toBe(Math.round(byHand.average * 100) / 100);
      expect(zero_result_rate).toBe(Math.round((byHand.empty / byHand.searches) * 1000) / 10);
      const { viewed, booked } = await ask(admin, "conversion-metrics", asked);
      expect({ viewed, booked }).toEqual({ viewed: byHand.viewed, booked: byHand.booked });
      const { items } = await ask(admin, "search-trends", asked);
      expect(items).toHaveLength(dates);
      expect(items.find(({ date }: { date: string }) => date === DATE.date)).toEqual({
        date: DATE.date,
        total_searches: day.searches,
        unique_users: day.users,
        unique_guests: day.guests,
      });
    }
  },
);

test("the demo's searches found what the site finds for the same words", async () => {
  const made = await query<{ query: string; results: number; services: string }>(
    `SELECT normalized_query AS query, result_count AS results, services FROM search_events
      WHERE search_type = 'natural_language' ORDER BY searched_at DESC`,
  );
  // What is free depends on the moment, and what is near on the place.
  const timeless = made.filter(
    ({ query: words }) => !/to(day|morrow|night)|week|day|school|5am|6am|6pm|near me/.test(words),
  );
  expect(timeless.length).toBeGreaterThan(500);
  for (const { query: words, results, services } of timeless.slice(0, 100)) {
    const { json } = await api.get(`/api/search/instructors?q=${encodeURIComponent(words)}`);
    expect([words, json.total, json.parsed.services]).toEqual([
      words,
      results,
      JSON.parse(services),
    ]);
  }
});
