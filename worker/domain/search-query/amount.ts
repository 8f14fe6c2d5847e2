import { MONTHS } from "./calendar-words.ts";
import type { Draft } from "./draft.ts";
import { freeToken, freeWord, wordAt } from "./draft.ts";
import { AGE_WORDS, NOT_MONEY } from "./units.ts";

/** A sum of money as typed. `money` is false for a bare number, which needs a price word beside it. */
export interface Amount {
  cents: number;
  money: boolean;
  /** Token after the last one that belongs to it, noise such as "an hour" included. */
  end: number;
}

const MOST_DOLLARS = 100_000;
const CURRENCY = new Set(["dollar", "buck", "usd"]);
const HOUR = new Set(["hour", "hr", "h", "lesson", "session", "class"]);
const PER = new Set(["per", "an", "a", "each"]);
/** Reads a number of dollars with what belongs to it: "$40", "40 bucks an hour", "60/hr". */
export function readAmount(draft: Draft, at: number): Amount | null {
  const token = freeToken(draft, at);
  const dollars = token?.shape === "number" ? token.numbers[0] : undefined;
  if (!token || dollars === undefined || dollars > MOST_DOLLARS) return null;
  const before = wordAt(draft, at - 1);
  if (AGE_WORDS.has(before) || MONTHS.has(before)) return null;
  const afterCurrency = skipCurrency(draft, at + 1);
  const end = skipRate(draft, afterCurrency);
  const money = token.money || end > at + 1;
  if (!money && hasOtherUnit(draft, end)) return null;
  return { cents: Math.round(dollars * 100), money, end };
}

function skipCurrency(draft: Draft, at: number): number {
  return CURRENCY.has(freeToken(draft, at)?.stem ?? "") ? at + 1 : at;
}

function skipRate(draft: Draft, at: number): number {
  const token = freeToken(draft, at);
  if (!token) return at;
  const next = freeWord(draft, at + 1);
  if (PER.has(token.word) && HOUR.has(next)) return at + 2;
  if (token.gap === "slash" && HOUR.has(token.word)) return at + 1;
  return token.word === "hourly" ? at + 1 : at;
}

/** "5pm", "3 weeks", "5k" and "5th" are no sums. */
function hasOtherUnit(draft: Draft, at: number): boolean {
  const next = freeToken(draft, at);
  if (!next) return false;
  return NOT_MONEY.has(next.stem) || (next.gap === "none" && next.word !== "plus");
}

/** A bare whole number that could be an hour of the clock. */
export function isClockSized(amount: Amount): boolean {
  return amount.cents % 100 === 0 && amount.cents <= 1200;
}
