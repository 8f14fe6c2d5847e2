import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, expect, test } from "vitest";
import { writeBackup } from "../db/tiers/backup-file.ts";
import { readMigrations } from "../db/tiers/migration-files.ts";
import { openRemote } from "../db/tiers/remote.ts";
import { COMMANDS, type Command, databaseName, TIERS, type Tier } from "../db/tiers/tier.ts";
import {
  answerAsWrangler,
  createFakeDatabase,
  toTierDatabase,
} from "../tests/tiers/fake-wrangler.ts";
import { MIGRATIONS_FOLDER, ROOT, toExitCode } from "./command.ts";
import { runDb } from "./run-db.ts";
import type { World } from "./world.ts";

/** Whether the phrase has to be typed where no CI runs it. */
type AtHome = "yes" | "phrase" | "never";
/** Whether any CI may, or the deploy workflow alone, or that with the phrase from its form. */
type InCi = "yes" | "workflow" | "workflow and phrase" | "never";

/** Who may do what, from where. */
const TABLE: Record<Tier, Record<Command, [AtHome, InCi]>> = {
  int: {
    status: ["yes", "yes"],
    check: ["yes", "yes"],
    export: ["yes", "yes"],
    migrate: ["yes", "yes"],
    sql: ["yes", "yes"],
    restore: ["yes", "yes"],
    seed: ["yes", "yes"],
    reset: ["yes", "yes"],
  },
  stg: {
    status: ["yes", "yes"],
    check: ["yes", "yes"],
    export: ["yes", "yes"],
    migrate: ["yes", "yes"],
    sql: ["phrase", "never"],
    restore: ["phrase", "never"],
    seed: ["yes", "yes"],
    reset: ["phrase", "never"],
  },
  prod: {
    status: ["yes", "workflow"],
    check: ["yes", "workflow"],
    export: ["yes", "workflow"],
    migrate: ["phrase", "workflow and phrase"],
    sql: ["phrase", "never"],
    restore: ["phrase", "never"],
    seed: ["never", "never"],
    reset: ["never", "never"],
  },
};

/** Alone it is no more than what anybody may set. */
const LIKE_IT = {
  GITHUB_WORKFLOW_REF: "us/site/.github/workflows/deploy.yml@refs/heads/main",
};
const WORKFLOW = { GITHUB_ACTIONS: "true", ...LIKE_IT };
const TOKEN = { DEPLOY_TOKEN: "t".repeat(40) };
const HOSTILE = { TIER: "prod", CLOUDFLARE_ENV: "prod", FORCE: "1", YES: "1", DB_TIER: "prod" };

/** Variables, and what they are taken for. */
const SURROUNDINGS = [
  { env: {}, isCi: false, isWorkflow: false },
  { env: { CI: "true" }, isCi: true, isWorkflow: false },
  { env: { GITLAB_CI: "true", ...LIKE_IT, ...TOKEN }, isCi: true, isWorkflow: false },
  { env: { CI: "true", ...WORKFLOW }, isCi: true, isWorkflow: false },
  { env: { CI: "true", ...WORKFLOW, ...TOKEN }, isCi: true, isWorkflow: true },
  { env: { CI: "false", ...TOKEN, ...HOSTILE }, isCi: false, isWorkflow: false },
];
const ANSWERS = ["right", "wrong", "none"] as const;
type Answer = (typeof ANSWERS)[number];

interface Case {
  tier: Tier;
  command: Command;
  isTerminal: boolean;
  surroundings: (typeof SURROUNDINGS)[number];
  typed: Answer;
  passed: Answer;
}

/** The lines of the audit that a case has to leave. */
function expectVerdicts(one: Case): string[] {
  const { isCi, isWorkflow } = one.surroundings;
  const [atHome, inCi] = TABLE[one.tier][one.command];
  const way = one.tier === "prod" && COMMANDS[one.command] !== "read" ? ["restore_point"] : [];
  if (isCi) {
    const isPassed = inCi !== "workflow and phrase" || one.passed === "right";
    const isIn = inCi === "yes" || (inCi !== "never" && isWorkflow && isPassed);
    return isIn ? ["allowed", ...way] : ["refused"];
  }
  if (atHome === "yes") return ["allowed"];
  if (atHome === "never" || !one.isTerminal || one.passed !== "none") return ["refused"];
  return one.typed === "right" ? ["asked", "allowed", ...way] : ["asked", "refused"];
}

const FOLDER = mkdtempSync(`${tmpdir()}/instainstru-table-`);
afterAll(() => rmSync(FOLDER, { recursive: true }));

