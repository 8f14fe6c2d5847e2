import { runnerImport } from "vite";
import { build } from "../scripts/build.ts";
import { ROOT, runMain } from "../scripts/command.ts";
import { type Market, startMarket } from "./market.ts";

const EVENTS = Number(process.env.EVENTS ?? 1_000_000);
const CHUNK = 20_000;
const DAYS = 360;
const DAY_MS = 86_400_000;
const INSTRUCTORS = 200;

/** The night's numbers over a year of searches: time and rows, all of it uncounted before. */
async function measureAnalytics(): Promise<number> {
  await build();
  const market = await startMarket(INSTRUCTORS);
  try {
    const now = Date.now();
    console.log(`Writing ${EVENTS} searches of ${DAYS} days …`);
    for (let from = 0; from < EVENTS; from += CHUNK) await insertEvents(market, from, now);
    const { module } = await runnerImport<typeof import("./count-searches.ts")>(
      `${ROOT}bench/count-searches.ts`,
      { configFile: false, root: ROOT, logLevel: "error" },
    );
    for (const { name, ms, use, largestRead } of await module.countNight(market.db, now)) {
      console.log(
        [
          `${name}: ${(ms / 1000).toFixed(1)} s`,
          `${use.roundTrips} transactions`,
          `${use.rowsRead} rows read, ${use.rowsWritten} written`,
          `at most ${largestRead} read by one`,
        ].join(", "),
      );
    }
    return 0;
  } finally {
    await market.served.stop();
  }
}

/** Every third search has its results looked at, every tenth of those is booked. */
async function insertEvents({ db, rows }: Market, from: number, now: number): Promise<void> {
  const instructorId = rows.instructors[0]?.id ?? "";
  const to = Math.min(from + CHUNK, EVENTS);
  const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})`;
  const at = `${now} - (i % ${DAYS}) * ${DAY_MS} - (i * 7919) % ${DAY_MS}`;
  const interactions = (type: string, every: number) =>
    db.prepare(`${numbers} INSERT INTO search_interactions
        (id, search_event_id, type, instructor_id, position, elapsed_ms, created_at)
      SELECT '${type}' || i, 'event' || i, '${type}', '${instructorId}', 1, 1000, ${at}
      FROM n WHERE i % ${every} = 0`);
  await db.batch([
    db.prepare(`${numbers} INSERT INTO search_events (id, user_id, guest_id, normalized_query,
        search_type, result_count, services, device, borough, referrer, searched_at)
      SELECT 'event' || i, CASE WHEN i % 3 = 0 THEN 'user' || (i % 5000) END,
        CASE WHEN i % 3 <> 0 THEN 'guest' || (i % 40000) END, 'query ' || (i % 3000),
        'natural_language', i % 25, CASE WHEN i % 2 = 0 THEN '["piano"]' ELSE '["violin"]' END,
        CASE WHEN i % 2 = 0 THEN 'mobile' ELSE 'desktop' END, 'brooklyn', NULL, ${at}
      FROM n`),
    interactions("view_profile", 3),
    interactions("book", 30),
  ]);
}

await runMain(measureAnalytics);
