import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CI, createCheckout, WORKFLOW } from "../tests/tiers/checkout.ts";
import { GOOD, withSite } from "../tests/tiers/site.ts";
import { describePlan, planDeploy } from "./deploy-plan.ts";

/** A deploy starts some programs, each of which takes a while on a busy machine. */
const TIMEOUT_MS = 90_000;

test("the database is migrated and checked before the Worker that needs it, after all checks", () => {
  const names = planDeploy("prod", null).map(({ name }) => name);
  const order = [
    "all secrets are set",
    "everything is checked",
    "the database is migrated",
    "the database is as it has to be",
    "the Worker is uploaded",
    "the site answers",
  ];
  expect(names.filter((name) => order.includes(name))).toEqual(order);
});

test("every program of a plan is told the one tier", () => {
  for (const tier of ["stg", "prod"] as const) {
    const text = describePlan(tier, planDeploy(tier, null));
    const told = [...text.matchAll(/--(?:tier|env) (\w+)/g)].map(([, name]) => name);
    expect(told.length).toBeGreaterThanOrEqual(4);
    expect(new Set(told)).toEqual(new Set([tier]));
    expect(text).toMatch(
      new RegExp(`^\u001b\\[[0-9;]+m ${tier.toUpperCase()} \u001b\\[0m deploy to`),
    );
  }
});

test("a confirmation goes to the guarded migration and to nothing else", () => {
  const plan = planDeploy("prod", "migrate it");
  const confirmed = plan.filter((step) => "args" in step && step.args.includes("migrate it"));
  expect(confirmed.map(({ name }) => name)).toEqual(["the database is migrated"]);
});

test(
  "a dry run prints every step and does none of them, without any tool or account",
  async () => {
    const checkout = createCheckout();
    for (const tier of ["stg", "prod"]) {
      const env = { PATH: "/nowhere" };
      const { status, output } = await checkout.run("deploy", {
        args: ["--tier", tier, "--dry-run"],
        env,
      });
      expect(status, output).toBe(0);
      expect(output).toContain(`wrangler deploy --config wrangler.toml --env ${tier}`);
      expect(output).toContain("Nothing was done.");
    }
  },
  TIMEOUT_MS,
);

test(
  "no deploy goes to a tier that is not one, nor to prod but from a terminal or its workflow",
  async () => {
    const checkout = createCheckout();
    const refused: [string[], Record<string, string>, string][] = [
      [[], {}, "stg or prod"],
      [["--tier", "int"], {}, "stg or prod"],
      [["--tier", "Prod"], {}, "stg or prod"],
      [["--tier", "prod "], {}, "stg or prod"],
      [["--tier", "stg", "--tier", "prod", "--dry-run"], {}, "more than once"],
      [["--tier", "stg", "--force"], {}, "Unknown option '--force'"],
      [["stg"], {}, "stg"],
      [["--tier", "stg", "--wait", "long"], {}, "--wait takes seconds"],
      // npm takes what stands before its --, and would leave a deploy in earnest.
      [["--tier", "stg"], { npm_config_dry_run: "true" }, "npm kept --dry-run for itself"],
      [["stg"], { npm_config_tier: "true" }, "npm kept --tier for itself"],
      [["--tier", "prod"], {}, "a person at a terminal"],
      [["--tier", "prod"], CI, "prod is closed to CI; use the deploy workflow on main"],
      [["--tier", "prod"], WORKFLOW, "into the deploy workflow's form"],
      [["--tier", "prod", "--confirmation", "yes"], WORKFLOW, "into the deploy workflow's form"],
    ];
    for (const [args, env, reason] of refused) {
      const lines = checkout.audit().length;
      const { status, output } = await checkout.run("deploy", { args, env });
      const about = `${args.join(" ")}: ${output}`;
      expect(status, about).toBe(1);
      expect(output.trim().split("\n").at(-1), about).toContain(reason);
      expect(output, about).not.toMatch(/^ +at /m);
      expect(checkout.audit().slice(lines), about).toMatchObject([
        { operation: "deploy", verdict: "refused" },
      ]);
    }
    expect(checkout.calls()).toEqual([]);
  },
  TIMEOUT_MS,
);

type Checkout = ReturnType<typeof createCheckout>;

/**
 * Deploys to stg what is served as `answers`. Tells what came of it and what was called. With
 * `stopAt` somebody presses Ctrl-C once that is printed.
 */
async function deploy(prepare: (checkout: Checkout) => void, answers = GOOD, stopAt?: string) {
  const checkout = createCheckout();
  return await withSite(answers, async (url) => {
    const path = `${checkout.root}/wrangler.toml`;
    const config = readFileSync(path, "utf8")
      .replaceAll(/(id = ")[0-]+([23]")/g, "$19999-$2")
      .replace("https://stg.instainstru.example", url);
    writeFileSync(path, config);
    mkdirSync(`${checkout.root}/build/client/assets`, { recursive: true });
    writeFileSync(`${checkout.root}/build/client/assets/manifest-new.js`, "");
    prepare(checkout);
    const args = ["--tier", "stg", "--wait", stopAt ? "60" : "0"];
    const { status, output } = await checkout.run("deploy", { args, stopAt });
    expect(output).not.toMatch(/^ +at /m);
    const calls = checkout.calls().map((call) => call.replace(/ --env.*| d1 .*/, ""));
    const audit = checkout.audit().filter(({ operation }) => operation === "deploy");
    return { status, output, calls, audit, end: output.trim().split("\n").at(-1) };
  });
}

