import * as schema from "../schema/index.ts";
import { areas, catalog, permissions, rolePermissions } from "./facts.ts";
import { insertStatements } from "./insert.ts";

/**
 * Writes catalog, areas, permissions and roles in one transaction, changing only what differs. Rows
 * that the facts no longer name stay, as other rows may refer to them.
 */
export async function seedReference(db: D1Database): Promise<void> {
  await db.batch([...catalogStatements(db), ...permissionStatements(db)]);
}

function catalogStatements(db: D1Database): D1PreparedStatement[] {
  const services = catalog.services.map(({ category, aliases: _, ...service }, index) => ({
    ...service,
    categorySlug: category,
    displayOrder: index + 1,
  }));
  const areaRows = areas.map(({ slug, name, boroughSlug }) => ({ slug, name, boroughSlug }));
  return [
    ...insertStatements(
      db,
      schema.categories,
      catalog.categories,
      update("slug", ["name", "subtitle", "display_order"]),
    ),
    ...insertStatements(
      db,
      schema.services,
      services,
      update("slug", [
        "category_slug",
        "name",
        "online_capable",
        "requires_certification",
        "display_order",
      ]),
    ),
    ...insertStatements(db, schema.areas, areaRows, update("slug", ["name", "borough_slug"])),
  ];
}

function permissionStatements(db: D1Database): D1PreparedStatement[] {
  const roles = Object.entries(rolePermissions);
  return [
    ...insertStatements(db, schema.permissions, permissions, update("name", ["group_name"])),
    ...insertStatements(
      db,
      schema.roles,
      roles.map(([name]) => ({ name })),
      "DO NOTHING",
    ),
    ...insertStatements(
      db,
      schema.rolePermissions,
      roles.flatMap(([role, held]) => held.map((permission) => ({ role, permission }))),
      "DO NOTHING",
    ),
  ];
}

/** Overwrites the columns of a row that is there already, unless all of them are the same. */
function update(key: string, columns: string[]): string {
  const assignments = columns.map((column) => `${column} = excluded.${column}`).join(", ");
  const differences = columns.map((column) => `${column} IS NOT excluded.${column}`).join(" OR ");
  return `(${key}) DO UPDATE SET ${assignments} WHERE ${differences}`;
}
