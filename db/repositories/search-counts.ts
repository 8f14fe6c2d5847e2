import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../../worker/domain/local-time.ts";
import type { Database } from "../client.ts";

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

export type SearchCountRepository = ReturnType<typeof createSearchCountRepository>;

export function createSearchCountRepository(db: Database) {
  return {
    /** Hours of the epoch with events that are not counted yet, newest first. */
    async listUncounted(limit: number): Promise<number[]> {
      const rows = await db.all<{ hour: number }>(
        sql`SELECT hour FROM uncounted_hours ORDER BY hour DESC LIMIT ${limit}`,
      );
      return rows.map(({ hour }) => hour);
    },

    /** Hours too old to be counted: their events are on the way out, and the counts made of them stay. */
    async forgetUncounted(before: number): Promise<void> {
      await db.batch([sql`DELETE FROM uncounted_hours WHERE hour < ${toHour(before)}`]);
    },

    /**
     * Counts a whole day anew, in one transaction. An event written while it runs is counted, or leaves
     * its hour to be counted again.
     */
    async countDay({ date, startAt, endAt }: CountedDay): Promise<void> {
      const events = sql`search_events AS e`;
      const during = sql`e.searched_at >= ${startAt} AND e.searched_at < ${endAt}`;
      const visitors = (kind: "user" | "guest", column: SQL) =>
        sql`INSERT INTO daily_visitors (date, kind, visitor_id)
          SELECT DISTINCT ${date}, ${kind}, ${column} FROM ${events}
          WHERE ${during} AND ${column} IS NOT NULL`;
      await db.batch([
        sql`DELETE FROM daily_searches WHERE date = ${date}`,
        sql`DELETE FROM daily_result_counts WHERE date = ${date}`,
        sql`DELETE FROM daily_visitors WHERE date = ${date}`,
        countByKeys(date, during),
        sql`INSERT INTO daily_result_counts (date, result_count, searches)
          SELECT ${date}, e.result_count, count(*) FROM ${events} WHERE ${during}
          GROUP BY e.result_count`,
        visitors("user", sql`e.user_id`),
        visitors("guest", sql`e.guest_id`),
        sql`DELETE FROM uncounted_hours
          WHERE hour >= ${toHour(startAt)} AND hour < ${toHour(endAt)}`,
      ]);
    },
  };
}

/** One pass over the events of a date: what became of each is looked up once, whatever it counts for. */
function countByKeys(date: LocalDate, during: SQL): SQL {
  const followedBy = (types: SQL) => sql`EXISTS (SELECT 1 FROM search_interactions AS i
      WHERE i.search_event_id = e.id AND i.type IN (${types}))`;
  return sql`WITH counted AS MATERIALIZED (
      SELECT e.user_id AS user_id, e.guest_id AS guest_id, e.result_count AS result_count,
        e.services AS services, ${KEYS} AS keys, ${followedBy(sql`'click'`)} AS clicked,
        ${followedBy(sql`'view_profile', 'book'`)} AS viewed, ${followedBy(sql`'book'`)} AS booked
      FROM search_events AS e WHERE ${during}
    ), keyed AS (
      SELECT k.value ->> 0 AS dimension, k.value ->> 1 AS value, c.*
        FROM counted AS c JOIN json_each(c.keys) AS k
      UNION ALL
      SELECT 'service', s.value, c.* FROM counted AS c JOIN json_each(c.services) AS s
    )
    INSERT INTO daily_searches (date, dimension, value, searches, users, guests,
      zero_results, result_sum, clicked, viewed, booked)
    SELECT ${date}, dimension, value, count(*), count(DISTINCT user_id), count(DISTINCT guest_id),
      sum(result_count = 0), sum(result_count), sum(clicked), sum(viewed), sum(booked)
    FROM keyed WHERE value IS NOT NULL GROUP BY dimension, value`;
}

function toHour(at: number): number {
  return Math.floor(at / 3_600_000);
}
