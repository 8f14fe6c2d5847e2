import { readFile } from "node:fs/promises";
import { writeAudit } from "../db/tiers/audit.ts";
import type { CommandContext } from "../db/tiers/commands.ts";
import { type Asked, type DoorWorld, knock, passDoor } from "../db/tiers/door.ts";
import { hasDeployToken, isCi } from "../db/tiers/environment.ts";
import { readMigrations } from "../db/tiers/migration-files.ts";
import { findTarget, parseDatabases, type Target } from "../db/tiers/target.ts";
import { type Command, type Tier, TierError } from "../db/tiers/tier.ts";
import { findProblems, readChecksums } from "./check-migrations.ts";
import { MIGRATIONS_FOLDER, ROOT } from "./command.ts";
import { thisProcess, type World } from "./world.ts";

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
  world: World,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const { tier, command } = request;
  const { target, migrations } = await onRecord(world, tier, command, async () => ({
    target: findTarget(await readDatabases(), tier),
    migrations: await readFrozenMigrations(),
  }));
  await passDoor(toAsked(request, world), target, {
    ...toDoorWorld(world),
    print: world.printAside,
    ask: world.ask,
    captureRestorePoint: async () => (await world.open(tier, target)).captureRestorePoint(),
  });
  const db = await world.open(tier, target);
  try {
    return await work({ db, databaseName: target.name, migrations, now: world.now() });
  } finally {
    await db.close();
  }
}

/** As `withDatabase`, for whoever has the local database open already. */
export async function enterLocal(command: Command): Promise<void> {
  const world = thisProcess();
  const target = findTarget(await readDatabases(), "int");
  knock(toAsked({ tier: "int", command, passed: null }, world), target, toDoorWorld(world));
}

/**
 * Whether the migration of a deploy has a chance at the door, asked before the deploy does anything.
 * Throws TierError if it has none. The door asks for the phrase itself, once the migration comes.
 */
export async function enterDeploy(
  { tier, passed }: Omit<Request, "command">,
  world: World,
): Promise<void> {
  const target = await onRecord(world, tier, "deploy", async () =>
    findTarget(await readDatabases(), tier),
  );
  const asked = toAsked({ tier, command: "migrate", passed }, world);
  knock(asked, target, toDoorWorld(world), { operation: "deploy" });
}

/** What `work` refuses before the door is reached, or gives up on, is written down as well. */
export async function onRecord<T>(
  world: World,
  tier: Tier,
  operation: string,
  work: () => T | Promise<T>,
  verdict: "refused" | "stopped" = "refused",
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TierError) {
      const { now, audit } = toDoorWorld(world);
      const at = new Date(now()).toISOString();
      audit({ tier, operation, verdict, reason: error.message, target: "none", at });
    }
    throw error;
  }
}

function toAsked(request: Request, { env, isTerminal }: World): Asked {
  return { ...request, isTerminal, isCi: isCi(env), hasDeployToken: hasDeployToken(env) };
}

function toDoorWorld({ now, auditFolder, user }: World): Pick<DoorWorld, "now" | "audit"> {
  const audit: DoorWorld["audit"] = (entry) =>
    writeAudit(auditFolder, { ...entry, user, pid: process.pid });
  return { now, audit };
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
