import { type SQL, sql } from "drizzle-orm";
import type { DateRange, Tally } from "../../worker/domain/analytics.ts";
import type { LocalDate } from "../../worker/domain/local-time.ts";
import type { Database } from "../client.ts";
import {
  type CountedDay,
  listVisitors,
  tallyResultCounts,
  tallySearches,
} from "./search-tallies.ts";

/** A range with those of its dates that are not counted, or anew: they are told from their events. */
export interface CountedRange extends DateRange {
  uncounted: readonly CountedDay[];
}

type Dimension =
  | "all"
  | "type"
  | "query"
  | "service"
  | "category"
  | "referrer"
  | "device"
  | "borough";

/** Searches of some range that have one value in common. */
export interface SearchCounts {
  value: string;
  searches: number;
  zeroResults: number;
  resultSum: number;
  clicked: number;
  viewed: number;
  booked: number;
}

export interface DayCounts {
  date: LocalDate;
  searches: number;
  users: number;
  guests: number;
}

/** All that a range says as a whole. */
export interface RangeCounts {
  all: Omit<SearchCounts, "value"> | null;
  users: number;
  guests: number;
  types: SearchCounts[];
  resultCounts: Tally[];
}

export type AnalyticsRepository = ReturnType<typeof createAnalyticsRepository>;

/**
 * Numbers of searches, from what was counted by date, and of other dates from the events themselves.
 * Nothing here writes.
 */
export function createAnalyticsRepository(db: Database) {
  return {
    /** Only dates with searches. */
    async listDays(range: CountedRange): Promise<DayCounts[]> {
      return await db.all<DayCounts>(sql`SELECT date, searches, users, guests
        FROM ${searchesOf("all", range)} ORDER BY date`);
    },

    /** The values of a dimension, most searched first. */
    async listValues(
      dimension: Exclude<Dimension, "all">,
      range: CountedRange,
      { limit, onlyZero = false }: { limit: number; onlyZero?: boolean },
    ): Promise<SearchCounts[]> {
      const having = onlyZero ? sql`HAVING sum(zero_results) > 0` : sql``;
      const order = onlyZero ? sql`sum(zero_results)` : sql`sum(searches)`;
      return await db.all<SearchCounts>(sql`SELECT value, ${SUMS}
        FROM ${searchesOf(dimension, range)} GROUP BY value ${having} ORDER BY ${order} DESC, value LIMIT ${limit}`);
    },

    /** How many signed-in people searched for each of these words in the range of instants. */
    async countUsersOf(
      queries: readonly string[],
      { startAt, endAt }: { startAt: number; endAt: number },
    ): Promise<Map<string, number>> {
      const rows = await db.all<{ query: string; users: number }>(sql`SELECT q.value AS query,
          (SELECT count(DISTINCT e.user_id) FROM search_events AS e
            WHERE e.normalized_query = q.value AND e.searched_at >= ${startAt}
              AND e.searched_at < ${endAt}) AS users
        FROM json_each(${JSON.stringify(queries)}) AS q`);
      return new Map(rows.map(({ query, users }) => [query, users]));
    },

    /** Two ranges as wholes, in one round trip. */
    async readRanges(
      range: CountedRange,
      previous: CountedRange,
    ): Promise<{ range: RangeCounts; previous: RangeCounts }> {
      const queries = [range, previous].flatMap(rangeQueries);
      const rows = await db.allOf<Record<string, unknown>[]>(queries);
      return { range: toRange(rows.slice(0, 4)), previous: toRange(rows.slice(4)) };
    },
  };
}

const SUMS = sql`sum(searches) AS searches, sum(zero_results) AS zeroResults,
  sum(result_sum) AS resultSum, sum(clicked) AS clicked, sum(viewed) AS viewed, sum(booked) AS booked`;

function searchesOf(dimension: Dimension, range: CountedRange): SQL {
  const columns = sql`date, value, searches, users, guests, zero_results, result_sum, clicked, viewed,
    booked`;
  return sql`(SELECT ${columns} FROM daily_searches
    WHERE dimension = ${dimension} AND ${isCounted(range)}
    ${orUncounted(
      range,
      (days) => sql`SELECT ${columns} FROM (${tallySearches(days)})
      WHERE dimension = ${dimension}`,
    )})`;
}

/** Whether a date lies in the range and what was counted of it still holds. */
function isCounted({ from, to, uncounted }: CountedRange): SQL {
  const dates = JSON.stringify(uncounted.map(({ date }) => date));
  return sql`date >= ${from} AND date <= ${to} AND date NOT IN (SELECT value FROM json_each(${dates}))`;
}

function orUncounted(
  { uncounted }: CountedRange,
  tally: (days: readonly CountedDay[]) => SQL,
): SQL {
  return uncounted.length === 0 ? sql`` : sql`UNION ALL ${tally(uncounted)}`;
}

function rangeQueries(range: CountedRange): SQL[] {
  return [
    sql`SELECT ${SUMS} FROM ${searchesOf("all", range)}`,
    sql`SELECT count(DISTINCT CASE WHEN kind = 'user' THEN visitor_id END) AS users,
        count(DISTINCT CASE WHEN kind = 'guest' THEN visitor_id END) AS guests
      FROM (SELECT kind, visitor_id FROM daily_visitors WHERE ${isCounted(range)}
        ${orUncounted(range, (days) => sql`SELECT kind, visitor_id FROM (${listVisitors(days)})`)})`,
    sql`SELECT value, ${SUMS} FROM ${searchesOf("type", range)} GROUP BY value ORDER BY value`,
    sql`SELECT result_count AS value, sum(searches) AS count
      FROM (SELECT result_count, searches FROM daily_result_counts WHERE ${isCounted(range)}
        ${orUncounted(
          range,
          (days) => sql`SELECT result_count, searches FROM (${tallyResultCounts(days)})`,
        )})
      GROUP BY result_count`,
  ];
}

function toRange([all, visitors, types, resultCounts]: unknown[]): RangeCounts {
  const [sums] = all as SearchCounts[];
  const [people] = visitors as { users: number; guests: number }[];
  return {
    // The sum of nothing is null.
    all: sums?.searches ? sums : null,
    users: people?.users ?? 0,
    guests: people?.guests ?? 0,
    types: types as SearchCounts[],
    resultCounts: resultCounts as Tally[],
  };
}
