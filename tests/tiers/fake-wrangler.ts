import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { TierDatabase } from "../../db/tiers/database.ts";
import { type Migration, readMigrations } from "../../db/tiers/migration-files.ts";

const MIGRATIONS_TABLE =
  "CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY, name TEXT UNIQUE)";

/** A database that keeps what it is told as D1 does: in a file, or in memory. */
export function createFakeDatabase(path: string, migrations: readonly Migration[]) {
  const db = new DatabaseSync(path);
  const query = (sql: string) => db.prepare(sql).all();
  return {
    query,
    run: (sql: string) => db.exec(sql),
    migrate() {
      db.exec(MIGRATIONS_TABLE);
      const applied = query("SELECT name FROM d1_migrations").map(({ name }) => name);
      for (const { name, sql } of migrations.filter((one) => !applied.includes(one.name))) {
        db.exec(sql);
        db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").run(name);
      }
    },
    /** The schema and its migrations; of rows, none. */
    dump() {
      const order = "CASE type WHEN 'table' THEN 0 ELSE 1 END";
      const parts = query(`SELECT sql FROM sqlite_master WHERE sql IS NOT NULL
        AND name NOT GLOB 'sqlite_*' ORDER BY ${order}, rowid`);
      const names = query("SELECT name FROM d1_migrations ORDER BY id");
      const rows = names.map(({ name }) => `INSERT INTO d1_migrations (name) VALUES ('${name}')`);
      return [...parts.map(({ sql }) => sql), ...rows].map((sql) => `${sql};\n`).join("");
    },
    close: () => db.close(),
  };
}

export type FakeDatabase = ReturnType<typeof createFakeDatabase>;

/** It as the guarded commands take the local one. */
export function toTierDatabase(fake: FakeDatabase): TierDatabase {
  return {
    query: async <Row>(sql: string) => fake.query(sql) as Row[],
    run: async (sql) => fake.run(sql),
    migrate: async () => fake.migrate(),
    dump: async () => fake.dump(),
    captureRestorePoint: async () => "none",
    close: async () => {},
  };
}

/** What wrangler prints for these words. Throws for words that it would not take. */
export function answerAsWrangler(args: readonly string[], open: () => FakeDatabase): string {
  const after = (flag: string) => args[args.indexOf(flag) + 1] as string;
  const command = args.find((word) => word.startsWith("--command="))?.slice("--command=".length);
  switch (args.slice(0, 2).join(" ")) {
    case "d1 time-travel":
      return '{"bookmark":"bookmark-1"}';
    case "d1 migrations":
      open().migrate();
      return "Migrated.";
    case "d1 export":
      writeFileSync(after("--output"), open().dump());
      return "Exported.";
    case "d1 execute":
      if (command !== undefined) return JSON.stringify([{ results: open().query(command) }]);
      open().run(readFileSync(after("--file"), "utf8"));
      return "Executed.";
    case "secret list":
      return JSON.stringify([{ name: "RESEND_API_KEY" }, { name: "WEBHOOK_KEY" }]);
    default:
      if (["deploy", "rollback"].includes(args[0] ?? "")) return "Done.";
      throw new Error(`wrangler has no ${args.join(" ")}`);
  }
}

/** The program itself: each tier's database is a file in `folder`. */
async function main([folder = ".", ...args]: string[]): Promise<void> {
  const tier = args[args.indexOf("--env") + 1] ?? "none";
  const migrations = await readMigrations("migrations");
  const open = () => createFakeDatabase(`${folder}/${tier}.sqlite`, migrations);
  console.log(answerAsWrangler(args, open));
}

if (import.meta.main) await main(process.argv.slice(2));
