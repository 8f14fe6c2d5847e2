import { userInfo } from "node:os";
import { createInterface } from "node:readline/promises";
import type { TierDatabase } from "../db/tiers/database.ts";
import { openRemote } from "../db/tiers/remote.ts";
import type { Target } from "../db/tiers/target.ts";
import type { Tier } from "../db/tiers/tier.ts";
import { LOCAL_STATE, MIGRATIONS_FOLDER, ROOT } from "./command.ts";

/** All that a guarded command sees of where it runs, and can do there. */
export interface World {
  args: string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Whether a person sits there: both what comes in and what goes out is a terminal. */
  isTerminal: boolean;
  auditFolder: string;
  user: string;
  now: () => number;
  /** The answer. */
  print: (text: string) => void;
  /** What is said beside the answer. */
  printAside: (text: string) => void;
  /** What a person types; null where the input ends before. */
  ask: (question: string) => Promise<string | null>;
  open: (tier: Tier, target: Target) => Promise<TierDatabase>;
}

export function thisProcess(): World {
  return {
    args: process.argv.slice(2),
    env: process.env,
    isTerminal: Boolean(process.stdin.isTTY && process.stdout.isTTY),
    auditFolder: `${ROOT}logs`,
    user: findUser(userInfo),
    now: () => Date.now(),
    print: console.log,
    printAside: console.error,
    ask: askAtTerminal,
    open,
  };
}

/** A container may run as a number that no user has: that is no reason to write nothing down. */
export function findUser(read: () => { username: string }): string {
  try {
    return read().username;
  } catch {
    return "unknown";
  }
}

/** Loads no more than the tier needs: the local runtime alone takes a second. */
async function open(tier: Tier, target: Target): Promise<TierDatabase> {
  if (tier !== "int") return openRemote(tier, ROOT);
  const { openLocal } = await import("../db/tiers/local.ts");
  return await openLocal(target, { folder: LOCAL_STATE, migrations: MIGRATIONS_FOLDER });
}

async function askAtTerminal(question: string): Promise<string | null> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<null>((resolve) => {
    terminal.once("close", () => resolve(null));
  });
  try {
    // Ctrl-C makes the question fail, Ctrl-D only closes.
    return await Promise.race([terminal.question(question).catch(() => null), ended]);
  } finally {
    terminal.close();
  }
}
