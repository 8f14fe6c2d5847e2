import { DomainError } from "./errors.ts";
import { addDays, daysBetween, type LocalDate, localDateOf } from "./local-time.ts";

/** Rule: numbers are by the date in New York, where the business is. */
export const ANALYTICS_ZONE = "America/New_York";

/** One value of a discrete distribution, and how often it came. */
export interface Tally {
  value: number;
  count: number;
}

/** Dates, both included. */
export interface DateRange {
  from: LocalDate;
  to: LocalDate;
}

/** Every date from `from` to `to`, both included; none when they are the wrong way round. */
export function listDates(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The last `days` dates, today included, and as many before them. */
export function rangeEndingToday(days: number, now: number) {
  const to = localDateOf(now, ANALYTICS_ZONE);
  return rangeWithPrevious(addDays(to, 1 - days), to);
}

/** A range of dates and the one of the same length right before it. */
export function rangeWithPrevious(from: LocalDate, to: LocalDate) {
  const days = listDates(from, to).length;
  return { from, to, previous: { from: addDays(from, -days), to: addDays(from, -1) } };
}

/** Rule: no range is longer than a year. */
export const MOST_DAYS = 365;

const DEFAULT_DAYS = 30;

/**
 * The dates somebody asks for: so many days up to today, or from one date to another. Throws
 * `invalid_range` for dates backwards, ahead or too many.
 */
export function chooseRange(
  asked: {
    days?: number | undefined;
    from?: LocalDate | undefined;
    to?: LocalDate | undefined;
  },
  now: number,
): DateRange {
  const { days, from, to } = asked;
  if (from === undefined && to === undefined) {
    const range = rangeEndingToday(days ?? DEFAULT_DAYS, now);
    return { from: range.from, to: range.to };
  }
  const today = localDateOf(now, ANALYTICS_ZONE);
  const end = to ?? today;
  const count = from === undefined ? 0 : daysBetween(from, end) + 1;
  if (from === undefined || days !== undefined || end > today || count < 1 || count > MOST_DAYS) {
    const detail = `Give days, or dates in order that are not ahead and at most ${MOST_DAYS}.`;
    throw new DomainError("invalid_range", { detail });
  }
  return { from, to: end };
}

/** A share of a whole as a percentage with one decimal; null of nothing, as nobody knows that. */
export function percentage(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** How much more, in per cent of what was before; null when there was nothing before. */
export function changePercent(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : percentage(now - before, before);
}

/** The mean with two decimals; null of nothing. */
export function mean(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round((sum / count) * 100) / 100;
}

/**
 * The exact quantile of all values, `share` from 0 to 1: the value in that place when all stand in a
 * row, halfway between two neighbours where the place lies between them. Null of nothing.
 */
export function quantile(tallies: readonly Tally[], share: number): number | null {
  const ordered = tallies.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
  const total = ordered.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const place = (total - 1) * share;
  const [below, above] = [valueAt(ordered, Math.floor(place)), valueAt(ordered, Math.ceil(place))];
  return below + (above - below) * (place - Math.floor(place));
}

export function median(tallies: readonly Tally[]): number | null {
  return quantile(tallies, 0.5);
}

/** The value at a place, from 0, of all that is tallied in order; there has to be one. */
function valueAt(ordered: readonly Tally[], place: number): number {
  let passed = 0;
  const found = ordered.find(({ count }) => {
    passed += count;
    return place < passed;
  });
  return (found as Tally).value;
}

/** The value that came most often, the smallest of several; null of nothing. */
export function mostCommon(tallies: readonly Tally[]): number | null {
  const [first] = [...tallies].sort((a, b) => b.count - a.count || a.value - b.value);
  return first && first.count > 0 ? first.value : null;
}

/** What happened with one service in 30 days. */
export interface Demand {
  searches: number;
  viewed: number;
  booked: number;
}

/** What a profile opened and a lesson booked weigh beside a search. */
const VIEW_WEIGHT = 3;
const BOOKING_WEIGHT = 10;

function demandOf({ searches, viewed, booked }: Demand): number {
  return searches + VIEW_WEIGHT * viewed + BOOKING_WEIGHT * booked;
}

/**
 * Demand scores from 0 to 100, in the order given: searches + 3 x viewed + 10 x booked of 30 days, on a
 * logarithmic scale on which the service in most demand has 100.
 */
export function demandScores(demands: readonly Demand[]): number[] {
  const most = Math.max(0, ...demands.map(demandOf));
  if (most === 0) return demands.map(() => 0);
  return demands.map(
    (demand) => Math.round((Math.log1p(demandOf(demand)) / Math.log1p(most)) * 1000) / 10,
  );
}

/** Fewer searches than this in 30 days say nothing about a trend. */
export const TREND_SEARCHES = 10;

/**
 * Searches a day in the last week, as a multiple of those in the 23 days before; from 1.5 on a service is
 * trending. Null where there is too little to tell, or nothing before to compare with.
 */
export function trend(searches7d: number, searches30d: number): number | null {
  const before = searches30d - searches7d;
  if (searches30d < TREND_SEARCHES || before === 0) return null;
  return Math.round((searches7d / 7 / (before / 23)) * 100) / 100;
}

export const TRENDING_FROM = 1.5;
