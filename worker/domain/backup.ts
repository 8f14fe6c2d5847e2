import { toHex } from "./hex.ts";

/** What is written beside a backup, last, so that a backup without it is known to be half of one. */
export interface BackupManifest {
  format: 1;
  database: string;
  takenAt: string;
  /** The migrations that were applied, in order. */
  migrations: string[];
  /** Of each table. */
  rows: Record<string, number>;
  bytes: number;
  /** Of the compressed file. */
  sha256: string;
}

/** A moment of the whole database. */
export interface Snapshot {
  /** In the order they were made; nothing of SQLite's own. */
  schema: { type: string; name: string; sql: string }[];
  tables: { name: string; rows: Record<string, unknown>[] }[];
  /** The last number that each table with such numbers gave out. */
  sequences: { name: string; seq: number }[];
}

/** Below the 100 kB that D1 takes as one statement, which it counts in bytes. */
const MOST_STATEMENT_BYTES = 50_000;

/**
 * SQL that makes a fresh database equal to the snapshot. Indexes and triggers come last: none of them
 * is to run, or to be kept up, while rows return.
 */
export function toSql({ schema, tables, sequences }: Snapshot): string {
  const isTable = ({ type }: { type: string }) => type === "table";
  const statements = [
    "PRAGMA defer_foreign_keys = ON",
    ...schema.filter(isTable).map(({ sql }) => sql),
    ...tables.flatMap(({ name, rows }) => toInserts(name, rows)),
    ...(sequences.length ? ["DELETE FROM sqlite_sequence"] : []),
    ...toInserts("sqlite_sequence", sequences),
    ...schema.filter((one) => !isTable(one)).map(({ sql }) => sql),
  ];
  return statements.map((sql) => `${sql};\n`).join("");
}

export function countSnapshot({ tables }: Snapshot): Record<string, number> {
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length]));
}

/** The migrations that the snapshot's database had, in the order in which they were applied. */
export function listMigrations({ tables }: Snapshot): string[] {
  const applied = tables.find(({ name }) => name === "d1_migrations")?.rows ?? [];
  return applied.toSorted((a, b) => Number(a.id) - Number(b.id)).map(({ name }) => String(name));
}

/** The backups beyond the newest `keep`, of names that begin with their date. */
export function listExpired(names: readonly string[], keep: number): string[] {
  return names.toSorted().toReversed().slice(keep);
}

const encoder = new TextEncoder();

function toInserts(table: string, rows: readonly object[]): string[] {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first).map(toName).join(", ");
  const statements: string[] = [];
  let values: string[] = [];
  let bytes = 0;
  const flush = () => {
    statements.push(`INSERT INTO ${toName(table)} (${columns}) VALUES\n${values.join(",\n")}`);
    values = [];
    bytes = 0;
  };
  for (const row of rows) {
    const text = `(${Object.values(row).map(toLiteral).join(", ")})`;
    const size = encoder.encode(text).length;
    if (values.length > 0 && bytes + size > MOST_STATEMENT_BYTES) flush();
    values.push(text);
    bytes += size;
  }
  flush();
  return statements;
}

function toName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Throws TypeError for what no column here holds, such as bytes. */
function toLiteral(value: unknown): string {
  if (value === null) return "NULL";
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") throw new TypeError(`A ${typeof value} cannot be written as SQL.`);
  if (!value.includes("\0")) return `'${value.replaceAll("'", "''")}'`;
  // A zero character would end the statement.
  return `CAST(X'${toHex(encoder.encode(value))}' AS TEXT)`;
}
