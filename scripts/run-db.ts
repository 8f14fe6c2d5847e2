import { parseArgs } from "node:util";
import { parseCommand, parseTier, TierError } from "../db/tiers/tier.ts";
import { onRecord, withDatabase } from "./database.ts";
import type { Words } from "./db-commands.ts";
import { refuseKeptFlags } from "./words.ts";
import type { World } from "./world.ts";

/** Of what was not understood. */
const SHOWN_CHARACTERS = 100;
const USAGE = `npm run db -- <command> --tier int|stg|prod

  status            which migrations are applied, and how many rows there are
  check             whether schema, triggers and the rules of the data are as they have to be
  migrate           brings schema, catalog and rights to this version
  export [file]     writes a backup, by default into backups/
  restore <file>    fills a fresh database with a backup
  sql <statement>   runs one statement
  seed              writes demo people, lessons, searches (never on prod)
  reset             drops everything (never on prod)

Without --tier it is int, the local one.`;

/** One guarded command from its words to its answer. Throws TierError for what is refused or fails. */
export async function runDb(world: World): Promise<number> {
  const { args } = world;
  // Whatever was meant, it reaches no tier but the lowest.
  const words = await onRecord(world, "int", args.join(" ").slice(0, SHOWN_CHARACTERS), () =>
    readWords(world),
  );
  if (!words) {
    world.print(USAGE);
    return 0;
  }
  const answer = await withDatabase(words, world, async (context) => {
    // Loaded once it is needed: a refusal is there at once.
    const { runCommand } = await import("./db-commands.ts");
    return await runCommand(words, context);
  });
  world.print(answer);
  return 0;
}

/** Null where only help is wanted. Throws TierError for what is not understood. */
function readWords({ args, env }: World): Words | null {
  const { values, positionals } = parseWords(args);
  if (values.help || args.length === 0) return null;
  refuseKeptFlags(env, ["tier", "confirmation"], "npm run db -- status --tier stg");
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
