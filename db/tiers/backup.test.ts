import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, expect, test } from "vitest";
import { MIGRATIONS, NOW, openFresh } from "../../tests/tiers/fresh.ts";
import { isSeededQuery, seedDemo } from "../seed/apply.ts";
import { generateDemo } from "../seed/demo.ts";
import { writeBackup } from "./backup-file.ts";
import {
  type CommandContext,
  check,
  exportTo,
  migrate,
  reset,
  restore,
  status,
} from "./commands.ts";
import { createSqlWriter } from "./sql-writer.ts";

/** A tenth of the market that a local run has. */
const DEMO = {
  seed: 1,
  now: NOW,
  passwordHash: "none",
  instructors: 20,
  students: 10,
  bookings: 150,
  searches: 240,
};
const FOLDER = mkdtempSync(`${tmpdir()}/instainstru-backups-`);
/** A runtime with an empty database starts in a second or two. */
const TIMEOUT_MS = 60_000;

afterAll(() => rmSync(FOLDER, { recursive: true }));

async function seed({ db }: CommandContext): Promise<void> {
  const writer = createSqlWriter();
  await seedDemo(writer.db, generateDemo(DEMO));
  await db.run(writer.text());
}

test(
  "a seeded database goes into a file and comes back into a fresh one, row for row",
  async () => {
    const path = `${FOLDER}/circle.sql.gz`;
    const original = await openFresh();
    await migrate(original);
    await seed(original);
    const odd = "Line one;\nit's -- no comment /* nor this */ ; 'quoted' é 🎹\0end";
    await original.db.run(
      `UPDATE users SET first_name = '${"O''Neil; DROP"}' WHERE rowid % 50 = 0`,
    );
    await original.db.query(
      `UPDATE instructors SET bio = replace('${odd.replaceAll("'", "''").replace("\0", "%")}', '%', char(0)) WHERE rowid = 1`,
    );
    // Of three bytes each: what D1 takes as one statement is counted in bytes.
    await original.db.query(
      "UPDATE instructors SET bio = replace(hex(zeroblob(2500)), '00', '漢') WHERE rowid > 1",
    );
    await exportTo(original, path);
    const fresh = await openFresh();
    const prod = { ...fresh, databaseName: "instainstru-prod" };
    await expect(restore(prod, path)).rejects.toThrow("prod takes back its own backups only");
    expect(await restore(fresh, path)).toContain("rows, triggers and rules check out");
    expect(await fresh.db.dump()).toBe(await original.db.dump());
    expect(await check(fresh)).toContain("no lessons overlap");
    expect(await status(fresh)).toBe(await status(original));
    expect(await fresh.db.query(isSeededQuery)).toHaveLength(1);
    // What the numbers of changes were given out up to is kept too, so none is given twice.
    const sequences = "SELECT name, seq FROM sqlite_sequence ORDER BY name";
    expect(await fresh.db.query(sequences)).toEqual(await original.db.query(sequences));
    await expect(restore(fresh, path)).rejects.toThrow("not empty");
    await reset(fresh);
    expect(await restore(fresh, path)).toContain("check out");
    await Promise.all([original.db.close(), fresh.db.close()]);
  },
  TIMEOUT_MS,
);

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A small whole backup, and an empty database to restore it into. */
async function prepare(name: string) {
  const path = `${FOLDER}/${name}.sql.gz`;
  const context = await openFresh();
  await migrate(context);
  await exportTo(context, path);
  await reset(context);
  const manifestPath = `${FOLDER}/${name}.json`;
  const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
  return {
    path,
    context,
    file: readFileSync(path),
    /** Tries with other files, and gives the reason and what is in the database afterwards. */
    async attempt(file: Uint8Array | null, changes: object | null = {}) {
      if (file) writeFileSync(path, file);
      else rmSync(path, { force: true });
      if (changes) writeFileSync(manifestPath, JSON.stringify({ ...manifest, ...changes }));
      else rmSync(manifestPath, { force: true });
      const reason = await restore(context, path).then(
        () => "restored",
        (error: Error) => error.message,
      );
      const objects = await context.db.query("SELECT name FROM sqlite_master WHERE name = 'users'");
      return { reason, written: objects.length };
    },
  };
}

