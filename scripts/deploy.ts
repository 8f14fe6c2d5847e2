import { spawn, spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { hasDeployToken, isCi } from "../db/tiers/environment.ts";
import { parseTier, TierError } from "../db/tiers/tier.ts";
import { ROOT, runMain } from "./command.ts";
import {
  type DeployTier,
  describePlan,
  planDeploy,
  rollbackStep,
  SECRETS,
  type Step,
} from "./deploy-plan.ts";
import { findSmoke } from "./smoke.ts";

/** What stands in wrangler.toml until Cloudflare has given out an id. */
const PLACEHOLDER_ID = /^0{8}-?0{4}-?0{4}-?0{4}-?0{11}\d$/;

/** The installed tools also where this was not started by npm. */
const ENVIRONMENT = { ...process.env, PATH: `${process.env.PATH}:${ROOT}node_modules/.bin` };

type Config = {
  d1_databases: { database_id?: string }[];
  kv_namespaces: { id?: string }[];
  vars: { SITE_URL?: string };
};

/** `--tier stg|prod`; with `--dry-run` it only prints what it would do. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      tier: { type: "string", multiple: true },
      confirmation: { type: "string" },
      "dry-run": { type: "boolean" },
    },
  });
  const tier = parseTier(values.tier ?? []);
  if (tier === "int") throw new TierError("Name where to: --tier stg or prod.");
  const steps = planDeploy(tier, values.confirmation ?? null);
  console.log(`${describePlan(tier, steps)}\n`);
  if (values["dry-run"]) {
    console.log("Nothing was done.");
    return 0;
  }
  if (tier === "prod" && isCi(process.env) && !hasDeployToken(process.env)) {
    throw new TierError("prod is closed to CI; use the deploy workflow on main.");
  }
  for (const step of steps) {
    console.log(`\n→ ${step.name}`);
    const problem = await runStep(step, tier);
    if (problem === null) continue;
    if ("check" in step && step.check === "smoke") await runStep(rollbackStep(tier), tier);
    throw new TierError(`The deploy to ${tier} stopped: ${problem}`);
  }
  console.log(`\nDeployed to ${tier}.`);
  return 0;
}

/** What is wrong; null when the step is done. */
async function runStep(step: Step, tier: DeployTier): Promise<string | null> {
  if ("program" in step) {
    const code = await runProgram(step.program, step.args);
    return code === 0 ? null : `${step.program} ${step.args[0]} ended with ${code}.`;
  }
  if (step.check === "clean-tree") {
    return read("git", ["status", "--porcelain"]) === "" ? null : "commit what is changed first.";
  }
  if (step.check === "secrets") return findMissingSecret(tier);
  // Loading it takes seconds, which a dry run need not wait for.
  const { unstable_readConfig } = await import("wrangler");
  const config = unstable_readConfig(
    { config: `${ROOT}wrangler.toml`, env: tier },
    { hideWarnings: true },
  ) as unknown as Config;
  if (step.check === "ids") return findPlaceholder(config);
  return await findSmoke(config.vars.SITE_URL ?? "", await readBuiltVersion());
}

function findMissingSecret(tier: DeployTier): string | null {
  const answer = read("wrangler", ["secret", "list", "--env", tier, "--format", "json"]);
  const names = (JSON.parse(answer || "[]") as { name: string }[]).map(({ name }) => name);
  const missing = SECRETS.find((name) => !names.includes(name));
  return missing ? `set it with: wrangler secret put ${missing} --env ${tier}` : null;
}

function findPlaceholder({ d1_databases, kv_namespaces }: Config): string | null {
  const ids = [...d1_databases.map((one) => one.database_id), ...kv_namespaces.map(({ id }) => id)];
  const hasAll = ids.every((id) => id && !PLACEHOLDER_ID.test(id));
  return hasAll ? null : "wrangler.toml has placeholders for ids; docs/operations.md says whence.";
}

/** The version that the built Worker tells of itself. */
async function readBuiltVersion(): Promise<string> {
  const files = await readdir(`${ROOT}build/client/assets`);
  const [, version] = /manifest-(\w+)\.js/.exec(files.join("\n")) ?? [];
  if (!version) throw new TierError("The build does not tell its version; build again.");
  return version;
}

function runProgram(program: string, args: string[]): Promise<number> {
  const child = spawn(program, args, { cwd: ROOT, env: ENVIRONMENT, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function read(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: ROOT,
    env: ENVIRONMENT,
    encoding: "utf8",
  });
  if (status !== 0) throw new TierError(`${program} ${args.join(" ")} failed: ${stderr}`);
  return stdout.trim();
}

await runMain(main);
