import type { Amount } from "./amount.ts";
import { isClockSized, readAmount } from "./amount.ts";
import type { Draft } from "./draft.ts";
import { claim, freeToken, freeWord, isFree, wordAt } from "./draft.ts";
import { findNegation } from "./negation.ts";
import { buildPhraseTable, findPhrase, meaning } from "./phrases.ts";
import type { Token } from "./tokens.ts";
import type { PriceRange } from "./types.ts";
import { MINORS, OLDEST_MINOR } from "./units.ts";

type Bound = "min" | "max" | "about" | "min_if_money";

const OPPOSITE: Partial<Record<Bound, Bound>> = { min: "max", max: "min" };

/** Every word on its own and before each ending: "less than", and as it is often misspelled. */
const joined = (words: string, endings: string) =>
  words
    .split("|")
    .flatMap((word) => endings.split("|").map((ending) => `${word} ${ending}`))
    .join("|");

const BEFORE_AMOUNT = buildPhraseTable<Bound>("word", [
  ...meaning("max", "under|below|up to|upto|at most|max|maximum|budget|within"),
  ...meaning("max", joined("less|lower|cheaper", "than|then")),
  ...meaning("min", "over|above|at least|min|minimum|exceed|exceeding|upwards of"),
  ...meaning("min", joined("more|higher|greater", "than|then")),
  ...meaning("about", "around|about|approximately|approx|roughly"),
  ...meaning("min_if_money", "from|starting at|starting from"),
]);
/** What may stand between the two: "maximum price of $40", "budget is 50". */
const BEFORE_SUM = new Set(["price", "of", "is"]);

const AFTER_AMOUNT = buildPhraseTable<"min" | "max" | "min_if_money">("word", [
  ...meaning("max", joined("or|and", "less|under|below|cheaper|lower")),
  ...meaning("max", "max|maximum|tops|at most"),
  ...meaning("min", joined("or|and", "more|up|above|over|higher|greater")),
  ...meaning("min", "minimum|upwards"),
  // "30 min" is a duration and "12+" an age, but "$30 min" and "$12+" are prices.
  ...meaning("min_if_money", "min|plus"),
]);

/** Most cents an hour that each of these words stands for. */
const VAGUE = buildPhraseTable<number>("word", [
  ...meaning(6000, "cheap|cheaper|cheapest|budget|inexpensive|low cost|low price"),
  ...meaning(6000, "not expensive|not too expensive"),
  ["affordable", 8000],
]);

/** People whose least age may follow: "adults over 60". */
const GROWN_UPS = new Set(["adult", "senior", "people"]);
const ABOVE = new Set(["over", "above"]);

interface Found extends PriceRange {
  start: number;
  end: number;
  vague?: boolean;
}

/** Reads every price in the query: all bounds hold together, and a number beats a word like "cheap". */
export function readPrice(draft: Draft): PriceRange {
  const found: Found[] = [];
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const price =
      readRange(draft, at) ?? readBefore(draft, at) ?? readAfter(draft, at) ?? readVague(draft, at);
    if (!price || !isFree(draft, price.start, price.end)) continue;
    claim(draft, "price", price.start, price.end);
    found.push(price);
    at = price.end - 1;
  }
  const numbers = found.filter((it) => !it.vague);
  return intersect(numbers.length > 0 ? numbers : found);
}

function intersect(found: Found[]): PriceRange {
  const lows = found.flatMap((it) => it.minCents ?? []);
  const highs = found.flatMap((it) => it.maxCents ?? []);
  return {
    minCents: lows.length > 0 ? Math.max(...lows) : null,
    maxCents: highs.length > 0 ? Math.min(...highs) : null,
  };
}

