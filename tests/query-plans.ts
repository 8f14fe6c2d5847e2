import type { WatchedStatement } from "./watched-database.ts";

/** A step of a query plan that walks through a whole table or index. */
interface Scan {
  sql: string;
  /** As SQLite says it: "SCAN bookings". */
  step: string;
}

/**
 * What SQLite walks through from one end to the other to run these statements, with the bodies of
 * the triggers they fire. Lists given as JSON, single rows and results of subqueries are no tables.
 * Statements come from `watchDatabase`.
 */
export async function listScans(
  db: D1Database,
  statements: readonly Pick<WatchedStatement, "sql" | "params">[],
): Promise<Scan[]> {
  const bySql = new Map(statements.map((statement) => [statement.sql, statement]));
  const tables = [...bySql.keys()].flatMap((sql) => writtenTable(sql) ?? []);
  const fired = await listTriggerQueries(db, [...new Set(tables)]);
  const scans: Scan[] = [];
  for (const { sql, params } of [...bySql.values(), ...fired]) {
    const steps = await explain(db, sql, params);
    const made = steps.flatMap((step) => /^(?:MATERIALIZE|CO-ROUTINE) (\S+)/.exec(step)?.[1] ?? []);
    for (const step of steps) {
      if (isScan(step, made)) scans.push({ sql: sql.replaceAll(/\s+/g, " ").trim(), step });
    }
  }
  return scans;
}

/** The steps of SQLite's plan for one statement. */
async function explain(db: D1Database, sql: string, params: unknown[]): Promise<string[]> {
  const { results } = await db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...params)
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail);
}

/** `made` are the names of what the statement itself makes and then walks through. */
function isScan(step: string, made: readonly string[]): boolean {
  const [, name] = /^SCAN (\S+)/.exec(step) ?? [];
  if (!name || made.includes(name)) return false;
  return !/^SCAN (CONSTANT ROW|\d+-ROW VALUES CLAUSE|\(|.* VIRTUAL TABLE)/.test(step);
}

function writtenTable(sql: string): string | null {
  return /^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+["`]?(\w+)/i.exec(sql)?.[1] ?? null;
}

/** The queries in the bodies of the tables' triggers, which EXPLAIN leaves out. */
async function listTriggerQueries(db: D1Database, tables: readonly string[]) {
  const { results } = await db
    .prepare(
      "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (SELECT value FROM json_each(?))",
    )
    .bind(JSON.stringify(tables))
    .all<{ sql: string }>();
  return results.flatMap(({ sql }) => {
    const [, body = ""] = /\bBEGIN\b(.*)\bEND\b/s.exec(sql) ?? [];
    const statements = body.replaceAll(/--.*$/gm, "").split(";");
    const queries = statements.filter((query) => query.trim() !== "");
    return queries.map((query) => {
      // Outside of a trigger there is no RAISE and no row that is being written.
      const standalone = query
        .replaceAll(/RAISE\([^)]*\)/g, "1")
        .replaceAll(/\b(NEW|OLD)\.\w+/g, "?");
      return { sql: standalone, params: Array(standalone.split("?").length - 1).fill(null) };
    });
  });
}
