import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { ROOT } from "./command.ts";

/** Writes down how it was called; as production would, it knows a bookmark. */
const FAKE_WRANGLER = `#!/bin/sh
echo "$*" >> "$(dirname "$0")/calls"
case "$*" in
  *time-travel*) echo '{"bookmark":"bookmark-1"}' ;;
  *) echo '[{"results":[]}]' ;;
esac
`;
const PARTS = ["scripts", "db", "worker", "migrations", "wrangler.toml", "package.json"];
/** Starting Node and reading the sources takes a while on a busy machine. */
const TIMEOUT_MS = 30_000;

/** A copy of what the command is made of, with a wrangler that only writes down its calls. */
function createCheckout() {
  const root = mkdtempSync(`${tmpdir()}/instainstru-door-`);
  for (const part of PARTS) {
    const isSource = (path: string) => !/\.test\.tsx?$/.test(path);
    cpSync(`${ROOT}${part}`, `${root}/${part}`, { recursive: true, filter: isSource });
  }
  symlinkSync(`${ROOT}node_modules`, `${root}/node_modules`);
  mkdirSync(`${root}/bin`);
  writeFileSync(`${root}/bin/wrangler`, FAKE_WRANGLER);
  chmodSync(`${root}/bin/wrangler`, 0o755);
  const readLines = (path: string) =>
    existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n") : [];
  return {
    root,
    calls: () => readLines(`${root}/bin/calls`),
    audit: () => readLines(`${root}/logs/database_audit.jsonl`).map((line) => JSON.parse(line)),
  };
}

interface Run {
  args: string[];
  env?: Record<string, string>;
  input?: string;
  /** What is typed at a terminal; without it there is none. */
  typed?: string;
}

/** The real command, as somebody or some machine would run it. */
function runDb(root: string, { args, env = {}, input = "", typed }: Run) {
  const command = [process.execPath, "--no-warnings", `${root}/scripts/db.ts`, ...args];
  const words = command.map((word) => `'${word}'`).join(" ");
  const [program, ...rest] =
    typed === undefined
      ? command
      : ["script", "--quiet", "--return", "--command", words, "/dev/null"];
  const { status, stdout, stderr } = spawnSync(program as string, rest, {
    cwd: root,
    env: { PATH: `${root}/bin:/usr/bin:/bin`, HOME: root, ...env },
    input: typed === undefined ? input : `${typed}\n`,
    encoding: "utf8",
  });
  return { status, output: `${stdout}${stderr}` };
}

const hasTerminals = spawnSync("script", ["--version"]).status === 0;

const REFUSED: [string, Run, string][] = [
  ["seed on prod", { args: ["seed", "--tier", "prod"] }, "seed never touches prod"],
  ["reset on prod in CI", { args: ["reset", "--tier", "prod"], env: { CI: "1" } }, "never touches"],
  ["a typo", { args: ["reset", "--tier", "prd"] }, 'There is no tier "prd"'],
  ["a look-alike", { args: ["reset", "--tier", "рrod"] }, "There is no tier"],
  ["two tiers", { args: ["reset", "--tier", "int", "--tier", "prod"] }, "more than once"],
  [
    "a piped yes",
    { args: ["migrate", "--tier", "prod"], input: "yes\n" },
    "a person at a terminal",
  ],
  [
    "a piped phrase",
    { args: ["migrate", "--tier", "prod"], input: "migrate instainstru-prod\n" },
    "a person at a terminal",
  ],
  [
    "a passed phrase",
    { args: ["migrate", "--tier", "prod", "--confirmation", "migrate instainstru-prod"] },
    "a person at a terminal",
  ],
  ["any CI", { args: ["status", "--tier", "prod"], env: { GITLAB_CI: "true" } }, "closed to CI"],
  ["an unknown flag", { args: ["reset", "--force"] }, "--force"],
  [
    "a flag that npm kept",
    { args: ["reset"], env: { npm_config_tier: "prod" } },
    "put -- before it",
  ],
];

