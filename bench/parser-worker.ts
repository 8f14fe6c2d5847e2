import areas from "../db/seed/data/areas.json" with { type: "json" };
import catalog from "../db/seed/data/catalog.json" with { type: "json" };
import { parseSearchQuery } from "../worker/domain/search-query/parse.ts";
import searchCases from "../worker/domain/search-query/search-cases.json" with { type: "json" };
import { buildSearchIndex } from "../worker/domain/search-query/search-index.ts";

const index = buildSearchIndex(catalog, areas);
const context = { now: Date.parse(searchCases.now), timezone: searchCases.timezone, index };

/** Parses case `?case=` as often as `?times=` says. The clock stands still in here: time it outside. */
export default {
  fetch(request: Request): Response {
    const query = new URL(request.url).searchParams;
    const text = searchCases.cases[Number(query.get("case"))]?.q ?? "";
    let understood = 0;
    for (let i = 0; i < Number(query.get("times")); i++) {
      understood += parseSearchQuery(text, context).parts.length;
    }
    return new Response(String(understood));
  },
};
