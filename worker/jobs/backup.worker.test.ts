import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createBackupRepository } from "../../db/repositories/backups.ts";
import { createJobRunRepository } from "../../db/repositories/job-runs.ts";
import { countRows } from "../../tests/database.ts";
import { createInstructor } from "../../tests/factories.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import { createBackupStore } from "../platform/backup-store.ts";
import { sha256Bytes } from "../platform/hash.ts";
import { backupJob } from "./backup.ts";

const DAY_MS = 86_400_000;
/** Three o'clock at night in New York. */
const NIGHT = Date.UTC(2026, 11, 1, 8);
const BUCKET = env.BACKUPS as R2Bucket;

function createJob(now: number, { db = env.DB, bucket = BUCKET } = {}) {
  const database = openDatabase(db.withSession("first-primary"), noDatabaseUse());
  return backupJob({
    backups: createBackupRepository(database),
    store: createBackupStore(bucket),
    databaseName: "instainstru-int",
    jobRuns: createJobRunRepository(openDatabase(env.DB, noDatabaseUse())),
    clock: () => now,
  });
}

async function readText(key: string): Promise<string> {
  const object = await BUCKET.get(key);
  if (!object) throw new Error(`There is no ${key}.`);
  if (!key.endsWith(".gz")) return await object.text();
  return await new Response(object.body.pipeThrough(new DecompressionStream("gzip"))).text();
}

const listKeys = async () => (await BUCKET.list()).objects.map(({ key }) => key);

test("at night the whole database is kept with what proves it, once", async () => {
  await createInstructor();
  expect(await createJob(NIGHT).run()).toMatchObject({ removed: 0, rows: expect.any(Number) });
  expect(await createJob(NIGHT + 5 * 60_000).run()).toBeNull();
  expect(await listKeys()).toEqual(["backups/2026-12-01.json", "backups/2026-12-01.sql.gz"]);
  const manifest = JSON.parse(await readText("backups/2026-12-01.json"));
  const file = (await (
    await BUCKET.get("backups/2026-12-01.sql.gz")
  )?.arrayBuffer()) as ArrayBuffer;
  expect(manifest).toMatchObject({
    format: 1,
    database: "instainstru-int",
    takenAt: "2026-12-01T08:00:00.000Z",
    migrations: env.TEST_MIGRATIONS.map(({ name }) => name),
    bytes: file.byteLength,
    sha256: await sha256Bytes(file),
  });
  const { rate_counters: _, ...counts } = manifest.rows;
  expect(counts).toEqual(await countRows());
});

test("the file is SQL whose triggers come after all rows, so that none of them runs", async () => {
  await createInstructor();
  await createJob(NIGHT + DAY_MS).run();
  const lines = (await readText("backups/2026-12-02.sql.gz")).split("\n");
  const lastRows = lines.findLastIndex((line) => line.startsWith("INSERT INTO"));
  const firstTrigger = lines.findIndex((line) => line.startsWith("CREATE TRIGGER"));
  const lastTable = lines.findLastIndex((line) => line.startsWith("CREATE TABLE"));
  expect(lastTable).toBeGreaterThan(0);
  expect(lastRows).toBeGreaterThan(lastTable);
  expect(firstTrigger).toBeGreaterThan(lastRows);
});

test("all rows are read in one transaction", async () => {
  const watched = watchDatabase(env.DB);
  await createJob(NIGHT + 2 * DAY_MS, { db: watched.db }).run();
  const withRows = watched.batches.filter((batch) =>
    batch.some(({ sql }) => /FROM "(bookings|users)"/.test(sql)),
  );
  expect(withRows).toHaveLength(1);
});

test("before two at night there is nothing to do", async () => {
  const before = await listKeys();
  expect(await createJob(Date.UTC(2026, 11, 20, 6, 59, 59, 999)).run()).toBeNull();
  expect(await listKeys()).toEqual(before);
});

test("what breaks off halfway has no manifest, and is done again by a later tick", async () => {
  const night = NIGHT + 60 * DAY_MS;
  let puts = 0;
  const bucket = {
    put: async (key: string, value: ArrayBuffer) => {
      puts += 1;
      if (puts === 2) throw new Error("R2 is away");
      return await BUCKET.put(key, value);
    },
    list: () => BUCKET.list(),
    delete: (keys: string[]) => BUCKET.delete(keys),
  } as unknown as R2Bucket;
  await expect(createJob(night, { bucket }).run()).rejects.toThrow("R2 is away");
  expect(await listKeys()).not.toContain("backups/2027-01-30.json");
  expect(await createJob(night + 5 * 60_000).run()).toBeNull();
  expect(await createJob(night + 10 * 60_000).run()).toMatchObject({ removed: 0 });
  expect(await listKeys()).toContain("backups/2027-01-30.json");
});

test("thirty nights are kept, and of what is older neither file stays", async () => {
  const from = NIGHT + 400 * DAY_MS;
  const names = Array.from({ length: 31 }, (_, night) =>
    new Date(from + night * DAY_MS).toISOString().slice(0, 10),
  );
  for (const key of await listKeys()) await BUCKET.delete(key);
  for (const name of names.slice(0, 30)) {
    await BUCKET.put(`backups/${name}.sql.gz`, "x");
    await BUCKET.put(`backups/${name}.json`, "{}");
  }
  expect(await createJob(from + 30 * DAY_MS).run()).toMatchObject({ removed: 1 });
  const kept = names.slice(1).flatMap((name) => [`backups/${name}.json`, `backups/${name}.sql.gz`]);
  expect(await listKeys()).toEqual(kept);
});

test("a database that has outgrown the Worker's memory is skipped, and the night says so", async () => {
  const night = NIGHT + 500 * DAY_MS;
  const database = openDatabase(env.DB, noDatabaseUse());
  const before = await listKeys();
  const job = backupJob({
    backups: { ...createBackupRepository(database), measureBytes: async () => 16_000_001 },
    store: createBackupStore(BUCKET),
    databaseName: "instainstru-int",
    jobRuns: createJobRunRepository(database),
    clock: () => night,
  });
  expect(await job.run()).toEqual({ skipped: "too_large", bytes: 16_000_001 });
  expect(await listKeys()).toEqual(before);
});
