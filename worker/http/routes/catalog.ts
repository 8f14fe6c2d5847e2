import {
  CatalogQuery,
  NoQuery,
  TopServicesQuery,
  toCategoryJson,
  toServiceJson,
  toSupplyJson,
} from "../../contracts/catalog.ts";
import { remember } from "../../domain/remember.ts";
import { json, type Route, route } from "../route.ts";

export const catalogRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/services/categories",
    access: "public",
    query: NoQuery,
    handle: ({ services }) =>
      factsJson("categories", () => services.catalog.listCategories().map(toCategoryJson)),
  }),
  route({
    method: "GET",
    path: "/api/services/catalog",
    access: "public",
    query: CatalogQuery,
    handle: ({ services, query }) =>
      factsJson(`services of ${query.category ?? "all"}`, () =>
        services.catalog.listServices(query.category ?? null).map(toServiceJson),
      ),
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

/** Bodies made of facts that come with the build: one for each category, and two. */
const bodies = new Map<string, Uint8Array<ArrayBuffer>>();
const BODIES_AT_MOST = 20;

/** A list that no request changes, as bytes made once. Whatever listing throws is not remembered. */
function factsJson(name: string, list: () => unknown[]): Response {
  const body = remember(bodies, BODIES_AT_MOST, name, () =>
    new TextEncoder().encode(JSON.stringify({ items: list() })),
  );
  return new Response(body, { headers: { "content-type": "application/json" } });
}
