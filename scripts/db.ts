import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { isSeededQuery, seedDemo } from "../db/seed/apply.ts";
import { DEMO_EMAILS, DEMO_PASSWORD, generateDemo } from "../db/seed/demo.ts";
import * as commands from "../db/tiers/commands.ts";
import { createSqlWriter } from "../db/tiers/sql-writer.ts";
import { type Command, parseCommand, parseTier, type Tier, TierError } from "../db/tiers/tier.ts";
import { hashPassword } from "../worker/platform/password.ts";
import { ROOT, runMain } from "./command.ts";
import { onRecord, withDatabase } from "./database.ts";

const DEMO_SEED = 1;
/** Of what was not understood. */
const SHOWN_CHARACTERS = 100;
const USAGE = `npm run db -- <command> --tier int|stg|prod

  status            which migrations are applied, and how many rows there are
  check             whether schema, triggers and the rules of the data are as they have to be
  migrate           brings schema, catalog and rights to this version
  export [file]     writes a backup, by default into backups/
  restore <file>    fills a fresh database with a backup
  sql <statement>   runs one statement
  seed              writes demo people (never on prod)
  reset             drops everything (never on prod)

Without --tier it is int, the local one.`;

interface Words {
  tier: Tier;
  command: Command;
  argument: string | undefined;
  passed: string | null;
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  // Whatever was meant, it reaches no tier but the lowest.
  const words = await onRecord("int", args.join(" ").slice(0, SHOWN_CHARACTERS), () =>
    readWords(args),
  );
  if (!words) {
    console.log(USAGE);
    return 0;
  }
  console.log(await withDatabase(words, (context) => run(words, context)));
  return 0;
}

/** Null where only help is wanted. Throws TierError for what is not understood. */
function readWords(args: string[]): Words | null {
  const { values, positionals } = parseWords(args);
  if (values.help || args.length === 0) return null;
  if (process.env.npm_config_tier !== undefined) {
    throw new TierError(
      "npm kept --tier for itself; put -- before it: npm run db -- status --tier stg",
    );
  }
  const tier = parseTier(values.tier ?? []);
  const command = parseCommand(positionals[0]);
  const [, argument, ...tooMany] = positionals;
  if (tooMany.length)
    throw new TierError(`${tooMany.join(" ")} is too much; quote what has spaces.`);
  const isWanted = command === "sql" || command === "restore";
  if (isWanted && !argument)
    throw new TierError(`${command} needs something after it; see --help.`);
  if (argument && !isWanted && command !== "export") {
    throw new TierError(`${command} takes nothing after it.`);
  }
  return { tier, command, argument, passed: values.confirmation ?? null };
}

function parseWords(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        tier: { type: "string", multiple: true },
        confirmation: { type: "string" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new TierError(error instanceof Error ? error.message : String(error));
  }
}

async function run(words: Words, context: commands.CommandContext): Promise<string> {
  const { tier, argument = "" } = words;
  switch (words.command) {
    case "status":
      return await commands.status(context);
    case "check":
      return await commands.check(context);
    case "migrate":
      return await commands.migrate(context);
    case "export":
      return await commands.exportTo(context, argument || defaultPath(context));
    case "restore":
      return await commands.restore(context, argument);
    case "sql":
      return await commands.runSql(context, argument);
    case "reset":
      return await commands.reset(context);
    case "seed":
      return await seed(context, tier);
  }
}

function defaultPath({ databaseName, now }: commands.CommandContext): string {
  const moment = new Date(now).toISOString().replaceAll(":", "-");
  return `${ROOT}backups/${databaseName}-${moment}.sql.gz`;
}

/** On a machine that others reach, nobody gets in with the password that everybody can read. */
async function seed({ db, now }: commands.CommandContext, tier: Tier): Promise<string> {
  if ((await db.query(isSeededQuery)).length > 0) return "There are people in it already.";
  const password = tier === "int" ? DEMO_PASSWORD : randomBytes(18).toString("base64url");
  const passwordHash = await hashPassword(password);
  const writer = createSqlWriter();
  await seedDemo(writer.db, generateDemo({ seed: DEMO_SEED, now, passwordHash }));
  await db.run(writer.text());
  return `Demo people are in it: ${Object.values(DEMO_EMAILS).join(", ")}; password ${password}`;
}

await runMain(main);
