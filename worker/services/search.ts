import type { Offering, Page, PublicInstructor } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";
import { toLessonTime } from "../domain/public-availability.ts";
import {
  type ConditionKind,
  listConditions,
  type SearchFilters,
  withoutConditions,
} from "../domain/search-filters.ts";
import {
  type HistoryEntry,
  isListed,
  normalizeQuery,
  type SearchType,
} from "../domain/search-history.ts";
import { labelOf, searchLabel, whyLabels } from "../domain/search-labels.ts";
import type { ParsedQuery } from "../domain/search-query/types.ts";
import type { RankedMatch, Sort } from "../domain/search-ranking.ts";
import { findResults, readSearch, type SearchFacts } from "../domain/search-results.ts";
import { listSlotsWithin } from "../domain/search-slot.ts";
import type { Visitor } from "../domain/visitor.ts";
import type { NextSlot } from "./availability.ts";
import type { ListingReader } from "./listings.ts";
import type { SearchHistoryService } from "./search-history.ts";
import { type Suggestion, suggestRelaxations } from "./search-suggestions.ts";
import type { TrackingService } from "./tracking.ts";

/** Rule: longer questions are not read. */
export const LONGEST_QUERY = 200;

/** How many free times a result shows. */
const SHOWN_STARTS = 3;

export interface SearchRequest {
  /** As it was typed; may be blank when a filter is set. */
  query: string;
  filters: SearchFilters;
  sort: Sort;
  page: number;
  perPage: number;
  /** Zone of whoever asks: it decides what "tomorrow" is in the query. */
  timezone: string;
  /** Reads the words as they stand, without corrections of their spelling. */
  isLiteral: boolean;
  /** How they came to ask. */
  searchType: SearchType;
  /** The search's id. The same id again, for a page that is shown once more, is the same search. */
  eventId: string;
  /** How many of their own newest searches are wanted with the answer; none unless given. */
  recentWanted?: number;
}

export interface SearchHit {
  instructor: PublicInstructor;
  offering: Offering;
  /** The first start that satisfies the query; null when none was asked for and none is near. */
  nextSlot: NextSlot | null;
  /** The first start of each of the next days with one, epoch milliseconds. */
  nextStarts: number[];
  score: number;
  why: string[];
}

/** A condition that can be taken away, and the search that is left. */
export interface Chip {
  kind: ConditionKind;
  label: string;
  query: string;
  filters: SearchFilters;
}

export interface SearchResult extends Page<SearchHit> {
  query: string;
  filters: SearchFilters;
  parsed: ParsedQuery;
  chips: Chip[];
  suggestions: Suggestion[];
  eventId: string;
  /** Their own newest searches; null where this one was not written down among them. */
  recent: HistoryEntry[] | null;
}

export interface SearchService {
  /**
   * Begins to read what a search needs, whoever it is by, so that the database is asked while that is
   * still looked up. Throws as `search` does.
   */
  prepare(request: Pick<SearchRequest, "query" | "filters">): void;
  /** Throws `empty_query`, `query_too_long`. */
  search(request: SearchRequest, visitor: Visitor): Promise<SearchResult>;
}

export interface SearchDependencies {
  facts: SearchFacts;
  listings: ListingReader;
  history: SearchHistoryService;
  tracking: TrackingService;
  now: number;
}

export function createSearchService(dependencies: SearchDependencies): SearchService {
  const { listings, history, tracking } = dependencies;
  return {
    prepare(request) {
      assertAnswerable(request);
      // What fails here fails again when the search asks for it.
      listings.list().catch(() => {});
    },

    async search(request, visitor) {
      assertAnswerable(request);
      const result = await answerSearch(dependencies, request, visitor);
      // Turning the page is still the same search.
      if (request.page > 1) return result;
      const facts = {
        eventId: request.eventId,
        query: searchLabel(request, dependencies.facts.names),
        searchType: request.searchType,
        resultCount: result.total,
      };
      if (visitor.isPerson && isListed(request.searchType)) {
        const { recentWanted = 0 } = request;
        result.recent = await history.record(visitor.identity, facts, recentWanted);
      }
      const { services, category } = result.parsed;
      const { query, ...counted } = facts;
      const normalizedQuery = normalizeQuery(query);
      tracking.recordSearch({ ...counted, normalizedQuery, services, category }, visitor);
      return result;
    },
  };
}

function assertAnswerable({ query, filters }: Pick<SearchRequest, "query" | "filters">): void {
  const hasFilter = Object.values(filters).some((value) => value !== null);
  if (query.trim() === "" && !hasFilter) throw new DomainError("empty_query");
  if ([...query].length > LONGEST_QUERY) throw new DomainError("query_too_long");
}

async function answerSearch(
  { facts, listings, now }: SearchDependencies,
  request: SearchRequest,
  { borough }: Visitor,
): Promise<SearchResult> {
  const { query, filters, sort, page, perPage } = request;
  const parsed = readSearch(request, facts, now);
  const all = await listings.list();
  const ranked = findResults(all, parsed, facts, { sort, borough, now });
  const shown = ranked.slice((page - 1) * perPage, page * perPage);
  const asked = { query, parsed, filters };
  return {
    query,
    filters,
    parsed,
    items: shown.map((match) => toHit(match, parsed, now)),
    total: ranked.length,
    page,
    perPage,
    chips: listConditions(parsed).map((kind) => ({
      kind,
      label: labelOf(kind, parsed, facts.names),
      ...withoutConditions(query, parsed, filters, [kind]),
    })),
    suggestions: ranked.length === 0 ? suggestRelaxations(all, asked, facts.boroughOf, now) : [],
    eventId: request.eventId,
    recent: null,
  };
}

function toHit(match: RankedMatch, parsed: ParsedQuery, now: number): SearchHit {
  const { offering, nextStartAt, score } = match;
  const { profile, inputs } = match.listing;
  const { timezone } = profile;
  const durationMinutes = Math.min(...offering.durationOptions);
  const nextSlot =
    nextStartAt === null
      ? null
      : { ...toLessonTime(nextStartAt, durationMinutes, timezone), durationMinutes, timezone };
  return {
    instructor: profile,
    offering,
    nextSlot,
    nextStarts: listSlotsWithin(inputs, parsed, durationMinutes, now, SHOWN_STARTS),
    score,
    why: whyLabels(profile, offering, nextSlot, parsed.areas),
  };
}
