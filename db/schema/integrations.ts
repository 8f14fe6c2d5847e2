import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./people.ts";

/** What programs of a person show in place of a sign-in, by the key's hash. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    name: text("name").notNull(),
    keyHash: text("key_hash").notNull().unique(),
    /** The key's last characters, by which its owner knows it again. */
    hint: text("hint").notNull(),
    /** JSON array. */
    scopes: text("scopes").notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    /** Written down now and then, not at every use. */
    lastUsedAt: integer("last_used_at"),
  },
  (t) => [
    index("api_keys_user").on(t.userId),
    index("api_keys_expires").on(t.expiresAt),
    check("api_keys_period", sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);
