import { readdir, readFile } from "node:fs/promises";
import { unstable_splitSqlQuery } from "wrangler";
import { seedDemo } from "../db/seed/apply.ts";
import { generateDemo } from "../db/seed/demo.ts";
import type { DemoRows } from "../db/seed/demo-rows.ts";
import { seedReference } from "../db/seed/reference.ts";
import { ROOT } from "../scripts/command.ts";
import { type Served, serve } from "../scripts/serve.ts";

const DEMO_SEED = 1;
const LEARNERS_PER_TEACHER = 0.5;
const LESSONS_PER_TEACHER = 7;

/** The real Worker over a seeded market of its own. */
export interface Market {
  served: Served;
  db: D1Database;
  kv: KVNamespace;
  rows: DemoRows;
}

export interface MarketOptions {
  /** Where its data is kept; in memory without. */
  persist?: string;
  /** Whether `/meter` tells what was used. */
  isMetered?: boolean;
  /** Whether the work of its queues is left out; it is done beside the requests without. */
  holdsQueues?: boolean;
}

/**
 * Serves the built Worker straight to the socket, with so many instructors and their lessons.
 */
export async function startMarket(
  instructors: number,
  options: MarketOptions = {},
): Promise<Market> {
  // Before anything is connected: it takes seconds, in which an idle connection would be closed.
  const rows = generateDemo({
    seed: DEMO_SEED,
    now: Date.now(),
    passwordHash: "nobody signs in with a password here",
    instructors,
    students: instructors * LEARNERS_PER_TEACHER,
    bookings: instructors * LESSONS_PER_TEACHER,
    searches: 0,
  });
  const served = await serve({
    port: 0,
    direct: true,
    // One client asks here for what thousands would.
    bindings: { RATE_LIMIT_SCALE: "100000" },
    ...(options.persist && { persist: options.persist }),
    ...(options.holdsQueues && { holdsQueues: true }),
    ...(options.isMetered && { front: await readMeter() }),
  });
  const db = (await served.mf.getD1Database("DB")) as unknown as D1Database;
  const kv = (await served.mf.getKVNamespace("AVAILABILITY")) as unknown as KVNamespace;
  for (const statement of await readMigrations()) await db.prepare(statement).run();
  await seedReference(db);
  await seedDemo(db, rows);
  return { served, db, kv, rows };
}

/** Stands beside the Worker that it counts for. */
async function readMeter() {
  const type = "ESModule" as const;
  const contents = `import site from "./index.js";
import { meter } from "./meter-worker.js";
export default meter(site);`;
  const meter = await readFile(`${ROOT}bench/meter-worker.js`, "utf8");
  return [
    { type, path: `${ROOT}dist/meter.js`, contents },
    { type, path: `${ROOT}dist/meter-worker.js`, contents: meter },
  ];
}

async function readMigrations(): Promise<string[]> {
  const files = (await readdir(`${ROOT}migrations`)).filter((name) => name.endsWith(".sql"));
  const texts = await Promise.all(
    files.sort().map((name) => readFile(`${ROOT}migrations/${name}`, "utf8")),
  );
  return texts.flatMap(unstable_splitSqlQuery);
}
