import type { RangeCounts } from "../../db/repositories/analytics.ts";
import { type DateRange, mean, median, percentage } from "../domain/analytics.ts";
import type { LocalDate } from "../domain/local-time.ts";

export interface TrendDay {
  date: LocalDate;
  searches: number;
  users: number;
  guests: number;
}

export interface QueryCounts {
  query: string;
  searches: number;
  users: number;
  averageResults: number | null;
}

export interface ZeroResultQuery extends QueryCounts {
  zeroResults: number;
  /** What would find something today, with how many. */
  wouldMatch: { label: string; count: number }[];
}

/** One value with what came of its searches; shares in per cent, null of nothing. */
export interface ValueCounts {
  value: string;
  searches: number;
  share: number | null;
  viewed: number;
  booked: number;
}

export interface Totals {
  searches: number;
  users: number;
  guests: number;
}

export interface Performance {
  zeroResultRate: number | null;
  averageResults: number | null;
  medianResults: number | null;
  clickRate: number | null;
}

export interface Funnel {
  searches: number;
  viewed: number;
  booked: number;
  viewRate: number | null;
  bookingRate: number | null;
  /** Of those that looked at a profile. */
  viewToBookingRate: number | null;
}

export interface Summary {
  range: DateRange;
  totals: Totals;
  types: { type: string; searches: number; share: number | null }[];
  performance: Performance;
  funnel: Funnel;
  previous: { range: DateRange; totals: Totals; performance: Performance; funnel: Funnel };
  /** Against the range before, in per cent; null where there was nothing. */
  change: { searches: number | null; users: number | null; guests: number | null };
}

export function toTotals({ all, users, guests }: RangeCounts): Totals {
  return { searches: all?.searches ?? 0, users, guests };
}

export function toPerformance({ all, resultCounts }: RangeCounts): Performance {
  if (!all) {
    return { zeroResultRate: null, averageResults: null, medianResults: null, clickRate: null };
  }
  return {
    zeroResultRate: percentage(all.zeroResults, all.searches),
    averageResults: mean(all.resultSum, all.searches),
    medianResults: median(resultCounts),
    clickRate: percentage(all.clicked, all.searches),
  };
}

export function toFunnel({ all }: RangeCounts): Funnel {
  const { searches, viewed, booked } = all ?? { searches: 0, viewed: 0, booked: 0 };
  return {
    searches,
    viewed,
    booked,
    viewRate: percentage(viewed, searches),
    bookingRate: percentage(booked, searches),
    viewToBookingRate: percentage(booked, viewed),
  };
}
