import { expect, test } from "vitest";
import { hasDeployToken, isCi } from "./environment.ts";
import { findTarget, parseDatabases } from "./target.ts";
import { parseCommand, parseTier, TierError } from "./tier.ts";

test("no tier named is the lowest one", () => {
  expect(parseTier([])).toBe("int");
});

test("a tier is named exactly or not at all", () => {
  expect([parseTier(["int"]), parseTier(["stg"]), parseTier(["prod"])]).toEqual([
    "int",
    "stg",
    "prod",
  ]);
  const typos = [
    "",
    "PROD",
    "Prod",
    " prod",
    "prod ",
    "production",
    "prd",
    "рrod",
    "p r o d",
    "prod\0",
    "stg,prod",
    "constructor",
  ];
  for (const typo of typos) expect(() => parseTier([typo]), typo).toThrow(TierError);
});

test("two tiers are none, even twice the same", () => {
  expect(() => parseTier(["int", "prod"])).toThrow("more than once");
  expect(() => parseTier(["int", "int"])).toThrow("more than once");
});

test("a command is one of the list", () => {
  expect(parseCommand("migrate")).toBe("migrate");
  for (const name of [undefined, "", "drop", "Migrate", "toString", "__proto__"]) {
    expect(() => parseCommand(name)).toThrow(TierError);
  }
});

test("the variables of the usual CI services are seen, and doubt counts as yes", () => {
  expect(isCi({})).toBe(false);
  for (const value of ["", "0", "false", "FALSE", " no "]) expect(isCi({ CI: value })).toBe(false);
  for (const value of ["1", "true", "yes", "anything"]) expect(isCi({ CI: value })).toBe(true);
  for (const name of ["GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TF_BUILD", "WORKERS_CI"]) {
    expect(isCi({ [name]: "x" }), name).toBe(true);
  }
});

const WORKFLOW = {
  GITHUB_ACTIONS: "true",
  GITHUB_WORKFLOW_REF: "us/site/.github/workflows/deploy.yml@refs/heads/main",
  DEPLOY_TOKEN: "t".repeat(32),
};

test("the deploy token counts in the deploy workflow on main alone", () => {
  expect(hasDeployToken(WORKFLOW)).toBe(true);
  const others = [
    { DEPLOY_TOKEN: "t".repeat(31) },
    { DEPLOY_TOKEN: " ".repeat(40) },
    { DEPLOY_TOKEN: undefined },
    { GITHUB_ACTIONS: "1" },
    { GITHUB_WORKFLOW_REF: undefined },
    { GITHUB_WORKFLOW_REF: "us/site/.github/workflows/check.yml@refs/heads/main" },
    { GITHUB_WORKFLOW_REF: "us/site/.github/workflows/deploy.yml@refs/heads/main-2" },
    { GITHUB_WORKFLOW_REF: "us/site/x/.github/workflows/deploy.yml@refs/heads/main" },
    { GITHUB_WORKFLOW_REF: "us/site/.github/workflows/deploy.yml@refs/pull/1/merge" },
  ];
  for (const other of others) expect(hasDeployToken({ ...WORKFLOW, ...other })).toBe(false);
});

const DATABASES = {
  int: { name: "instainstru-int", id: "a" },
  stg: { name: "instainstru-stg", id: "b" },
  prod: { name: "instainstru-prod", id: "c" },
};

test("a tier gets its own database, or none", () => {
  expect(findTarget(DATABASES, "stg")).toEqual(DATABASES.stg);
  expect(() => findTarget({ ...DATABASES, stg: undefined }, "stg")).toThrow("no database for stg");
  const renamed = { ...DATABASES, stg: { name: "instainstru-prod", id: "b" } };
  expect(() => findTarget(renamed, "stg")).toThrow("has to be instainstru-stg");
  const twin = { ...DATABASES, stg: { name: "instainstru-stg", id: "c" } };
  expect(() => findTarget(twin, "stg")).toThrow("the database of prod");
  expect(() => findTarget(twin, "prod")).toThrow("the database of stg");
});

test("another binding of a tier is not taken for its database", () => {
  const toml = `[[env.prod.d1_databases]]
binding = "OTHER"
database_name = "other"
database_id = "x"

[[env.prod.d1_databases]]
binding = "DB"
database_name = "instainstru-prod"
database_id = "c"
`;
  expect(parseDatabases(toml)).toEqual({ int: undefined, stg: undefined, prod: DATABASES.prod });
});
