import { isSeeded } from "../db/seed/apply.ts";
import { DEMO_EMAILS, DEMO_PASSWORD } from "../db/seed/demo.ts";
import { seedReference } from "../db/seed/reference.ts";
import { applyMigrations } from "../db/tiers/migrate.ts";
import { readMigrations } from "../db/tiers/migration-files.ts";
import { build } from "./build.ts";
import { LOCAL_STATE, MIGRATIONS_FOLDER, runMain, StartError } from "./command.ts";
import { startCrons } from "./cron.ts";
import { enterLocal } from "./database.ts";
import { makeDemo } from "./demo-data.ts";
import { assertPortFree, forwardIpv6, parsePort } from "./port.ts";
import { type Served, serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

const HEALTH_TRIES = 100;
const HEALTH_PAUSE_MS = 100;

/** From whatever state the folder is in to a served site; answers when somebody stops it. */
async function start(): Promise<number> {
  let stop = () => {};
  const stopped = new Promise<null>((resolve) => {
    stop = () => resolve(null);
  });
  stopOnSignal(stop);
  // Until the site is up there is nothing to close, so a signal simply ends the process.
  const site = await Promise.race([stopped, prepareAndServe()]);
  if (!site) return 0;
  // Miniflare listens too, and would end the process before its runtime is gone.
  stopOnSignal(stop);
  printWelcome(site.url);
  await stopped;
  await site.close();
  return 0;
}

/** The only listener of each signal; the end of the process that started this one counts as one. */
function stopOnSignal(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) {
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
}

async function prepareAndServe(): Promise<{ url: string; close: () => Promise<void> }> {
  const port = parsePort(process.env.PORT);
  const bindings = { SITE_URL: `http://localhost:${port}`, ...readSettings(process.env) };
  await assertPortFree(port);
  await build();
  const served = await serve({ port, persist: LOCAL_STATE, bindings, onLog: console.log });
  await enterLocal("migrate");
  await migrateAndSeed(served);
  await waitUntilHealthy(served.url);
  const stopCrons = startCrons(served.mf, served.crons, printFailure);
  const stopForwarding = await forwardIpv6(port);
  const close = async () => {
    stopCrons();
    stopForwarding();
    await served.stop();
  };
  return { url: served.url, close };
}

async function migrateAndSeed(served: Served): Promise<void> {
  const db = (await served.mf.getD1Database("DB")) as unknown as D1Database;
  await applyMigrations(db, await readMigrations(MIGRATIONS_FOLDER));
  await seedReference(db);
  if (await isSeeded(db)) return;
  await enterLocal("seed");
  console.log("Making demo data …");
  await makeDemo(served, printFailure);
}

function printFailure(cron: string, error: unknown): void {
  console.error(`Cron ${cron} failed:`, error);
}

async function waitUntilHealthy(url: string): Promise<void> {
  for (let i = 0; i < HEALTH_TRIES; i++) {
    const answer = await fetch(`${url}/api/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, HEALTH_PAUSE_MS));
  }
  throw new StartError("The site was started but /api/healthz does not answer.");
}

function printWelcome(url: string): void {
  const address = url.replace("127.0.0.1", "localhost");
  console.log(
    [
      "",
      `Ready: ${address}`,
      "",
      "Demo accounts, password for all:",
      `  ${DEMO_PASSWORD}`,
      ...Object.values(DEMO_EMAILS).map((email) => `  ${email}`),
      "",
      `Mail: ${address}/dev/mailbox`,
      "",
      "Ctrl-C stops everything.",
    ].join("\n"),
  );
}

await runMain(start);
