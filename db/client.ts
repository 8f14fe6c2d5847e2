import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import * as schema from "./schema/index.ts";

export type Database = DrizzleD1Database<typeof schema>;

/** What the database did for one request: exact counts, and milliseconds waited for it. */
export interface DatabaseUse {
  roundTrips: number;
  statements: number;
  rowsRead: number;
  rowsWritten: number;
  waitedMs: number;
}

/** The part of D1 that is used here; a plain database and a session both have it. */
type Connection = Pick<D1DatabaseSession, "prepare" | "batch">;

const METERED = Symbol("metered statement");
type MeteredStatement = D1PreparedStatement & { [METERED]: D1PreparedStatement };

/** A Drizzle client over one D1 session that counts in `use` what is asked of the database. */
export function openDatabase(connection: Connection, use: DatabaseUse): Database {
  // Drizzle asks for a whole D1Database but calls only `prepare` and `batch`.
  return drizzle(meter(connection, use) as unknown as D1Database, { schema });
}

export function noDatabaseUse(): DatabaseUse {
  return { roundTrips: 0, statements: 0, rowsRead: 0, rowsWritten: 0, waitedMs: 0 };
}

function meter(connection: Connection, use: DatabaseUse): Connection {
  const runBatch = async <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
    const startedAt = performance.now();
    use.roundTrips += 1;
    use.statements += statements.length;
    try {
      const results = await connection.batch<T>(statements);
      for (const { meta } of results) {
        use.rowsRead += meta.rows_read;
        use.rowsWritten += meta.rows_written;
      }
      return results;
    } finally {
      use.waitedMs += performance.now() - startedAt;
    }
  };
  const runOne = async <T>(statement: D1PreparedStatement): Promise<D1Result<T>> => {
    const [result] = await runBatch<T>([statement]);
    if (!result) throw new Error("D1 answered a batch of one with nothing");
    return result;
  };
  // `raw` and `first` tell nothing of the rows they cost, so every statement runs as a batch of one.
  const wrap = (statement: D1PreparedStatement): MeteredStatement =>
    ({
      [METERED]: statement,
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: () => runOne(statement),
      run: () => runOne(statement),
      raw: async () =>
        (await runOne<Record<string, unknown>>(statement)).results.map((row) => Object.values(row)),
    }) as unknown as MeteredStatement;
  return {
    prepare: (query) => wrap(connection.prepare(query)),
    batch: (statements) => runBatch(statements.map((one) => (one as MeteredStatement)[METERED])),
  };
}
