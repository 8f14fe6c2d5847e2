import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { toSql } from "../../worker/domain/backup.ts";
import { noDatabaseUse, openDatabase } from "../client.ts";
import { createBackupRepository } from "../repositories/backups.ts";
import type { TierDatabase } from "./database.ts";
import { applyMigrations, splitSql } from "./migrate.ts";
import { readMigrations } from "./migration-files.ts";
import type { Target } from "./target.ts";

/** The database of `int`, in a folder of this machine or, without one, in memory. */
export async function openLocal(
  target: Target,
  { folder, migrations }: { folder: string | null; migrations: string },
): Promise<TierDatabase> {
  const mf = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: "export default {}",
      d1Databases: { DB: target.id },
      ...(folder === null ? {} : { resourcePersistencePath: folder }),
    }),
  );
  const db = (await mf.getD1Database("DB")) as unknown as D1Database;
  return {
    async query<Row>(sql: string) {
      return (await db.prepare(sql).all<Row>()).results;
    },
    async run(sql) {
      const statements = await splitSql(sql);
      await db.batch(statements.map((statement) => db.prepare(statement)));
    },
    async migrate() {
      await applyMigrations(db, await readMigrations(migrations));
    },
    async dump() {
      const backups = createBackupRepository(openDatabase(db, noDatabaseUse()));
      return toSql(await backups.readSnapshot());
    },
    captureRestorePoint: async () => "none: int may be dropped",
    close: async () => await mf.dispose(),
  };
}
