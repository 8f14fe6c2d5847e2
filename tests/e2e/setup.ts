import { readD1Migrations } from "@cloudflare/vitest-plugin";
import type { TestProject } from "vitest/node";
import { seedDemo } from "../../db/seed/apply.ts";
import { DEMO_PASSWORD, generateDemo } from "../../db/seed/demo.ts";
import { seedReference } from "../../db/seed/reference.ts";
import { ROOT } from "../../scripts/command.ts";
import { serve } from "../../scripts/serve.ts";
import { hashPassword } from "../../worker/platform/password.ts";
import { seedSearches } from "./searches.ts";
import { seedTroubles } from "./troubles.ts";

declare module "vitest" {
  export interface ProvidedContext {
    siteUrl: string;
  }
}

const INSTRUCTORS = 40;
const STUDENTS = 20;
const BOOKINGS = 200;

/** Serves the built site once for all browser tests, with a small market that lives in memory. */
export default async function startSite(project: TestProject): Promise<() => Promise<void>> {
  // All tests come from one address, whose limits are those of one person.
  const served = await serve({
    port: 0,
    bindings: { RATE_LIMIT_SCALE: "1000", WEBHOOK_ALLOW_LOOPBACK: "true" },
  });
  const db = (await served.mf.getD1Database("DB")) as unknown as D1Database;
  const migrations = await readD1Migrations(`${ROOT}migrations`);
  for (const query of migrations.flatMap(({ queries }) => queries)) await db.prepare(query).run();
  await seedReference(db);
  const demo = generateDemo({
    seed: 1,
    // The site runs on the real clock, and its free times lie ahead of that one.
    now: Date.now(),
    passwordHash: await hashPassword(DEMO_PASSWORD),
    instructors: INSTRUCTORS,
    students: STUDENTS,
    bookings: BOOKINGS,
    // Of those that journeys count, each is written down one by one.
    searches: 0,
  });
  await seedDemo(db, demo);
  await seedTroubles(db, Date.now());
  await seedSearches(db, Date.now());
  project.provide("siteUrl", served.url);
  return served.stop;
}
