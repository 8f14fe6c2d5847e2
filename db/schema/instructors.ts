import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from "drizzle-orm/sqlite-core";
import { areas, services } from "./catalog.ts";
import { users } from "./people.ts";

/** The teaching side of a user; the public instructor id is the user's own. */
export const instructors = sqliteTable(
  "instructors",
  {
    id: text("id")
      .primaryKey()
      .references(() => users.id, { onDelete: "restrict" }),
    bio: text("bio").notNull(),
    yearsExperience: integer("years_experience").notNull(),
    /** Availability is local to this zone, whatever zone the person reads pages in. */
    timezone: text("timezone").notNull(),
    minimumNoticeHours: integer("minimum_notice_hours").notNull(),
    bufferMinutes: integer("buffer_minutes").notNull(),
    /** Raised in the same batch as any write that changes the public availability. */
    availabilityVersion: integer("availability_version").notNull(),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [
    check("instructors_years", sql`${t.yearsExperience} BETWEEN 0 AND 60`),
    check("instructors_notice", sql`${t.minimumNoticeHours} BETWEEN 0 AND 168`),
    check("instructors_buffer", sql`${t.bufferMinutes} BETWEEN 0 AND 60`),
  ],
);

export const instructorAreas = sqliteTable(
  "instructor_areas",
  {
    instructorId: text("instructor_id")
      .notNull()
      .references(() => instructors.id, { onDelete: "restrict" }),
    areaSlug: text("area_slug")
      .notNull()
      .references(() => areas.slug, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.instructorId, t.areaSlug] }),
    index("instructor_areas_area").on(t.areaSlug, t.instructorId),
  ],
);

/** One instructor's priced version of a service. Lists are JSON arrays of strings or minutes. */
export const offerings = sqliteTable(
  "offerings",
  {
    id: text("id").primaryKey(),
    instructorId: text("instructor_id")
      .notNull()
      .references(() => instructors.id, { onDelete: "restrict" }),
    serviceSlug: text("service_slug")
      .notNull()
      .references(() => services.slug, { onDelete: "restrict" }),
    hourlyRateCents: integer("hourly_rate_cents").notNull(),
    durationOptions: text("duration_options", { mode: "json" }).$type<number[]>().notNull(),
    locationTypes: text("location_types", { mode: "json" }).$type<string[]>().notNull(),
    levels: text("levels", { mode: "json" }).$type<string[]>().notNull(),
    audiences: text("audiences", { mode: "json" }).$type<string[]>().notNull(),
    description: text("description").notNull(),
    /** Hidden instead of deleted once it has bookings. */
    isActive: integer("is_active", { mode: "boolean" }).notNull(),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [
    unique("offerings_one_per_service").on(t.instructorId, t.serviceSlug),
    index("offerings_service").on(t.serviceSlug, t.isActive, t.hourlyRateCents, t.instructorId),
    check("offerings_rate", sql`${t.hourlyRateCents} BETWEEN 100 AND 100000`),
  ],
);
