import * as v from "valibot";
import type { ServiceMetrics } from "../../db/repositories/service-metrics.ts";
import { type DateRange, MOST_DAYS, mean, percentage, TRENDING_FROM } from "../domain/analytics.ts";
import { toRfc3339 } from "../domain/local-time.ts";
import type {
  Funnel,
  Performance,
  QueryCounts,
  Summary,
  TrendDay,
  ValueCounts,
  ZeroResultQuery,
} from "../services/search-reports.ts";
import { LocalDateText, wholeNumberText } from "./common.ts";

const rangeEntries = {
  days: v.optional(wholeNumberText(1, MOST_DAYS)),
  start_date: v.optional(LocalDateText),
  end_date: v.optional(LocalDateText),
};

/** `?days=30`, or `?start_date=&end_date=`. */
export const RangeQuery = v.strictObject(rangeEntries);

export const RankingQuery = v.strictObject({
  ...rangeEntries,
  limit: v.optional(wholeNumberText(1, 100), "20"),
});

export function toTrendJson({ date, searches, users, guests }: TrendDay) {
  return { date, total_searches: searches, unique_users: users, unique_guests: guests };
}

export function toQueryJson({ query, searches, users, averageResults }: QueryCounts) {
  return {
    query,
    search_count: searches,
    unique_users: users,
    average_results: averageResults,
  };
}

export function toZeroResultJson(query: ZeroResultQuery) {
  return {
    ...toQueryJson(query),
    zero_result_count: query.zeroResults,
    would_match: query.wouldMatch,
  };
}

export function toValueJson({ value, searches, share, viewed, booked }: ValueCounts) {
  return { value: value || null, search_count: searches, percentage: share, viewed, booked };
}

export function toFunnelJson(funnel: Funnel) {
  return {
    searches: funnel.searches,
    viewed: funnel.viewed,
    booked: funnel.booked,
    search_to_view_rate: funnel.viewRate,
    view_to_booking_rate: funnel.viewToBookingRate,
    search_to_booking_rate: funnel.bookingRate,
  };
}

export function toPerformanceJson(performance: Performance) {
  return {
    zero_result_rate: performance.zeroResultRate,
    average_results: performance.averageResults,
    median_results: performance.medianResults,
    click_rate: performance.clickRate,
  };
}

export function toSummaryJson(summary: Summary) {
  const { range, totals, types, performance, previous, change } = summary;
  return {
    date_range: toRangeJson(range),
    totals: toTotalsJson(totals),
    search_types: Object.fromEntries(
      types.map(({ type, searches, share }) => [type, { count: searches, percentage: share }]),
    ),
    performance: toPerformanceJson(performance),
    change_percent: {
      total_searches: change.searches,
      unique_users: change.users,
      unique_guests: change.guests,
    },
    previous: {
      date_range: toRangeJson(previous.range),
      totals: toTotalsJson(previous.totals),
      performance: toPerformanceJson(previous.performance),
    },
  };
}

function toRangeJson({ from, to }: DateRange) {
  return { start_date: from, end_date: to };
}

function toTotalsJson({ searches, users, guests }: Summary["totals"]) {
  return { total_searches: searches, unique_users: users, unique_guests: guests };
}

/** One service, with its searches of a range; null wherever there was nothing to tell it from. */
export function toServiceMetricsJson(metrics: ServiceMetrics, ofRange: ValueCounts | null) {
  const { searches30d, viewed30d, booked30d, weeklyMinutes, trend } = metrics;
  return {
    service: metrics.service,
    computed_at: toRfc3339(metrics.computedAt),
    searches: ofRange?.searches ?? 0,
    viewed: ofRange?.viewed ?? 0,
    booked: ofRange?.booked ?? 0,
    searches_7d: metrics.searches7d,
    searches_30d: searches30d,
    search_to_view_rate: percentage(viewed30d, searches30d),
    view_to_booking_rate: percentage(booked30d, viewed30d),
    price_quartile_1_cents: metrics.priceQuartile1Cents,
    price_median_cents: metrics.priceMedianCents,
    price_quartile_3_cents: metrics.priceQuartile3Cents,
    usual_duration_minutes: metrics.usualMinutes,
    peak_hour: metrics.peakHour,
    peak_weekday: metrics.peakWeekday,
    lessons_90d: metrics.lessons90d,
    completion_rate: percentage(metrics.completed90d, metrics.closed90d),
    instructor_count: metrics.instructors,
    weekly_hours_offered: Math.round((weeklyMinutes / 60) * 100) / 100,
    /** Searches a week for each hour that is offered in a week. */
    searches_per_hour_offered:
      weeklyMinutes === 0 ? null : mean(metrics.searches7d * 60, weeklyMinutes),
    demand_score: metrics.demandScore,
    trend,
    is_trending: trend === null ? null : trend >= TRENDING_FROM,
  };
}
