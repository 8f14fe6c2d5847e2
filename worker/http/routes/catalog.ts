import {
  CatalogQuery,
  NoQuery,
  TopServicesQuery,
  toCategoryJson,
  toServiceJson,
  toSupplyJson,
} from "../../contracts/catalog.ts";
import { json, type Route, route } from "../route.ts";

export const catalogRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/services/categories",
    access: "public",
    query: NoQuery,
    handle: ({ services }) =>
      json({ items: services.catalog.listCategories().map(toCategoryJson) }),
  }),
  route({
    method: "GET",
    path: "/api/services/catalog",
    access: "public",
    query: CatalogQuery,
    handle: ({ services, query }) =>
      json({ items: services.catalog.listServices(query.category ?? null).map(toServiceJson) }),
  }),
  route({
    method: "GET",
    path: "/api/services/catalog/top-per-category",
    access: "public",
    query: TopServicesQuery,
    handle: async ({ services, query }) => {
      const tops = await services.catalog.topPerCategory(query.limit);
      return json({
        items: tops.map(({ category, services: top }) => ({
          ...toCategoryJson(category),
          services: top.map(toSupplyJson),
        })),
      });
    },
  }),
  route({
    method: "GET",
    path: "/api/services/catalog/all-with-instructors",
    access: "public",
    query: NoQuery,
    handle: async ({ services }) =>
      json({ items: (await services.catalog.listSupply()).map(toSupplyJson) }),
  }),
];
