import { sql } from "drizzle-orm";
import type { Database } from "../client.ts";

export type HealthRepository = ReturnType<typeof createHealthRepository>;

export function createHealthRepository(db: Database) {
  return {
    /** Throws when the database cannot be read or its tables are not there. */
    async assertReadable(): Promise<void> {
      await db.all(sql`SELECT id FROM bookings LIMIT 1`);
    },
  };
}
