import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ROOT } from "../../scripts/command.ts";

const listFiles = (...folders: string[]) =>
  execFileSync("git", ["ls-files", "-co", "--exclude-standard", ...folders], {
    cwd: ROOT,
    encoding: "utf8",
  })
    .trim()
    .split("\n")
    .filter((file) => existsSync(`${ROOT}${file}`));

const read = (file: string) => readFileSync(`${ROOT}${file}`, "utf8");

const sources = listFiles("app", "worker", "db", "public").filter(
  (file) => /\.(tsx?|js)$/.test(file) && !/\.test\.tsx?$/.test(file),
);

/** Lines of the sources that the expression is found in, each with its file. */
function findLines(expression: RegExp): string[] {
  return sources.flatMap((file) =>
    read(file)
      .split("\n")
      .filter((line) => expression.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

/** Each was read: nothing but names and numbers of our own source gets into its text. */
const RAW_SQL = ["announcements", "calendar-feeds", "drafts", "metric-reads"].map(
  (name) => `db/repositories/${name}.ts`,
);

test("text becomes code or markup nowhere but in the one place that escapes it", () => {
  const dangerous =
    /dangerouslySetInnerHTML|\.innerHTML|outerHTML|insertAdjacentHTML|document\.write/;
  expect(findLines(dangerous).map((line) => line.split(":")[0])).toEqual([
    "app/components/json-ld.tsx",
  ]);
  expect(findLines(/\beval\(|new Function\(|setTimeout\(["'`]|javascript:/)).toEqual([]);
});

test("no statement is put together from text: values are bound", () => {
  const raw = findLines(/\bsql\.raw\(/);
  const files = [...new Set(raw.map((line) => line.split(":")[0]))];
  expect(files).toEqual(RAW_SQL);
  expect(findLines(/\.(prepare|exec)\(\s*`[^`]*\$\{/)).toEqual([]);
});

test("no secret is compared in a time that tells how much of it is right", () => {
  // Passwords and the monitoring key are compared by timingSafeEqual, all else is looked up by its hash.
  const compared = findLines(
    /\b\w*(token|secret|password|apiKey|signature|metricsKey|_KEY)\b\s*[!=]==(?!\s*(null|undefined)\b)/i,
  );
  expect(compared).toEqual([]);
  expect(read("worker/platform/secret-key.ts")).toContain("timingSafeEqual");
  expect(read("worker/platform/password.ts")).toContain("timingSafeEqual");
});

test("chance that protects something is the system's own", () => {
  expect(findLines(/Math\.random\(/)).toEqual([]);
});

test("no key, token or private key stands in the project", () => {
  const files = listFiles().filter(
    (file) => !/^(package-lock\.json|migrations\/meta\/)|\.png$/.test(file),
  );
  const secret =
    /-----BEGIN [A-Z ]*PRIVATE KEY|\bre_[A-Za-z0-9]{8}_[A-Za-z0-9]{16}|\bgh[pousr]_[A-Za-z0-9]{30}|\bAKIA[0-9A-Z]{16}\b|\bsk_live_\w{16}|\bik_live_[\w-]{40}|\bxox[abp]-\w{10}/;
  expect(files.filter((file) => secret.test(read(file)))).toEqual([]);
  expect(files.filter((file) => /(^|\/)(\.env|\.dev\.vars)(\.|$)/.test(file))).toEqual([]);
  expect(files.length).toBeGreaterThan(500);
});
