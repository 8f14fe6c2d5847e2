import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { createInterface } from "node:readline/promises";
import { type AuditEntry, writeAudit } from "../db/tiers/audit.ts";
import type { CommandContext } from "../db/tiers/commands.ts";
import type { TierDatabase } from "../db/tiers/database.ts";
import { passDoor } from "../db/tiers/door.ts";
import { hasDeployToken, isCi } from "../db/tiers/environment.ts";
import { readMigrations } from "../db/tiers/migration-files.ts";
import { openRemote } from "../db/tiers/remote.ts";
import { findTarget, parseDatabases, type Target } from "../db/tiers/target.ts";
import { type Command, type Tier, TierError } from "../db/tiers/tier.ts";
import { findProblems, readChecksums } from "./check-migrations.ts";
import { LOCAL_STATE, ROOT } from "./command.ts";

export const MIGRATIONS_FOLDER = `${ROOT}migrations`;
const AUDIT_FOLDER = `${ROOT}logs`;

export interface Request {
  tier: Tier;
  command: Command;
  /** What came with `--confirmation`. */
  passed: string | null;
}

/**
 * The only way to a database from outside of the Worker: runs `work` with the tier's database once
 * the door has let the request through. Throws TierError if it does not.
 */
export async function withDatabase<T>(
  request: Request,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const { tier, command } = request;
  const { target, migrations } = await onRecord(tier, command, async () => ({
    target: findTarget(await readDatabases(), tier),
    migrations: await readFrozenMigrations(),
  }));
  await enter(request, target, async () => (await open(tier, target)).captureRestorePoint());
  const db = await open(tier, target);
  try {
    return await work({ db, databaseName: target.name, migrations, now: Date.now() });
  } finally {
    await db.close();
  }
}

/** As `withDatabase`, for whoever has the local database open already. */
export async function enterLocal(command: Command): Promise<void> {
  const target = findTarget(await readDatabases(), "int");
  const silently = () => {};
  await enter({ tier: "int", command, passed: null }, target, async () => "none", silently);
}

/** What `work` refuses before the door is reached is written down as a refusal too. */
export async function onRecord<T>(
  tier: Tier,
  operation: string,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TierError) {
      const refusal = { verdict: "refused", reason: error.message, target: "none" };
      writeEntry({ tier, operation, ...refusal, at: new Date().toISOString() });
    }
    throw error;
  }
}

/** Loads no more than the tier needs: the local runtime alone takes a second. */
async function open(tier: Tier, target: Target): Promise<TierDatabase> {
  if (tier !== "int") return openRemote(tier, ROOT);
  const { openLocal } = await import("../db/tiers/local.ts");
  return await openLocal(target, { folder: LOCAL_STATE, migrations: MIGRATIONS_FOLDER });
}

async function enter(
  request: Request,
  target: Target,
  captureRestorePoint: () => Promise<string>,
  print: (text: string) => void = console.error,
): Promise<void> {
  const { tier, command, passed } = request;
  const isTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  const asked = {
    tier,
    command,
    passed,
    isTerminal,
    isCi: isCi(process.env),
    hasDeployToken: hasDeployToken(process.env),
  };
  await passDoor(asked, target, {
    now: () => Date.now(),
    audit: writeEntry,
    print,
    ask: askAtTerminal,
    captureRestorePoint,
  });
}

function writeEntry(entry: Omit<AuditEntry, "user" | "pid">): void {
  writeAudit(AUDIT_FOLDER, { ...entry, user: userInfo().username, pid: process.pid });
}

/** Migrations as they were frozen. Throws TierError where one was edited since. */
async function readFrozenMigrations() {
  const migrations = await readMigrations(MIGRATIONS_FOLDER);
  const byName = Object.fromEntries(migrations.map(({ name, sql }) => [name, sql]));
  const [problem] = findProblems(byName, await readChecksums());
  if (problem) throw new TierError(problem);
  return migrations;
}

async function readDatabases(): Promise<Record<Tier, Target | undefined>> {
  return parseDatabases(await readFile(`${ROOT}wrangler.toml`, "utf8"));
}

async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
