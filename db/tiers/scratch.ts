import { DatabaseSync } from "node:sqlite";
import type { Migration } from "./migration-files.ts";
import { TierError } from "./tier.ts";

/** A thing of the schema, however its words are spaced. */
export type SchemaObjects = Record<string, string>;

export interface Loaded {
  rows: Record<string, number>;
  schema: SchemaObjects;
  migrations: string[];
  problems: string[];
}

export const SCHEMA_QUERY = `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL
  AND NOT (name GLOB '_cf_*' OR name GLOB 'sqlite_*' OR name = 'd1_migrations')`;

/** Confirmed lessons that begin while the same person, in whichever role, is still in another one. */
export const OVERLAPS_QUERY = `WITH busy AS (
    SELECT id, instructor_id AS person, start_at, end_at FROM bookings WHERE status = 'confirmed'
    UNION ALL
    SELECT id, student_id, start_at, end_at FROM bookings WHERE status = 'confirmed'),
  followed AS (SELECT start_at, max(end_at) OVER (PARTITION BY person ORDER BY start_at, id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until FROM busy)
  SELECT count(*) AS n FROM followed WHERE busy_until > start_at`;

/** Loads a dump into a database in memory, to see what it holds. Throws TierError if it is not SQL. */
export function loadDump(sql: string): Loaded {
  const db = new DatabaseSync(":memory:", { enableForeignKeyConstraints: false });
  try {
    db.exec(sql);
    return inspect(db);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TierError(`This backup cannot be loaded (${why}); take another one.`);
  } finally {
    db.close();
  }
}

/** What the schema is when all of these migrations are applied, and nothing else. */
export function expectedSchema(migrations: readonly Migration[]): SchemaObjects {
  const db = new DatabaseSync(":memory:");
  try {
    for (const { sql } of migrations) db.exec(sql);
    return toSchemaObjects(read(db, SCHEMA_QUERY));
  } finally {
    db.close();
  }
}

/** By kind and name. Spaces differ between the ways in which a schema comes to be. */
export function toSchemaObjects(
  rows: readonly { type: string; name: string; sql: string }[],
): SchemaObjects {
  return Object.fromEntries(
    rows.map(({ type, name, sql }) => [`${type} ${name}`, sql.replace(/\s+/g, " ").trim()]),
  );
}

/** What differs, one sentence each. */
export function compareSchemas(expected: SchemaObjects, found: SchemaObjects): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return names.flatMap((name) => {
    if (!(name in found)) return [`The ${name} is missing.`];
    if (!(name in expected)) return [`The ${name} comes from no migration.`];
    return expected[name] === found[name] ? [] : [`The ${name} is not as the migrations make it.`];
  });
}

function inspect(db: DatabaseSync): Loaded {
  const schema = read<{ type: string; name: string; sql: string }>(
    db,
    SCHEMA_QUERY.replace(" OR name = 'd1_migrations'", ""),
  );
  const tables = schema.filter(({ type }) => type === "table").map(({ name }) => name);
  const count = (sql: string) => read<{ n: number }>(db, sql)[0]?.n ?? 0;
  const broken = read(db, "PRAGMA foreign_key_check").length;
  const overlaps = count(OVERLAPS_QUERY);
  return {
    rows: Object.fromEntries(
      tables.map((name) => [name, count(`SELECT count(*) AS n FROM "${name}"`)]),
    ),
    schema: toSchemaObjects(schema.filter(({ name }) => name !== "d1_migrations")),
    migrations: read<{ name: string }>(db, "SELECT name FROM d1_migrations ORDER BY id").map(
      ({ name }) => name,
    ),
    problems: [
      ...(broken ? [`${broken} rows refer to rows that are not there.`] : []),
      ...(overlaps ? [`${overlaps} lessons begin during another one.`] : []),
    ],
  };
}

function read<Row>(db: DatabaseSync, sql: string): Row[] {
  return db.prepare(sql).all() as Row[];
}
