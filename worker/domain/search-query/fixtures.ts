import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { parseSearchQuery } from "./parse.ts";
import { buildSearchIndex } from "./search-index.ts";
import type { ParsedQuery } from "./types.ts";

export const index = buildSearchIndex(catalog, areas);

/** What a query is read as, but for where the words stand in it. */
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

export function parse(text: string, now: number = WEDNESDAY): ParsedQuery {
  return parseSearchQuery(text, { now, timezone: "America/New_York", index });
}

export function read(text: string, now: number = WEDNESDAY): Reading {
  const { parts: _, ...reading } = parse(text, now);
  return reading;
}

/** A whole reading from the few fields that matter in a case. */
export function reading(fields: Partial<Reading>): Reading {
  return { ...NOTHING, ...fields };
}
