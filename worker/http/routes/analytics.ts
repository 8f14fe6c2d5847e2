import type { Context } from "hono";
import type { InferOutput } from "valibot";
import {
  RangeQuery,
  RankingQuery,
  toFunnelJson,
  toPerformanceJson,
  toQueryJson,
  toServiceMetricsJson,
  toSummaryJson,
  toTrendJson,
  toValueJson,
  toZeroResultJson,
} from "../../contracts/analytics.ts";
import { type ExportedReport, ExportQuery, toReportCsv } from "../../contracts/analytics-export.ts";
import type { Actor } from "../../domain/actor.ts";
import { chooseRange, type DateRange } from "../../domain/analytics.ts";
import type { Services } from "../../services/index.ts";
import type { AppEnv } from "../context.ts";
import { json, type Route, route } from "../route.ts";

const BASE = "/api/analytics/search";

/** What an endpoint answers for a range of dates. */
type Answer = (
  services: Services,
  actor: Actor | null,
  range: DateRange,
  limit: number,
) => Promise<object>;

/** More than the catalog has. */
const EVERY_SERVICE = 1000;

const RANGES: Record<string, Answer> = {
  "search-trends": async ({ searchAnalytics }, actor, range) => ({
    items: (await searchAnalytics.trends(actor, range)).map(toTrendJson),
  }),
  "search-analytics-summary": async ({ searchAnalytics }, actor, range) =>
    toSummaryJson(await searchAnalytics.summary(actor, range)),
  "conversion-metrics": async ({ searchAnalytics }, actor, range) => {
    const { funnel, previous } = await searchAnalytics.summary(actor, range);
    return { ...toFunnelJson(funnel), previous: toFunnelJson(previous.funnel) };
  },
  "search-performance": async ({ searchAnalytics }, actor, range) => {
    const { performance, previous } = await searchAnalytics.summary(actor, range);
    return { ...toPerformanceJson(performance), previous: toPerformanceJson(previous.performance) };
  },
  // As the last night found each, with what was searched for in the range.
  "service-performance": async ({ serviceMetrics, searchAnalytics }, actor, range) => {
    const [metrics, searched] = await Promise.all([
      serviceMetrics.list(actor),
      searchAnalytics.values(actor, "service", range, EVERY_SERVICE),
    ]);
    const searchesOf = new Map(searched.map((one) => [one.value, one]));
    return {
      items: metrics.map((one) => toServiceMetricsJson(one, searchesOf.get(one.service) ?? null)),
    };
  },
};

const RANKINGS: Record<string, Answer> = {
  "popular-searches": async ({ searchAnalytics }, actor, range, limit) => ({
    items: (await searchAnalytics.popular(actor, range, limit)).map(toQueryJson),
  }),
  "zero-results": async ({ searchAnalytics }, actor, range, limit) => ({
    items: (await searchAnalytics.zeroResults(actor, range, limit)).map(toZeroResultJson),
  }),
  referrers: async ({ searchAnalytics }, actor, range, limit) => ({
    items: (await searchAnalytics.values(actor, "referrer", range, limit)).map(toValueJson),
  }),
};

const LISTS = { ...RANGES, ...RANKINGS } as Record<ExportedReport, Answer>;

export const analyticsRoutes: Route[] = [
  ...Object.entries(RANGES).map(([name, answer]) =>
    route({
      method: "GET",
      path: `${BASE}/${name}`,
      access: "view_system_analytics",
      query: RangeQuery,
      handle: async ({ c, services, actor, query }) =>
        json(await answer(services, actor, rangeOf(query, c.var.now), 0)),
    }),
  ),
  ...Object.entries(RANKINGS).map(([name, answer]) =>
    route({
      method: "GET",
      path: `${BASE}/${name}`,
      access: "view_system_analytics",
      query: RankingQuery,
      handle: async ({ c, services, actor, query }) => {
        const range = rangeOf(query, c.var.now);
        return json(await answer(services, actor, range, query.limit));
      },
    }),
  ),
  route({
    method: "POST",
    path: "/api/analytics/export",
    access: "export_analytics",
    query: ExportQuery,
    handle: async ({ c, services, actor, query }) => {
      const { report, limit } = query;
      const range = rangeOf(query, c.var.now);
      const { items } = (await LISTS[report](services, actor, range, limit)) as {
        items: Record<string, unknown>[];
      };
      return answerCsv(c, `${report}-${range.from}-${range.to}.csv`, toReportCsv(report, items));
    },
  }),
];

function rangeOf(query: InferOutput<typeof RangeQuery>, now: number): DateRange {
  const { days, start_date: from, end_date: to } = query;
  return chooseRange({ days, from, to }, now);
}

function answerCsv(c: Context<AppEnv>, filename: string, csv: string): Response {
  return c.body(csv, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${filename}"`,
  });
}
