import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FUTURE_FLAGS } from "../../app/future-flags.ts";
import { ROOT } from "../../scripts/command.ts";

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  resolved?: string;
  integrity?: string;
}

/** What reaches people as part of the site. */
const FOR_THE_SITE = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "Unlicense",
];

/** What only builds and tests it may ask for more, as nothing of it is passed on. */
const FOR_WORK = [
  ...FOR_THE_SITE,
  "BlueOak-1.0.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "LGPL-3.0-or-later",
  "MPL-2.0",
  "Python-2.0",
  "Zlib",
];

/** Read by hand where the list of packages says nothing; each is MIT and builds or tests only. */
const SAID_ELSEWHERE = [
  "compute-gcd",
  "compute-lcm",
  "eval",
  "format",
  "require-like",
  "validate.io-function",
  "validate.io-integer",
  "validate.io-integer-array",
  "validate.io-number",
];

/** The first version without each known weakness, for what runs on the server. */
const SAFE_FROM: [name: string, version: string, advisory: string][] = [
  ["@remix-run/react", "2.17.3", "CVE-2026-21884"],
  ["@remix-run/router", "1.23.2", "CVE-2026-22029"],
  ["@remix-run/server-runtime", "2.17.3", "CVE-2026-22030"],
  ["drizzle-orm", "0.45.2", "CVE-2026-39356"],
  ["hono", "4.12.21", "CVE-2026-47673 to -47676"],
  ["valibot", "1.2.0", "CVE-2025-66020"],
];

const lock = JSON.parse(readFileSync(`${ROOT}package-lock.json`, "utf8"));
const packages = Object.entries(lock.packages as Record<string, Locked>)
  .filter(([path]) => path !== "")
  .map(([path, locked]) => ({ name: path.split("node_modules/").at(-1) ?? "", ...locked }));

/** Whether the terms, in the words of SPDX, leave a choice that is allowed. */
function isAllowed(license: string, allowed: readonly string[]): boolean {
  const words = license.replaceAll(/[()]/g, "");
  return words
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => allowed.includes(one)));
}

test("everything that the site is made of may be used and passed on", () => {
  const site = packages.filter(({ dev }) => !dev);
  expect(site.length).toBeGreaterThan(10);
  const others = site.filter(({ license }) => !isAllowed(license ?? "", FOR_THE_SITE));
  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test("everything that builds and tests it may be used", () => {
  const silent = packages.filter(({ license }) => !license).map(({ name }) => name);
  expect(silent.filter((name) => !SAID_ELSEWHERE.includes(name))).toEqual([]);
  const others = packages.filter(({ license }) => license && !isAllowed(license, FOR_WORK));
  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test("every package is fetched from the registry, and is the one that was looked at", () => {
  const strange = packages.filter(
    ({ resolved, integrity }) =>
      resolved &&
      !(resolved.startsWith("https://registry.npmjs.org/") && /^sha512-/.test(integrity ?? "")),
  );
  expect(strange.map(({ name, resolved }) => `${name}: ${resolved}`)).toEqual([]);
});

test("nothing that runs on the server has a weakness that a newer version is without", () => {
  for (const [name, safe, advisory] of SAFE_FROM) {
    const versions = packages.filter((one) => one.name === name).map(({ version }) => version);
    expect([name, versions.length]).not.toEqual([name, 0]);
    const old = versions.filter((version) => !isAtLeast(version, safe));
    expect([advisory, name, old]).toEqual([advisory, name, []]);
  }
});

test("what has no newer version is closed off by how it is built", () => {
  // CVE-2026-55685, CVE-2026-42342.
  expect(FUTURE_FLAGS.v3_lazyRouteDiscovery).toBe(false);
  const config = readFileSync(`${ROOT}vite.config.ts`, "utf8");
  expect(config).toMatch(/future:\s*FUTURE_FLAGS\b/);
});

function isAtLeast(version: string, wanted: string): boolean {
  const order = new Intl.Collator("en", { numeric: true });
  return order.compare(version, wanted) >= 0;
}
