import { type AuditEntry, maskTarget } from "./audit.ts";
import { type Attempt, decide } from "./decide.ts";
import type { Target } from "./target.ts";
import { phraseFor, type Tier, TierError } from "./tier.ts";

export type Asked = Omit<Attempt, "phrase" | "typed">;

/** The world as the door sees it. */
export interface DoorWorld {
  now: () => number;
  /** Throws if the line cannot be written. */
  audit: (entry: Omit<AuditEntry, "user" | "pid">) => void;
  print: (text: string) => void;
  /** What a person types at the terminal. */
  ask: (question: string) => Promise<string>;
  /** Gives the name of a moment that the database can be brought back to. */
  captureRestorePoint: () => Promise<string>;
}

const COLORS: Record<Tier, string> = { int: "42;30", stg: "43;30", prod: "41;97;1" };

/**
 * Comes back only where the command may run: it is written down first, then announced, confirmed by
 * hand where that is wanted, and the way back is known. Throws TierError otherwise.
 */
export async function passDoor(asked: Asked, target: Target, world: DoorWorld): Promise<void> {
  const phrase = phraseFor(asked.command, target.name);
  const record = (verdict: string, reason: string) =>
    world.audit({
      at: new Date(world.now()).toISOString(),
      operation: asked.command,
      tier: asked.tier,
      target: maskTarget(target),
      verdict,
      reason,
    });
  const judge = (typed: string | null) => {
    const decision = decide({ ...asked, phrase, typed });
    record(decision.verdict, decision.reason);
    if (decision.verdict === "refused") {
      throw new TierError(`Refused on ${asked.tier}: ${decision.reason}.`);
    }
    return decision;
  };
  let decision = judge(null);
  world.print(banner(asked, target));
  if (decision.verdict === "asked") decision = judge(await world.ask(`Type "${phrase}": `));
  if (!decision.needsRestorePoint) return;
  const restorePoint = await world.captureRestorePoint();
  record("restore_point", restorePoint);
  world.print(`The way back: ${restorePoint}`);
}

function banner({ tier, command }: Asked, { name }: Target): string {
  return `\u001b[${COLORS[tier]}m ${tier.toUpperCase()} \u001b[0m ${command} on ${name}`;
}
