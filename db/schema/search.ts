import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./people.ts";

/**
 * A person who has not signed in, known by a random cookie of which only the hash is kept. Kept after
 * the sign-in that converted them, so that a second one finds nothing left to move.
 */
export const guests = sqliteTable(
  "guests",
  {
    /** SHA-256 of the cookie, in hex. */
    id: text("id").primaryKey(),
    createdAt: integer("created_at").notNull(),
    convertedAt: integer("converted_at"),
    convertedUserId: text("converted_user_id").references(() => users.id, {
      onDelete: "restrict",
    }),
  },
  (t) => [
    index("guests_created").on(t.createdAt),
    index("guests_converted_user").on(t.convertedUserId),
    index("guests_converted").on(t.convertedAt).where(sql`converted_at IS NOT NULL`),
  ],
);

/** What a user or guest searched for: one row per normalised query, the newest ten. */
export const searchHistory = sqliteTable(
  "search_history",
  {
    id: text("id").primaryKey(),
    userId: text("user_id").references(() => users.id, { onDelete: "restrict" }),
    guestId: text("guest_id"),
    normalizedQuery: text("normalized_query").notNull(),
    /** As it was last typed. */
    query: text("query").notNull(),
    /** How it was first searched for. */
    searchType: text("search_type").notNull(),
    searchCount: integer("search_count").notNull(),
    resultCount: integer("result_count").notNull(),
    firstSearchedAt: integer("first_searched_at").notNull(),
    lastSearchedAt: integer("last_searched_at").notNull(),
    /** The search that last touched the row: the same one again counts once. */
    lastEventId: text("last_event_id").notNull(),
    /** Deleted by its owner; searching for it again brings it back. */
    deletedAt: integer("deleted_at"),
  },
  (t) => [
    uniqueIndex("search_history_user")
      .on(t.userId, t.normalizedQuery)
      .where(sql`user_id IS NOT NULL`),
    uniqueIndex("search_history_guest")
      .on(t.guestId, t.normalizedQuery)
      .where(sql`guest_id IS NOT NULL`),
    index("search_history_deleted").on(t.deletedAt),
    check("search_history_owner", sql`(${t.userId} IS NULL) <> (${t.guestId} IS NULL)`),
  ],
);

/** One search, written once by the queue's consumer however often its message arrives. */
export const searchEvents = sqliteTable(
  "search_events",
  {
    id: text("id").primaryKey(),
    userId: text("user_id"),
    guestId: text("guest_id"),
    normalizedQuery: text("normalized_query").notNull(),
    searchType: text("search_type").notNull(),
    resultCount: integer("result_count").notNull(),
    /** JSON array of service slugs the query meant. */
    services: text("services").notNull(),
    category: text("category"),
    device: text("device").notNull(),
    country: text("country"),
    region: text("region"),
    city: text("city"),
    borough: text("borough"),
    /** HMAC of the address with the day's salt, 16 bytes in hex. The salt does not outlive two days. */
    ipHash: text("ip_hash"),
    /** Host of the page that led here, ours left out. */
    referrer: text("referrer"),
    searchedAt: integer("searched_at").notNull(),
  },
  (t) => [
    index("search_events_searched").on(t.searchedAt),
    index("search_events_user").on(t.userId),
    index("search_events_guest").on(t.guestId),
    // How many different people searched for the same words.
    index("search_events_query").on(t.normalizedQuery, t.searchedAt, t.userId),
  ],
);

/** What somebody did with a result: each thing once per search and instructor. */
export const searchInteractions = sqliteTable(
  "search_interactions",
  {
    id: text("id").primaryKey(),
    searchEventId: text("search_event_id").notNull(),
    type: text("type").notNull(),
    instructorId: text("instructor_id").notNull(),
    /** 1 is the first result; null when a booking came later without one. */
    position: integer("position"),
    /** Since the search; null when that is not known. */
    elapsedMs: integer("elapsed_ms"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("search_interactions_once").on(t.searchEventId, t.instructorId, t.type),
    index("search_interactions_instructor").on(t.instructorId, t.type, t.createdAt),
    index("search_interactions_created").on(t.createdAt),
    check(
      "search_interactions_type",
      sql`${t.type} IN ('impression', 'hover', 'click', 'view_profile', 'book')`,
    ),
  ],
);

/** The day's salt for hashing addresses. Deleted after 48 hours, and with it all ways back. */
export const ipSalts = sqliteTable("ip_salts", {
  /** UTC date. */
  day: text("day").primaryKey(),
  salt: text("salt").notNull(),
  createdAt: integer("created_at").notNull(),
});

/** Queue messages that could not be processed, for a person to look at. */
export const deadLetters = sqliteTable(
  "dead_letters",
  {
    id: text("id").primaryKey(),
    queue: text("queue").notNull(),
    body: text("body").notNull(),
    attempts: integer("attempts").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("dead_letters_created").on(t.createdAt)],
);

/**
 * Which instructors' listings changed, newest last: one row each, with a number that only grows.
 * Written by triggers, so that no code path can forget it; search reads what is past its own number.
 */
export const listingChanges = sqliteTable("listing_changes", {
  seq: integer("seq").primaryKey({ autoIncrement: true }),
  instructorId: text("instructor_id").notNull().unique(),
});
