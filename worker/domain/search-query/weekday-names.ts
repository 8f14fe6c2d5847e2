import type { LocalDate } from "../local-time.ts";
import { addDays, weekdayOf } from "../local-time.ts";
import { readCalendarDate } from "./calendar-date.ts";
import { PARTS_OF_DAY, WEEKDAYS } from "./calendar-words.ts";
import type { FoundDate } from "./date-union.ts";
import type { Draft } from "./draft.ts";
import { freeToken, freeWord, wordAt } from "./draft.ts";
import type { Token } from "./tokens.ts";

/** "SAT" is a test and "sun" a word: they are days only where the words beside them say so. */
const AMBIGUOUS = new Set(["sat", "sun"]);
const BEFORE_A_DAY = new Set("on next this every each coming by before until till".split(" "));
const BETWEEN_DAYS = new Set(["and", "or", "to", "through", "thru"]);

/** The first date from `from` on that falls on the weekday, `from` included. */
export function nextWeekday(weekday: number, from: LocalDate): LocalDate {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

/**
 * Reads "friday", "this friday", "next friday" (of next week), "every friday" and "friday dec 4",
 * where the name only says once more what the date says.
 */
export function readWeekday(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  const prefix = readPrefix(draft, start);
  const nameAt = start + prefix.length;
  const weekday = weekdayAt(draft, nameAt);
  if (!weekday) return null;
  const end = nameAt + 1;
  const word = prefix.at(-1);
  if (word === "every" || word === "each") return { kind: "every", days: [weekday], start, end };
  const dated = readCalendarDate(draft, end, today);
  if (dated && weekdayOf(dated.from) === weekday) return { kind: "day", ...dated, start };
  if (isTooVague(draft, nameAt)) return null;
  const from = word === "next" ? addDays(today, 8 - weekdayOf(today)) : today;
  const date = nextWeekday(weekday, from);
  const kind = word === "next" ? "day" : "weekday";
  return { kind, from: date, to: date, weekday, start, end };
}

function readPrefix(draft: Draft, start: number): string[] {
  const first = freeWord(draft, start);
  const second = freeToken(draft, start + 1)?.word;
  if (first === "this" && second === "coming") return ["this", "coming"];
  return ["this", "coming", "next", "every", "each"].includes(first) ? [first] : [];
}

function weekdayAt(draft: Draft, at: number): number | null {
  const token = freeToken(draft, at);
  const weekday = token && WEEKDAYS.get(token.word);
  return !weekday || isWeWould(token) ? null : weekday;
}

function isTooVague(draft: Draft, at: number): boolean {
  return AMBIGUOUS.has(wordAt(draft, at)) && !isMeantAsDay(draft, at);
}

/** "we'd" folds to "wed", but it was longer. */
function isWeWould({ word, start, end }: Token): boolean {
  return word === "wed" && end - start > word.length;
}

function isMeantAsDay(draft: Draft, at: number): boolean {
  const word = (index: number) => wordAt(draft, index);
  if (BEFORE_A_DAY.has(word(at - 1))) return true;
  if (PARTS_OF_DAY.has(word(at + 1)) || word(at + 1) === "at") return true;
  if (/^[ap]m$/.test(word(at + 2)) || isClock(draft, at + 1)) return true;
  return isDayName(draft, at, 1) || isDayName(draft, at, -1);
}

/** "10:30", and the "10-12" that no score of a test could be. */
function isClock({ tokens }: Draft, at: number): boolean {
  const isHour = (token: Token | undefined) =>
    token?.shape === "number" && (token.numbers as [number])[0] <= 24;
  const next = tokens[at + 1];
  return (
    tokens[at]?.shape === "clock" || (isHour(tokens[at]) && isHour(next) && next?.gap === "hyphen")
  );
}

/** Another weekday stands beside it, with or without a joint: "sat & sun", "fri/sat", "sat-sun". */
function isDayName(draft: Draft, at: number, step: 1 | -1): boolean {
  const near = wordAt(draft, at + step);
  const far = wordAt(draft, at + 2 * step);
  return WEEKDAYS.has(near) || (BETWEEN_DAYS.has(near) && WEEKDAYS.has(far));
}
