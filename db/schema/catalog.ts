import { type AnySQLiteColumn, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The seven branches of the catalog. Reference data, written by the seed in every tier. */
export const categories = sqliteTable("categories", {
  slug: text("slug").primaryKey(),
  name: text("name").notNull(),
  subtitle: text("subtitle").notNull(),
  displayOrder: integer("display_order").notNull(),
});

/** A service is a catalog entry, such as Piano; what one instructor charges for it is an offering. */
export const services = sqliteTable("services", {
  slug: text("slug").primaryKey(),
  categorySlug: text("category_slug")
    .notNull()
    .references(() => categories.slug, { onDelete: "restrict" }),
  name: text("name").notNull(),
  onlineCapable: integer("online_capable", { mode: "boolean" }).notNull(),
  requiresCertification: integer("requires_certification", { mode: "boolean" }).notNull(),
  displayOrder: integer("display_order").notNull(),
});

/** A borough (no `boroughSlug`) or a neighbourhood inside one. */
export const areas = sqliteTable("areas", {
  slug: text("slug").primaryKey(),
  name: text("name").notNull(),
  boroughSlug: text("borough_slug").references((): AnySQLiteColumn => areas.slug, {
    onDelete: "restrict",
  }),
});
