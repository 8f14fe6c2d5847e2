import type { Context } from "hono";
import type { Actor } from "../domain/actor.ts";
import { toId } from "../domain/id.ts";
import { localDateOf } from "../domain/local-time.ts";
import {
  type HistoryEntry,
  type Identity,
  normalizeQuery,
  SEARCH_TYPES,
  type SearchType,
} from "../domain/search-history.ts";
import type { SearchFacts } from "../domain/search-results.ts";
import { sha256Hex } from "../platform/hash.ts";
import type { RandomSource } from "../platform/random.ts";
import type { SearchResult } from "../services/search.ts";
import type { AppEnv } from "./context.ts";
import { type PageSearchParams, parsePageSearch, toPageParams } from "./page-search-params.ts";
import { searchTypeOf } from "./routes/search.ts";
import { findIdentity, getVisitor, rememberSearch } from "./visitor.ts";

/** Days and times on the page are the city's. */
const CITY_TIMEZONE = "America/New_York";

const RESULTS_PER_PAGE = 10;

/** A borough and its neighbourhoods, for a list to choose from. */
export interface BoroughAreas {
  slug: string;
  name: string;
  areas: { slug: string; name: string }[];
}

/** A search one click away: the address's parameters of it. */
interface OtherSearch {
  label: string;
  params: Record<string, string>;
}

export interface PageSearchAnswer extends PageSearchParams {
  /** Null where there is nothing to search for, or where the words cannot be read. */
  result: SearchResult | null;
  recent: HistoryEntry[];
  /** This search without page and order. */
  params: Record<string, string>;
  chips: OtherSearch[];
  suggestions: (OtherSearch & { count: number })[];
  /** Whether what is done with the results may be reported. */
  isMeasured: boolean;
  /** Values for Set-Cookie. */
  cookies: string[];
}

/** Searching as the pages do it, for whoever sent this request. */
export interface PageSearch {
  /** With as many of their own newest searches as are wanted, this one among them. */
  run(url: URL, recentWanted?: number): Promise<PageSearchAnswer>;
  listAreas(): BoroughAreas[];
  /** Newest first; none for an account that may not see its own. */
  listHistory(limit: number): Promise<HistoryEntry[]>;
  /** Throws `not_found` also for somebody else's. */
  deleteHistory(id: string): Promise<void>;
}

export function createPageSearch(
  c: Context<AppEnv>,
  random: RandomSource,
  facts: SearchFacts,
): PageSearch {
  const { searchHistory } = c.var.services;
  const listHistory = async (limit: number) => {
    const actor = await c.var.findActor();
    if (limit === 0 || !maySeeHistory(actor)) return [];
    return await searchHistory.list(actor, await findIdentity(c), limit);
  };
  return {
    async run(url, recentWanted = 0) {
      const answer = await runSearch(c, random, facts, { params: url.searchParams, recentWanted });
      const isHidden = !maySeeHistory(await c.var.findActor());
      const recent = isHidden ? [] : (answer.result?.recent ?? (await listHistory(recentWanted)));
      return { ...answer, recent };
    },
    listAreas: () => listAreas(facts),
    listHistory,
    deleteHistory: async (id) =>
      searchHistory.delete(await c.var.findActor(), await findIdentity(c), id),
  };
}

function maySeeHistory(actor: Actor | null): boolean {
  return actor === null || actor.permissions.includes("view_own_search_history");
}

async function runSearch(
  c: Context<AppEnv>,
  random: RandomSource,
  facts: SearchFacts,
  { params, recentWanted }: { params: URLSearchParams; recentWanted: number },
): Promise<Omit<PageSearchAnswer, "recent">> {
  const asked = parsePageSearch(params, facts.names);
  const { query, filters, problems } = asked;
  const base = { ...asked, params: toPageParams(query, filters), chips: [], suggestions: [] };
  const hasCondition = query !== "" || Object.values(filters).some((value) => value !== null);
  if (!hasCondition || problems.some(({ path }) => path === "q")) {
    return { ...base, result: null, isMeasured: false, cookies: [] };
  }
  c.var.services.search.prepare(asked);
  const { visitor, cookies } = await getVisitor(c, random);
  const request = {
    ...asked,
    perPage: RESULTS_PER_PAGE,
    timezone: CITY_TIMEZONE,
    searchType: readType(params.get("via")) ?? searchTypeOf(query, filters),
    eventId: await toEventId(visitor.identity, asked, keyOf(params, c.var.now)),
    recentWanted,
  };
  const result = await c.var.services.search.search(request, visitor);
  const isMeasured = visitor.isPerson && visitor.mayBeMeasured;
  return {
    ...base,
    result,
    chips: result.chips.map((chip) => ({
      label: chip.label,
      params: toPageParams(chip.query, chip.filters),
    })),
    suggestions: result.suggestions.map((one) => ({
      label: one.label,
      count: one.count,
      params: toPageParams(one.query, one.filters),
    })),
    isMeasured,
    cookies: isMeasured ? [...cookies, rememberSearch(c, result.eventId)] : cookies,
  };
}

/**
 * The same search of the same person has the same id however often its page is shown: on reload, on
 * going back, on another page of it or in another order.
 */
async function toEventId(
  identity: Identity,
  { query, filters, isLiteral }: PageSearchParams,
  key: string,
): Promise<string> {
  const text = JSON.stringify([identity, normalizeQuery(query), filters, isLiteral, key]);
  const hex = await sha256Hex(text);
  const bytes = Array.from({ length: 16 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
  return toId(Uint8Array.from(bytes));
}

/** What the form that was sent is known by. A link without it is one search a day. */
function keyOf(params: URLSearchParams, now: number): string {
  return params.get("s")?.slice(0, 64) || localDateOf(now, CITY_TIMEZONE);
}

function readType(via: string | null): SearchType | null {
  return SEARCH_TYPES.find((type) => type === via) ?? null;
}

function listAreas({ names, boroughOf }: SearchFacts): BoroughAreas[] {
  const all = [...names.areas].map(([slug, name]) => ({ slug, name }));
  const boroughs = all.filter(({ slug }) => !boroughOf.get(slug));
  return boroughs.map((borough) => ({
    ...borough,
    areas: all.filter(({ slug }) => boroughOf.get(slug) === borough.slug),
  }));
}
