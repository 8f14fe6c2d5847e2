import type { Migration } from "./migration-files.ts";

/** As wrangler makes it, so that either can go on where the other left off. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS d1_migrations(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Applies what is missing, each migration in a transaction of its own. Answers their names. */
export async function applyMigrations(
  db: Pick<D1Database, "prepare" | "batch">,
  migrations: readonly Migration[],
): Promise<string[]> {
  await db.prepare(MIGRATIONS_TABLE).run();
  const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const pending = migrations.filter(
    ({ name }) => !results.some((applied) => applied.name === name),
  );
  for (const { name, sql } of pending) {
    await db.batch([
      ...(await splitSql(sql)).map((statement) => db.prepare(statement)),
      db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name),
    ]);
  }
  return pending.map(({ name }) => name);
}

/** The statements of SQL text. Loads wrangler, which takes a second, only where there are some. */
export async function splitSql(text: string): Promise<string[]> {
  const { unstable_splitSqlQuery } = await import("wrangler");
  return unstable_splitSqlQuery(text).filter((statement) => statement.trim() !== "");
}