/** One database for all, as each case is undone: its schema is there, and a person. */
const migrations = await readMigrations(MIGRATIONS_FOLDER);
const database = createFakeDatabase(":memory:", migrations);
database.migrate();
for (const tier of TIERS) {
  const what = { database: databaseName(tier), takenAt: "2026-12-01T00:00:00.000Z" };
  await writeBackup(`${FOLDER}/${tier}.sql.gz`, database.dump(), what);
}
database.run(`INSERT INTO users (id, email, password_hash, first_name, last_name, status, timezone, created_at, updated_at)
  VALUES ('u', 'u@example.com', 'none', 'U', 'U', 'active', 'UTC', 0, 0)`);

const ARGUMENTS: Partial<Record<Command, (tier: Tier) => string>> = {
  sql: () => "DELETE FROM users",
  export: () => `${FOLDER}/export.sql.gz`,
  restore: (tier) => `${FOLDER}/${tier}.sql.gz`,
};

/** Runs the command as the process does, but that it sees the case's world. */
async function attempt({ tier, command, isTerminal, surroundings, typed, passed }: Case) {
  const phrase = `${command} instainstru-${tier}`;
  const say = (answer: Answer) => ({ right: phrase, wrong: "yes", none: null })[answer];
  const argument = ARGUMENTS[command]?.(tier);
  const confirmation = say(passed);
  const calls: string[][] = [];
  let questions = 0;
  let local = 0;
  const world: World = {
    args: [
      ...[command, ...(argument === undefined ? [] : [argument]), "--tier", tier],
      ...(confirmation === null ? [] : ["--confirmation", confirmation]),
    ],
    env: surroundings.env,
    isTerminal,
    auditFolder: `${FOLDER}/logs`,
    user: "ann",
    now: () => Date.UTC(2026, 11, 1),
    print: () => {},
    printAside: () => {},
    ask: async () => {
      questions += 1;
      return say(typed);
    },
    open: async (which) => {
      if (which !== "int") {
        return openRemote(which, ROOT, async (args) => {
          calls.push(args);
          return answerAsWrangler(args, () => database);
        });
      }
      local += 1;
      return toTierDatabase(database);
    },
  };
  for (const left of ["logs/database_audit.jsonl", "export.sql.gz", "export.json"]) {
    rmSync(`${FOLDER}/${left}`, { force: true });
  }
  database.run("BEGIN");
  let problem = "";
  const code = await toExitCode(
    () => runDb(world),
    (text) => {
      problem = String(text);
    },
  );
  database.run("ROLLBACK");
  const audit = readFileSync(`${FOLDER}/logs/database_audit.jsonl`, "utf8").trimEnd().split("\n");
  const entries = audit.map((line) => JSON.parse(line));
  return { code, problem, entries, calls, questions, local };
}

function everyCase(): Case[] {
  const each = <T>(values: readonly T[], next: (value: T) => Case[]) => values.flatMap(next);
  return each(TIERS, (tier) =>
    each(Object.keys(COMMANDS) as Command[], (command) =>
      each([true, false], (isTerminal) =>
        each(SURROUNDINGS, (surroundings) =>
          each(ANSWERS, (typed) =>
            ANSWERS.map((passed) => ({ tier, command, isTerminal, surroundings, typed, passed })),
          ),
        ),
      ),
    ),
  );
}

test("the command decides each combination of tier, command, terminal, CI, variables and words as the table says", async () => {
  let refused = 0;
  for (const one of everyCase()) {
    const { code, problem, entries, calls, questions, local } = await attempt(one);
    const about = `${JSON.stringify(one)}: ${problem}`;
    const verdicts = expectVerdicts(one);
    expect(
      entries.map(({ verdict }) => verdict),
      about,
    ).toEqual(verdicts);
    for (const { tier, operation } of entries) {
      expect([tier, operation], about).toEqual([one.tier, one.command]);
    }
    expect(questions, about).toBe(verdicts[0] === "asked" ? 1 : 0);
    if (verdicts.includes("refused")) {
      refused += 1;
      expect([code, calls, local], about).toEqual([1, [], 0]);
      expect(problem, about).toMatch(/^Refused on (stg|prod): [^\n]+\.$/);
      continue;
    }
    // What came through did its work in its own tier, and nowhere else.
    expect([local > 0, calls.length > 0], about).toEqual([one.tier === "int", one.tier !== "int"]);
    for (const call of calls) expect(call.join(" "), about).toContain(`--env ${one.tier}`);
    const done = one.command === "restore" ? [1, "is not empty"] : [0, ""];
    expect(code, about).toBe(done[0]);
    expect(problem, about).toContain(done[1]);
    expect(existsSync(`${FOLDER}/export.sql.gz`), about).toBe(one.command === "export");
  }
  expect(everyCase()).toHaveLength(3 * 8 * 2 * 6 * 3 * 3);
  expect(refused).toBeGreaterThan(500);
}, 60_000);