test(
  "what is refused reaches no database, ends with a sentence and is one line of the audit",
  () => {
    const checkout = createCheckout();
    for (const [name, run, reason] of REFUSED) {
      const lines = checkout.audit().length;
      const { status, output } = runDb(checkout.root, run);
      expect([status, output.trim().split("\n").length], `${name}: ${output}`).toEqual([1, 1]);
      expect(output, name).toContain(reason);
      const added = checkout.audit().slice(lines);
      expect(added, name).toMatchObject([{ verdict: "refused", pid: expect.any(Number) }]);
    }
    expect(checkout.calls()).toEqual([]);
  },
  TIMEOUT_MS,
);

const WORKFLOW = {
  CI: "true",
  GITHUB_ACTIONS: "true",
  GITHUB_WORKFLOW_REF: "us/site/.github/workflows/deploy.yml@refs/heads/main",
  DEPLOY_TOKEN: "t".repeat(40),
};

test(
  "the deploy workflow migrates prod with its token and the phrase, after taking a restore point",
  () => {
    const checkout = createCheckout();
    const migrate = ["migrate", "--tier", "prod"];
    const confirmed = [...migrate, "--confirmation", "migrate instainstru-prod"];
    const { DEPLOY_TOKEN: _, ...withoutToken } = WORKFLOW;
    expect(runDb(checkout.root, { args: confirmed, env: withoutToken }).status).toBe(1);
    expect(runDb(checkout.root, { args: migrate, env: WORKFLOW }).status).toBe(1);
    expect(checkout.calls()).toEqual([]);
    runDb(checkout.root, { args: confirmed, env: WORKFLOW });
    const calls = checkout.calls();
    expect(calls[0]).toBe("d1 time-travel info DB --env prod --json");
    expect(calls).toContain("d1 migrations apply DB --env prod --remote");
    expect(checkout.audit().map(({ verdict }) => verdict)).toEqual([
      ...["refused", "refused", "allowed", "restore_point"],
    ]);
    expect(checkout.audit().at(-1).reason).toBe("bookmark-1");
  },
  TIMEOUT_MS,
);

test.skipIf(!hasTerminals)(
  "at a terminal prod wants the phrase, and only the phrase",
  () => {
    const checkout = createCheckout();
    const args = ["sql", "SELECT 1", "--tier", "prod"];
    expect(runDb(checkout.root, { args, typed: "yes" }).output).toContain(
      "the phrase typed was not",
    );
    expect(checkout.calls()).toEqual([]);
    const { status, output } = runDb(checkout.root, { args, typed: "sql instainstru-prod" });
    expect(status, output).toBe(0);
    expect(output).toContain("PROD");
    expect(checkout.calls()).toEqual([
      "d1 time-travel info DB --env prod --json",
      "d1 execute DB --env prod --remote --json --command=SELECT 1",
    ]);
  },
  TIMEOUT_MS,
);

test(
  "a wrong database, an edited migration and an audit that cannot be written stop every command",
  () => {
    const wrong = createCheckout();
    const toml = `${wrong.root}/wrangler.toml`;
    const config = readFileSync(toml, "utf8");
    const prodId = "00000000-0000-0000-0000-000000000003";
    writeFileSync(toml, config.replace("00000000-0000-0000-0000-000000000002", prodId));
    const seed = { args: ["seed", "--tier", "stg"] };
    expect(runDb(wrong.root, seed).output).toContain("gives stg the database of prod");
    writeFileSync(toml, config);
    appendFileSync(`${wrong.root}/migrations/0000_foundation.sql`, "-- more\n");
    const migrate = { args: ["migrate", "--tier", "stg"] };
    expect(runDb(wrong.root, migrate).output).toContain("0000_foundation.sql was edited");
    expect(wrong.audit()).toHaveLength(2);
    expect(wrong.calls()).toEqual([]);

    const silent = createCheckout();
    writeFileSync(`${silent.root}/logs`, "not a folder");
    const { status, output } = runDb(silent.root, { args: ["status", "--tier", "stg"] });
    expect([status, output.trim().split("\n").length]).toEqual([1, 1]);
    expect(output).toContain("Nothing was run");
    expect(silent.calls()).toEqual([]);
  },
  TIMEOUT_MS,
);
