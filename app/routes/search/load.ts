import type { AppLoadContext } from "@remix-run/cloudflare";
import { toCanonical } from "./canonical.ts";

const RECENT_SEARCHES = 10;

/** Everything the page shows for an address. */
export async function loadSearch(url: URL, { search, services, newId, now }: AppLoadContext) {
  const { cookies, result, ...asked } = await search.run(url);
  const history = await search.listHistory(RECENT_SEARCHES);
  const key = url.searchParams.get("s");
  const { service, category } = asked.filters;
  const categories = services.catalog.listCategories();
  // A service or category that was tapped stands in the box like one that was typed.
  const subject = service
    ? services.catalog.findService(service)?.name
    : categories.find(({ slug }) => slug === category)?.name;
  const page = {
    ...asked,
    result: result && { ...result, parsed: pickShown(result.parsed) },
    canonical: toCanonical({
      params: asked.params,
      parsed: result?.parsed ?? null,
      page: result?.page ?? 1,
    }),
    boxText: [subject, asked.query].filter(Boolean).join(" "),
    recent: history.map(({ query }) => query),
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

function pickShown<T extends { corrections: unknown; unmatched: unknown }>({
  corrections,
  unmatched,
}: T): Pick<T, "corrections" | "unmatched"> {
  return { corrections, unmatched };
}
