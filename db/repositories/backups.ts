import { sql } from "drizzle-orm";
import type { Snapshot } from "../../worker/domain/backup.ts";
import type { Database } from "../client.ts";

export type BackupRepository = ReturnType<typeof createBackupRepository>;

/** Everything that is ours: neither SQLite's own nor what D1 keeps for itself. */
const schemaQuery = sql`SELECT type, name, sql FROM sqlite_master
  WHERE sql IS NOT NULL AND NOT (name GLOB '_cf_*' OR name GLOB 'sqlite_*') ORDER BY rowid`;

export function createBackupRepository(db: Database) {
  return {
    /**
     * The whole database at one moment: all its rows are read in one transaction. Throws where a
     * migration came in between.
     */
    async readSnapshot(): Promise<Snapshot> {
      const known = await db.all<Snapshot["schema"][number]>(schemaQuery);
      const names = known.filter(({ type }) => type === "table").map(({ name }) => name);
      const [schema, sequences, ...rows] = await db.allOf<Record<string, unknown>[]>([
        schemaQuery,
        sql`SELECT name, seq FROM sqlite_sequence ORDER BY name`,
        ...names.map((name) => sql`SELECT * FROM ${sql.identifier(name)}`),
      ]);
      if (JSON.stringify(schema) !== JSON.stringify(known)) {
        throw new Error("The schema changed while it was read.");
      }
      return {
        schema: known,
        sequences: sequences as Snapshot["sequences"],
        tables: names.map((name, index) => ({ name, rows: rows[index] ?? [] })),
      };
    },

    /** How large the database is, in bytes. */
    async measureBytes(): Promise<number> {
      const [result] = await db.batch([sql`SELECT 1`]);
      return result?.meta.size_after ?? 0;
    },
  };
}
