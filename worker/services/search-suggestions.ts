import {
  type ConditionKind,
  dropConditions,
  listConditions,
  type SearchFilters,
  withoutConditions,
} from "../domain/search-filters.ts";
import { moneyLabel } from "../domain/search-labels.ts";
import {
  type BoroughOf,
  findMatch,
  type Listing,
  type Match,
  type SearchConditions,
} from "../domain/search-match.ts";
import type { ParsedQuery } from "../domain/search-query/types.ts";

/** A search that would find something, and how many it finds. Never mixed into the results. */
export interface Suggestion {
  kind: string;
  label: string;
  count: number;
  query: string;
  filters: SearchFilters;
}

/** One thing to let go of, and how a person would say it. */
const RELAXATIONS: { kinds: ConditionKind[]; label: string }[] = [
  { kinds: ["date", "time"], label: "at any time" },
  { kinds: ["time"], label: "at any time of day" },
  { kinds: ["area"], label: "anywhere in the city" },
  { kinds: ["level"], label: "for any level" },
  { kinds: ["audience"], label: "for anyone" },
  { kinds: ["mode"], label: "online or in person" },
];

/** Concrete relaxations of a search without results, each with its count; those that find nothing are left out. */
export function suggestRelaxations(
  listings: readonly Listing[],
  asked: { query: string; parsed: ParsedQuery; filters: SearchFilters },
  boroughOf: BoroughOf,
  now: number,
): Suggestion[] {
  const { query, parsed, filters } = asked;
  const made = listConditions(parsed);
  const matchesOf = (conditions: SearchConditions) =>
    listings.flatMap((listing) => findMatch(listing, conditions, boroughOf, now) ?? []);
  const dropped = RELAXATIONS.filter(({ kinds }) => kinds.every((kind) => made.includes(kind))).map(
    ({ kinds, label }) => ({
      kind: `any_${kinds[0]}`,
      label,
      count: matchesOf(dropConditions(parsed, kinds)).length,
      ...withoutConditions(query, parsed, filters, kinds),
    }),
  );
  const suggestions = [
    ...dropped,
    ...suggestPrice(asked, matchesOf),
    ...suggestOnline(asked, matchesOf),
  ];
  return suggestions.filter(({ count }) => count > 0);
}

/** The lowest price at which somebody is left. */
function suggestPrice(
  { query, parsed, filters }: { query: string; parsed: ParsedQuery; filters: SearchFilters },
  matchesOf: (conditions: SearchConditions) => Match[],
): Suggestion[] {
  if (parsed.price.maxCents === null) return [];
  const anyPrice = matchesOf({ ...parsed, price: { ...parsed.price, maxCents: null } });
  const rates = anyPrice.map(({ offering }) => offering.hourlyRateCents);
  if (rates.length === 0) return [];
  const lowest = Math.min(...rates);
  const rest = withoutConditions(query, parsed, filters, ["price"]);
  return [
    {
      kind: "raise_price",
      label: `up to ${moneyLabel(lowest)}`,
      count: rates.filter((rate) => rate <= lowest).length,
      query: rest.query,
      filters: { ...rest.filters, minPriceCents: parsed.price.minCents, maxPriceCents: lowest },
    },
  ];
}

/** Online, from wherever the instructor is. */
function suggestOnline(
  { query, parsed, filters }: { query: string; parsed: ParsedQuery; filters: SearchFilters },
  matchesOf: (conditions: SearchConditions) => Match[],
): Suggestion[] {
  if (parsed.mode === "online") return [];
  const dropped = dropConditions(parsed, ["area", "mode"]);
  const rest = withoutConditions(query, parsed, filters, ["area", "mode"]);
  return [
    {
      kind: "online",
      label: "online",
      count: matchesOf({ ...dropped, mode: "online" }).length,
      query: rest.query,
      filters: { ...rest.filters, mode: "online" },
    },
  ];
}
