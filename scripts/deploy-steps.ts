import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { TierError } from "../db/tiers/tier.ts";
import { ROOT } from "./command.ts";
import { CONFIG, type DeployTier, SECRETS, type Step } from "./deploy-plan.ts";
import { findSmoke } from "./smoke.ts";

/** What stands in wrangler.toml until Cloudflare has given out an id. */
const PLACEHOLDER_ID = /^0{8}-?0{4}-?0{4}-?0{4}-?0{11}\d$/;

/** The installed tools also where this was not started by npm. */
const ENVIRONMENT = { ...process.env, PATH: `${process.env.PATH}:${ROOT}node_modules/.bin` };

interface Config {
  d1_databases: { database_id?: string }[];
  kv_namespaces: { id?: string }[];
  vars: { SITE_URL?: string };
}

interface StepOptions {
  tier: DeployTier;
  waitSeconds: number;
  /** Ends the smoke test. */
  stopped: AbortSignal;
}

/** What is wrong, whatever it is, in words; null when the step is done. Never throws. */
export async function runStep(step: Step, options: StepOptions): Promise<string | null> {
  try {
    return await takeStep(step, options);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function takeStep(
  step: Step,
  { tier, waitSeconds, stopped }: StepOptions,
): Promise<string | null> {
  if ("program" in step) {
    const { code } = await runProgram(step.program, step.args, "inherit");
    return code === 0 ? null : `${step.program} ${step.args[0]} ended with ${code}.`;
  }
  if (step.check === "clean-tree") {
    return (await read("git", ["status", "--porcelain"])) === ""
      ? null
      : "commit what is changed first.";
  }
  if (step.check === "secrets") return await findMissingSecret(tier);
  // Loading it takes seconds, which a dry run need not wait for.
  const { unstable_readConfig } = await import("wrangler");
  const config = unstable_readConfig(
    { config: `${ROOT}${CONFIG}`, env: tier },
    { hideWarnings: true },
  ) as unknown as Config;
  if (step.check === "ids") return findPlaceholder(config);
  const look = { waitSeconds, stopped };
  return await findSmoke(config.vars.SITE_URL ?? "", await readBuiltVersion(), look);
}

async function findMissingSecret(tier: DeployTier): Promise<string | null> {
  const where = ["--config", CONFIG, "--env", tier];
  const names = parseNames(
    await read("wrangler", ["secret", "list", ...where, "--format", "json"]),
  );
  const missing = SECRETS.find((name) => !names.includes(name));
  return missing ? `set it with: npx wrangler secret put ${missing} --env ${tier}` : null;
}

/** Throws TierError where wrangler answers something else than a list of names. */
function parseNames(answer: string): string[] {
  try {
    return (JSON.parse(answer) as { name: string }[]).map(({ name }) => name);
  } catch {
    const shown = JSON.stringify(answer.slice(0, 100));
    throw new TierError(`wrangler did not list the secrets but answered ${shown}; try again.`);
  }
}

function findPlaceholder({ d1_databases, kv_namespaces }: Config): string | null {
  const ids = [...d1_databases.map((one) => one.database_id), ...kv_namespaces.map(({ id }) => id)];
  const hasAll = ids.every((id) => id && !PLACEHOLDER_ID.test(id));
  return hasAll ? null : "wrangler.toml has placeholders for ids; docs/operations.md says whence.";
}

/** The version that the built Worker tells of itself. */
async function readBuiltVersion(): Promise<string> {
  const files = await readdir(`${ROOT}build/client/assets`).catch(() => []);
  const [, version] = /manifest-(\w+)\.js/.exec(files.join("\n")) ?? [];
  if (!version) throw new TierError("the build does not tell its version; build again.");
  return version;
}

async function read(program: string, args: string[]): Promise<string> {
  const { code, text } = await runProgram(program, args, "pipe");
  if (code === 0) return text.trim();
  throw new TierError(`${program} ${args.slice(0, 2).join(" ")} ended with ${code}; see above.`);
}

/** With "pipe" it answers what the program printed, which otherwise is shown; its troubles always are. */
function runProgram(
  program: string,
  args: string[],
  output: "inherit" | "pipe",
): Promise<{ code: number; text: string }> {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: ENVIRONMENT,
    stdio: ["inherit", output, "inherit"],
  });
  let text = "";
  child.stdout?.on("data", (chunk) => {
    text += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", (error) =>
      reject(new TierError(`${program} cannot be started (${error.message}).`)),
    );
    child.on("close", (code) => resolve({ code: code ?? 1, text }));
  });
}
