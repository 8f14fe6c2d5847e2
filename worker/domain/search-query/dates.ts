import type { LocalDate } from "../local-time.ts";
import { addDays, weekdayOf } from "../local-time.ts";
import { readCalendarDate, toRun } from "./calendar-date.ts";
import { PARTS_OF_DAY } from "./calendar-words.ts";
import type { FoundDate } from "./date-union.ts";
import { uniteDates } from "./date-union.ts";
import type { Draft } from "./draft.ts";
import { addPart, claim, freeToken, freeWord, isFree } from "./draft.ts";
import { readNamed } from "./named-dates.ts";
import { buildPhraseTable, findPhrase, meaning } from "./phrases.ts";
import type { DateRange } from "./types.ts";
import { nextWeekday, readWeekday } from "./weekday-names.ts";

interface DatesRead {
  dates: DateRange | null;
  weekdays: number[] | null;
  /** "tonight" and "weeknights" also say when on that day. */
  impliesEvening: boolean;
}

/** What a word makes of the date behind it; no run of dates says what is "unsayable". */
const BOUNDS = buildPhraseTable<"until" | "before" | "unsayable">("word", [
  ...meaning("until", "by|until|till|til|no later than|not later than|not after"),
  ...meaning("before", "before|earlier than"),
  ...meaning("unsayable", "after|later than|no earlier than|not earlier than|not before"),
  ...meaning("unsayable", "not|not on|except|except on"),
]);
const RANGE_WORDS = new Set(["to", "through", "thru", "until", "till", "til"]);
const NUMBER_WORDS = new Map(
  "a one two three four five six seven eight nine ten".split(" ").map((it, at) => [it, at || 1]),
);
const MOST_DAYS_AHEAD = 366;

/** Reads every date and weekday of the query, as seen on `today`. */
export function readDates(draft: Draft, today: LocalDate): DatesRead {
  const found: FoundDate[] = [];
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const bounded = readBounded(draft, at, today);
    const date = bounded
      ? bounded.date
      : (readRange(draft, at, today) ?? readOne(draft, at, today));
    if (date && isFree(draft, date.start, date.end)) {
      found.push(date);
      at = date.end - 1;
    } else if (bounded) at = bounded.end - 1;
  }
  const { dates, weekdays, used } = uniteDates(found);
  for (const date of used) {
    claim(draft, date.kind === "every" ? "weekday" : "date", date.start, date.end);
    if (date.evening) addPart(draft, "time", date.start, date.end);
  }
  return { dates, weekdays, impliesEvening: used.some((it) => it.evening) };
}

/**
 * "before friday" as the days until then. "After friday" and "not monday" are no run of dates, and
 * must not become the days they keep out: their date is null.
 */
function readBounded(
  draft: Draft,
  start: number,
  today: LocalDate,
): { date: FoundDate | null; end: number } | null {
  const bound = findPhrase(BOUNDS, draft, start);
  const date = bound && readAfterThe(draft, bound.end, today);
  if (!bound || !date) return null;
  const { end } = date;
  if (bound.value === "unsayable" || date.kind === "every") return { date: null, end };
  const to = bound.value === "before" ? addDays(date.from, -1) : date.to;
  return { date: to < today ? null : { kind: "day", from: today, to, start, end }, end };
}

/** "monday to wednesday", "dec 5 - dec 8", "between monday and wednesday". */
function readRange(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  const opener = freeToken(draft, start)?.word;
  const isOpened = opener === "between" || opener === "from";
  const first = readAfterThe(draft, isOpened ? start + 1 : start, today);
  if (!first || first.kind === "every" || first.kind === "week") return null;
  const joint = freeToken(draft, first.end);
  const isDash = joint?.gap === "hyphen";
  const isWord =
    RANGE_WORDS.has(joint?.word ?? "") || (opener === "between" && joint?.word === "and");
  // "between dec 5 and 8" is a run by itself.
  if (!isDash && !isWord) return isOpened && first.from < first.to ? { ...first, start } : null;
  const last = readAfterThe(draft, isDash ? first.end : first.end + 1, today);
  if (!last || last.kind === "every" || last.kind === "week") return null;
  const to = last.weekday ? nextWeekday(last.weekday, first.from) : last.to;
  const run = toRun(first.from, to, today);
  return run && { kind: "day", ...run, start, end: last.end };
}

/** "dec 5" and "the 5th of december". */
function readAfterThe(draft: Draft, at: number, today: LocalDate): FoundDate | null {
  const isThe = freeToken(draft, at)?.word === "the";
  return readOne(draft, at, today) ?? (isThe ? readOne(draft, at + 1, today) : null);
}

function readOne(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  return (
    readNamed(draft, start, today) ??
    readDated(draft, start, today) ??
    readWeekday(draft, start, today) ??
    readAhead(draft, start, today) ??
    readThis(draft, start, today)
  );
}

/** A date of the calendar, and the weekday behind it that says the same: "12/12 (saturday)". */
function readDated(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  const date = readCalendarDate(draft, start, today);
  if (!date) return null;
  const named = readWeekday(draft, date.end, today);
  const isSame = named?.kind === "weekday" && named.weekday === weekdayOf(date.to);
  return { kind: "day", ...date, end: isSame ? named.end : date.end };
}

/** "in 3 days", "in a week", "two weeks from now", "a week from monday". */
function readAhead(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  const isIn = freeToken(draft, start)?.word === "in";
  const amountAt = isIn ? start + 1 : start;
  const days = readDays(draft, amountAt);
  if (days === null) return null;
  const end = amountAt + 2;
  const base = readBase(draft, end, today);
  if (!isIn && !base) return null;
  const date = addDays(base?.date ?? today, days);
  return { kind: "day", from: date, to: date, start, end: base?.end ?? end };
}

function readDays(draft: Draft, at: number): number | null {
  const amount = freeToken(draft, at);
  const unit = freeToken(draft, at + 1)?.stem;
  if (!amount || (unit !== "day" && unit !== "week")) return null;
  const count = amount.shape === "number" ? amount.numbers[0] : NUMBER_WORDS.get(amount.word);
  const days = (count ?? 0) * (unit === "week" ? 7 : 1);
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS_AHEAD ? days : null;
}

/** The day from which "two weeks from" counts. */
function readBase(
  draft: Draft,
  at: number,
  today: LocalDate,
): { date: LocalDate; end: number } | null {
  if (freeToken(draft, at)?.word !== "from") return null;
  if (freeToken(draft, at + 1)?.word === "now") return { date: today, end: at + 2 };
  const day = readOne(draft, at + 1, today);
  return day && day.kind !== "every" && day.from === day.to
    ? { date: day.from, end: day.end }
    : null;
}

/** "this evening" is today; the evening itself is read with the times. */
function readThis(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  const isThis = freeToken(draft, start)?.word === "this";
  if (!isThis || !PARTS_OF_DAY.has(freeWord(draft, start + 1))) return null;
  return { kind: "day", from: today, to: today, start, end: start + 1 };
}