test(
  "a damaged, cut or half backup, and one of another schema, is refused before anything is written",
  async () => {
    const { attempt, file, path, context } = await prepare("damage");
    const flipped = Uint8Array.from(file);
    flipped[file.length >> 1] = (flipped[file.length >> 1] ?? 0) ^ 1;
    const text = Buffer.from("SELECT 1;");
    const refusals = [
      [await attempt(flipped), "is damaged"],
      [await attempt(file.subarray(0, -100)), "was cut off"],
      [await attempt(file.subarray(0, 0)), "was cut off"],
      [await attempt(file, null), "half a backup"],
      [await attempt(null), "There is no"],
      [await attempt(file, { format: 2 }), "not a backup's manifest"],
      [await attempt(file, { sha256: "x" }), "not a backup's manifest"],
      [await attempt(file, { rows: null }), "not a backup's manifest"],
      [await attempt(file, { rows: { users: null } }), "not a backup's manifest"],
      [await attempt(file, { bytes: undefined }), "not a backup's manifest"],
      [await attempt(text, { bytes: text.length, sha256: sha256(text) }), "cannot be unpacked"],
      [await attempt(file, { migrations: ["0000_foundation.sql"] }), "taken after 0000_foundation"],
      [await attempt(file, { rows: { users: 1 } }), "does not hold what its manifest says"],
    ] as const;
    for (const [{ reason, written }, expected] of refusals) {
      expect(reason).toContain(expected);
      expect(written, reason).toBe(0);
    }
    await context.db.query("CREATE TABLE d1_migrations (id INTEGER, name TEXT)");
    expect((await attempt(file)).reason).toContain("is not empty");
    await reset(context);
    await expect(restore(context, `${path}.txt`)).rejects.toThrow("name ends in .sql.gz");
    expect(await attempt(file)).toMatchObject({ written: 1 });
    await context.db.close();
  },
  TIMEOUT_MS,
);

test("what is no database, dangles or overlaps is not even written", async () => {
  const write = (sql: string) =>
    writeBackup(`${FOLDER}/never.sql.gz`, sql, { database: "x", takenAt: "x" });
  const schema = MIGRATIONS.map(({ sql }) => sql).join("\n");
  const tables = `${schema}; CREATE TABLE d1_migrations (id INTEGER, name TEXT);`;
  await expect(write("not SQL")).rejects.toThrow("cannot be loaded");
  await expect(
    write(`${tables} INSERT INTO user_roles (user_id, role, granted_at) VALUES ('no', 'one', 0);`),
  ).rejects.toThrow("refer to rows that are not there");
  const unguarded = `${tables} DROP TRIGGER bookings_no_overlap_insert; DROP TRIGGER bookings_erased;`;
  const lesson = (id: string, instructor: string, startMinute: number) => `INSERT INTO bookings
    (id, student_id, instructor_id, offering_id, service_name, status, start_at, end_at, timezone,
      duration_minutes, hourly_rate_cents, price_cents, location_type, policy_version, created_at,
      updated_at)
    VALUES ('${id}', 'sam', '${instructor}', 'o', 'Piano', 'confirmed', ${startMinute * 60_000},
      ${(startMinute + 60) * 60_000}, 'UTC', 60, 6000, 6000, 'online', 1, 0, 0);`;
  const overlapping = `${unguarded} ${lesson("a", "ann", 0)} ${lesson("b", "bob", 45)}`;
  await expect(write(overlapping)).rejects.toThrow("1 lessons begin during another one");
  const touching = `${unguarded} ${lesson("a", "ann", 0)} ${lesson("b", "bob", 60)}`;
  await expect(write(touching)).rejects.not.toThrow("begin during");
});

test(
  "a lost trigger, a foreign table and a stranger's migration are told by name",
  async () => {
    const context = await openFresh();
    await migrate(context);
    await context.db.query("DROP TRIGGER bookings_no_overlap_insert");
    await context.db.query("CREATE TABLE extra (id INTEGER)");
    const problems = await check(context).catch((error: Error) => error.message);
    expect(problems.split("\n")).toEqual([
      "The table extra comes from no migration.",
      "The trigger bookings_no_overlap_insert is missing.",
    ]);
    const older = { ...context, migrations: MIGRATIONS.slice(0, -1) };
    await expect(migrate(older)).rejects.toThrow("a wrong database or an old checkout");
    await context.db.close();
  },
  TIMEOUT_MS,
);
