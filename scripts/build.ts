import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { ROOT, runMain, runTool } from "./command.ts";

const SOURCES = ["app", "worker", "db", "public"];
const SINGLE_SOURCES = ["package-lock.json", "tsconfig.json", "vite.config.ts", "wrangler.toml"];
const STAMP = `${ROOT}dist/.built-from`;
const RESULTS = ["build/client", "build/server/index.js", "dist/index.js"];

/** Builds the pages and the Worker unless they were built from these very sources. */
export async function build(): Promise<void> {
  const fingerprint = await fingerprintSources();
  if (await isBuiltFrom(fingerprint)) return;
  console.log("Building …");
  await rm(STAMP, { force: true });
  await runTool("remix", ["vite:build"]);
  await runTool("wrangler", ["deploy", "--dry-run", "--outdir", "dist"]);
  await mkdir(`${ROOT}dist`, { recursive: true });
  await writeFile(STAMP, fingerprint);
}

async function isBuiltFrom(fingerprint: string): Promise<boolean> {
  if (!RESULTS.every((path) => existsSync(`${ROOT}${path}`))) return false;
  return (await readFile(STAMP, "utf8").catch(() => "")) === fingerprint;
}

/** A hash over names and contents: dates say nothing after a clone or a branch switch. */
async function fingerprintSources(): Promise<string> {
  const lists = await Promise.all(SOURCES.map(listFiles));
  const hash = createHash("sha256");
  for (const path of [...SINGLE_SOURCES, ...lists.flat().sort()]) {
    hash.update(`${path}\n`).update(await readFile(`${ROOT}${path}`));
  }
  return hash.digest("hex");
}

async function listFiles(folder: string): Promise<string[]> {
  if (!existsSync(`${ROOT}${folder}`)) return [];
  const entries = await readdir(`${ROOT}${folder}`, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(ROOT.length));
}

if (import.meta.main) {
  await runMain(async () => {
    await build();
    return 0;
  });
}
