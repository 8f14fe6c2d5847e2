/** One statement as it went to the database, and what it cost there. */
export interface WatchedStatement {
  sql: string;
  params: unknown[];
  rowsRead: number;
  rowsWritten: number;
}

/** Whether it asks who sends a request, or counts how often they do. */
export function isOfSender({ sql }: WatchedStatement): boolean {
  return sql.includes("FROM sessions") || sql.startsWith("INSERT INTO rate_counters");
}

export function rowsReadBy(statements: readonly WatchedStatement[]): number {
  return statements.reduce((total, { rowsRead }) => total + rowsRead, 0);
}

export interface WatchedDatabase {
  /** To be bound as `DB`. */
  db: D1Database;
  /** One entry for each round trip, in the order in which they began; also of those that failed. */
  batches: WatchedStatement[][];
  /** All statements of all round trips. */
  statements: () => WatchedStatement[];
}

type Connection = Pick<D1DatabaseSession, "prepare" | "batch" | "getBookmark">;

interface WatchHooks {
  /** Runs ahead of a round trip: the place to slip in what somebody else does meanwhile. */
  beforeBatch?: (sql: readonly string[]) => void | Promise<void>;
  /** Runs when the database is done and its reply is on the way; what it throws is all that arrives. */
  afterBatch?: (sql: readonly string[]) => void | Promise<void>;
}

/** The same database, with every statement written down. */
export function watchDatabase(
  real: D1Database,
  { beforeBatch, afterBatch }: WatchHooks = {},
): WatchedDatabase {
  const batches: WatchedStatement[][] = [];
  const sent = new WeakMap<D1PreparedStatement, { sql: string; params: unknown[] }>();
  const describe = (statement: D1PreparedStatement) => {
    const known = sent.get(statement);
    if (!known) throw new Error("A statement went past the watched database.");
    return { ...known, rowsRead: 0, rowsWritten: 0 };
  };

  const watch = (session: D1DatabaseSession): Connection => ({
    prepare: (sql) => {
      const bind = (...params: unknown[]) => {
        const statement = session.prepare(sql).bind(...params);
        sent.set(statement, { sql, params });
        return statement;
      };
      return { bind } as unknown as D1PreparedStatement;
    },
    batch: async <Row>(statements: D1PreparedStatement[]) => {
      const watched = statements.map(describe);
      batches.push(watched);
      const texts = watched.map(({ sql }) => sql);
      await beforeBatch?.(texts);
      const results = await session.batch<Row>(statements);
      for (const [index, { meta }] of results.entries()) {
        Object.assign(watched[index] as WatchedStatement, {
          rowsRead: meta.rows_read,
          rowsWritten: meta.rows_written,
        });
      }
      await afterBatch?.(texts);
      return results;
    },
    getBookmark: () => session.getBookmark(),
  });

  const withSession: D1Database["withSession"] = (start) =>
    watch(real.withSession(start)) as D1DatabaseSession;
  return {
    db: { withSession } as D1Database,
    batches,
    statements: () => batches.flat(),
  };
}
