import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createPersonalDataRepository } from "../../db/repositories/personal-data.ts";
import { query } from "../../tests/database.ts";
import { createInstructor, createStudent } from "../../tests/factories.ts";
import { createFullPerson } from "../../tests/personal-rows.ts";
import { PERSONAL_TABLES } from "../domain/personal-data.ts";
import { RETENTION, RETENTION_RULES } from "../domain/retention.ts";

/** How a column says that it tells of a person where no foreign key does. */
const PERSON_COLUMNS =
  /^(user|guest|student|instructor|actor|subject|converted_user|visitor|created_by|visitor)(_id)?$/;

async function listTables(): Promise<string[]> {
  const tables = await query<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND NOT (name GLOB '_cf_*' OR name GLOB 'sqlite_*' OR name = 'd1_migrations') ORDER BY name",
  );
  return tables.map(({ name }) => name);
}

async function namesPerson(table: string): Promise<boolean> {
  const columns = await query<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`);
  const keys = await query<{ table: string }>(
    `SELECT "table" FROM pragma_foreign_key_list('${table}')`,
  );
  return (
    columns.some(({ name }) => PERSON_COLUMNS.test(name)) ||
    keys.some((key) => key.table === "users" || key.table === "instructors")
  );
}

test("every table that names a person says how it is exported and erased, and no other does", async () => {
  const naming = ["users"];
  for (const table of await listTables()) if (await namesPerson(table)) naming.push(table);
  expect(naming.length).toBeGreaterThan(15);
  expect(Object.keys(PERSONAL_TABLES)).toEqual(naming.toSorted());
});

test("a table that is in no part of the export, or outlives an erasure, says why", () => {
  for (const [table, { sections, onDelete, onAnonymize, because }] of Object.entries(
    PERSONAL_TABLES,
  )) {
    const isPlain = sections.length > 0 && onDelete === "removed" && onAnonymize === "removed";
    expect([table, isPlain || because !== undefined]).toEqual([table, true]);
  }
});

test("every table says how long its rows stay, and every rule belongs to a table", async () => {
  expect(Object.keys(RETENTION).toSorted()).toEqual(await listTables());
  const used = Object.values(RETENTION).flatMap((entry) => ("kept" in entry ? [] : entry.rules));
  expect([...new Set(used)].toSorted()).toEqual(RETENTION_RULES.map(({ name }) => name).toSorted());
  for (const [table, entry] of Object.entries(RETENTION)) {
    if ("kept" in entry) continue;
    const columns = await query<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`);
    expect(columns.map(({ name }) => name)).toContain(entry.ageColumn);
  }
});

test("whoever has done everything finds something in every section of their export", async () => {
  const teacher = await createInstructor();
  const person = await createFullPerson({ teacher, student: await createStudent() });
  const db = openDatabase(env.DB.withSession("first-primary"), noDatabaseUse());
  const sections = await createPersonalDataRepository(db).readAll(person.id);
  const named = Object.values(PERSONAL_TABLES).flatMap((table) => table.sections);
  expect(Object.keys(sections).toSorted()).toEqual(named.toSorted());
  const empty = Object.entries(sections).filter(([, rows]) => rows.length === 0);
  expect(empty).toEqual([]);
});
