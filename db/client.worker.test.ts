import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createStudent } from "../tests/factories.ts";
import { watchDatabase } from "../tests/watched-database.ts";
import { noDatabaseUse, openDatabase } from "./client.ts";

function openWatched() {
  const watched = watchDatabase(env.DB);
  const use = noDatabaseUse();
  const db = openDatabase(watched.db.withSession("first-unconstrained"), use);
  /** The beginning of each statement, by round trip. */
  const trips = () => watched.batches.map((batch) => batch.map(({ sql }) => sql.slice(0, 8)));
  return { db, use, trips };
}

test("reads at the same time share a round trip, and every statement is counted as if it were alone", async () => {
  const { id } = await createStudent({ firstName: "Ada" });
  const { db, use, trips } = openWatched();
  const name = sql`SELECT first_name AS name FROM users WHERE id = ${id}`;
  const [one, [two, three]] = await Promise.all([
    db.all<{ name: string }>(name),
    db.allOf<[{ n: number }, { n: number }]>([sql`SELECT 2 AS n`, sql`SELECT 3 AS n`]),
  ]);
  expect([one, two, three]).toEqual([[{ name: "Ada" }], [{ n: 2 }], [{ n: 3 }]]);
  expect(trips()).toHaveLength(1);
  expect(use).toMatchObject({ roundTrips: 1, statements: 3, rowsRead: 1, rowsWritten: 0 });
});

test("a read that fails fails its own caller, and nobody who asked beside it", async () => {
  const { db } = openWatched();
  const [good, bad] = await Promise.allSettled([
    db.all(sql`SELECT 1 AS n`),
    db.all(sql`SELECT n FROM nowhere`),
  ]);
  expect(good).toEqual({ status: "fulfilled", value: [{ n: 1 }] });
  expect(bad).toMatchObject({ status: "rejected" });
});

test("a write goes by itself, once, behind what was asked for before it", async () => {
  const { id } = await createStudent({ firstName: "Ada" });
  const { db, use, trips } = openWatched();
  const name = sql`SELECT first_name AS name FROM users WHERE id = ${id}`;
  const before = db.all(name);
  const changed = db.all(sql`UPDATE users SET first_name = 'Bob' WHERE id = ${id} RETURNING id`);
  const after = db.all(name);
  expect(await before).toEqual([{ name: "Ada" }]);
  expect(await changed).toEqual([{ id }]);
  expect(await after).toEqual([{ name: "Bob" }]);
  expect(trips()).toEqual([["SELECT f"], ["UPDATE u"], ["SELECT f"]]);
  expect(use.roundTrips).toBe(3);
});

test("a write that fails is not tried again", async () => {
  const { id } = await createStudent();
  const { db, trips } = openWatched();
  const broken = db.batch([
    sql`UPDATE users SET first_name = 'Bob' WHERE id = ${id}`,
    sql`UPDATE users SET status = 'nothing known' WHERE id = ${id}`,
  ]);
  await expect(Promise.all([broken, db.all(sql`SELECT 1 AS n`)])).rejects.toThrow();
  expect(
    trips()
      .flat()
      .filter((text) => text === "UPDATE u"),
  ).toHaveLength(2);
});
