import { type AuditEntry, maskTarget } from "./audit.ts";
import { type Attempt, type Decision, decide } from "./decide.ts";
import type { Target } from "./target.ts";
import { phraseFor, type Tier, TierError } from "./tier.ts";

export type Asked = Omit<Attempt, "phrase" | "typed">;

/** The world as the door sees it. */
export interface DoorWorld {
  now: () => number;
  /** Throws if the line cannot be written. */
  audit: (entry: Omit<AuditEntry, "user" | "pid">) => void;
  print: (text: string) => void;
  /** What a person types at the terminal; null where the input ends before. */
  ask: (question: string) => Promise<string | null>;
  /** Gives the name of a moment that the database can be brought back to. Throws if there is none. */
  captureRestorePoint: () => Promise<string>;
}

type Recorder = Pick<DoorWorld, "now" | "audit">;

const COLORS: Record<Tier, string> = { int: "42;30", stg: "43;30", prod: "41;97;1" };

/**
 * Comes back only where the command may run: it is written down first, then announced, confirmed by
 * hand where that is wanted, and the way back is known. Throws TierError otherwise.
 */
export async function passDoor(asked: Asked, target: Target, world: DoorWorld): Promise<void> {
  let decision = knock(asked, target, world);
  world.print(banner(asked, target));
  if (decision.verdict === "asked") {
    const typed = await world.ask(`Type "${toPhrase(asked, target)}": `);
    if (typed === null) refuse(asked, target, world, "the input ended before the phrase was typed");
    decision = knock(asked, target, world, { typed });
  }
  if (!decision.needsRestorePoint) return;
  const restorePoint = await world.captureRestorePoint().catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    return refuse(asked, target, world, `no restore point could be taken, so nothing ran: ${why}`);
  });
  record(asked, target, world, { verdict: "restore_point", reason: restorePoint });
  world.print(`The way back: ${restorePoint}`);
}

/** What the door says to this attempt, written down. Throws TierError where that is no. */
export function knock(
  asked: Asked,
  target: Target,
  world: Recorder,
  { typed = null, operation }: { typed?: string | null; operation?: string } = {},
): Decision {
  const decision = decide({ ...asked, phrase: toPhrase(asked, target), typed });
  record(asked, target, world, { ...decision, operation });
  if (decision.verdict === "refused") throw toRefusal(asked, decision.reason);
  return decision;
}

function refuse(asked: Asked, target: Target, world: Recorder, reason: string): never {
  record(asked, target, world, { verdict: "refused", reason });
  throw toRefusal(asked, reason);
}

function toRefusal({ tier }: Asked, reason: string): TierError {
  return new TierError(`Refused on ${tier}: ${reason.replace(/\.$/, "")}.`);
}

function record(
  { tier, command }: Asked,
  target: Target,
  { now, audit }: Recorder,
  entry: { verdict: string; reason: string; operation?: string | undefined },
): void {
  const { verdict, reason, operation = command } = entry;
  const at = new Date(now()).toISOString();
  audit({ at, operation, tier, target: maskTarget(target), verdict, reason });
}

function toPhrase({ command }: Asked, { name }: Target): string {
  return phraseFor(command, name);
}

function banner({ tier, command }: Asked, { name }: Target): string {
  return `${badge(tier)} ${command} on ${name}`;
}

/** The tier in its colour, so that nobody takes one for another. */
export function badge(tier: Tier): string {
  return `\u001b[${COLORS[tier]}m ${tier.toUpperCase()} \u001b[0m`;
}
