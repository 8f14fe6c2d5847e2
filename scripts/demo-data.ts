import { seedDemo } from "../db/seed/apply.ts";
import { DEMO_PASSWORD, generateDemo } from "../db/seed/demo.ts";
import { hashPassword } from "../worker/platform/password.ts";
import { type CronFailure, fireCrons } from "./cron.ts";
import type { Served } from "./serve.ts";

const DEMO_SEED = 1;

/**
 * Fills a served site that has the reference data with the demo, and lets its crons have a turn, so
 * that what the night works out of lessons and searches is there as well.
 */
export async function makeDemo({ mf, crons }: Served, onFailure: CronFailure): Promise<void> {
  const now = Date.now();
  const db = (await mf.getD1Database("DB")) as unknown as D1Database;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await seedDemo(db, generateDemo({ seed: DEMO_SEED, now, passwordHash }));
  await fireCrons(mf, crons, now, onFailure);
}
