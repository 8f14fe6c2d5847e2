import * as v from "valibot";
import {
  type KnownSlugs,
  type SearchQuery,
  searchQuery,
  toFilters,
  toSearchParams,
} from "../contracts/search.ts";
import type { SearchFilters } from "../domain/search-filters.ts";
import type { Sort } from "../domain/search-ranking.ts";
import { LONGEST_QUERY } from "../services/search.ts";

/** What is wrong with one field of the form, in a sentence for its reader. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** A search as the page's address says it. */
export interface PageSearchParams {
  query: string;
  filters: SearchFilters;
  sort: Sort;
  page: number;
  isLiteral: boolean;
  /** Every field of the form as it was typed, also where it could not be used. */
  values: Record<string, string>;
  problems: FieldProblem[];
}

/** On the page prices are dollars, under names of their own. */
const PRICES = { min_price: "min_price_cents", max_price: "max_price_cents" } as const;

const PROBLEMS: Record<string, string> = {
  min_price: "Enter an amount in dollars, like 40.",
  max_price: "Enter an amount in dollars, like 80.",
  date_from: "Enter a real date.",
  date_to: "Enter a real date.",
  time_from: "Enter a time, like 17:00.",
  time_to: "Enter a time, like 20:00.",
  service: "There is no such service.",
  category: "There is no such category.",
  area: "Choose an area from the list.",
  mode: "Choose one from the list.",
  level: "Choose one from the list.",
  audience: "Choose one from the list.",
};

/** Pairs of fields of which the second must not lie below the first. */
const RANGES = [
  ["min_price_cents", "max_price_cents", "max_price", "Enter no less than the lowest price."],
  ["date_from", "date_to", "date_to", "Choose a day that is not before the first one."],
  ["time_from", "time_to", "time_to", "Choose a time after the first one."],
] as const;

/**
 * Reads the address of the page. A field that cannot be used is reported and otherwise left out;
 * parameters that are none of the search's are not looked at.
 */
export function parsePageSearch(params: URLSearchParams, names: KnownSlugs): PageSearchParams {
  const schema = searchQuery(names);
  const values: Record<string, string> = {};
  const usable: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  for (const [name, entry] of Object.entries(schema.entries)) {
    const field = Object.entries(PRICES).find(([, cents]) => cents === name)?.[0] ?? name;
    const typed = params.get(field)?.trim() ?? "";
    if (typed === "") continue;
    values[field] = typed;
    const text = field === name ? typed : toCents(typed);
    if (text !== null && v.is(entry, text)) usable[name] = text;
    else if (PROBLEMS[field]) problems.push({ path: field, message: PROBLEMS[field] });
  }
  const search = withoutImpossibleRanges(v.parse(schema, usable), problems);
  const { q, sort, page, per_page: _, ...rest } = search;
  if ([...q].length > LONGEST_QUERY) {
    problems.push({ path: "q", message: `Use at most ${LONGEST_QUERY} characters.` });
  }
  const isLiteral = params.get("literal") === "1";
  return { query: q, filters: toFilters(rest), sort, page, isLiteral, values, problems };
}

/** The address of a search on the page: the API's parameters, with prices in dollars. */
export function toPageParams(query: string, filters: SearchFilters): Record<string, string> {
  const { min_price_cents: min, max_price_cents: max, ...rest } = toSearchParams(query, filters);
  return {
    ...rest,
    ...(min !== undefined && { min_price: toDollars(Number(min)) }),
    ...(max !== undefined && { max_price: toDollars(Number(max)) }),
  };
}

function withoutImpossibleRanges(search: SearchQuery, problems: FieldProblem[]): SearchQuery {
  const kept = { ...search };
  for (const [from, to, path, message] of RANGES) {
    const low = search[from];
    const high = search[to];
    const isPoint = low === high && from === "time_from";
    if (low === undefined || high === undefined || !(high < low || isPoint)) continue;
    problems.push({ path, message });
    delete kept[to];
  }
  return kept;
}

/** "49.50" and "$49.50" as "4950"; null for what is no amount. */
function toCents(dollars: string): string | null {
  const [, whole, cents = ""] = /^\$?\s*(\d{1,6})(?:\.(\d{1,2}))?$/.exec(dollars) ?? [];
  return whole === undefined ? null : String(Number(whole) * 100 + Number(cents.padEnd(2, "0")));
}

function toDollars(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
}
