import { getSearchFacts } from "../../../db/seed/search-facts.ts";
import { parseSettings } from "../../env.ts";
import { systemRandom } from "../../platform/random.ts";
import { createListingStore } from "../../services/listings.ts";
import { listRoutes } from "../app.ts";
import type { Route } from "../route.ts";

/** All routes, to be described and not to be called. */
export function listDescribedRoutes(): Route[] {
  return listRoutes({
    settings: parseSettings({}),
    clock: () => 0,
    random: systemRandom,
    log: () => {},
    version: "described",
    searchFacts: getSearchFacts(),
    listingStore: createListingStore(),
    saltOf: new Map(),
  });
}
