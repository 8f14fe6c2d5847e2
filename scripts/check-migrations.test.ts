import { expect, test } from "vitest";
import { findProblems, freezeNew } from "./check-migrations.ts";

const first = { "0000_first.sql": "CREATE TABLE a (id integer);\n" };
const frozen = freezeNew(first, {});

test("frozen migrations that are unchanged are in order, whatever ends their lines", () => {
  expect(findProblems(first, frozen)).toEqual([]);
  expect(findProblems({ "0000_first.sql": "CREATE TABLE a (id integer);\r\n" }, frozen)).toEqual(
    [],
  );
});

test("an edited, a removed and a new migration are each named", () => {
  const edited = { "0000_first.sql": "CREATE TABLE a (id text);\n" };
  expect(findProblems(edited, frozen)).toEqual([
    expect.stringContaining("0000_first.sql was edited"),
  ]);
  expect(findProblems({}, frozen)).toEqual([expect.stringContaining("0000_first.sql was removed")]);
  const added = { ...first, "0001_second.sql": "CREATE TABLE b (id integer);" };
  expect(findProblems(added, frozen)).toEqual([expect.stringContaining("0001_second.sql is new")]);
});

test("freezing adds new files and never accepts an edit", () => {
  const changed = { "0000_first.sql": "SELECT 1;", "0001_second.sql": "SELECT 2;" };
  const next = freezeNew(changed, frozen);
  expect(Object.keys(next)).toEqual(["0000_first.sql", "0001_second.sql"]);
  expect(findProblems(changed, next)).toEqual([
    expect.stringContaining("0000_first.sql was edited"),
  ]);
});

test("a rebuilt or dropped table is refused until somebody says that it was reviewed", () => {
  for (const sql of [
    "DROP TABLE a;",
    "drop\n table `a`;",
    "CREATE TABLE `__new_a` (id integer);",
  ]) {
    const bare = { "0002.sql": sql };
    expect(findProblems(bare, freezeNew(bare, {}))).toHaveLength(1);
    const empty = { "0002.sql": `-- reviewed-rebuild: \n${sql}` };
    expect(findProblems(empty, freezeNew(empty, {}))).toHaveLength(1);
    const reviewed = {
      "0002.sql": `-- reviewed-rebuild: triggers are written again below\n${sql}`,
    };
    expect(findProblems(reviewed, freezeNew(reviewed, {}))).toEqual([]);
  }
});

test("a comment about dropping a table drops none", () => {
  const sql = { "0003.sql": "-- Never DROP TABLE here.\nCREATE TABLE c (id integer);" };
  expect(findProblems(sql, freezeNew(sql, {}))).toEqual([]);
});
