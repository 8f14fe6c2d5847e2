import type { AppLoadContext } from "@remix-run/cloudflare";
import type { SearchResult } from "../../../worker/services/search.ts";
import { toCanonical } from "./canonical.ts";

const RECENT_SEARCHES = 10;

/** Everything the page shows for an address. */
export async function loadSearch(url: URL, { search, services, newId, now }: AppLoadContext) {
  const { cookies, result, recent, ...asked } = await search.run(url, RECENT_SEARCHES);
  const key = url.searchParams.get("s");
  const { service, category } = asked.filters;
  const categories = services.catalog.listCategories();
  // A service or category that was tapped stands in the box like one that was typed.
  const subject = service
    ? services.catalog.findService(service)?.name
    : categories.find(({ slug }) => slug === category)?.name;
  const page = {
    ...asked,
    result: result && toShown(result),
    canonical: toCanonical({
      params: asked.params,
      parsed: result?.parsed ?? null,
      page: result?.page ?? 1,
    }),
    boxText: [subject, asked.query].filter(Boolean).join(" "),
    recent: recent.map(({ query }) => query),
    areas: search.listAreas(),
    categories: result ? [] : categories,
    /** This search, for what only shows it differently. */
    here: {
      ...asked.params,
      literal: asked.isLiteral ? "1" : null,
      s: key,
      via: url.searchParams.get("via"),
    },
    /** For the search that comes next. */
    nextKey: newId(),
    now,
  };
  return { page, cookies };
}

export type SearchPageData = Awaited<ReturnType<typeof loadSearch>>["page"];
export type ShownResult = NonNullable<SearchPageData["result"]>;

/** Without what the page shows elsewhere, or not at all. */
function toShown({ recent, parsed: { corrections, unmatched }, ...shown }: SearchResult) {
  return { ...shown, parsed: { corrections, unmatched } };
}
