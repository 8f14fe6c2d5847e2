import { randomBytes } from "node:crypto";
import { isSeededQuery, seedDemo } from "../db/seed/apply.ts";
import { DEMO_EMAILS, DEMO_PASSWORD, generateDemo } from "../db/seed/demo.ts";
import * as commands from "../db/tiers/commands.ts";
import { createSqlWriter } from "../db/tiers/sql-writer.ts";
import type { Command, Tier } from "../db/tiers/tier.ts";
import { hashPassword } from "../worker/platform/password.ts";
import { ROOT } from "./command.ts";

const DEMO_SEED = 1;

export interface Words {
  tier: Tier;
  command: Command;
  argument: string | undefined;
  passed: string | null;
}

/** Answers what is worth telling. */
export async function runCommand(words: Words, context: commands.CommandContext): Promise<string> {
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
