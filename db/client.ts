import type { SQLWrapper } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { SLOW_QUERY_MS, type SlowQuery } from "../worker/domain/metrics.ts";
import { gather } from "./gather.ts";

/**
 * What the database did for one request: exact counts, milliseconds waited for it and worked by it,
 * and the statements that took it long.
 */
export interface DatabaseUse {
  roundTrips: number;
  statements: number;
  rowsRead: number;
  rowsWritten: number;
  waitedMs: number;
  queryMs: number;
  slowQueries: SlowQuery[];
}

export function noDatabaseUse(): DatabaseUse {
  return {
    roundTrips: 0,
    statements: 0,
    rowsRead: 0,
    rowsWritten: 0,
    waitedMs: 0,
    queryMs: 0,
    slowQueries: [],
  };
}

/** The part of D1 that is used here; a plain database and a session both have it. */
export type Connection = Pick<D1DatabaseSession, "prepare" | "batch">;

/**
 * The one way to the database. Reads that are asked for at the same time, by whatever parts of a
 * page, go together in one round trip; each caller gets its own rows, or its own failure.
 */
export interface Database {
  /** All statements in one transaction, in order, or none of them. One that writes goes at once. */
  batch(statements: readonly SQLWrapper[]): Promise<D1Result<Record<string, unknown>>[]>;
  /** The rows of one statement. */
  all<Row>(statement: SQLWrapper): Promise<Row[]>;
  /** The rows of several statements, in one transaction. */
  allOf<Rows extends readonly unknown[]>(
    statements: {
      readonly [Index in keyof Rows]: SQLWrapper;
    },
  ): Promise<{ -readonly [Index in keyof Rows]: Rows[Index][] }>;
}

type Query = ReturnType<SQLiteAsyncDialect["sqlToQuery"]>;
type Result = D1Result<Record<string, unknown>>;

const dialect = new SQLiteAsyncDialect();

/**
 * Writes INSERT, UPDATE and DELETE from the schema. It only builds: Drizzle's own D1 batch drops the
 * parameters of raw SQL and mixes up columns of the same name, so statements run through `Database`.
 */
export const build = drizzle({} as D1Database);

/** A request that has more slow statements than this is known to be slow. */
const SLOW_QUERIES_AT_MOST = 5;
const LONGEST_STATEMENT = 2000;

function count(use: DatabaseUse, statement: string, meta: D1Meta): void {
  use.rowsRead += meta.rows_read;
  use.rowsWritten += meta.rows_written;
  use.queryMs += meta.duration;
  if (meta.duration <= SLOW_QUERY_MS || use.slowQueries.length >= SLOW_QUERIES_AT_MOST) return;
  use.slowQueries.push({
    statement: statement.replaceAll(/\s+/g, " ").slice(0, LONGEST_STATEMENT),
    durationMs: meta.duration,
    rowsRead: meta.rows_read,
  });
}

/** A client over one D1 session that counts in `use` what is asked of the database. */
export function openDatabase(connection: Connection, use: DatabaseUse): Database {
  const send = async (queries: readonly Query[]): Promise<Result[]> => {
    const startedAt = performance.now();
    use.roundTrips += 1;
    use.statements += queries.length;
    try {
      const results = await connection.batch<Record<string, unknown>>(
        queries.map(({ sql, params }) => connection.prepare(sql).bind(...params)),
      );
      for (const [index, { meta }] of results.entries()) {
        count(use, queries[index]?.sql ?? "", meta);
      }
      return results;
    } finally {
      use.waitedMs += performance.now() - startedAt;
    }
  };
  const reads = gather(send);
  const batch = async (statements: readonly SQLWrapper[]) => {
    const queries = statements.map((statement) => dialect.sqlToQuery(statement.getSQL()));
    if (queries.every(isRead)) return await reads.add(queries);
    // What was asked for before goes before.
    reads.flush();
    return await send(queries);
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

/** When in doubt it is none: a write must neither wait nor be tried twice. */
function isRead({ sql }: Query): boolean {
  return /^\s*(SELECT|WITH)\b/i.test(sql) && !/\b(INSERT|UPDATE|DELETE|REPLACE INTO)\b/i.test(sql);
}
