import { sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import {
  type CountedDay,
  listVisitors,
  tallyResultCounts,
  tallySearches,
} from "./search-tallies.ts";

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
    async countDay(day: CountedDay): Promise<void> {
      const { date, startAt, endAt } = day;
      await db.batch([
        sql`DELETE FROM daily_searches WHERE date = ${date}`,
        sql`DELETE FROM daily_result_counts WHERE date = ${date}`,
        sql`DELETE FROM daily_visitors WHERE date = ${date}`,
        sql`INSERT INTO daily_searches (date, dimension, value, searches, users, guests,
          zero_results, result_sum, clicked, viewed, booked) ${tallySearches([day])}`,
        sql`INSERT INTO daily_result_counts (date, result_count, searches) ${tallyResultCounts([day])}`,
        sql`INSERT INTO daily_visitors (date, kind, visitor_id) ${listVisitors([day])}`,
        sql`DELETE FROM uncounted_hours
          WHERE hour >= ${toHour(startAt)} AND hour < ${toHour(endAt)}`,
      ]);
    },
  };
}

function toHour(at: number): number {
  return Math.floor(at / 3_600_000);
}
