import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instructors } from "./instructors.ts";

/**
 * All of an instructor's hours, in local minutes of the day. A row with a weekday (1 = Monday) is
 * weekly; a row with a date holds for that date alone; a date row without a range means "closed".
 */
export const availabilityHours = sqliteTable(
  "availability_hours",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    instructorId: text("instructor_id")
      .notNull()
      .references(() => instructors.id, { onDelete: "restrict" }),
    weekday: integer("weekday"),
    date: text("date"),
    startMinute: integer("start_minute"),
    endMinute: integer("end_minute"),
  },
  (t) => [
    index("availability_hours_instructor").on(t.instructorId, t.date, t.weekday),
    check(
      "availability_hours_kind",
      sql`(${t.weekday} IS NULL) <> (${t.date} IS NULL) AND (${t.weekday} IS NULL OR ${t.weekday} BETWEEN 1 AND 7)`,
    ),
    check(
      "availability_hours_range",
      sql`(${t.startMinute} IS NULL AND ${t.endMinute} IS NULL AND ${t.date} IS NOT NULL) OR (${t.startMinute} IS NOT NULL AND ${t.endMinute} IS NOT NULL AND ${t.startMinute} >= 0 AND ${t.endMinute} > ${t.startMinute} AND ${t.endMinute} <= 1440 AND ${t.startMinute} % 15 = 0 AND ${t.endMinute} % 15 = 0)`,
    ),
  ],
);

/** Dates without teaching, first and last inclusive. They win over all hours. */
export const blackouts = sqliteTable(
  "blackouts",
  {
    id: text("id").primaryKey(),
    instructorId: text("instructor_id")
      .notNull()
      .references(() => instructors.id, { onDelete: "restrict" }),
    startOn: text("start_on").notNull(),
    endOn: text("end_on").notNull(),
    reason: text("reason"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("blackouts_instructor").on(t.instructorId, t.endOn),
    check("blackouts_range", sql`${t.endOn} >= ${t.startOn}`),
  ],
);
