import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "../client.ts";

interface PeopleCounts {
  active: number;
  suspended: number;
  deactivated: number;
  erased: number;
}

/** The smallest age of a table as an instant; a date counts as its beginning in UTC. */
function oldestOf(table: SQLWrapper, column: SQLWrapper): SQL {
  return sql`(SELECT CASE typeof(oldest) WHEN 'text' THEN unixepoch(oldest) * 1000 ELSE oldest END
    FROM (SELECT min(${column}) AS oldest FROM ${table}))`;
}

export type TableStatisticsRepository = ReturnType<typeof createTableStatisticsRepository>;

export function createTableStatisticsRepository(db: Database) {
  return {
    /** How many rows there are of each, and the smallest of the column that tells their age. */
    async countRows(
      tables: readonly { table: string; ageColumn: string | null }[],
    ): Promise<{ rows: number; oldestAt: number | null }[]> {
      const counted = await db.allOf<{ rows: number; oldestAt: number | null }[]>(
        tables.map(({ table, ageColumn }) => {
          const name = sql.identifier(table);
          const oldest: SQL = ageColumn ? oldestOf(name, sql.identifier(ageColumn)) : sql`NULL`;
          return sql`SELECT (SELECT count(*) FROM ${name}) AS rows, ${oldest} AS oldestAt`;
        }),
      );
      return counted.map(([row]) => row ?? { rows: 0, oldestAt: null });
    },

    async countPeople(): Promise<PeopleCounts> {
      const [row] = await db.all<PeopleCounts>(sql`SELECT
          count(*) FILTER (WHERE status = 'active') AS active,
          count(*) FILTER (WHERE status = 'suspended') AS suspended,
          count(*) FILTER (WHERE status = 'deactivated' AND erased_at IS NULL) AS deactivated,
          count(*) FILTER (WHERE erased_at IS NOT NULL) AS erased
        FROM users`);
      return row ?? { active: 0, suspended: 0, deactivated: 0, erased: 0 };
    },
  };
}
