import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./people.ts";

/**
 * The outbox: mail that is to be sent, written in the same transaction as what it tells of. It is
 * rendered when it is sent, so no secret of a link ever lies here.
 */
export const emails = sqliteTable(
  "emails",
  {
    id: text("id").primaryKey(),
    /** Which template: see `domain/email.ts`. */
    kind: text("kind").notNull(),
    /** Null while nobody knows whether the address belongs to an account. */
    userId: text("user_id").references(() => users.id, { onDelete: "restrict" }),
    /** Where no account says it: somebody typed this address. */
    address: text("address"),
    /** JSON of what the template tells. */
    data: text("data").notNull(),
    /** Set where a mail may exist once only, such as a reminder. */
    dedupeKey: text("dedupe_key").unique(),
    status: text("status", { enum: ["pending", "sent", "skipped", "failed"] }).notNull(),
    attempts: integer("attempts").notNull(),
    /** Not before this; while a sender works on it, the end of its lease. */
    nextAttemptAt: integer("next_attempt_at").notNull(),
    lastError: text("last_error"),
    createdAt: integer("created_at").notNull(),
    sentAt: integer("sent_at"),
  },
  (t) => [
    index("emails_due").on(t.nextAttemptAt).where(sql`status = 'pending'`),
    index("emails_user").on(t.userId),
    index("emails_address").on(t.address).where(sql`address IS NOT NULL`),
    index("emails_created").on(t.createdAt),
    check("emails_status", sql`${t.status} IN ('pending', 'sent', 'skipped', 'failed')`),
    check("emails_recipient", sql`${t.userId} IS NOT NULL OR ${t.address} IS NOT NULL`),
  ],
);

/** What was done to other people's accounts and rights, and by whom. The database refuses changes. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: text("id").primaryKey(),
    /** Null for the system itself. */
    actorId: text("actor_id").references(() => users.id, { onDelete: "restrict" }),
    action: text("action").notNull(),
    subjectId: text("subject_id").references(() => users.id, { onDelete: "restrict" }),
    /** JSON of what was before and after; never a secret. */
    details: text("details").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("audit_log_subject").on(t.subjectId, t.createdAt),
    index("audit_log_actor").on(t.actorId),
    index("audit_log_created").on(t.createdAt),
  ],
);

/** How often something was done in a window that began with the first time. Exact. */
export const rateCounters = sqliteTable(
  "rate_counters",
  {
    /** The limit's name and a hash of whom it counts. */
    key: text("key").primaryKey(),
    startedAt: integer("started_at").notNull(),
    count: integer("count").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [index("rate_counters_expires").on(t.expiresAt)],
);

/** One row for each local date on which a daily job ran: whoever writes it first does the work. */
export const jobRuns = sqliteTable(
  "job_runs",
  {
    job: text("job").notNull(),
    date: text("date").notNull(),
    status: text("status", { enum: ["running", "done"] }).notNull(),
    /** Until then nobody else goes on with it. */
    leaseUntil: integer("lease_until").notNull(),
    /** JSON of how far it came. */
    cursor: text("cursor"),
    /** JSON of what it did so far. */
    report: text("report").notNull(),
    startedAt: integer("started_at").notNull(),
    finishedAt: integer("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.job, t.date] }),
    index("job_runs_started").on(t.startedAt),
    check("job_runs_status", sql`${t.status} IN ('running', 'done')`),
  ],
);
