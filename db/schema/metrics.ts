import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { users } from "./people.ts";

/** What was counted since the beginning. A value only grows, whichever isolate counted. */
export const metricCounters = sqliteTable(
  "metric_counters",
  {
    name: text("name").notNull(),
    /** As the exposition writes them. */
    labels: text("labels").notNull(),
    value: real("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.labels] })],
);

/** What was last measured. */
export const metricGauges = sqliteTable(
  "metric_gauges",
  {
    name: text("name").notNull(),
    labels: text("labels").notNull(),
    value: real("value").notNull(),
    measuredAt: integer("measured_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.labels] })],
);

/** The measurements that are counted: the queue may deliver one again for as long as it keeps it. */
export const metricMessages = sqliteTable(
  "metric_messages",
  {
    id: text("id").primaryKey(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [index("metric_messages_expires").on(t.expiresAt)],
);

/** What was counted in five minutes, by when it happened. */
export const metricWindows = sqliteTable(
  "metric_windows",
  {
    startAt: integer("start_at").notNull(),
    name: text("name").notNull(),
    labels: text("labels").notNull(),
    value: real("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.startAt, t.name, t.labels] })],
);

/** The same by the hour, summed up from the five minutes as often as they change. */
export const metricHourly = sqliteTable(
  "metric_hourly",
  {
    hourAt: integer("hour_at").notNull(),
    name: text("name").notNull(),
    labels: text("labels").notNull(),
    value: real("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.hourAt, t.name, t.labels] })],
);

/** Requests and queries that took long, one by one; never what was asked with. */
export const requestSamples = sqliteTable(
  "request_samples",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["request", "query"] }).notNull(),
    requestId: text("request_id").notNull(),
    method: text("method").notNull(),
    /** The template. */
    route: text("route").notNull(),
    status: integer("status").notNull(),
    durationMs: real("duration_ms").notNull(),
    /** Of a request: how long it waited for the database. */
    waitedMs: real("waited_ms"),
    rowsRead: integer("rows_read").notNull(),
    /** Of a query, without its parameters. */
    statement: text("statement"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("request_samples_kind").on(t.kind, t.createdAt),
    index("request_samples_created").on(t.createdAt),
    check("request_samples_kind", sql`${t.kind} IN ('request', 'query')`),
  ],
);

/** What was found wrong, until somebody has seen it and for a while after. */
export const alerts = sqliteTable(
  "alerts",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    severity: text("severity", { enum: ["critical", "warning"] }).notNull(),
    /** What was measured, and what it may be at most or has to be at least. */
    value: real("value").notNull(),
    threshold: real("threshold").notNull(),
    /** Such as the names of jobs; empty for nothing. */
    details: text("details").notNull(),
    raisedAt: integer("raised_at").notNull(),
    acknowledgedAt: integer("acknowledged_at"),
    acknowledgedBy: text("acknowledged_by").references(() => users.id, { onDelete: "restrict" }),
  },
  (t) => [
    index("alerts_kind").on(t.kind, t.raisedAt),
    index("alerts_raised").on(t.raisedAt),
    check("alerts_severity", sql`${t.severity} IN ('critical', 'warning')`),
  ],
);
