import { sql } from "drizzle-orm";
import type { Counted } from "../../worker/domain/rate-limit.ts";
import type { Database } from "../client.ts";

export type RateCounterRepository = ReturnType<typeof createRateCounterRepository>;

export function createRateCounterRepository(db: Database) {
  return {
    /**
     * Counts once for each key, in one round trip, and says where its window stands then. Of many at
     * the same time each gets another number. A window that is over begins anew.
     */
    async count(
      counters: readonly { key: string; windowMs: number }[],
      now: number,
    ): Promise<Counted[]> {
      const results = await db.batch(
        counters.map(
          ({ key, windowMs }) => sql`INSERT INTO rate_counters (key, started_at, count, expires_at)
            VALUES (${key}, ${now}, 1, ${now + windowMs})
            ON CONFLICT (key) DO UPDATE SET
              started_at = CASE WHEN expires_at <= ${now} THEN excluded.started_at ELSE started_at END,
              count = CASE WHEN expires_at <= ${now} THEN 1 ELSE count + 1 END,
              expires_at = CASE WHEN expires_at <= ${now} THEN excluded.expires_at ELSE expires_at END
            RETURNING started_at AS startedAt, count`,
        ),
      );
      return results.map(({ results: [row] }) => row as unknown as Counted);
    },
  };
}
