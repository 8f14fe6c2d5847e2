import { type DatabaseUse, noDatabaseUse, openDatabase } from "../db/client.ts";
import { createSearchCountRepository } from "../db/repositories/search-counts.ts";
import { createServiceMetricsRepository } from "../db/repositories/service-metrics.ts";
import { catalog } from "../db/seed/facts.ts";
import { countSearches } from "../worker/services/search-counting.ts";
import { computeServiceMetrics } from "../worker/services/service-metrics.ts";

/** What a piece of the night's work took. */
export interface Piece {
  name: string;
  ms: number;
  use: DatabaseUse;
  /** Rows that the largest transaction of the piece read. */
  largestRead: number;
}

/** Does a whole night's counting over what is there, a date at a time as the job does. */
export async function countNight(db: D1Database, now: number): Promise<Piece[]> {
  return [
    await measure("count every date", db, (database) =>
      countSearches({
        counts: createSearchCountRepository(database),
        keptDays: 365,
        mostDays: 1000,
        now,
      }),
    ),
    await measure("work out every service", db, (database) =>
      computeServiceMetrics(
        {
          metrics: createServiceMetricsRepository(database),
          services: catalog.services.map(({ slug }) => slug),
          now,
        },
        0,
        async () => true,
      ),
    ),
  ];
}

async function measure(
  name: string,
  db: D1Database,
  work: (database: ReturnType<typeof openDatabase>) => Promise<unknown>,
): Promise<Piece> {
  const use = noDatabaseUse();
  const counted = openDatabase(db, use);
  let largestRead = 0;
  const watched: typeof counted = {
    ...counted,
    async batch(statements) {
      const before = use.rowsRead;
      const results = await counted.batch(statements);
      largestRead = Math.max(largestRead, use.rowsRead - before);
      return results;
    },
  };
  const startedAt = performance.now();
  await work(watched);
  return { name, ms: performance.now() - startedAt, use, largestRead };
}
