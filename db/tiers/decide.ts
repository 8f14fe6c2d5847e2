import { COMMANDS, type Command, type Tier } from "./tier.ts";

/** All that a decision may depend on. */
export interface Attempt {
  tier: Tier;
  command: Command;
  /** Whether a person sits there: both what comes in and what goes out is a terminal. */
  isTerminal: boolean;
  isCi: boolean;
  hasDeployToken: boolean;
  /** The words that have to be given. */
  phrase: string;
  /** What was typed at the terminal; null before anybody was asked. */
  typed: string | null;
  /** What came with `--confirmation`, which counts in the deploy workflow alone. */
  passed: string | null;
}

export interface Decision {
  /** `asked` is a yes that still wants the phrase. */
  verdict: "allowed" | "asked" | "refused";
  reason: string;
  /** Whether the way back has to be written down before anything changes. */
  needsRestorePoint: boolean;
}

/** Who may do what to which database. Nothing but this decides. */
export function decide(attempt: Attempt): Decision {
  const { tier, command } = attempt;
  if (tier === "int") return allow("int may be dropped at any time");
  if (tier === "prod") return decideForProduction(attempt);
  if (COMMANDS[command] === "read") return allow("reads only");
  if (command === "migrate" || command === "seed") return allow("stg is where this is rehearsed");
  return attempt.isCi
    ? refuse(`${command} on stg is not for CI; run it from a terminal`)
    : decideByPhrase(attempt, false);
}

function decideForProduction(attempt: Attempt): Decision {
  const { command } = attempt;
  if (COMMANDS[command] === "overwrite") {
    return refuse(`${command} never touches prod; use --tier int or stg`);
  }
  if (attempt.isCi) return decideForWorkflow(attempt);
  return COMMANDS[command] === "read" ? allow("reads only") : decideByPhrase(attempt, true);
}

/** In CI only the deploy workflow comes this far, and only to look and to migrate. */
function decideForWorkflow({ command, hasDeployToken, phrase, passed }: Attempt): Decision {
  if (!hasDeployToken) return refuse("prod is closed to CI; use the deploy workflow on main");
  if (COMMANDS[command] === "read") return allow("reads only, in the deploy workflow");
  if (command !== "migrate") {
    return refuse(`the deploy workflow may not ${command} prod; run it from a terminal`);
  }
  return passed === phrase
    ? allow("confirmed in the deploy workflow", true)
    : refuse(`type "${phrase}" into the deploy workflow's form`);
}

function decideByPhrase(attempt: Attempt, needsRestorePoint: boolean): Decision {
  const { isTerminal, phrase, typed, passed } = attempt;
  if (!isTerminal) return refuse("this needs a person at a terminal, not a pipe or a script");
  if (passed !== null)
    return refuse("the phrase is typed when asked for; leave out --confirmation");
  if (typed === null) return { verdict: "asked", reason: "wants the phrase", needsRestorePoint };
  return typed === phrase
    ? allow("confirmed at the terminal", needsRestorePoint)
    : refuse(`the phrase typed was not "${phrase}"`);
}

function allow(reason: string, needsRestorePoint = false): Decision {
  return { verdict: "allowed", reason, needsRestorePoint };
}

function refuse(reason: string): Decision {
  return { verdict: "refused", reason, needsRestorePoint: false };
}
