import { buildSearchIndex } from "../../worker/domain/search-query/search-index.ts";
import type { SearchFacts } from "../../worker/domain/search-results.ts";
import boroughs from "./data/areas.json" with { type: "json" };
import { areas, catalog } from "./facts.ts";

let facts: SearchFacts | undefined;

/** The facts of search. Made at the first call of an isolate, as it takes some milliseconds. */
export function getSearchFacts(): SearchFacts {
  facts ??= {
    index: buildSearchIndex(catalog, boroughs),
    names: {
      services: new Map(catalog.services.map(({ slug, name }) => [slug, name])),
      categories: new Map(catalog.categories.map(({ slug, name }) => [slug, name])),
      areas: new Map(areas.map(({ slug, name }) => [slug, name])),
    },
    boroughOf: new Map(areas.map(({ slug, boroughSlug }) => [slug, boroughSlug])),
  };
  return facts;
}
