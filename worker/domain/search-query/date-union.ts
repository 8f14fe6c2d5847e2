import { datesBetween, daysBetween, weekdayOf } from "../local-time.ts";
import type { DateRange } from "./types.ts";

interface FoundAt {
  /** Tokens `[start, end)`. */
  start: number;
  end: number;
  evening?: boolean;
}

/** A run of dates ("week" when the words name a week or weekend), or weekdays of every week. */
export type FoundDate =
  | (FoundAt & DateRange & { kind: "day" | "week"; weekday?: number })
  | (FoundAt & DateRange & { kind: "weekday"; weekday: number })
  | (FoundAt & { kind: "every"; days: readonly number[] });

type FoundRange = Exclude<FoundDate, { kind: "every" }>;

interface United {
  dates: DateRange | null;
  weekdays: number[] | null;
  /** What the answer is made of; the rest could not be said without adding days nobody asked for. */
  used: FoundDate[];
}

/** Makes one condition of all dates of a query, never a wider one than was asked for. */
export function uniteDates(found: FoundDate[]): United {
  const every = found.filter((it) => it.kind === "every");
  const ranges = found.filter((it) => it.kind !== "every");
  if (every.length === 0) return uniteRanges(refineWeeks(ranges));
  const joining = ranges.filter((it) => it.kind === "weekday");
  const rest = uniteRanges(ranges.filter((it) => it.kind !== "weekday"));
  const days = [...every.flatMap((it) => it.days), ...joining.map((it) => it.weekday)];
  const weekdays = sortedUnique(days);
  if (rest.weekdays) return { dates: null, weekdays, used: [...every, ...joining] };
  return { dates: rest.dates, weekdays, used: [...every, ...joining, ...rest.used] };
}

/** "tuesday next week" is one day of that week. */
function refineWeeks(ranges: FoundRange[]): FoundRange[] {
  const week = ranges.find((it) => it.kind === "week");
  if (!week) return ranges;
  return ranges.map((it) => {
    if (it.kind !== "weekday") return it;
    const date = datesBetween(week.from, week.to).find((day) => weekdayOf(day) === it.weekday);
    return date ? { ...it, from: date, to: date } : it;
  });
}

function uniteRanges(ranges: FoundRange[]): United {
  const narrow = dropWider(ranges);
  const [first, ...others] = narrow;
  if (!first) return { dates: null, weekdays: null, used: [] };
  const spread = spreadOver(narrow);
  if (spread) return { ...spread, used: ranges };
  let dates: DateRange = { from: first.from, to: first.to };
  const refused = new Set<FoundRange>();
  for (const range of others) {
    if (touches(dates, range)) dates = hull([dates, range]);
    else refused.add(range);
  }
  return { dates, weekdays: null, used: ranges.filter((it) => !refused.has(it)) };
}

/** Of two ranges one of which lies inside the other the narrower one was meant. */
function dropWider(ranges: FoundRange[]): FoundRange[] {
  return ranges.filter(
    (wide, at) =>
      !ranges.some((narrow, index) => {
        const inside = wide.from <= narrow.from && narrow.to <= wide.to;
        const same = wide.from === narrow.from && wide.to === narrow.to;
        return index !== at && inside && (!same || index < at);
      }),
  );
}

/** Days apart from each other within one week are exactly said by a range and their weekdays. */
function spreadOver(ranges: FoundRange[]): Pick<United, "dates" | "weekdays"> | null {
  const whole = hull(ranges);
  if (daysBetween(whole.from, whole.to) >= 7) return null;
  const days = ranges.flatMap((it) => datesBetween(it.from, it.to).map(weekdayOf));
  const weekdays = sortedUnique(days);
  const isWhole = weekdays.length === daysBetween(whole.from, whole.to) + 1;
  return { dates: whole, weekdays: isWhole ? null : weekdays };
}

function touches(a: DateRange, b: DateRange): boolean {
  return daysBetween(a.to, b.from) <= 1 && daysBetween(b.to, a.from) <= 1;
}

function hull(ranges: DateRange[]): DateRange {
  const from = ranges.map((it) => it.from).reduce((a, b) => (a < b ? a : b));
  const to = ranges.map((it) => it.to).reduce((a, b) => (a > b ? a : b));
  return { from, to };
}

function sortedUnique(days: number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b);
}
