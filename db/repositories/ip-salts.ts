import { sql } from "drizzle-orm";
import type { LocalDate } from "../../worker/domain/local-time.ts";
import type { Database } from "../client.ts";

export type SaltRepository = ReturnType<typeof createSaltRepository>;

export function createSaltRepository(db: Database) {
  return {
    /** The day's salt: `fresh` if nobody was first. Of two at once both get the same. */
    async getOrCreate(day: LocalDate, fresh: string, now: number): Promise<string> {
      const [, found] = await db.batch([
        sql`INSERT INTO ip_salts (day, salt, created_at) VALUES (${day}, ${fresh}, ${now})
          ON CONFLICT DO NOTHING`,
        sql`SELECT salt FROM ip_salts WHERE day = ${day}`,
      ]);
      return String(found?.results[0]?.salt);
    },

    /** Rule: a salt goes 48 hours after it was made, and with it every way back to an address. */
    async purge(createdBefore: number): Promise<number> {
      const [result] = await db.batch([
        sql`DELETE FROM ip_salts WHERE created_at < ${createdBefore}`,
      ]);
      return result?.meta.changes ?? 0;
    },
  };
}
