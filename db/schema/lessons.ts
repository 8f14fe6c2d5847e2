import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { instructors } from "./instructors.ts";
import { users } from "./people.ts";

/** What somebody has chosen on the way to a booking, one for each instructor, signed in or not. */
export const bookingDrafts = sqliteTable(
  "booking_drafts",
  {
    id: text("id").primaryKey(),
    userId: text("user_id").references(() => users.id, { onDelete: "restrict" }),
    /** Hash of the guest's cookie. */
    guestId: text("guest_id"),
    instructorId: text("instructor_id")
      .notNull()
      .references(() => instructors.id, { onDelete: "restrict" }),
    /** JSON of the choices so far. */
    data: text("data").notNull(),
    updatedAt: integer("updated_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [
    uniqueIndex("booking_drafts_user").on(t.userId, t.instructorId).where(sql`user_id IS NOT NULL`),
    uniqueIndex("booking_drafts_guest")
      .on(t.guestId, t.instructorId)
      .where(sql`guest_id IS NOT NULL`),
    index("booking_drafts_instructor").on(t.instructorId),
    index("booking_drafts_expires").on(t.expiresAt),
    check("booking_drafts_owner", sql`(${t.userId} IS NULL) <> (${t.guestId} IS NULL)`),
  ],
);

/** The private address under which calendar programs read a person's lessons, by its token's hash. */
export const calendarFeeds = sqliteTable("calendar_feeds", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "restrict" }),
  tokenHash: text("token_hash").notNull().unique(),
  createdAt: integer("created_at").notNull(),
});
