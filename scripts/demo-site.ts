import { seedReference } from "../db/seed/reference.ts";
import { applyMigrations } from "../db/tiers/migrate.ts";
import { readMigrations } from "../db/tiers/migration-files.ts";
import { build } from "./build.ts";
import { MIGRATIONS_FOLDER } from "./command.ts";
import { makeDemo } from "./demo-data.ts";
import { type Served, serve } from "./serve.ts";

/** How a browser is started that only this machine's pages are shown to. */
export const BROWSER = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
};

/** The site as `npm start` shows it, on any free port, with its data in memory. */
export async function serveDemo(): Promise<Served> {
  await build();
  const served = await serve({ port: 0, bindings: { RATE_LIMIT_SCALE: "1000" } });
  const db = (await served.mf.getD1Database("DB")) as unknown as D1Database;
  await applyMigrations(db, await readMigrations(MIGRATIONS_FOLDER));
  await seedReference(db);
  await makeDemo(served, (cron, error) => {
    throw new Error(`Cron ${cron} failed.`, { cause: error });
  });
  return served;
}
