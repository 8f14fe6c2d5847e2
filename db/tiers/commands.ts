import { seedReference } from "../seed/reference.ts";
import { prepareBackup, readBackup, sameCounts, writeBackup } from "./backup-file.ts";
import type { TierDatabase } from "./database.ts";
import { splitSql } from "./migrate.ts";
import type { Migration } from "./migration-files.ts";
import {
  compareSchemas,
  expectedSchema,
  OVERLAPS_QUERY,
  SCHEMA_QUERY,
  toSchemaObjects,
} from "./scratch.ts";
import { createSqlWriter } from "./sql-writer.ts";
import { databaseName as databaseNameOf, TierError } from "./tier.ts";

export interface CommandContext {
  db: TierDatabase;
  databaseName: string;
  migrations: readonly Migration[];
  now: number;
}

/** A function takes 32 arguments, and each table needs two. */
const TABLES_A_QUERY = 15;

const WITH_MIGRATIONS = `${SCHEMA_QUERY} OR name = 'd1_migrations'`;

type Row = { type: string; name: string; sql: string };

/** Brings the schema, and the catalog and rights that belong to the code, to this version. */
export async function migrate({ db, migrations }: CommandContext): Promise<string> {
  const before = await listApplied(db);
  assertKnown(before, migrations);
  await db.migrate();
  const writer = createSqlWriter();
  await seedReference(writer.db);
  await db.run(writer.text());
  const missing = migrations.length - (await listApplied(db)).length;
  if (missing) throw new TierError(`${missing} migrations are still missing; run migrate again.`);
  return `${migrations.length - before.length} migrations applied; ${migrations.length} in all.`;
}

export async function status({ db, migrations }: CommandContext): Promise<string> {
  const applied = await listApplied(db);
  assertKnown(applied, migrations);
  const pending = migrations.slice(applied.length).map(({ name }) => `  pending: ${name}`);
  const counts = await countRows(db);
  const lines = Object.entries(counts).map(([table, n]) => `  ${table}: ${n}`);
  return [
    `${applied.length} of ${migrations.length} migrations applied`,
    ...pending,
    ...lines,
  ].join("\n");
}

/** Throws TierError with one sentence for each thing that is not as it has to be. */
export async function check({ db, migrations }: CommandContext): Promise<string> {
  const problems = await listProblems(db, migrations);
  if (problems.length) throw new TierError(problems.join("\n"));
  return "The schema is that of the migrations, nothing dangles and no lessons overlap.";
}

export async function exportTo(context: CommandContext, path: string): Promise<string> {
  const { db, databaseName, now } = context;
  await prepareBackup(path);
  const { rows, bytes, sha256 } = await writeBackup(path, await db.dump(), {
    database: databaseName,
    takenAt: new Date(now).toISOString(),
  });
  const total = Object.values(rows).reduce((sum, n) => sum + n, 0);
  return `${path}: ${total} rows of ${Object.keys(rows).length} tables, ${bytes} bytes, SHA-256 ${sha256}`;
}

/** Fills a database that has nothing in it yet. The backup is proven before anything is written. */
export async function restore(context: CommandContext, path: string): Promise<string> {
  const { db, databaseName, migrations } = context;
  const { sql, manifest } = await readBackup(
    path,
    migrations.map(({ name }) => name),
  );
  // Demo people, whose password everybody can read, must not come to prod this way either.
  if (databaseName === databaseNameOf("prod") && manifest.database !== databaseName) {
    throw new TierError(
      `${path} is of ${manifest.database}; prod takes back its own backups only.`,
    );
  }
  // A list of migrations is in the way as well: the backup brings its own.
  if ((await db.query(WITH_MIGRATIONS)).length > 0) {
    throw new TierError("This database is not empty; restore goes into a fresh one only.");
  }
  await db.run(sql);
  const problems = await listProblems(db, migrations);
  if (problems.length) throw new TierError(`Restored, but not sound:\n${problems.join("\n")}`);
  const counts = await countRows(db);
  const { d1_migrations: _, ...expected } = manifest.rows;
  if (!sameCounts(counts, expected)) throw new TierError("Restored, but the row counts differ.");
  return `Restored ${manifest.database} as of ${manifest.takenAt}; rows, triggers and rules check out.`;
}

/** Drops everything, also what a later version made. */
export async function reset({ db }: CommandContext): Promise<string> {
  const objects = await db.query<Row>(WITH_MIGRATIONS);
  const drop = (kind: string) =>
    objects.filter(({ type }) => type === kind).map(({ name }) => `DROP ${kind} "${name}";\n`);
  const statements = [...drop("trigger"), ...drop("view"), ...drop("table")];
  if (statements.length === 0) return "There was nothing to drop.";
  await db.run(`PRAGMA defer_foreign_keys = ON;\n${statements.join("")}`);
  return "Everything was dropped; run migrate and seed to begin anew.";
}

/** Of several statements only one would be answered, and they would not be one transaction. */
export async function runSql({ db }: CommandContext, sql: string): Promise<string> {
  const [statement, ...more] = await splitSql(sql);
  if (statement === undefined || more.length > 0) {
    const count = statement === undefined ? "none" : 1 + more.length;
    throw new TierError(`sql runs one statement, and there are ${count} here: nothing was run.`);
  }
  const rows = await db.query(statement).catch((error: unknown) => {
    if (error instanceof TierError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new TierError(`The database refuses this: ${why}`);
  });
  return JSON.stringify(rows, null, 2);
}

async function listProblems(db: TierDatabase, migrations: readonly Migration[]): Promise<string[]> {
  const found = toSchemaObjects(await db.query<Row>(SCHEMA_QUERY));
  const schemaProblems = compareSchemas(expectedSchema(migrations), found);
  if (!("table bookings" in found)) return schemaProblems;
  const dangling = await db.query("PRAGMA foreign_key_check");
  const [overlaps] = await db.query<{ n: number }>(OVERLAPS_QUERY);
  return [
    ...schemaProblems,
    ...(dangling.length ? [`${dangling.length} rows refer to rows that are not there.`] : []),
    ...(overlaps?.n ? [`${overlaps.n} lessons begin during another one.`] : []),
  ];
}

async function listApplied(db: TierDatabase): Promise<string[]> {
  const known = await db.query("SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'");
  if (known.length === 0) return [];
  const rows = await db.query<{ name: string }>("SELECT name FROM d1_migrations ORDER BY id");
  return rows.map(({ name }) => name);
}

/** What was applied and is not in the folder comes from another version or another project. */
function assertKnown(applied: readonly string[], migrations: readonly Migration[]): void {
  const stranger = applied.find((name, index) => migrations[index]?.name !== name);
  if (stranger) {
    throw new TierError(
      `${stranger} was applied and is not the next of migrations/: a wrong database or an old checkout.`,
    );
  }
}

async function countRows(db: TierDatabase): Promise<Record<string, number>> {
  const objects = await db.query<Row>(SCHEMA_QUERY);
  const tables = objects.filter(({ type }) => type === "table").map(({ name }) => name);
  if (tables.length === 0) return {};
  const counts = tables.map((name) => `'${name}', (SELECT count(*) FROM "${name}")`);
  const merged: Record<string, number> = {};
  for (let from = 0; from < counts.length; from += TABLES_A_QUERY) {
    const some = counts.slice(from, from + TABLES_A_QUERY);
    const [row] = await db.query<{ counts: string }>(
      `SELECT json_object(${some.join(", ")}) AS counts`,
    );
    Object.assign(merged, JSON.parse(row?.counts ?? "{}"));
  }
  return merged;
}
