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
import { ExportQuery, toCsv } from "../../contracts/analytics-export.ts";
import type { Actor } from "../../domain/actor.ts";
import { chooseRange, type DateRange } from "../../domain/analytics.ts";
import type { Services } from "../../services/index.ts";
import type { AppEnv } from "../context.ts";
import { json, type Route, route } from "../route.ts";

const BASE = "/api/analytics/search";

/** What an endpoint answers for a range of dates. */
type Answer = (
  analytics: Services["searchAnalytics"],
  actor: Actor | null,
  range: DateRange,
  limit: number,
) => Promise<object>;

const RANGES: Record<string, Answer> = {
  "search-trends": async (analytics, actor, range) => ({
    items: (await analytics.trends(actor, range)).map(toTrendJson),
  }),
  "search-analytics-summary": async (analytics, actor, range) =>
    toSummaryJson(await analytics.summary(actor, range)),
  "conversion-metrics": async (analytics, actor, range) => {
    const { funnel, previous } = await analytics.summary(actor, range);
    return { ...toFunnelJson(funnel), previous: toFunnelJson(previous.funnel) };
  },
  "search-performance": async (analytics, actor, range) => {
    const { performance, previous } = await analytics.summary(actor, range);
    return { ...toPerformanceJson(performance), previous: toPerformanceJson(previous.performance) };
  },
};

const RANKINGS: Record<string, Answer> = {
  "popular-searches": async (analytics, actor, range, limit) => ({
    items: (await analytics.popular(actor, range, limit)).map(toQueryJson),
  }),
  "zero-results": async (analytics, actor, range, limit) => ({
    items: (await analytics.zeroResults(actor, range, limit)).map(toZeroResultJson),
  }),
  referrers: async (analytics, actor, range, limit) => ({
    items: (await analytics.values(actor, "referrer", range, limit)).map(toValueJson),
  }),
};

export const analyticsRoutes: Route[] = [
  ...Object.entries(RANGES).map(([name, answer]) =>
    route({
      method: "GET",
      path: `${BASE}/${name}`,
      access: "view_system_analytics",
      query: RangeQuery,
      handle: async ({ c, services, actor, query }) =>
        json(await answer(services.searchAnalytics, actor, rangeOf(query, c.var.now), 0)),
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
        return json(await answer(services.searchAnalytics, actor, range, query.limit));
      },
    }),
  ),
  route({
    method: "GET",
    path: `${BASE}/service-performance`,
    access: "view_system_analytics",
    query: RangeQuery,
    handle: async ({ c, services, actor, query }) => {
      rangeOf(query, c.var.now);
      const metrics = await services.serviceMetrics.list(actor);
      return json({ items: metrics.map(toServiceMetricsJson) });
    },
  }),
  route({
    method: "POST",
    path: "/api/analytics/export",
    access: "export_analytics",
    query: ExportQuery,
    handle: async ({ c, services, actor, query }) => {
      const { report, limit } = query;
      const range = rangeOf(query, c.var.now);
      const answer = { ...RANGES, ...RANKINGS }[report] as Answer;
      const { items } = (await answer(services.searchAnalytics, actor, range, limit)) as {
        items: Record<string, unknown>[];
      };
      return answerCsv(c, `${report}-${range.from}-${range.to}.csv`, toCsv(items));
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
