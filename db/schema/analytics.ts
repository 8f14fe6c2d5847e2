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
import { services } from "./catalog.ts";

/**
 * Searches of one New York date, counted by one value of one dimension. A whole date is counted anew
 * from its events whenever one of them came in, so counting twice changes nothing.
 */
export const dailySearches = sqliteTable(
  "daily_searches",
  {
    date: text("date").notNull(),
    dimension: text("dimension").notNull(),
    /** Empty for the dimension "all", and for what is not known. */
    value: text("value").notNull(),
    searches: integer("searches").notNull(),
    /** Different people of that date, signed in and not. */
    users: integer("users").notNull(),
    guests: integer("guests").notNull(),
    zeroResults: integer("zero_results").notNull(),
    resultSum: integer("result_sum").notNull(),
    /** Searches after which a result was clicked, its profile opened, a lesson booked. */
    clicked: integer("clicked").notNull(),
    viewed: integer("viewed").notNull(),
    booked: integer("booked").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.date, t.dimension, t.value] }),
    index("daily_searches_dimension").on(t.dimension, t.date),
    check(
      "daily_searches_dimension",
      sql`${t.dimension} IN ('all', 'type', 'query', 'service', 'category', 'referrer', 'device', 'borough')`,
    ),
  ],
);

/** How many searches of a date had how many results: medians over any range are exact. */
export const dailyResultCounts = sqliteTable(
  "daily_result_counts",
  {
    date: text("date").notNull(),
    resultCount: integer("result_count").notNull(),
    searches: integer("searches").notNull(),
  },
  (t) => [primaryKey({ columns: [t.date, t.resultCount] })],
);

/** Who searched on a date: different people over any range are exact. */
export const dailyVisitors = sqliteTable(
  "daily_visitors",
  {
    date: text("date").notNull(),
    kind: text("kind", { enum: ["user", "guest"] }).notNull(),
    visitorId: text("visitor_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.date, t.kind, t.visitorId] }),
    index("daily_visitors_visitor").on(t.visitorId),
    check("daily_visitors_kind", sql`${t.kind} IN ('user', 'guest')`),
  ],
);

/** Hours (of the epoch) with events that are not counted yet. Written by triggers. */
export const uncountedHours = sqliteTable("uncounted_hours", {
  hour: integer("hour").primaryKey(),
});

/** What is known about a service's demand and supply, worked out once a day. Null is not known. */
export const serviceMetrics = sqliteTable("service_metrics", {
  serviceSlug: text("service_slug")
    .primaryKey()
    .references(() => services.slug, { onDelete: "restrict" }),
  computedAt: integer("computed_at").notNull(),
  searches7d: integer("searches_7d").notNull(),
  searches30d: integer("searches_30d").notNull(),
  viewed30d: integer("viewed_30d").notNull(),
  booked30d: integer("booked_30d").notNull(),
  lessons90d: integer("lessons_90d").notNull(),
  completed90d: integer("completed_90d").notNull(),
  closed90d: integer("closed_90d").notNull(),
  priceQuartile1Cents: integer("price_quartile1_cents"),
  priceMedianCents: integer("price_median_cents"),
  priceQuartile3Cents: integer("price_quartile3_cents"),
  usualMinutes: integer("usual_minutes"),
  peakHour: integer("peak_hour"),
  peakWeekday: integer("peak_weekday"),
  instructors: integer("instructors").notNull(),
  weeklyMinutes: integer("weekly_minutes").notNull(),
  demandScore: real("demand_score").notNull(),
  trend: real("trend"),
});
