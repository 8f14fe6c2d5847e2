import type { BackupRepository } from "../../db/repositories/backups.ts";
import { countSnapshot, listExpired, listMigrations, toSql } from "../domain/backup.ts";
import type { BackupStore } from "../platform/backup-store.ts";
import { type DailyDependencies, runDaily } from "./daily.ts";
import type { Job } from "./schedule.ts";

const BACKUP_JOB = "backup";
/** One a day. */
const BACKUPS_KEPT = 30;
/** The whole database passes through a Worker's 128 MB several times over: as rows, SQL and bytes. */
const MOST_BYTES = 16_000_000;

export interface BackupDependencies extends DailyDependencies {
  backups: BackupRepository;
  store: BackupStore;
  /** For the manifest. */
  databaseName: string;
}

/**
 * The night's backup. A database that has outgrown it is left to `npm run db -- export`, and every
 * night says so; one that fails is tried again when its turn has lapsed.
 */
export function backupJob({ backups, store, databaseName, ...daily }: BackupDependencies): Job {
  return {
    name: BACKUP_JOB,
    async run() {
      let facts: Record<string, string | number> | null = null;
      await runDaily(BACKUP_JOB, daily, async () => {
        const bytes = await backups.measureBytes();
        const isTooLarge = bytes > MOST_BYTES;
        facts = isTooLarge ? { skipped: "too_large", bytes } : await backUp();
        return { cursor: null, report: JSON.stringify(facts) };
      });
      return facts;
    },
  };

  async function backUp(): Promise<Record<string, number>> {
    const takenAt = new Date(daily.clock()).toISOString();
    const snapshot = await backups.readSnapshot();
    const rows = countSnapshot(snapshot);
    const bytes = await store.put(takenAt.slice(0, "YYYY-MM-DD".length), toSql(snapshot), {
      database: databaseName,
      takenAt,
      migrations: listMigrations(snapshot),
      rows,
    });
    const expired = listExpired(await store.list(), BACKUPS_KEPT);
    await store.remove(expired);
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    return { bytes, rows: total, removed: expired.length };
  }
}
