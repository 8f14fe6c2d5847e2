import type { CommandContext } from "../../db/tiers/commands.ts";
import { openLocal } from "../../db/tiers/local.ts";
import { readMigrations } from "../../db/tiers/migration-files.ts";

export const NOW = Date.UTC(2026, 11, 1, 15);
export const MIGRATIONS = await readMigrations("migrations");
const TARGET = { name: "instainstru-int", id: "00000000-0000-0000-0000-000000000001" };

/** A local database in memory that has nothing in it, not even a schema. */
export async function openFresh(): Promise<CommandContext> {
  const db = await openLocal(TARGET, { folder: null, migrations: "migrations" });
  return { db, databaseName: TARGET.name, migrations: MIGRATIONS, now: NOW };
}
