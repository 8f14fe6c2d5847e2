import type { CatalogFacts } from "./catalog-index.ts";
import { parseSearchQuery } from "./parse.ts";
import type { BoroughFacts } from "./search-index.ts";
import { buildSearchIndex } from "./search-index.ts";
import type { ParsedQuery } from "./types.ts";

/** For tests: what a query is read as, but for where the words stand in it. */
type Reading = Omit<ParsedQuery, "parts">;

/** The reading of a query that asks for nothing. */
export const NOTHING: Reading = {
  services: [],
  category: null,
  price: { minCents: null, maxCents: null },
  dates: null,
  weekdays: null,
  time: null,
  areas: [],
  nearMe: false,
  mode: null,
  level: null,
  audience: null,
  age: null,
  corrections: [],
  unmatched: [],
};

/** Ten in the morning of Wednesday, December 2, 2026 in New York. */
export const WEDNESDAY = Date.parse("2026-12-02T10:00:00-05:00");

/** The parser over given facts, for a person in New York on that Wednesday. */
export function createReader(catalog: CatalogFacts, areas: BoroughFacts[]) {
  const index = buildSearchIndex(catalog, areas);
  const parse = (text: string, now: number = WEDNESDAY): ParsedQuery =>
    parseSearchQuery(text, { now, timezone: "America/New_York", index });
  const read = (text: string, now: number = WEDNESDAY): Reading => {
    const { parts: _, ...conditions } = parse(text, now);
    return conditions;
  };
  return { index, parse, read };
}

/** A whole reading from the few fields that matter in a case. */
export function reading(fields: Partial<Reading>): Reading {
  return { ...NOTHING, ...fields };
}
