import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PARTS = ["scripts", "db", "worker", "migrations", "wrangler.toml", "package.json"];
const FAKE = `${ROOT}tests/tiers/fake-wrangler.ts`;

/** Each writes down how it was called, and fails for words that `failing` names. */
const head = (program: string) => `#!/bin/sh
here="$(dirname "$0")"
printf '%s\\n' "${program} $(printf '%s' "$*" | tr '\\n' ' ')" >> "$here/calls"
case "$*" in
  "$(cat "$here/failing-${program}" 2>/dev/null || echo none)"*) echo "Not today." >&2; exit 1 ;;
esac
if [ -e "$here/answer-${program}" ]; then cat "$here/answer-${program}"; exit 0; fi
`;
const NODE = `${process.execPath} --no-warnings`;
const PROGRAMS = {
  wrangler: `exec ${NODE} "${FAKE}" "$here" "$@"`,
  git: "",
  npm: "",
  // The guarded command is the real one, also where the deploy calls it.
  node: `case "$1" in scripts/db.ts) exec ${NODE} "$@" ;; esac`,
};

/** The variables of any CI, and those of the deploy workflow on main. */
export const CI = { CI: "true" };
export const WORKFLOW = {
  ...CI,
  GITHUB_ACTIONS: "true",
  GITHUB_WORKFLOW_REF: "us/site/.github/workflows/deploy.yml@refs/heads/main",
  DEPLOY_TOKEN: "t".repeat(40),
};

export interface Run {
  args: string[];
  env?: Record<string, string>;
  input?: string;
  /** What is typed at a terminal once it asks; without it there is none. */
  typed?: string;
  /** Once this is printed the command, not what it started, gets the signal of a Ctrl-C. */
  stopAt?: string | undefined;
}

/** Whether this machine can pretend to be a terminal. */
export const HAS_TERMINALS = spawnSync("script", ["--version"]).status === 0;

/** wrangler.toml as before the first deploy, whatever ids and addresses it has got since. */
export function toUndeployed(toml: string): string {
  const tables = toml.split(/^(?=\[)/m).map((table) => {
    const tier = /^\[+env\.(stg|prod)\./.exec(table)?.[1];
    if (tier === undefined) return table;
    const digit = tier === "stg" ? 2 : 3;
    const known = {
      database_id: `00000000-0000-0000-0000-00000000000${digit}`,
      id: `${"0".repeat(31)}${digit}`,
      SITE_URL: `https://${tier}.instainstru.example`,
    };
    return Object.entries(known).reduce(
      (text, [key, value]) => text.replace(RegExp(`^(${key} = )".*"`, "m"), `$1"${value}"`),
      table,
    );
  });
  return tables.join("");
}

/** A copy of what the commands are made of, with programs that only pretend to reach Cloudflare. */
export function createCheckout() {
  const root = mkdtempSync(`${tmpdir()}/instainstru-door-`);
  onTestFinished(() => rmSync(root, { recursive: true }));
  const isSource = (path: string) => !/\.test\.tsx?$/.test(path);
  for (const part of PARTS) {
    cpSync(`${ROOT}${part}`, `${root}/${part}`, { recursive: true, filter: isSource });
  }
  const config = `${root}/wrangler.toml`;
  writeFileSync(config, toUndeployed(readFileSync(config, "utf8")));
  symlinkSync(`${ROOT}node_modules`, `${root}/node_modules`);
  mkdirSync(`${root}/bin`);
  for (const [name, text] of Object.entries(PROGRAMS)) {
    writeFileSync(`${root}/bin/${name}`, `${head(name)}${text}\n`);
    chmodSync(`${root}/bin/${name}`, 0o755);
  }
  const readLines = (path: string) =>
    existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n") : [];
  return {
    root,
    run: (script: "db" | "deploy", what: Run) => runScript(root, script, what),
    calls: () => readLines(`${root}/bin/calls`),
    audit: () => readLines(`${root}/logs/database_audit.jsonl`).map((line) => JSON.parse(line)),
    /** Lets a program fail when it is called with words that begin like this. */
    fail: (program: keyof typeof PROGRAMS, words: string) =>
      writeFileSync(`${root}/bin/failing-${program}`, words),
    /** Lets a program print this, whatever it is asked. */
    answer: (program: keyof typeof PROGRAMS, text: string) =>
      writeFileSync(`${root}/bin/answer-${program}`, text),
  };
}

/** The real command in a process of its own, as somebody or some machine would run it. */
async function runScript(root: string, script: string, run: Run) {
  const { args, env = {}, input, typed, stopAt } = run;
  const command = [process.execPath, "--no-warnings", `${root}/scripts/${script}.ts`, ...args];
  const words = command.map((word) => `'${word}'`).join(" ");
  const [program, ...rest] =
    typed === undefined
      ? command
      : ["script", "--quiet", "--return", "--command", words, "/dev/null"];
  const child = spawn(program as string, rest, {
    cwd: root,
    env: { PATH: `${root}/bin:/usr/bin:/bin`, HOME: root, ...env },
  });
  if (typed === undefined) child.stdin.end(input);
  let output = "";
  let hasTyped = false;
  let isStopped = false;
  const collect = (chunk: Buffer) => {
    output += chunk;
    if (stopAt !== undefined && !isStopped && output.includes(stopAt)) {
      isStopped = child.kill("SIGINT");
    }
    if (typed === undefined || hasTyped || !output.includes(": \u001b[")) return;
    hasTyped = true;
    child.stdin.write(typed);
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { status, output };
}
