import { addDays, type LocalDate } from "./local-time.ts";
import type { SearchConditions } from "./search-match.ts";
import { removePart } from "./search-query/remove-part.ts";
import type { Audience, Level, Mode, ParsedQuery, PartKind } from "./search-query/types.ts";

/** Conditions chosen from lists and fields beside the words. Null is not chosen. */
export interface SearchFilters {
  service: string | null;
  category: string | null;
  minPriceCents: number | null;
  maxPriceCents: number | null;
  dateFrom: string | null;
  dateTo: string | null;
  timeFrom: string | null;
  timeTo: string | null;
  area: string | null;
  mode: Mode | null;
  level: Level | null;
  audience: Audience | null;
}

export const NO_FILTERS: SearchFilters = {
  service: null,
  category: null,
  minPriceCents: null,
  maxPriceCents: null,
  dateFrom: null,
  dateTo: null,
  timeFrom: null,
  timeTo: null,
  area: null,
  mode: null,
  level: null,
  audience: null,
};

/** What one chip stands for, and what has to go when it is taken away. */
export const CONDITION_KINDS = [
  "service",
  "category",
  "price",
  "date",
  "time",
  "area",
  "mode",
  "level",
  "audience",
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** How far a range of dates without an end reaches. */
const OPEN_RANGE_DAYS = 89;

const FILTERS_OF: Record<ConditionKind, (keyof SearchFilters)[]> = {
  service: ["service"],
  category: ["category"],
  price: ["minPriceCents", "maxPriceCents"],
  date: ["dateFrom", "dateTo"],
  time: ["timeFrom", "timeTo"],
  area: ["area"],
  mode: ["mode"],
  level: ["level"],
  audience: ["audience"],
};

const PARTS_OF: Record<ConditionKind, PartKind[]> = {
  service: ["service"],
  category: ["category"],
  price: ["price"],
  date: ["date", "weekday"],
  time: ["time"],
  area: ["area", "near_me"],
  mode: ["mode"],
  level: ["level"],
  audience: ["audience"],
};

/** Rule: a filter wins over the words that say something of the same kind. */
export function applyFilters(
  parsed: ParsedQuery,
  filters: SearchFilters,
  today: LocalDate,
): ParsedQuery {
  const has = (kind: ConditionKind) => FILTERS_OF[kind].some((name) => filters[name] !== null);
  const isSubjectChosen = has("service") || has("category");
  return {
    ...parsed,
    services: isSubjectChosen ? toList(filters.service) : parsed.services,
    category: isSubjectChosen ? filters.category : parsed.category,
    price: has("price")
      ? { minCents: filters.minPriceCents, maxCents: filters.maxPriceCents }
      : parsed.price,
    dates: has("date") ? toDates(filters, today) : parsed.dates,
    weekdays: has("date") ? null : parsed.weekdays,
    time: has("time") ? { from: filters.timeFrom, to: filters.timeTo } : parsed.time,
    areas: has("area") ? toList(filters.area) : parsed.areas,
    nearMe: parsed.nearMe && !has("area"),
    mode: filters.mode ?? parsed.mode,
    level: filters.level ?? parsed.level,
    audience: filters.audience ?? parsed.audience,
  };
}

/** The kinds of condition that this search makes, in the order in which chips show them. */
export function listConditions(
  conditions: SearchConditions & Pick<ParsedQuery, "nearMe">,
): ConditionKind[] {
  const { services, category, price, dates, weekdays, time, areas, nearMe } = conditions;
  const { mode, level, audience } = conditions;
  const made: Record<ConditionKind, boolean> = {
    service: services.length > 0,
    category: services.length === 0 && category !== null,
    price: price.minCents !== null || price.maxCents !== null,
    date: dates !== null || weekdays !== null,
    time: time !== null,
    area: areas.length > 0 || nearMe,
    mode: mode !== null,
    level: level !== null,
    audience: audience !== null,
  };
  return CONDITION_KINDS.filter((kind) => made[kind]);
}

/** The query and filters without what they say of the given kinds. */
export function withoutConditions(
  query: string,
  parsed: Pick<ParsedQuery, "parts">,
  filters: SearchFilters,
  kinds: readonly ConditionKind[],
): { query: string; filters: SearchFilters } {
  const partKinds = kinds.flatMap((kind) => PARTS_OF[kind]);
  const cut = parsed.parts.filter(({ kind }) => partKinds.includes(kind));
  const cleared = kinds.flatMap((kind) => FILTERS_OF[kind]).map((name) => [name, null]);
  return {
    // From the last to the first, so that what stands before keeps its place.
    query: cut
      .toSorted((a, b) => b.start - a.start)
      .reduce((rest, part) => removePart(rest, part), query),
    filters: { ...filters, ...Object.fromEntries(cleared) },
  };
}

/** The conditions themselves without those of the given kinds. */
export function dropConditions(
  conditions: SearchConditions,
  kinds: readonly ConditionKind[],
): SearchConditions {
  const drops = (kind: ConditionKind) => kinds.includes(kind);
  return {
    services: drops("service") ? [] : conditions.services,
    category: drops("category") ? null : conditions.category,
    price: drops("price") ? { minCents: null, maxCents: null } : conditions.price,
    dates: drops("date") ? null : conditions.dates,
    weekdays: drops("date") ? null : conditions.weekdays,
    time: drops("time") ? null : conditions.time,
    areas: drops("area") ? [] : conditions.areas,
    mode: drops("mode") ? null : conditions.mode,
    level: drops("level") ? null : conditions.level,
    audience: drops("audience") ? null : conditions.audience,
  };
}

function toList(slug: string | null): string[] {
  return slug === null ? [] : [slug];
}

/** An end left open reaches from today, or as far as anybody can be booked. */
function toDates({ dateFrom, dateTo }: SearchFilters, today: LocalDate): ParsedQuery["dates"] {
  const from = dateFrom ?? today;
  return { from, to: dateTo ?? addDays(from, OPEN_RANGE_DAYS) };
}
