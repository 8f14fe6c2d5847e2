import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { build } from "./build.ts";
import { ROOT, runMain } from "./command.ts";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The part of vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Builds, runs all tests that this machine can run, and says how many passed. */
async function testAll(): Promise<number> {
  await build();
  const browser = [process.env.CHROMIUM, ...BROWSERS].find((path) => path && existsSync(path));
  const wanted: string[] = process.argv.slice(2);
  const projects = ["pure", "worker", ...(browser ? ["e2e"] : [])];
  const choice = wanted.some((arg) => arg.startsWith("--project"))
    ? []
    : projects.map((project) => `--project=${project}`);
  const folder = await mkdtemp(`${tmpdir()}/instainstru-tests-`);
  const reportFile = `${folder}/report.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const code = await runVitest([...choice, ...reporters, ...wanted], browser);
  const report = await readFile(reportFile, "utf8").catch(() => null);
  await rm(folder, { recursive: true });
  if (!browser) {
    console.log(
      "Browser tests skipped: no Chromium here (looked in /usr/bin; CHROMIUM names another).",
    );
  }
  if (report) console.log(summarize(JSON.parse(report)));
  return code;
}

function runVitest(args: string[], browser: string | undefined): Promise<number> {
  const env = { ...process.env, ...(browser ? { CHROMIUM: browser } : {}) };
  const vitest = spawn(`${ROOT}node_modules/.bin/vitest`, ["run", ...args], {
    cwd: ROOT,
    env,
    stdio: "inherit",
  });
  const stop = () => vitest.kill();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, stop);
  return new Promise((resolve, reject) => {
    vitest.on("error", reject);
    vitest.on("close", (code) => resolve(code ?? 1));
  });
}

/** A file that could not be loaded has no tests to count, and counts as one failure itself. */
function summarize(report: Report): string {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + broken.length;
  const counts = `${report.numPassedTests} passed, ${failed} failed`;
  return skipped ? `${counts}, ${skipped} skipped` : counts;
}

await runMain(testAll);
