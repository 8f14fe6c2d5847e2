import { searchQuery, toFilters, toSearchJson } from "../../contracts/search.ts";
import type { SearchFilters } from "../../domain/search-filters.ts";
import type { SearchType } from "../../domain/search-history.ts";
import type { AppScope } from "../context.ts";
import { json, type Route, route } from "../route.ts";
import { getVisitor, rememberSearch } from "../visitor.ts";

/** Without a person's own zone, days and times mean the city's. */
const CITY_TIMEZONE = "America/New_York";

export function searchRoutes({ random, searchFacts }: AppScope): Route[] {
  return [
    route({
      method: "GET",
      path: "/api/search/instructors",
      access: "public",
      query: searchQuery(searchFacts.names),
      handle: async ({ c, services, query }) => {
        const { q, sort, page, per_page: perPage, ...rest } = query;
        const filters = toFilters(rest);
        services.search.prepare({ query: q, filters });
        const { visitor, cookies } = await getVisitor(c, random);
        const request = {
          query: q,
          filters,
          sort,
          page,
          perPage,
          timezone: CITY_TIMEZONE,
          isLiteral: false,
          searchType: searchTypeOf(q, filters),
          eventId: random.newId(),
        };
        const result = await services.search.search(request, visitor);
        const response = json(toSearchJson(result));
        for (const cookie of [...cookies, rememberSearch(c, result.eventId)]) {
          response.headers.append("Set-Cookie", cookie);
        }
        return response;
      },
    }),
  ];
}

/** How somebody came to search, as far as the request itself tells. */
export function searchTypeOf(query: string, filters: SearchFilters): SearchType {
  if (query.trim() !== "") return "natural_language";
  const chosen = Object.entries(filters).flatMap(([name, value]) => (value === null ? [] : name));
  if (chosen.length !== 1) return "filter";
  if (filters.service !== null) return "service_pill";
  return filters.category !== null ? "category" : "filter";
}
