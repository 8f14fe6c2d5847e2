import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../../worker/domain/local-time.ts";
import type { Database } from "../client.ts";

/** A date with the instants it lasts from and to. */
export interface CountedDay {
  date: LocalDate;
  startAt: number;
  endAt: number;
}

/** What is counted by: what a search says of it, and where more than its row is needed for that. */
const DIMENSIONS: Record<string, { value: SQL; join?: SQL; where?: SQL }> = {
  all: { value: sql`''` },
  type: { value: sql`e.search_type` },
  query: { value: sql`e.normalized_query` },
  service: { value: sql`s.value`, join: sql`JOIN json_each(e.services) AS s` },
  category: { value: sql`e.category`, where: sql`e.category IS NOT NULL` },
  referrer: { value: sql`coalesce(e.referrer, '')` },
  device: { value: sql`e.device` },
  borough: { value: sql`coalesce(e.borough, '')` },
};

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
        ...Object.entries(DIMENSIONS).map(([dimension, { value, join, where }]) =>
          countBy(
            date,
            dimension,
            value,
            sql`${events} ${join ?? sql``}
            WHERE ${during} AND ${where ?? sql`1`}`,
          ),
        ),
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

function countBy(date: LocalDate, dimension: string, value: SQL, from: SQL): SQL {
  const followedBy = (types: SQL) => sql`sum(EXISTS (SELECT 1 FROM search_interactions AS i
      WHERE i.search_event_id = e.id AND i.type IN (${types})))`;
  return sql`INSERT INTO daily_searches (date, dimension, value, searches, users, guests,
      zero_results, result_sum, clicked, viewed, booked)
    SELECT ${date}, ${dimension}, ${value}, count(*), count(DISTINCT e.user_id),
      count(DISTINCT e.guest_id), sum(e.result_count = 0), sum(e.result_count),
      ${followedBy(sql`'click'`)}, ${followedBy(sql`'view_profile', 'book'`)},
      ${followedBy(sql`'book'`)}
    FROM ${from} GROUP BY ${value}`;
}

function toHour(at: number): number {
  return Math.floor(at / 3_600_000);
}
