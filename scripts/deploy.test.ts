import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { ROOT } from "./command.ts";
import { describePlan, planDeploy } from "./deploy-plan.ts";
import { findSmoke } from "./smoke.ts";

function runDeploy(args: string[], env: Record<string, string> = {}) {
  const words = ["--no-warnings", `${ROOT}scripts/deploy.ts`, ...args];
  const options = { env: { PATH: "/nowhere", ...env }, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, words, options);
  return { status, stdout, stderr };
}

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
  }
});

test("a confirmation goes to the guarded migration and to nothing else", () => {
  const plan = planDeploy("prod", "migrate it");
  const confirmed = plan.filter((step) => "args" in step && step.args.includes("migrate it"));
  expect(confirmed.map(({ name }) => name)).toEqual(["the database is migrated"]);
});

test("a dry run prints every step and does none of them, without any tool or account", () => {
  for (const tier of ["stg", "prod"]) {
    const { status, stdout, stderr } = runDeploy(["--tier", tier, "--dry-run"]);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain(`wrangler deploy --env ${tier}`);
    expect(stdout).toContain("Nothing was done.");
  }
}, 30_000);

test("no deploy goes to a tier that is not one, nor to prod from any CI but its workflow", () => {
  for (const args of [[], ["--tier", "int"], ["--tier", "Prod"], ["--tier", "prod "]]) {
    expect(runDeploy(args)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("stg or prod"),
    });
  }
  expect(runDeploy(["--tier", "stg", "--tier", "prod", "--dry-run"])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("more than once"),
  });
  const { status, stderr } = runDeploy(["--tier", "prod"], { CI: "true" });
  expect([status, stderr.trim()]).toEqual([
    1,
    "prod is closed to CI; use the deploy workflow on main.",
  ]);
}, 30_000);

/** A site that answers each path as told, until the test is over. */
async function withSite<T>(
  answers: Record<string, [number, string]>,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => {
    const [status, body] = answers[request.url ?? ""] ?? [404, "{}"];
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const GOOD: Record<string, [number, string]> = {
  "/api/healthz": [200, '{"status":"ok","version":"new"}'],
  "/api/readyz": [200, "{}"],
  "/": [200, "<h1>Find an instructor</h1>"],
};

test("a site is well that serves the new version, reaches its database and shows a page", async () => {
  const look = (answers: typeof GOOD) =>
    withSite(answers, (url) => findSmoke(url, "new", { tries: 2, pauseMs: 1 }));
  expect(await look(GOOD)).toBeNull();
  const old: [number, string] = [200, '{"version":"old"}'];
  expect(await look({ ...GOOD, "/api/healthz": old })).toContain("serves version old");
  expect(await look({ ...GOOD, "/api/readyz": [503, "{}"] })).toContain("database is not reached");
  expect(await look({ ...GOOD, "/": [500, "<h1>"] })).toContain("answers 500");
  expect(await look({ ...GOOD, "/": [200, "nothing"] })).toContain("first page");
  expect(await look({ ...GOOD, "/api/healthz": [200, "<html>"] })).toContain("does not answer");
});

test("a version that arrives late is waited for", async () => {
  const answers = { ...GOOD, "/api/healthz": [200, '{"version":"old"}'] as [number, string] };
  const arriving = (url: string) => {
    setTimeout(() => Object.assign(answers, GOOD), 20);
    return findSmoke(url, "new", { tries: 200, pauseMs: 5 });
  };
  expect(await withSite(answers, arriving)).toBeNull();
});
