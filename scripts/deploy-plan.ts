import { badge } from "../db/tiers/door.ts";
import { databaseName, phraseFor, type Tier } from "../db/tiers/tier.ts";

export type DeployTier = Exclude<Tier, "int">;

/** What the Worker does not start without, outside of a local run. */
export const SECRETS = ["RESEND_API_KEY", "WEBHOOK_KEY"];

/** Named in each call, as wrangler would follow a build's hint to another file. */
export const CONFIG = "wrangler.toml";

/** One thing that a deploy does: a program with its arguments, or a check by this script itself. */
export type Step =
  | { name: string; program: string; args: string[] }
  | { name: string; check: "clean-tree" | "secrets" | "ids" | "smoke" };

/**
 * All that a deploy does, in order. The database goes first: a migration only adds, so the version
 * that still runs works with it, and the new one never meets a database that lacks something.
 */
export function planDeploy(tier: DeployTier, confirmation: string | null): Step[] {
  const database = ["scripts/db.ts"];
  const forTier = ["--tier", tier];
  const confirmed = confirmation === null ? [] : ["--confirmation", confirmation];
  return [
    { name: "nothing is uncommitted", check: "clean-tree" },
    { name: "wrangler.toml has the tier's own ids", check: "ids" },
    { name: "all secrets are set", check: "secrets" },
    { name: "everything is checked", program: "npm", args: ["run", "check"] },
    { name: "pages and Worker are built", program: "node", args: ["scripts/build.ts"] },
    {
      name: "the database is migrated",
      program: "node",
      args: [...database, "migrate", ...forTier, ...confirmed],
    },
    {
      name: "the database is as it has to be",
      program: "node",
      args: [...database, "check", ...forTier],
    },
    {
      name: "the Worker is uploaded",
      program: "wrangler",
      args: ["deploy", "--config", CONFIG, "--env", tier],
    },
    { name: "the site answers", check: "smoke" },
  ];
}

/** What brings the version before back when the new one does not answer. The database stays. */
export function rollbackStep(tier: DeployTier): Extract<Step, { program: string }> {
  const message = "The smoke test failed.";
  return {
    name: "the version before is back",
    program: "wrangler",
    args: ["rollback", "--config", CONFIG, "--env", tier, "--yes", "--message", message],
  };
}

/** The plan as text, for whoever wants to see it before anything happens. */
export function describePlan(tier: DeployTier, steps: readonly Step[]): string {
  const lines = [...steps, rollbackStep(tier)].map((step, index) => {
    const what =
      "program" in step ? `${step.program} ${step.args.map(quote).join(" ")}` : step.check;
    const condition = index === steps.length ? " (only if the site does not answer)" : "";
    return `${index + 1}. ${step.name}${condition}\n     ${what}`;
  });
  const confirmation =
    tier === "prod"
      ? [
          `At a terminal, or in the deploy workflow's form: ${phraseFor("migrate", databaseName(tier))}`,
        ]
      : [];
  return [`${badge(tier)} deploy to ${tier}`, ...lines, ...confirmation].join("\n");
}

function quote(word: string): string {
  return /^[\w./:=@-]+$/.test(word) ? word : JSON.stringify(word);
}
