import { parseArgs } from "node:util";
import { parseTier, TierError } from "../db/tiers/tier.ts";
import { runMain } from "./command.ts";
import { enterDeploy, onRecord } from "./database.ts";
import {
  type DeployTier,
  describePlan,
  planDeploy,
  rollbackStep,
  type Step,
} from "./deploy-plan.ts";
import { runStep } from "./deploy-steps.ts";
import { refuseKeptFlags } from "./words.ts";
import { thisProcess, type World } from "./world.ts";

/** How long a new version may take until it is served everywhere. */
const WAIT_SECONDS = 60;

const FLAGS = {
  tier: { type: "string", multiple: true },
  confirmation: { type: "string" },
  wait: { type: "string" },
  "dry-run": { type: "boolean" },
} as const;

interface Words {
  tier: DeployTier;
  passed: string | null;
  isDryRun: boolean;
  waitSeconds: number;
}

/** `--tier stg|prod`; with `--dry-run` it only prints what it would do. */
async function deploy(world: World): Promise<number> {
  const { tier, passed, isDryRun, waitSeconds } = await onRecord(world, "int", "deploy", () =>
    readWords(world),
  );
  const steps = planDeploy(tier, passed);
  world.print(`${describePlan(tier, steps)}\n`);
  if (isDryRun) {
    world.print("Nothing was done.");
    return 0;
  }
  await enterDeploy({ tier, passed }, world);
  const stop = new AbortController();
  const run = (step: Step) => {
    world.print(`\n→ ${step.name}`);
    return runStep(step, { tier, waitSeconds, stopped: stop.signal });
  };
  const takeSteps = async () => {
    for (const step of steps) {
      if (isUpload(step)) onStopSignal(() => stop.abort());
      const problem = await run(step);
      if (problem === null) continue;
      const isServed = "check" in step && step.check === "smoke";
      const ending = isServed ? describeRollback(tier, await run(rollbackStep(tier))) : "";
      const doubt = isUpload(step) ? describeDoubt(tier) : "";
      throw new TierError(`The deploy to ${tier} stopped: ${problem}${ending}${doubt}`);
    }
  };
  await onRecord(world, tier, "deploy", takeSteps, "stopped");
  world.print(`\nDeployed to ${tier}.`);
  return 0;
}

function isUpload(step: Step): boolean {
  return "program" in step && step.program === "wrangler";
}

/**
 * From the upload on a new version may be live that nobody has looked at: whoever stops the deploy
 * then, by Ctrl-C or as a CI does, gets the version before back instead of leaving it there.
 */
function onStopSignal(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
}

/** Throws TierError for what is not understood. */
function readWords({ args, env }: World): Words {
  refuseKeptFlags(env, Object.keys(FLAGS), "npm run deploy -- --tier stg --dry-run");
  const values = parseFlags(args);
  const tier = parseTier(values.tier ?? []);
  if (tier === "int") throw new TierError("Name where to: --tier stg or prod.");
  const waitSeconds = Number(values.wait ?? WAIT_SECONDS);
  if (!(waitSeconds >= 0 && waitSeconds <= 3600)) {
    throw new TierError("--wait takes seconds, from 0 to 3600.");
  }
  const isDryRun = values["dry-run"] ?? false;
  return { tier, passed: values.confirmation ?? null, isDryRun, waitSeconds };
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS }).values;
  } catch (error) {
    throw new TierError(error instanceof Error ? error.message : String(error));
  }
}

function describeRollback(tier: DeployTier, problem: string | null): string {
  if (problem === null) return " The version before is back.";
  return ` It could not be rolled back (${problem.replace(/\.$/, "")}): run npx wrangler rollback --env ${tier} by hand.`;
}

/** An upload that failed, or was broken off, may have come through all the same. */
function describeDoubt(tier: DeployTier): string {
  return ` Look whether it came through: npx wrangler deployments list --env ${tier}.`;
}

await runMain(() => deploy(thisProcess()));
