import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/** D1 takes 2 MB in one parameter; this many of the widest rows stay far below that. */
const ROWS_PER_STATEMENT = 500;

/**
 * Statements that write all rows, each list of rows as one JSON parameter. A column that the first
 * row leaves out is left to the database. `onConflict` is SQL, such as "(slug) DO NOTHING".
 */
export function insertStatements<T extends SQLiteTable>(
  db: D1Database,
  table: T,
  rows: readonly Partial<T["$inferSelect"]>[],
  onConflict?: string,
): D1PreparedStatement[] {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = columns.map(([, { name }]) => `"${name}"`).join(", ");
  const values = columns.map(([key]) => `json_extract(value, '$.${key}')`).join(", ");
  // Without WHERE, SQLite would read ON CONFLICT as the condition of a join.
  const conflict = onConflict ? ` WHERE true ON CONFLICT ${onConflict}` : "";
  const sql = `INSERT INTO "${getTableName(table)}" (${names}) SELECT ${values} FROM json_each(?1)${conflict}`;
  return inChunks(rows).map((chunk) => db.prepare(sql).bind(JSON.stringify(chunk)));
}

function inChunks<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_PER_STATEMENT);
  return Array.from({ length: count }, (_, i) =>
    rows.slice(i * ROWS_PER_STATEMENT, (i + 1) * ROWS_PER_STATEMENT),
  );
}