const UPLOAD = "wrangler deploy --config wrangler.toml";
const ROLLBACK = "wrangler rollback --config wrangler.toml";
const DOUBT = "Look whether it came through: npx wrangler deployments list --env stg.";
const SECRET_LIST = "wrangler secret list --config wrangler.toml";

test(
  "a deploy that is well takes each step in its order and rolls nothing back",
  async () => {
    const { status, output, calls, audit } = await deploy(() => {});
    expect(status, output).toBe(0);
    const steps = calls.filter((call) => call !== "wrangler");
    expect(steps).toEqual([
      ...["git status --porcelain", SECRET_LIST, "npm run check", "node scripts/build.ts"],
      ...["node scripts/db.ts migrate --tier stg", "node scripts/db.ts check --tier stg", UPLOAD],
    ]);
    expect(audit).toMatchObject([{ verdict: "allowed", tier: "stg" }]);
  },
  TIMEOUT_MS,
);

test(
  "what is not ready stops a deploy before anything is checked, built or written",
  async () => {
    const one = '[{"name":"RESEND_API_KEY"}]';
    const stops: [(checkout: Checkout) => void, string][] = [
      [({ answer }) => answer("git", " M app/root.tsx"), "commit what is changed first."],
      [({ answer }) => answer("wrangler", one), "wrangler secret put WEBHOOK_KEY --env stg"],
      [({ answer }) => answer("wrangler", "Log in first"), "did not list the secrets but answered"],
      [({ answer }) => answer("wrangler", "{}"), "did not list the secrets but answered"],
      [({ fail }) => fail("wrangler", "secret list"), "wrangler secret list ended with 1"],
    ];
    const ends = await Promise.all(stops.map(([prepare]) => deploy(prepare)));
    for (const [index, { status, end, calls, audit }] of ends.entries()) {
      const reason = stops[index]?.[1] as string;
      expect([status, end]).toEqual([1, expect.stringContaining(reason)]);
      const looked = ["git status --porcelain", SECRET_LIST];
      expect(calls.filter((call) => !looked.includes(call))).toEqual([]);
      expect(audit).toMatchObject([{ verdict: "allowed" }, { verdict: "stopped" }]);
      expect(audit[1].reason).toContain(reason);
    }
  },
  TIMEOUT_MS,
);

test(
  "after checks or a migration that fail nothing is uploaded, and after an upload that fails nothing is rolled back",
  async () => {
    const stops: [(checkout: Checkout) => void, string, boolean][] = [
      [({ fail }) => fail("npm", "run check"), "npm run ended with 1.", false],
      [({ fail }) => fail("wrangler", "d1 migrations"), "node scripts/db.ts ended with 1.", false],
      [({ fail }) => fail("wrangler", "deploy"), `wrangler deploy ended with 1. ${DOUBT}`, true],
    ];
    const ends = await Promise.all(stops.map(([prepare]) => deploy(prepare)));
    for (const [index, { status, end, calls, audit }] of ends.entries()) {
      const [, reason, isUploaded] = stops[index] ?? [];
      expect([status, end]).toEqual([1, `The deploy to stg stopped: ${reason}`]);
      expect([calls.includes(UPLOAD), calls.includes(ROLLBACK)]).toEqual([isUploaded, false]);
      expect(audit.at(-1)).toMatchObject({ verdict: "stopped", tier: "stg" });
    }
  },
  TIMEOUT_MS,
);

test(
  "a site that is not well, or that cannot be looked at, is rolled back",
  async () => {
    const old = { ...GOOD, "/api/healthz": [200, '{"version":"old"}'] as [number, string] };
    const noBuild = ({ root }: Checkout) => rmSync(`${root}/build`, { recursive: true });
    const noRollback = ({ fail }: Checkout) => fail("wrangler", "rollback");
    const ends = await Promise.all([
      deploy(() => {}, old),
      deploy(noBuild),
      deploy(noRollback, old),
    ]);
    const reasons = [
      "serves version old instead of new. The version before is back.",
      "the build does not tell its version; build again. The version before is back.",
      "not be rolled back (wrangler rollback ended with 1): run npx wrangler rollback --env stg by hand.",
    ];
    for (const [index, { status, end, calls, audit }] of ends.entries()) {
      const reason = reasons[index] as string;
      expect([status, end]).toEqual([1, expect.stringContaining(reason)]);
      expect(calls.slice(-2)).toEqual([UPLOAD, ROLLBACK]);
      expect(audit.at(-1)).toMatchObject({ verdict: "stopped", tier: "stg" });
      expect(audit.at(-1).reason).toContain(reason);
    }
  },
  TIMEOUT_MS,
);

test(
  "whoever stops a deploy once it is uploaded gets the version before back at once",
  async () => {
    const old = { ...GOOD, "/api/healthz": [200, '{"version":"old"}'] as [number, string] };
    const silent = { ...GOOD, "/api/healthz": null };
    const ends = await Promise.all([
      deploy(() => {}, old, "→ the site answers"),
      deploy(() => {}, silent, "→ the site answers"),
      deploy(() => {}, old, "→ the Worker is uploaded"),
    ]);
    const reason = "it was stopped by hand. The version before is back.";
    for (const { status, end, calls, audit } of ends) {
      expect([status, end]).toEqual([1, expect.stringContaining(reason)]);
      expect(calls.slice(-2)).toEqual([UPLOAD, ROLLBACK]);
      expect(audit.at(-1)).toMatchObject({ verdict: "stopped", tier: "stg" });
      expect(audit.at(-1).reason).toContain(reason);
    }
  },
  TIMEOUT_MS,
);
