import { localDateOf } from "./local-time.ts";
import { applyFilters, type SearchFilters } from "./search-filters.ts";
import type { Names } from "./search-labels.ts";
import { type BoroughOf, findMatch, type Listing } from "./search-match.ts";
import { parseSearchQuery } from "./search-query/parse.ts";
import type { SearchIndex } from "./search-query/search-index.ts";
import type { ParsedQuery } from "./search-query/types.ts";
import { type RankedMatch, rankMatches, type Sort } from "./search-ranking.ts";

/** The facts of the catalog and the city as search needs them. */
export interface SearchFacts {
  index: SearchIndex;
  names: Names;
  boroughOf: BoroughOf;
}

/** What is asked for, in words and by filters. */
interface Question {
  query: string;
  filters: SearchFilters;
  /** Zone of whoever asks: it decides what "tomorrow" is in the query. */
  timezone: string;
  /** Reads the words as they stand, without corrections of their spelling. */
  isLiteral: boolean;
}

/** What the words and the filters ask for together. */
export function readSearch(
  { query, filters, timezone, isLiteral }: Question,
  { index }: SearchFacts,
  now: number,
): ParsedQuery {
  const read = parseSearchQuery(query, { now, timezone, index, isLiteral });
  return applyFilters(read, filters, localDateOf(now, timezone));
}

/** Everybody who satisfies a search, in order. `borough` is the searcher's, null where not known. */
export function findResults(
  listings: readonly Listing[],
  parsed: ParsedQuery,
  { boroughOf }: SearchFacts,
  { sort, borough, now }: { sort: Sort; borough: string | null; now: number },
): RankedMatch[] {
  const conditions = { ...parsed, areas: areasOf(parsed, borough) };
  const matches = listings.flatMap((one) => findMatch(one, conditions, boroughOf, now) ?? []);
  return rankMatches(matches, conditions, sort, now);
}

/** "Near me" means the borough that the request came from, where the edge knows it. */
function areasOf({ areas, nearMe }: ParsedQuery, borough: string | null): string[] {
  return areas.length === 0 && nearMe && borough ? [borough] : areas;
}
