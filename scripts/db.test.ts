import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { badge } from "../db/tiers/door.ts";
import { COMMANDS, type Command, type Tier } from "../db/tiers/tier.ts";
import { CI, createCheckout, HAS_TERMINALS, type Run, WORKFLOW } from "../tests/tiers/checkout.ts";
import { findUser } from "./world.ts";

/** Starting Node and reading the sources takes a while on a busy machine. */
const TIMEOUT_MS = 90_000;

const onProd = (...words: string[]) => [...words, "--tier", "prod"];
const PHRASE = ["--confirmation", "migrate instainstru-prod"];

/** Each reason for which a command is refused, but those that need a terminal. */
const REFUSED: [string, Run, string][] = [
  ["seed on prod", { args: onProd("seed") }, "seed never touches prod"],
  ["reset on prod in CI", { args: onProd("reset"), env: CI }, "reset never touches prod"],
  ["reset in the workflow", { args: onProd("reset", ...PHRASE), env: WORKFLOW }, "never touches"],
  ["a typo", { args: ["reset", "--tier", "prd"] }, 'There is no tier "prd"'],
  ["a look-alike", { args: ["reset", "--tier", "рrod"] }, "There is no tier"],
  ["two tiers", { args: ["reset", "--tier", "int", "--tier", "prod"] }, "more than once"],
  ["piped yes", { args: onProd("migrate"), input: "yes\n" }, "a person at a terminal"],
  [
    "a piped phrase",
    { args: onProd("migrate"), input: "migrate instainstru-prod\n" },
    "a person at a terminal",
  ],
  ["a passed phrase", { args: onProd("migrate", ...PHRASE) }, "a person at a terminal"],
  ["a pipe to stg", { args: ["reset", "--tier", "stg"] }, "a person at a terminal"],
  ["stg in CI", { args: ["sql", "SELECT 1", "--tier", "stg"], env: CI }, "not for CI"],
  ["any CI", { args: onProd("status"), env: { GITLAB_CI: "true" } }, "closed to CI"],
  [
    "the workflow without its token",
    { args: onProd("migrate", ...PHRASE), env: { ...WORKFLOW, DEPLOY_TOKEN: "" } },
    "closed to CI",
  ],
  [
    "the workflow without the phrase",
    { args: onProd("migrate"), env: WORKFLOW },
    "into the deploy workflow's form",
  ],
  ["sql in the workflow", { args: onProd("sql", "SELECT 1"), env: WORKFLOW }, "may not sql prod"],
  ["an unknown flag", { args: ["reset", "--force"] }, "--force"],
  ["an unknown command", { args: ["drop"] }, "There is no command drop"],
  ["a word too much", { args: ["sql", "SELECT", "1"] }, "1 is too much"],
  ["a word too few", { args: ["restore"] }, "needs something after it"],
  [
    "a flag that npm kept",
    { args: ["reset"], env: { npm_config_tier: "prod" } },
    "put -- before it",
  ],
];

test(
  "what is refused reaches no database, ends with a sentence and is one line of the audit",
  async () => {
    const checkout = createCheckout();
    for (const [name, run, reason] of REFUSED) {
      const lines = checkout.audit().length;
      const { status, output } = await checkout.run("db", run);
      expect([status, output.trim().split("\n").length], `${name}: ${output}`).toEqual([1, 1]);
      expect(output, name).toContain(reason);
      const added = checkout.audit().slice(lines);
      expect(added, name).toMatchObject([{ verdict: "refused", pid: expect.any(Number) }]);
    }
    expect(checkout.calls()).toEqual([]);
  },
  TIMEOUT_MS,
);

const ARGUMENTS: Partial<Record<Command, string>> = {
  sql: "SELECT count(*) AS n FROM users",
  export: "one.sql.gz",
  restore: "one.sql.gz",
};

/** What each command of a tier says without a terminal, one after the other. */
async function runEvery(tier: Tier, said: Partial<Record<Command, string>>) {
  const checkout = createCheckout();
  for (const command of Object.keys(said) as Command[]) {
    const argument = ARGUMENTS[command];
    const args = [command, ...(argument ? [argument] : []), "--tier", tier];
    const { output } = await checkout.run("db", { args });
    expect(output, `${command} on ${tier}`).toContain(said[command]);
    const isRefused = output.startsWith("Refused");
    expect(output.includes(badge(tier)), command).toBe(!isRefused);
    expect(checkout.audit().at(-1), command).toMatchObject({
      ...{ operation: command, tier, verdict: isRefused ? "refused" : "allowed" },
    });
  }
  expect(Object.keys(said).sort()).toEqual(Object.keys(COMMANDS).sort());
  return checkout;
}

test(
  "on int a script may do everything, on stg look, migrate and seed, on prod only look",
  async () => {
    const [int, stg, prod] = await Promise.all([
      runEvery("int", {
        migrate: "in all",
        seed: "Demo people are in it",
        status: "instructors: ",
        check: "no lessons overlap",
        export: "one.sql.gz: ",
        sql: '"n": ',
        restore: "is not empty",
        reset: "Everything was dropped",
      }),
      runEvery("stg", {
        migrate: "in all",
        seed: "Demo people are in it",
        status: "instructors: ",
        check: "no lessons overlap",
        export: "one.sql.gz: ",
        sql: "Refused on stg: this needs a person",
        restore: "Refused on stg: this needs a person",
        reset: "Refused on stg: this needs a person",
      }),
      runEvery("prod", {
        status: "0 of ",
        check: "is missing",
        export: "d1_migrations",
        migrate: "Refused on prod: this needs a person",
        sql: "Refused on prod: this needs a person",
        restore: "Refused on prod: this needs a person",
        seed: "Refused on prod: seed never",
        reset: "Refused on prod: reset never",
      }),
    ]);
    expect(int.calls()).toEqual([]);
    for (const [tier, { calls }] of Object.entries({ stg, prod })) {
      expect(calls().length, tier).toBeGreaterThanOrEqual(4);
      const named = new RegExp(`^wrangler d1 .* DB --config wrangler.toml --env ${tier}( |$)`);
      for (const call of calls()) expect(call).toMatch(named);
    }
  },
  TIMEOUT_MS,
);

