import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { services } from "./catalog.ts";
import { users } from "./people.ts";

/** What admins tell everybody, or some, on the home page for a while. */
export const announcements = sqliteTable(
  "announcements",
  {
    id: text("id").primaryKey(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    /** Where it leads: a path of this site. */
    linkPath: text("link_path"),
    audience: text("audience", {
      enum: ["everyone", "guests", "students", "instructors"],
    }).notNull(),
    /** Shown before those with a lower one. */
    priority: integer("priority").notNull(),
    startsAt: integer("starts_at").notNull(),
    endsAt: integer("ends_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [
    index("announcements_ends").on(t.endsAt, t.startsAt),
    index("announcements_created_by").on(t.createdBy),
    check("announcements_period", sql`${t.endsAt} > ${t.startsAt}`),
    check(
      "announcements_audience",
      sql`${t.audience} IN ('everyone', 'guests', 'students', 'instructors')`,
    ),
  ],
);

/** Who does not want to see an announcement for now. */
export const announcementDismissals = sqliteTable(
  "announcement_dismissals",
  {
    id: text("id").primaryKey(),
    announcementId: text("announcement_id")
      .notNull()
      .references(() => announcements.id, { onDelete: "restrict" }),
    userId: text("user_id").references(() => users.id, { onDelete: "restrict" }),
    /** Hash of the guest's cookie. */
    guestId: text("guest_id"),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [
    uniqueIndex("announcement_dismissals_user")
      .on(t.userId, t.announcementId)
      .where(sql`user_id IS NOT NULL`),
    uniqueIndex("announcement_dismissals_guest")
      .on(t.guestId, t.announcementId)
      .where(sql`guest_id IS NOT NULL`),
    index("announcement_dismissals_announcement").on(t.announcementId),
    index("announcement_dismissals_expires").on(t.expiresAt),
    check("announcement_dismissals_owner", sql`(${t.userId} IS NULL) <> (${t.guestId} IS NULL)`),
  ],
);

/** Who wants to know when somebody teaches a service that nobody teaches yet. */
export const serviceAlerts = sqliteTable(
  "service_alerts",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    serviceSlug: text("service_slug")
      .notNull()
      .references(() => services.slug, { onDelete: "restrict" }),
    createdAt: integer("created_at").notNull(),
    notifiedAt: integer("notified_at"),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.serviceSlug] }),
    index("service_alerts_pending").on(t.serviceSlug).where(sql`notified_at IS NULL`),
    index("service_alerts_notified").on(t.notifiedAt),
  ],
);
