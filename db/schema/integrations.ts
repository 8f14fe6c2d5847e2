import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instructors } from "./instructors.ts";
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

/** Where an instructor is told of their lessons. The secret is derived, so it lies nowhere. */
export const webhooks = sqliteTable(
  "webhooks",
  {
    id: text("id").primaryKey(),
    instructorId: text("instructor_id")
      .notNull()
      .references(() => instructors.id, { onDelete: "restrict" }),
    url: text("url").notNull(),
    /** JSON array of event types. */
    events: text("events").notNull(),
    /** Raised by each rotation of the secret. */
    secretVersion: integer("secret_version").notNull(),
    rotatedAt: integer("rotated_at"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("webhooks_instructor").on(t.instructorId),
    check("webhooks_secret_version", sql`${t.secretVersion} >= 1`),
  ],
);

/**
 * The outbox of events, and the log of what became of them: written in the transaction that changes the
 * lesson. Names and words are read when it is sent, so none lie here.
 */
export const webhookDeliveries = sqliteTable(
  "webhook_deliveries",
  {
    webhookId: text("webhook_id")
      .notNull()
      .references(() => webhooks.id, { onDelete: "restrict" }),
    /** The same for all webhooks that are told of one event, and for every attempt. */
    eventId: text("event_id").notNull(),
    /** Lessons are never removed, so no key has to hold this one. */
    bookingId: text("booking_id").notNull(),
    type: text("type").notNull(),
    /** JSON of what the event has changed about the lesson. */
    data: text("data").notNull(),
    status: text("status", { enum: ["pending", "delivered", "failed"] }).notNull(),
    attempts: integer("attempts").notNull(),
    /** After so many attempts it is given up; raised by a replay. */
    attemptsEnd: integer("attempts_end").notNull(),
    /** Not before this; while a sender works on it, the end of its lease. */
    nextAttemptAt: integer("next_attempt_at").notNull(),
    /** HTTP status of the last answer. */
    lastStatus: integer("last_status"),
    lastError: text("last_error"),
    createdAt: integer("created_at").notNull(),
    deliveredAt: integer("delivered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.webhookId, t.eventId] }),
    index("webhook_deliveries_due").on(t.nextAttemptAt).where(sql`status = 'pending'`),
    index("webhook_deliveries_due_webhook")
      .on(t.webhookId, t.nextAttemptAt)
      .where(sql`status = 'pending'`),
    index("webhook_deliveries_webhook").on(t.webhookId, t.createdAt),
    index("webhook_deliveries_created").on(t.createdAt),
    check("webhook_deliveries_status", sql`${t.status} IN ('pending', 'delivered', 'failed')`),
  ],
);