const MIGRATE = onProd("migrate", ...PHRASE);
const BOOKMARK = "wrangler d1 time-travel info DB --config wrangler.toml --env prod --json";

test(
  "the deploy workflow migrates prod with its token and the phrase, after taking a restore point",
  async () => {
    const checkout = createCheckout();
    const { status, output } = await checkout.run("db", { args: MIGRATE, env: WORKFLOW });
    expect(status, output).toBe(0);
    const calls = checkout.calls();
    expect(calls[0]).toBe(BOOKMARK);
    expect(calls).toContain(
      "wrangler d1 migrations apply DB --config wrangler.toml --env prod --remote",
    );
    expect(checkout.audit().map(({ verdict }) => verdict)).toEqual(["allowed", "restore_point"]);
    expect(checkout.audit().at(-1).reason).toBe("bookmark-1");
  },
  TIMEOUT_MS,
);

test(
  "where no restore point can be taken nothing runs, and that is the last line of the audit",
  async () => {
    const failing = createCheckout();
    failing.fail("wrangler", "d1 time-travel");
    const silent = createCheckout();
    silent.answer("wrangler", "{}");
    for (const checkout of [failing, silent]) {
      const { status, output } = await checkout.run("db", { args: MIGRATE, env: WORKFLOW });
      expect([status, output]).toEqual([1, expect.stringContaining("no restore point")]);
      expect(checkout.calls()).toEqual([BOOKMARK]);
      expect(checkout.audit().map(({ verdict }) => verdict)).toEqual(["allowed", "refused"]);
      expect(checkout.audit().at(-1).reason).toContain("no restore point could be taken");
    }
  },
  TIMEOUT_MS,
);

test.skipIf(!HAS_TERMINALS)(
  "at a terminal prod wants the phrase, and only the phrase",
  async () => {
    const checkout = createCheckout();
    const args = onProd("sql", "SELECT 1 AS one");
    const end = "the input ended before the phrase was typed";
    for (const [typed, reason] of [
      ["yes\n", "the phrase typed was not"],
      ["\u0004", end],
      ["sql instainstru\u0003", end],
    ] as const) {
      const { status, output } = await checkout.run("db", { args, typed });
      expect([status, output]).toEqual([1, expect.stringContaining(reason)]);
      expect(checkout.audit().at(-1)).toMatchObject({ verdict: "refused" });
      expect(checkout.audit().at(-1).reason).toContain(reason);
    }
    const passed = await checkout.run("db", { args: onProd("migrate", ...PHRASE), typed: "" });
    expect(passed.output).toContain("leave out --confirmation");
    expect(checkout.calls()).toEqual([]);
    const typed = "sql instainstru-prod\n";
    const { status, output } = await checkout.run("db", { args, typed });
    expect(status, output).toBe(0);
    expect(output).toContain("PROD");
    expect(output).toContain('"one": 1');
    expect(checkout.calls()).toEqual([
      BOOKMARK,
      "wrangler d1 execute DB --config wrangler.toml --env prod --remote --json --command=SELECT 1 AS one",
    ]);
  },
  TIMEOUT_MS,
);

test(
  "a wrong database, an edited migration and an audit that cannot be written stop every command",
  async () => {
    const wrong = createCheckout();
    const toml = `${wrong.root}/wrangler.toml`;
    const config = readFileSync(toml, "utf8");
    const prodId = "00000000-0000-0000-0000-000000000003";
    writeFileSync(toml, config.replace("00000000-0000-0000-0000-000000000002", prodId));
    const seed = await wrong.run("db", { args: ["seed", "--tier", "stg"] });
    expect(seed.output).toContain("gives stg the database of prod");
    writeFileSync(toml, config);
    appendFileSync(`${wrong.root}/migrations/0000_foundation.sql`, "-- more\n");
    const migrate = await wrong.run("db", { args: ["migrate", "--tier", "stg"] });
    expect(migrate.output).toContain("0000_foundation.sql was edited");
    expect(wrong.audit()).toHaveLength(2);
    expect(wrong.calls()).toEqual([]);

    const noFolder = createCheckout();
    writeFileSync(`${noFolder.root}/logs`, "not a folder");
    // Whatever the reason, such as a disk that may only be read: the line is not written.
    const noFile = createCheckout();
    mkdirSync(`${noFile.root}/logs/database_audit.jsonl`, { recursive: true });
    for (const silent of [noFolder, noFile]) {
      for (const args of [["status", "--tier", "stg"], ["reset"], ["reset", "--tier", "prod"]]) {
        const { status, output } = await silent.run("db", { args });
        expect([status, output.trim().split("\n").length], output).toEqual([1, 1]);
        expect(output).toContain("Nothing was run");
      }
      expect(silent.calls()).toEqual([]);
    }
  },
  TIMEOUT_MS,
);

test("a user without a name is written down as unknown", () => {
  expect(findUser(() => ({ username: "ann" }))).toBe("ann");
  const nameless = () => {
    throw new Error("ENOENT: no such user");
  };
  expect(findUser(nameless)).toBe("unknown");
});
