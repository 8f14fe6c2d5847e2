import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../../worker/domain/local-time.ts";

/** A date with the instants it lasts from and to. */
export interface CountedDay {
  date: LocalDate;
  startAt: number;
  endAt: number;
}

/** What a search is counted by, as pairs of a dimension and its value; null is not counted. */
const KEYS = sql`json_array(json_array('all', ''), json_array('type', e.search_type),
  json_array('query', e.normalized_query), json_array('category', e.category),
  json_array('referrer', coalesce(e.referrer, '')), json_array('device', e.device),
  json_array('borough', coalesce(e.borough, '')))`;

/**
 * Rows as `daily_searches` has them, of the events of some days as they are now. One pass over the
 * events: what became of each is looked up once, whatever it counts for.
 */
export function tallySearches(days: readonly CountedDay[]): SQL {
  const followedBy = (types: SQL) => sql`EXISTS (SELECT 1 FROM search_interactions AS i
      WHERE i.search_event_id = e.id AND i.type IN (${types}))`;
  return sql`WITH counted AS MATERIALIZED (
      SELECT ${dateOf} AS date, e.user_id AS user_id, e.guest_id AS guest_id,
        e.result_count AS result_count, e.services AS services, ${KEYS} AS keys,
        ${followedBy(sql`'click'`)} AS clicked, ${followedBy(sql`'view_profile', 'book'`)} AS viewed,
        ${followedBy(sql`'book'`)} AS booked
      FROM ${eventsOf(days)}
    ), keyed AS (
      SELECT k.value ->> 0 AS dimension, k.value ->> 1 AS value, c.*
        FROM counted AS c JOIN json_each(c.keys) AS k
      UNION ALL
      SELECT 'service', s.value, c.* FROM counted AS c JOIN json_each(c.services) AS s
    )
    SELECT date, dimension, value, count(*) AS searches, count(DISTINCT user_id) AS users,
      count(DISTINCT guest_id) AS guests, sum(result_count = 0) AS zero_results,
      sum(result_count) AS result_sum, sum(clicked) AS clicked, sum(viewed) AS viewed,
      sum(booked) AS booked
    FROM keyed WHERE value IS NOT NULL GROUP BY date, dimension, value`;
}

/** Rows as `daily_result_counts` has them. */
export function tallyResultCounts(days: readonly CountedDay[]): SQL {
  return sql`SELECT ${dateOf} AS date, e.result_count AS result_count, count(*) AS searches
    FROM ${eventsOf(days)} GROUP BY 1, 2`;
}

/** Rows as `daily_visitors` has them. */
export function listVisitors(days: readonly CountedDay[]): SQL {
  const visitors = (kind: "user" | "guest", column: SQL) =>
    sql`SELECT DISTINCT ${dateOf} AS date, ${kind} AS kind, ${column} AS visitor_id
      FROM ${eventsOf(days)} WHERE ${column} IS NOT NULL`;
  return sql`${visitors("user", sql`e.user_id`)} UNION ALL ${visitors("guest", sql`e.guest_id`)}`;
}

const dateOf = sql`d.value ->> 'date'`;

/** Day by day, so that each is a search of the index by time. */
function eventsOf(days: readonly CountedDay[]): SQL {
  return sql`json_each(${JSON.stringify(days)}) AS d CROSS JOIN search_events AS e
    ON e.searched_at >= d.value ->> 'startAt' AND e.searched_at < d.value ->> 'endAt'`;
}
