import { expect, test } from "vitest";
import { listMigrations, toSql } from "./backup.ts";

const SCHEMA = [
  { type: "index", name: "by_name", sql: 'CREATE INDEX by_name ON "a" (name)' },
  { type: "table", name: "a", sql: 'CREATE TABLE "a" (id INTEGER, name TEXT)' },
];

test("tables come before their rows and indexes after them; where nothing is counted on, no counter is reset", () => {
  const tables = [{ name: "a", rows: [{ id: 1, name: "O'Neil" }] }];
  expect(toSql({ schema: SCHEMA, tables, sequences: [] })).toBe(
    [
      "PRAGMA defer_foreign_keys = ON;",
      'CREATE TABLE "a" (id INTEGER, name TEXT);',
      `INSERT INTO "a" ("id", "name") VALUES\n(1, 'O''Neil');`,
      'CREATE INDEX by_name ON "a" (name);',
      "",
    ].join("\n"),
  );
  const counted = toSql({ schema: SCHEMA, tables, sequences: [{ name: "a", seq: 7 }] });
  expect(counted).toContain(
    `DELETE FROM sqlite_sequence;\nINSERT INTO "sqlite_sequence" ("name", "seq") VALUES\n('a', 7);`,
  );
});

test("a value that cannot be written as it is breaks the backup off instead of being changed", () => {
  for (const value of [new Uint8Array([1]), true, Number.NaN, undefined]) {
    const snapshot = { schema: SCHEMA, tables: [{ name: "a", rows: [{ value }] }], sequences: [] };
    expect(() => toSql(snapshot)).toThrow(TypeError);
  }
});

test("migrations are told in the order they were applied, and none of a database that has none", () => {
  const rows = [
    { id: 10, name: "0009_last" },
    { id: 2, name: "0001_first" },
  ];
  const snapshot = { schema: [], sequences: [] };
  expect(listMigrations({ ...snapshot, tables: [{ name: "d1_migrations", rows }] })).toEqual([
    "0001_first",
    "0009_last",
  ]);
  expect(listMigrations({ ...snapshot, tables: [] })).toEqual([]);
});
