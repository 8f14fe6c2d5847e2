import type { SQLWrapper } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";

/** What the database did for one request: exact counts, and milliseconds waited for it. */
export interface DatabaseUse {
  roundTrips: number;
  statements: number;
  rowsRead: number;
  rowsWritten: number;
  waitedMs: number;
}

export function noDatabaseUse(): DatabaseUse {
  return { roundTrips: 0, statements: 0, rowsRead: 0, rowsWritten: 0, waitedMs: 0 };
}

/** The part of D1 that is used here; a plain database and a session both have it. */
export type Connection = Pick<D1DatabaseSession, "prepare" | "batch">;

/** The one way to the database: statements go in, one transaction and one round trip each call. */
export interface Database {
  /** All statements in one transaction, in order, or none of them. */
  batch(statements: readonly SQLWrapper[]): Promise<D1Result<Record<string, unknown>>[]>;
  /** The rows of one statement. */
  all<Row>(statement: SQLWrapper): Promise<Row[]>;
  /** The rows of several statements, in one round trip. */
  allOf<Rows extends readonly unknown[]>(
    statements: {
      readonly [Index in keyof Rows]: SQLWrapper;
    },
  ): Promise<{ -readonly [Index in keyof Rows]: Rows[Index][] }>;
}

const dialect = new SQLiteAsyncDialect();

/**
 * Writes INSERT, UPDATE and DELETE from the schema. It only builds: Drizzle's own D1 batch drops the
 * parameters of raw SQL and mixes up columns of the same name, so statements run through `Database`.
 */
export const build = drizzle({} as D1Database);

/** A client over one D1 session that counts in `use` what is asked of the database. */
export function openDatabase(connection: Connection, use: DatabaseUse): Database {
  const toPrepared = (statement: SQLWrapper): D1PreparedStatement => {
    const { sql, params } = dialect.sqlToQuery(statement.getSQL());
    return connection.prepare(sql).bind(...params);
  };
  const batch = async (statements: readonly SQLWrapper[]) => {
    const startedAt = performance.now();
    use.roundTrips += 1;
    use.statements += statements.length;
    try {
      const results = await connection.batch<Record<string, unknown>>(statements.map(toPrepared));
      for (const { meta } of results) {
        use.rowsRead += meta.rows_read;
        use.rowsWritten += meta.rows_written;
      }
      return results;
    } finally {
      use.waitedMs += performance.now() - startedAt;
    }
  };
  return {
    batch,
    async all<Row>(statement: SQLWrapper) {
      const [result] = await batch([statement]);
      return (result?.results ?? []) as Row[];
    },
    async allOf(statements) {
      const results = await batch(statements);
      return results.map((result) => result.results) as never;
    },
  };
}
