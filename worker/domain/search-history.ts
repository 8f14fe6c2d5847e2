/** How somebody came to search for a thing. */
export const SEARCH_TYPES = [
  "natural_language",
  "category",
  "service_pill",
  "filter",
  "search_history",
] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** Rule: the newest ten rows of an identity are kept. */
export const HISTORY_KEPT = 10;

/** A user or a guest; a guest is the hash of a cookie. */
export type Identity = { userId: string } | { guestId: string };

export interface HistoryEntry {
  id: string;
  query: string;
  searchType: SearchType;
  searchCount: number;
  resultCount: number;
  firstSearchedAt: number;
  lastSearchedAt: number;
}

/** Rule: one row per query that is trimmed, with single spaces, in lower case, NFC. */
export function normalizeQuery(query: string): string {
  return query.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** Rule: taps on a category are tracked but not listed. */
export function isListed(type: SearchType): boolean {
  return type !== "category";
}
