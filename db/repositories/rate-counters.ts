import { type SQL, sql } from "drizzle-orm";
import type { Counted } from "../../worker/domain/rate-limit.ts";
import type { Database } from "../client.ts";

/** Whose window it is, how long it lasts, and how often is still within it. */
export interface RateCounter {
  key: string;
  windowMs: number;
  quota: number;
}

export type RateCounterRepository = ReturnType<typeof createRateCounterRepository>;

export function createRateCounterRepository(db: Database) {
  return {
    /**
     * Counts once for each key, in one round trip, and says where its window stands then. Of many at
     * the same time each gets another number.
     */
    async count(counters: readonly RateCounter[], now: number): Promise<Counted[]> {
      const results = await db.batch(counters.map((counter) => countStatement(counter, now)));
      return results.map(toCounted);
    },
  };
}

/** Counts once, for the batch of what is counted. A window that is over begins anew. */
export function countStatement({ key, windowMs }: RateCounter, now: number): SQL {
  return sql`INSERT INTO rate_counters (key, started_at, count, expires_at)
    VALUES (${key}, ${now}, 1, ${now + windowMs})
    ON CONFLICT (key) DO UPDATE SET
      started_at = CASE WHEN expires_at <= ${now} THEN excluded.started_at ELSE started_at END,
      count = CASE WHEN expires_at <= ${now} THEN 1 ELSE count + 1 END,
      expires_at = CASE WHEN expires_at <= ${now} THEN excluded.expires_at ELSE expires_at END
    RETURNING started_at AS startedAt, count`;
}

/** What `countStatement` gives. */
export function toCounted(result: D1Result | undefined): Counted {
  const [row] = (result?.results ?? []) as Counted[];
  if (!row) throw new Error("Nothing was counted.");
  return row;
}

/** Whether what was counted earlier in the batch is within its quota. */
export function isWithinQuota({ key, quota }: RateCounter): SQL {
  return sql`(SELECT count FROM rate_counters WHERE key = ${key}) <= ${quota}`;
}
