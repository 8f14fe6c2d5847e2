import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { TierError } from "../db/tiers/tier.ts";

/** The project's folder, with a slash at the end. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Where `wrangler dev` keeps its data too. */
export const LOCAL_STATE = `${ROOT}.wrangler/state/v3`;

export const MIGRATIONS_FOLDER = `${ROOT}migrations`;

/** A failure whose message is all that a person needs to read. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** What keeps wrangler from asking, reporting or fetching anything, and from another tier. */
const QUIET_TOOLS = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_LOG_PATH: ".wrangler/logs",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  CLOUDFLARE_ENV: "",
  CI: "1",
};

/** Runs an installed tool and says nothing unless it fails: then throws with all that it printed. */
export async function runTool(tool: string, args: string[]): Promise<void> {
  const child = spawn(`${ROOT}node_modules/.bin/${tool}`, args, {
    cwd: ROOT,
    env: { ...process.env, ...QUIET_TOOLS },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const stop = () => child.kill();
  process.on("exit", stop);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  process.off("exit", stop);
  if (code === 0) return;
  throw new StartError(`${Buffer.concat(output)}\n${tool} ${args.join(" ")} failed.`);
}

/** Ends the process with what `main` answers; a StartError or TierError becomes its sentence and code 1. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  process.exit(await toExitCode(main, console.error));
}

/** The code that the process ends with. What failed is printed: a sentence where it is for people. */
export async function toExitCode(
  main: () => Promise<number>,
  print: (problem: unknown) => void,
): Promise<number> {
  try {
    return await main();
  } catch (error) {
    const isForPeople = error instanceof StartError || error instanceof TierError;
    print(isForPeople ? error.message : error);
    return 1;
  }
}
