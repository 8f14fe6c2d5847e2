/** `int` is local and may be dropped at any time, `stg` is the rehearsal, `prod` the real thing. */
export const TIERS = ["int", "stg", "prod"] as const;
export type Tier = (typeof TIERS)[number];

/** What each command does to a database. */
export const COMMANDS = {
  status: "read",
  check: "read",
  export: "read",
  migrate: "write",
  sql: "write",
  restore: "write",
  seed: "overwrite",
  reset: "overwrite",
} as const;
export type Command = keyof typeof COMMANDS;

/** A refusal or failure whose one sentence says what to do. */
export class TierError extends Error {
  override readonly name = "TierError";
}

/**
 * The tier that was named, spelled exactly; `int` where none was. Throws TierError for any other name,
 * so that a typo reaches no database at all.
 */
export function parseTier(names: readonly string[]): Tier {
  if (names.length > 1) throw new TierError("Name one tier: --tier was given more than once.");
  const [name = "int"] = names;
  const tier = TIERS.find((one) => one === name);
  if (tier) return tier;
  throw new TierError(`There is no tier ${JSON.stringify(name)}; write int, stg or prod.`);
}

/** Throws TierError for anything that is not a command. */
export function parseCommand(name: string | undefined): Command {
  if (name !== undefined && Object.hasOwn(COMMANDS, name)) return name as Command;
  const names = Object.keys(COMMANDS).join(", ");
  throw new TierError(`${name ? `There is no command ${name}` : "Name a command"}: ${names}.`);
}

/** Every database says in its name whose it is. */
export function databaseName(tier: Tier): string {
  return `instainstru-${tier}`;
}

/** What somebody types, letter by letter, before anything changes. */
export function phraseFor(command: Command, name: string): string {
  return `${command} ${name}`;
}
