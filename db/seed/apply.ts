import * as schema from "../schema/index.ts";
import type { DemoRows } from "./demo-rows.ts";
import { insertStatements } from "./insert.ts";

/** A batch is one transaction and one message: this keeps it well under D1's limits. */
const STATEMENTS_PER_BATCH = 20;

/** A row where anybody has an account, from the demo or real. */
export const isSeededQuery = "SELECT 1 FROM users LIMIT 1";

export async function isSeeded(db: D1Database): Promise<boolean> {
  return (await db.prepare(isSeededQuery).first()) !== null;
}

/** Writes demo people, their lessons and searches into a database that has the reference data and nobody. */
export async function seedDemo(db: D1Database, rows: DemoRows): Promise<void> {
  const statements = [
    ...insertStatements(db, schema.users, rows.users),
    ...insertStatements(db, schema.userRoles, rows.userRoles),
    ...insertStatements(db, schema.instructors, rows.instructors),
    ...insertStatements(db, schema.instructorAreas, rows.instructorAreas),
    ...insertStatements(db, schema.offerings, rows.offerings),
    ...insertStatements(db, schema.availabilityHours, rows.availabilityHours),
    ...insertStatements(db, schema.blackouts, rows.blackouts),
    ...insertStatements(db, schema.bookings, rows.bookings),
    ...insertStatements(db, schema.bookingEvents, rows.bookingEvents),
    ...insertStatements(db, schema.guests, rows.guests),
    ...insertStatements(db, schema.searchHistory, rows.searchHistory),
    ...insertStatements(db, schema.searchEvents, rows.searchEvents),
    ...insertStatements(db, schema.searchInteractions, rows.searchInteractions),
  ];
  for (let i = 0; i < statements.length; i += STATEMENTS_PER_BATCH) {
    await db.batch(statements.slice(i, i + STATEMENTS_PER_BATCH));
  }
}
