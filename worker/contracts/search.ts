import * as v from "valibot";
import { AUDIENCES, LEVELS } from "../domain/catalog.ts";
import { toRfc3339 } from "../domain/local-time.ts";
import type { SearchFilters } from "../domain/search-filters.ts";
import type { HistoryEntry } from "../domain/search-history.ts";
import type { ParsedQuery } from "../domain/search-query/types.ts";
import { SORTS } from "../domain/search-ranking.ts";
import type { SearchHit, SearchResult } from "../services/search.ts";
import { toNextSlotJson } from "./availability.ts";
import { toOfferingJson, toPublicInstructorJson } from "./catalog.ts";
import {
  LocalDateText,
  LocalTimeMinute,
  pageEntries,
  toPageJson,
  wholeNumberText,
} from "./common.ts";

const MODES = ["online", "in_person"] as const;
const MOST_CENTS = 1_000_000;

/** A time of day that stays text; only its form is checked. */
const TimeText = v.pipe(
  v.string(),
  v.check(
    (text) => text === "24:00" || v.is(LocalTimeMinute, text),
    "must be a time such as 09:30",
  ),
);

/** An empty field of a form is a filter that is not set. */
const chosen = <S extends v.GenericSchema<string, unknown>>(schema: S) =>
  v.optional(
    v.union([
      v.pipe(
        v.literal(""),
        v.transform(() => undefined),
      ),
      schema,
    ]),
  );

/** The slugs that a filter may name. */
export interface KnownSlugs {
  services: ReadonlyMap<string, unknown>;
  categories: ReadonlyMap<string, unknown>;
  areas: ReadonlyMap<string, unknown>;
}

/** `?q=` and the explicit filters, of the API and of the page alike. */
export function searchQuery({ services, categories, areas }: KnownSlugs) {
  const slug = (known: ReadonlyMap<string, unknown>, what: string) =>
    chosen(
      v.pipe(
        v.string(),
        v.check((text) => known.has(text), `is no ${what}`),
      ),
    );
  return v.strictObject({
    q: v.optional(v.string(), ""),
    service: slug(services, "service"),
    category: slug(categories, "category"),
    min_price_cents: chosen(wholeNumberText(0, MOST_CENTS)),
    max_price_cents: chosen(wholeNumberText(0, MOST_CENTS)),
    date_from: chosen(LocalDateText),
    date_to: chosen(LocalDateText),
    time_from: chosen(TimeText),
    time_to: chosen(TimeText),
    area: slug(areas, "area"),
    mode: chosen(v.picklist(MODES, `must be one of ${MODES.join(", ")}`)),
    level: chosen(v.picklist(LEVELS, `must be one of ${LEVELS.join(", ")}`)),
    audience: chosen(v.picklist(AUDIENCES, `must be one of ${AUDIENCES.join(", ")}`)),
    sort: v.optional(v.picklist(SORTS, `must be one of ${SORTS.join(", ")}`), "relevance"),
    ...pageEntries,
  });
}

export type SearchQuery = v.InferOutput<ReturnType<typeof searchQuery>>;

export function toFilters(
  query: Omit<SearchQuery, "q" | "sort" | "page" | "per_page">,
): SearchFilters {
  return {
    service: query.service ?? null,
    category: query.category ?? null,
    minPriceCents: query.min_price_cents ?? null,
    maxPriceCents: query.max_price_cents ?? null,
    dateFrom: query.date_from ?? null,
    dateTo: query.date_to ?? null,
    timeFrom: query.time_from ?? null,
    timeTo: query.time_to ?? null,
    area: query.area ?? null,
    mode: query.mode ?? null,
    level: query.level ?? null,
    audience: query.audience ?? null,
  };
}

/** The parameters of a search, as they stand in its address; what is not set is left out. */
export function toSearchParams(query: string, filters: SearchFilters): Record<string, string> {
  const all = {
    q: query || null,
    service: filters.service,
    category: filters.category,
    min_price_cents: filters.minPriceCents,
    max_price_cents: filters.maxPriceCents,
    date_from: filters.dateFrom,
    date_to: filters.dateTo,
    time_from: filters.timeFrom,
    time_to: filters.timeTo,
    area: filters.area,
    mode: filters.mode,
    level: filters.level,
    audience: filters.audience,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  );
}

export function toSearchJson(result: SearchResult) {
  return {
    query: result.query,
    parsed: toParsedJson(result.parsed),
    ...toPageJson(result, toHitJson),
    applied_filters: result.chips.map(({ kind, label, query, filters }) => ({
      kind,
      label,
      without: toSearchParams(query, filters),
    })),
    suggestions: result.suggestions.map(({ kind, label, count, query, filters }) => ({
      kind,
      label,
      count,
      params: toSearchParams(query, filters),
    })),
    search_event_id: result.eventId,
  };
}

function toParsedJson(parsed: ParsedQuery) {
  return {
    services: parsed.services,
    category: parsed.category,
    price: { min_cents: parsed.price.minCents, max_cents: parsed.price.maxCents },
    dates: parsed.dates,
    weekdays: parsed.weekdays,
    time: parsed.time,
    areas: parsed.areas,
    near_me: parsed.nearMe,
    mode: parsed.mode,
    level: parsed.level,
    audience: parsed.audience,
    age: parsed.age,
    corrections: parsed.corrections,
    unmatched: parsed.unmatched,
  };
}

function toHitJson({ instructor, offering, nextSlot, score, why }: SearchHit) {
  return {
    instructor: toPublicInstructorJson(instructor),
    offering: toOfferingJson(offering),
    next_slot: nextSlot && toNextSlotJson(nextSlot, nextSlot.durationMinutes),
    match_score: Math.round(score * 10_000) / 10_000,
    why,
  };
}

export const HistoryQuery = v.strictObject({
  limit: v.optional(wholeNumberText(1, 10), "3"),
});

export function toHistoryJson(entry: HistoryEntry) {
  return {
    id: entry.id,
    query: entry.query,
    search_type: entry.searchType,
    search_count: entry.searchCount,
    result_count: entry.resultCount,
    first_searched_at: toRfc3339(entry.firstSearchedAt),
    last_searched_at: toRfc3339(entry.lastSearchedAt),
  };
}
