import { createHash } from "node:crypto";
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { BackupManifest } from "../../worker/domain/backup.ts";
import { loadDump } from "./scratch.ts";
import { TierError } from "./tier.ts";

const ENDING = ".sql.gz";
const NEW_FILE = { mode: 0o600, flag: "wx" };

/**
 * Makes the folder for a backup. Throws TierError where it could not be written to `path`, which is
 * asked before a database stands still for it: a file that is there, of whatever kind, stays.
 */
export async function prepareBackup(path: string): Promise<void> {
  assertName(path);
  await mkdir(dirname(path), { recursive: true }).catch(refuseToWrite(path));
  for (const file of [path, manifestPath(path)]) {
    await access(file).then(refuseToWrite(file), () => {});
  }
}

/** Writes a dump compressed to `path`, and beside it what it has to hold. Only the owner may read it. */
export async function writeBackup(
  path: string,
  sql: string,
  { database, takenAt }: Pick<BackupManifest, "database" | "takenAt">,
): Promise<BackupManifest> {
  const { rows, migrations, problems } = loadDump(sql);
  if (problems.length) throw new TierError(`Nothing was written: ${problems.join(" ")}`);
  const file = gzipSync(sql);
  const manifest: BackupManifest = {
    format: 1,
    database,
    takenAt,
    migrations,
    rows,
    bytes: file.length,
    sha256: sha256(file),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(path, file, NEW_FILE).catch(refuseToWrite(path));
  await writeFile(manifestPath(path), text, NEW_FILE).catch(refuseToWrite(manifestPath(path)));
  return manifest;
}

/**
 * The SQL of a backup that is whole and that holds what its manifest says. Throws TierError for one
 * that is damaged, cut off, half, of another schema, or that breaks a rule of the data.
 */
export async function readBackup(
  path: string,
  expectedMigrations: readonly string[],
): Promise<{ sql: string; manifest: BackupManifest }> {
  assertName(path);
  const manifest = await readManifest(manifestPath(path));
  const file = await readFile(path).catch(() => {
    throw new TierError(`There is no ${path}; give a backup's path.`);
  });
  if (file.length !== manifest.bytes) {
    throw new TierError(
      `${path} has ${file.length} bytes instead of ${manifest.bytes}: it was cut off; fetch it again.`,
    );
  }
  if (sha256(file) !== manifest.sha256) {
    throw new TierError(`${path} is damaged (its checksum differs); take another backup.`);
  }
  if (manifest.migrations.join() !== expectedMigrations.join()) {
    throw new TierError(
      `${path} was taken after ${manifest.migrations.at(-1) ?? "no migration"}, not after ${expectedMigrations.at(-1)}; check out the commit of that time.`,
    );
  }
  const sql = unpack(path, file);
  const { rows, migrations, problems } = loadDump(sql);
  if (!sameCounts(rows, manifest.rows) || migrations.join() !== manifest.migrations.join()) {
    throw new TierError(`${path} does not hold what its manifest says; take another backup.`);
  }
  if (problems.length) throw new TierError(`${path} is not fit to restore: ${problems.join(" ")}`);
  return { sql, manifest };
}

function assertName(path: string): void {
  if (path.endsWith(ENDING)) return;
  throw new TierError(`A backup's name ends in ${ENDING}; ${path} does not.`);
}

function unpack(path: string, file: Buffer): string {
  try {
    return gunzipSync(file).toString("utf8");
  } catch {
    throw new TierError(`${path} cannot be unpacked; take another backup.`);
  }
}

export function sameCounts(one: Record<string, number>, other: Record<string, number>): boolean {
  const sorted = (counts: object) => JSON.stringify(Object.entries(counts).sort());
  return sorted(one) === sorted(other);
}

async function readManifest(path: string): Promise<BackupManifest> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new TierError(`There is no ${path}: this is half a backup; fetch both of its files.`);
  });
  try {
    const manifest: unknown = JSON.parse(text);
    if (isManifest(manifest)) return manifest;
  } catch {
    // Said below, as for any other text.
  }
  throw new TierError(`${path} is not a backup's manifest; fetch both of its files again.`);
}

function isManifest(value: unknown): value is BackupManifest {
  if (typeof value !== "object" || value === null) return false;
  const { format, database, takenAt, migrations, rows, bytes, sha256 } = value as Partial<
    Record<keyof BackupManifest, unknown>
  >;
  const hasNames = [database, takenAt, sha256].every((name) => typeof name === "string");
  return (
    format === 1 &&
    hasNames &&
    /^[0-9a-f]{64}$/.test(String(sha256)) &&
    Number.isSafeInteger(bytes) &&
    Array.isArray(migrations) &&
    typeof rows === "object" &&
    rows !== null &&
    Object.values(rows).every(Number.isSafeInteger)
  );
}

function manifestPath(path: string): string {
  return `${path.slice(0, -ENDING.length)}.json`;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function refuseToWrite(path: string) {
  return () => {
    throw new TierError(`${path} cannot be written, or is there already; name another file.`);
  };
}
