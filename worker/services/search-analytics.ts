import type {
  AnalyticsRepository,
  CountedRange,
  SearchCounts,
} from "../../db/repositories/analytics.ts";
import type { SearchCountRepository } from "../../db/repositories/search-counts.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import {
  ANALYTICS_ZONE,
  changePercent,
  type DateRange,
  listDates,
  mean,
  percentage,
  rangeWithPrevious,
} from "../domain/analytics.ts";
import { endOfLocalDay, startOfLocalDay } from "../domain/local-time.ts";
import { NO_FILTERS } from "../domain/search-filters.ts";
import { findMatch } from "../domain/search-match.ts";
import { parseSearchQuery } from "../domain/search-query/parse.ts";
import type { SearchFacts } from "../domain/search-results.ts";
import type { ListingReader } from "./listings.ts";
import { listUncountedDays } from "./search-counting.ts";
import {
  type QueryCounts,
  type Summary,
  type TrendDay,
  toFunnel,
  toPerformance,
  toTotals,
  type ValueCounts,
  type ZeroResultQuery,
} from "./search-reports.ts";
import { suggestRelaxations } from "./search-suggestions.ts";

/** So many dates that are not counted yet are told from their events; there are more only at first. */
const UNCOUNTED_DAYS = 62;

/** How many relaxations are told for a search without results. */
const RELAXATIONS = 3;

type Dimension = "referrer" | "device" | "borough" | "category" | "service";

/** True numbers of searches, all with `view_system_analytics`, up to the last event. Reading writes nothing. */
export interface SearchAnalyticsService {
  /** One entry for every date of the range. */
  trends(actor: Actor | null, range: DateRange): Promise<TrendDay[]>;
  popular(actor: Actor | null, range: DateRange, limit: number): Promise<QueryCounts[]>;
  zeroResults(actor: Actor | null, range: DateRange, limit: number): Promise<ZeroResultQuery[]>;
  values(
    actor: Actor | null,
    dimension: Dimension,
    range: DateRange,
    limit: number,
  ): Promise<ValueCounts[]>;
  summary(actor: Actor | null, range: DateRange): Promise<Summary>;
}

export interface SearchAnalyticsDependencies {
  analytics: AnalyticsRepository;
  counts: Pick<SearchCountRepository, "listUncounted">;
  listings: ListingReader;
  facts: SearchFacts;
  /** Days that events are kept; 0 for good. */
  keptDays: number;
  now: number;
}

export function createSearchAnalyticsService(
  dependencies: SearchAnalyticsDependencies,
): SearchAnalyticsService {
  const { analytics, counts, keptDays, now } = dependencies;
  let uncounted: Promise<CountedRange["uncounted"]> | undefined;
  /** The range with what is not counted of it, which is looked up once for all that one request asks. */
  const prepare = async (actor: Actor | null, range: DateRange): Promise<CountedRange> => {
    assertPermission(actor, "view_system_analytics");
    uncounted ??= listUncountedDays({ counts, keptDays, mostDays: UNCOUNTED_DAYS, now });
    const days = await uncounted;
    return {
      ...range,
      uncounted: days.filter(({ date }) => date >= range.from && date <= range.to),
    };
  };

  return {
    async trends(actor, range) {
      const counted = await prepare(actor, range);
      const days = new Map((await analytics.listDays(counted)).map((day) => [day.date, day]));
      const nothing = { searches: 0, users: 0, guests: 0 };
      return listDates(range.from, range.to).map((date) => ({
        date,
        ...(days.get(date) ?? nothing),
      }));
    },

    async popular(actor, range, limit) {
      const counted = await prepare(actor, range);
      const values = await analytics.listValues("query", counted, { limit });
      return await withUsers(dependencies, values, range);
    },

    async zeroResults(actor, range, limit) {
      const counted = await prepare(actor, range);
      const values = await analytics.listValues("query", counted, { limit, onlyZero: true });
      const queries = await withUsers(dependencies, values, range);
      const wouldMatch = await createRelaxer(dependencies);
      return queries.map((query, index) => ({
        ...query,
        zeroResults: values[index]?.zeroResults ?? 0,
        wouldMatch: wouldMatch(query.query),
      }));
    },

    async values(actor, dimension, range, limit) {
      const counted = await prepare(actor, range);
      const values = await analytics.listValues(dimension, counted, { limit });
      const all = (await analytics.listDays(counted)).reduce(
        (sum, { searches }) => sum + searches,
        0,
      );
      return values.map(({ value, searches, viewed, booked }) => ({
        value,
        searches,
        share: percentage(searches, all),
        viewed,
        booked,
      }));
    },

    async summary(actor, range) {
      const { previous: before } = rangeWithPrevious(range.from, range.to);
      const { range: counted, previous } = await analytics.readRanges(
        await prepare(actor, range),
        await prepare(actor, before),
      );
      const [totals, past] = [toTotals(counted), toTotals(previous)];
      return {
        range,
        totals,
        types: counted.types.map(({ value, searches }) => ({
          type: value,
          searches,
          share: percentage(searches, totals.searches),
        })),
        performance: toPerformance(counted),
        funnel: toFunnel(counted),
        previous: {
          range: before,
          totals: past,
          performance: toPerformance(previous),
          funnel: toFunnel(previous),
        },
        change: {
          searches: changePercent(totals.searches, past.searches),
          users: changePercent(totals.users, past.users),
          guests: changePercent(totals.guests, past.guests),
        },
      };
    },
  };
}

async function withUsers(
  { analytics }: SearchAnalyticsDependencies,
  values: SearchCounts[],
  { from, to }: DateRange,
): Promise<QueryCounts[]> {
  const during = {
    startAt: startOfLocalDay(from, ANALYTICS_ZONE),
    endAt: endOfLocalDay(to, ANALYTICS_ZONE),
  };
  const users = await analytics.countUsersOf(
    values.map(({ value }) => value),
    during,
  );
  return values.map(({ value, searches, resultSum }) => ({
    query: value,
    searches,
    users: users.get(value) ?? 0,
    averageResults: mean(resultSum, searches),
  }));
}

/**
 * Reads a query as search does and says what would find something today: the same words, if by now
 * somebody is there for them, or else without the conditions that stand in the way.
 */
async function createRelaxer({ listings, facts, now }: SearchAnalyticsDependencies) {
  const all = await listings.list();
  return (query: string) => {
    const parsed = parseSearchQuery(query, { now, timezone: ANALYTICS_ZONE, index: facts.index });
    const found = all.filter((one) => findMatch(one, parsed, facts.boroughOf, now) !== null).length;
    if (found > 0) return [{ label: "the same words today", count: found }];
    return suggestRelaxations(all, { query, parsed, filters: NO_FILTERS }, facts.boroughOf, now)
      .slice(0, RELAXATIONS)
      .map(({ label, count }) => ({ label, count }));
  };
}
