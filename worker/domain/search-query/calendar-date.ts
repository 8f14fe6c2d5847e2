import type { LocalDate } from "../local-time.ts";
import { parseLocalDate } from "../local-time.ts";
import { MONTHS } from "./calendar-words.ts";
import type { Draft } from "./draft.ts";
import { freeToken, freeWord } from "./draft.ts";
import type { Token } from "./tokens.ts";
import type { DateRange } from "./types.ts";

/** A run of dates as typed: tokens `[start, end)`. */
interface DateMatch extends DateRange {
  start: number;
  end: number;
}

interface MonthDay {
  month: number;
  day: number;
  year: number | null;
  end: number;
}

/** February 29 comes back within eight years at the latest (1896–1904, 2096–2104). */
const MOST_YEARS_AHEAD = 8;
const ORDINALS = new Set(["st", "nd", "rd", "th"]);

/** Reads "dec 5", "5th of december", "12/5", "2026-12-05", and "dec 5-8" as one run of dates. */
export function readCalendarDate(draft: Draft, start: number, today: LocalDate): DateMatch | null {
  const token = freeToken(draft, start);
  if (!token) return null;
  const typed =
    readTyped(token, start) ?? readMonthFirst(draft, start) ?? readDayFirst(draft, start);
  if (!typed) return null;
  const from = resolveDate(typed, today);
  if (!from) return null;
  const isBetween = freeToken(draft, start - 1)?.word === "between";
  const last = MONTHS.has(token.word) ? readLastDay(draft, typed, isBetween) : null;
  const to = last && resolveDate(last, today);
  const run = to && toRun(from, to, today);
  return last && run ? { ...run, start, end: last.end } : { from, to: from, start, end: typed.end };
}

/** A run that has begun already goes on from today: "dec 1-5" asked on December 2. */
export function toRun(from: LocalDate, to: LocalDate, today: LocalDate): DateRange | null {
  if (from <= to) return { from, to };
  return today <= to ? { from: today, to } : null;
}

function readTyped(token: Token, at: number): MonthDay | null {
  const end = at + 1;
  if (token.shape === "date") {
    const [year, month, day] = token.numbers as [number, number, number];
    return { year, month, day, end };
  }
  if (token.shape !== "month_day") return null;
  const [month, day, typed = null] = token.numbers as [number, number, number?];
  return { month, day, year: typed === null || typed > 99 ? typed : 2000 + typed, end };
}

function readMonthFirst(draft: Draft, at: number): MonthDay | null {
  const month = MONTHS.get(freeWord(draft, at));
  const day = month ? readDay(draft, at + 1) : null;
  return month && day ? withYear(draft, { month, day: day.value, year: null, end: day.end }) : null;
}

function readDayFirst(draft: Draft, at: number): MonthDay | null {
  // The "2" of "algebra 2 may 5" belongs to the service.
  const day = draft.reserved[at] === 0 ? readDay(draft, at) : null;
  if (!day) return null;
  const monthAt = freeToken(draft, day.end)?.word === "of" ? day.end + 1 : day.end;
  const month = MONTHS.get(freeWord(draft, monthAt));
  if (!month) return null;
  return withYear(draft, { month, day: day.value, year: null, end: monthAt + 1 });
}

/** The "8" of "dec 5-8", "dec 5 to 8" or "between dec 5 and 8". */
function readLastDay(draft: Draft, first: MonthDay, isBetween: boolean): MonthDay | null {
  const joint = freeToken(draft, first.end);
  const isDash = joint?.gap === "hyphen";
  if (!isDash && joint?.word !== "to" && !(isBetween && joint?.word === "and")) return null;
  const day = readDay(draft, isDash ? first.end : first.end + 1);
  const next = day ? freeToken(draft, day.end)?.word : undefined;
  if (!day || day.value <= first.day || next === "am" || next === "pm") return null;
  return { ...first, day: day.value, end: day.end };
}

function readDay(draft: Draft, at: number): { value: number; end: number } | null {
  const token = freeToken(draft, at);
  if (token?.shape !== "number" || token.money) return null;
  const [value] = token.numbers as [number];
  if (value < 1 || value > 31) return null;
  return { value, end: ORDINALS.has(freeWord(draft, at + 1)) ? at + 2 : at + 1 };
}

function withYear(draft: Draft, date: MonthDay): MonthDay {
  const token = freeToken(draft, date.end);
  const year = token?.shape === "number" && /^20\d\d$/.test(token.word) ? Number(token.word) : null;
  return year ? { ...date, year, end: date.end + 1 } : date;
}

/** The date itself when a year was given, else the next such date, today included. */
function resolveDate(date: MonthDay, today: LocalDate): LocalDate | null {
  if (date.year !== null) return toLocalDate(date.year, date.month, date.day);
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year <= thisYear + MOST_YEARS_AHEAD; year += 1) {
    const found = toLocalDate(year, date.month, date.day);
    if (found && found >= today) return found;
  }
  return null;
}

function toLocalDate(year: number, month: number, day: number): LocalDate | null {
  const pad = (value: number) => String(value).padStart(2, "0");
  return parseLocalDate(`${year}-${pad(month)}-${pad(day)}`);
}
