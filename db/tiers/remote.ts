import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { TierDatabase } from "./database.ts";
import { type Tier, TierError } from "./tier.ts";

/** Nobody is there to answer wrangler: whoever had to be asked was asked before. */
const QUIET = { WRANGLER_SEND_METRICS: "false", CI: "1" };

/** Runs wrangler in the project's folder and answers what it printed. Throws TierError if it fails. */
export type RunWrangler = (args: string[], root: string) => Promise<string>;

/** The database of a tier at Cloudflare, through the `wrangler` on the PATH. */
export function openRemote(
  tier: Exclude<Tier, "int">,
  root: string,
  run: RunWrangler = runWrangler,
): TierDatabase {
  // The file is named, as wrangler would follow a build's hint to another one.
  const where = ["DB", "--config", "wrangler.toml", "--env", tier];
  const d1 = async (args: string[], more: string[] = []) =>
    await run(["d1", ...args, ...where, ...more], root);
  return {
    async query<Row>(sql: string) {
      // In one word, as SQL that begins with a dash must never be read as another flag.
      const text = await d1(["execute"], ["--remote", "--json", `--command=${sql}`]);
      const [result] = parseJson<{ results: Row[] }[]>(text);
      return result?.results ?? [];
    },
    async run(sql) {
      await inFolder(async (folder) => {
        await writeFile(`${folder}/run.sql`, sql, { mode: 0o600 });
        await d1(["execute"], ["--remote", "--yes", "--file", `${folder}/run.sql`]);
      });
    },
    async migrate() {
      await d1(["migrations", "apply"], ["--remote"]);
    },
    async dump() {
      return await inFolder(async (folder) => {
        await d1(["export"], ["--remote", "--output", `${folder}/dump.sql`]);
        return await readFile(`${folder}/dump.sql`, "utf8");
      });
    },
    async captureRestorePoint() {
      const { bookmark } = parseJson<{ bookmark?: string }>(
        await d1(["time-travel", "info"], ["--json"]),
      );
      if (!bookmark) throw new TierError("Nothing was run, as no restore point could be taken.");
      return bookmark;
    },
    close: async () => {},
  };
}

async function runWrangler(args: string[], root: string): Promise<string> {
  const child = spawn("wrangler", args, {
    cwd: root,
    env: {
      ...process.env,
      ...QUIET,
      PATH: `${process.env.PATH ?? ""}:${root}node_modules/.bin`,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [answer, trouble] = ["", ""];
  child.stdout.on("data", (chunk) => {
    answer += chunk;
  });
  child.stderr.on("data", (chunk) => {
    trouble += chunk;
  });
  const code = await new Promise((resolve, reject) => {
    child.on("error", (error) =>
      reject(new TierError(`wrangler cannot be started (${error.message}); run npm ci.`)),
    );
    child.on("close", resolve);
  });
  if (code === 0) return answer;
  throw new TierError(
    `${answer}${trouble}\nwrangler ${args.slice(0, 3).join(" ")} failed; see above.`,
  );
}

/** Wrangler may say something else before its JSON begins. */
function parseJson<T>(text: string): T {
  const start = text.search(/^[[{]/m);
  try {
    return JSON.parse(text.slice(Math.max(0, start)));
  } catch {
    throw new TierError(`wrangler answered something else than JSON: ${text.slice(0, 200)}`);
  }
}

/** A folder of nobody else, gone afterwards: what passes through it is about people. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(`${tmpdir()}/instainstru-db-`);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
