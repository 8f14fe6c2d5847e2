import { NO_FILTERS, type SearchFilters } from "../../../worker/domain/search-filters.ts";
import type { SearchType } from "../../../worker/domain/search-history.ts";
import searchesJson from "../data/searches.json" with { type: "json" };
import { fillIn } from "../demo-bio.ts";
import { getSubject, pickPopular } from "../demo-subjects.ts";
import { areas, catalog } from "../facts.ts";
import type { Random } from "../random.ts";

/** What somebody asks for, and how they came to ask. */
export interface Wish {
  query: string;
  filters: SearchFilters;
  searchType: SearchType;
}

const { phrases, whens, audiences, prices, strange } = searchesJson;

/** One of the ways to look for something: mostly for this service, in words. */
export function chooseWish(random: Random, service: string, remembered: readonly string[]): Wish {
  const way = random.int(1, 100);
  if (way <= 8 && remembered.length > 0) return say(random.pick(remembered), "search_history");
  if (way <= 20) return choose("service_pill", { service });
  if (way <= 29)
    return choose("category", { category: pickPopular(random, catalog.categories).slug });
  if (way <= 37) return choose("filter", { service, ...chooseCondition(random) });
  if (way <= 45) return say(pickPopular(random, strange));
  return sayService(random, service);
}

/** The service by its name alone, or at most with a word that everybody says beside it. */
export function nameService(random: Random, service: string): Wish {
  const { spoken } = getSubject(service);
  return say(random.pick([spoken, `${spoken} lessons`, `${spoken} teacher`]));
}

function sayService(random: Random, service: string): Wish {
  const words = fillIn(pickPopular(random, phrases), getSubject(service).spoken)
    .replace("{area}", random.pick(areas).name)
    .replace("{price}", random.pick(prices))
    .replace("{when}", random.pick(whens))
    .replace("{who}", random.pick(audiences));
  return say(random.chance(0.7) ? words.toLowerCase() : words);
}

function say(query: string, searchType: SearchType = "natural_language"): Wish {
  return { query, filters: NO_FILTERS, searchType };
}

function choose(searchType: SearchType, filters: Partial<SearchFilters>): Wish {
  return { query: "", filters: { ...NO_FILTERS, ...filters }, searchType };
}

function chooseCondition(random: Random): Partial<SearchFilters> {
  return random.pick([
    { area: random.pick(areas).slug },
    { maxPriceCents: Number(random.pick(prices)) * 100 },
    { mode: "online" as const },
    { level: "beginner" as const },
    { audience: "kids" as const },
  ]);
}