/** "between 40 and 60", "from $40 to $60", "40-60", "40 to 60". */
function readRange(draft: Draft, start: number): Found | null {
  const opener = freeToken(draft, start)?.word;
  const opened = opener === "between" || opener === "from";
  const low = readAmount(draft, opened ? start + 1 : start);
  if (!low) return null;
  const joint = freeToken(draft, low.end);
  if (!joint) return null;
  const isDash = joint.gap === "hyphen";
  const isWord = joint.word === "to" || (opener === "between" && joint.word === "and");
  if (!isDash && !isWord) return null;
  const high = readAmount(draft, isDash ? low.end : low.end + 1);
  if (!high || looksLikeHours(low, high)) return null;
  if (isDash && (continuesDash(draft, start) || continuesDash(draft, high.end))) return null;
  const cents = [low.cents, high.cents];
  return { start, end: high.end, minCents: Math.min(...cents), maxCents: Math.max(...cents) };
}

/** Numbers go on across a dash at `at`: "212-555-1234" is a telephone number, not a range. */
function continuesDash({ tokens }: Draft, at: number): boolean {
  const isNumber = (token: Token | undefined) => token?.shape === "number";
  return isNumber(tokens[at - 1]) && isNumber(tokens[at]) && tokens[at]?.gap === "hyphen";
}

/** Nobody teaches for $4: without a dollar sign "4-6" and "around 5" speak of the clock. */
function looksLikeHours(...amounts: Amount[]): boolean {
  return amounts.every((it) => !it.money && isClockSized(it));
}

/** "under $80", "at least 40", "no less than 40", "around 50". */
function readBefore(draft: Draft, at: number): Found | null {
  const word = findPhrase(BEFORE_AMOUNT, draft, at);
  const amount = word && readAmount(draft, skipBeforeSum(draft, word.end));
  if (!word || !amount) return null;
  const { cents, end } = amount;
  const opposite = OPPOSITE[word.value];
  const negation = opposite ? findNegation(draft, at) : null;
  const bound = opposite && negation !== null ? opposite : word.value;
  const start = negation ?? at;
  if (isAgeLimit(draft, start, at, amount)) return null;
  if (bound === "about") return looksLikeHours(amount) ? null : around(cents, start, end);
  if (bound === "min_if_money" && !amount.money) return null;
  if (bound === "max") return { start, end, minCents: null, maxCents: cents };
  return { start, end, minCents: cents, maxCents: null };
}

function skipBeforeSum(draft: Draft, at: number): number {
  let end = at;
  while (BEFORE_SUM.has(freeWord(draft, end))) end += 1;
  return end;
}

function around(cents: number, start: number, end: number): Found {
  return {
    start,
    end,
    minCents: Math.round((cents * 4) / 5),
    maxCents: Math.round((cents * 6) / 5),
  };
}

/** `start`: where the limit begins; `at`: where its own word stands. */
function isAgeLimit(draft: Draft, start: number, at: number, amount: Amount): boolean {
  const who = freeToken(draft, start - 1)?.stem ?? "";
  if (amount.money) return false;
  if (MINORS.has(who)) return amount.cents <= OLDEST_MINOR * 100;
  return GROWN_UPS.has(who) && ABOVE.has(wordAt(draft, at));
}

/** "$49.50 or less", "50 max", and a sum by itself ("$50"), which is read as the most to spend. */
function readAfter(draft: Draft, start: number): Found | null {
  const amount = readAmount(draft, start);
  if (!amount) return null;
  const { cents, money } = amount;
  const after = findPhrase(AFTER_AMOUNT, draft, amount.end);
  if (after?.value === "max") return { start, end: after.end, minCents: null, maxCents: cents };
  if (after?.value === "min" || (after && money)) {
    return { start, end: after.end, minCents: cents, maxCents: null };
  }
  return money ? { start, end: amount.end, minCents: null, maxCents: cents } : null;
}

function readVague(draft: Draft, start: number): Found | null {
  const word = findPhrase(VAGUE, draft, start);
  if (!word || isVagueDenied(draft, start)) return null;
  return { start, end: word.end, minCents: null, maxCents: word.value, vague: true };
}

/** "Not cheap" and "not too cheap" ask for no price anybody could name. */
function isVagueDenied(draft: Draft, start: number): boolean {
  const before = freeToken(draft, start - 1)?.word === "too" ? start - 1 : start;
  return findNegation(draft, before) !== null;
}
