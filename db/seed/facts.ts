import type { Area, Catalog } from "../../worker/domain/catalog.ts";
import type { Permission, Role } from "../../worker/domain/permission.ts";
import areasJson from "./data/areas.json" with { type: "json" };
import catalogJson from "./data/catalog.json" with { type: "json" };
import permissionsJson from "./data/permissions.json" with { type: "json" };

/** The seven categories and their services, both in display order. */
export const catalog: Catalog = {
  categories: catalogJson.categories.map(({ slug, name, subtitle, display_order }) => ({
    slug,
    name,
    subtitle,
    displayOrder: display_order,
  })),
  services: catalogJson.services.map((service) => ({
    slug: service.slug,
    name: service.name,
    category: service.category,
    aliases: service.aliases,
    onlineCapable: service.online_capable,
    requiresCertification: service.requires_certification,
  })),
  groups: catalogJson.groups,
};

/** Every borough, each followed by its neighbourhoods. */
export const areas: Area[] = areasJson.flatMap((borough) => [
  { slug: borough.slug, name: borough.name, borough: borough.name, boroughSlug: null },
  ...borough.neighborhoods.map(({ slug, name }) => ({
    slug,
    name,
    borough: borough.name,
    boroughSlug: borough.slug,
  })),
]);

/** The permissions with the group each is listed under. */
export const permissions = permissionsJson.permissions as { name: Permission; group: string }[];

/** What each role may do before anybody's overrides. */
export const rolePermissions = permissionsJson.roles as Record<Role, Permission[]>;
