import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { ROOT, runMain } from "./command.ts";

const FOLDER = `${ROOT}migrations/`;
const CHECKSUMS = `${FOLDER}checksums.json`;

/** By file name: SQL text, or the checksum it had when it was frozen. */
type ByFile = Record<string, string>;

/**
 * What is wrong with the migrations, one sentence each. An applied migration must never change, and
 * a table that is rebuilt silently loses its triggers, so a rebuild needs somebody to have looked.
 */
export function findProblems(migrations: ByFile, checksums: ByFile): string[] {
  const rebuilt = Object.entries(migrations).flatMap(([file, sql]) =>
    rebuildsTable(sql) && !/^-- reviewed-rebuild: \S/m.test(sql)
      ? [
          `${file} drops or rebuilds a table; once its triggers are back, add "-- reviewed-rebuild: <reason>".`,
        ]
      : [],
  );
  const unfrozen = Object.keys(migrations)
    .filter((file) => !checksums[file])
    .map((file) => `${file} is new; freeze it with --write.`);
  const changed = Object.entries(checksums).flatMap(([file, checksum]) => {
    const sql = migrations[file];
    if (sql === undefined) return [`${file} was removed; it may have been applied already.`];
    return checksumOf(sql) === checksum
      ? []
      : [`${file} was edited; write a new migration instead.`];
  });
  return [...rebuilt, ...unfrozen, ...changed];
}

/** The checksums with those of new files added; what was frozen stays as it was. */
export function freezeNew(migrations: ByFile, checksums: ByFile): ByFile {
  const all = Object.entries(migrations).map(([file, sql]) => [
    file,
    checksums[file] ?? checksumOf(sql),
  ]);
  return { ...checksums, ...Object.fromEntries(all) };
}

function rebuildsTable(sql: string): boolean {
  const statements = sql.replace(/^\s*--.*$/gm, "");
  return /\bdrop\s+table\b|__new_/i.test(statements);
}

function checksumOf(sql: string): string {
  return createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex");
}

async function readMigrations(): Promise<ByFile> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".sql")).sort();
  const texts = files.map(async (file) => [file, await readFile(`${FOLDER}${file}`, "utf8")]);
  return Object.fromEntries(await Promise.all(texts));
}

export async function readChecksums(): Promise<ByFile> {
  const text = await readFile(CHECKSUMS, "utf8").catch(() => "{}");
  return JSON.parse(text);
}

async function checkMigrations(): Promise<number> {
  const migrations = await readMigrations();
  let checksums = await readChecksums();
  if (process.argv.includes("--write")) {
    checksums = freezeNew(migrations, checksums);
    await writeFile(CHECKSUMS, `${JSON.stringify(checksums, null, 2)}\n`);
  }
  const problems = findProblems(migrations, checksums);
  for (const problem of problems) console.error(problem);
  if (problems.length === 0)
    console.log(`${Object.keys(migrations).length} migrations are in order.`);
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.main) await runMain(checkMigrations);
