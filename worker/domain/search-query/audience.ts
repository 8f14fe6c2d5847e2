import type { Draft } from "./draft.ts";
import { claim, freeToken, freeWord, isFree } from "./draft.ts";
import { buildPhraseTable, findPhrase, meaning } from "./phrases.ts";
import type { Audience } from "./types.ts";
import { AGE_WORDS, MINORS, NOT_A_CLOCK, NOT_MONEY, OLDEST_MINOR } from "./units.ts";

interface AudienceRead {
  audience: Audience | null;
  /** Years, when one number was given. */
  age: number | null;
}

interface AgeMatch {
  youngest: number;
  oldest: number;
  start: number;
  end: number;
}

const OLDEST_KID = 12;
const OLDEST_TEEN = 17;
const YOUNGEST_SENIOR = 65;
const OLDEST = 120;

const WORDS = buildPhraseTable<Audience>("stem", [
  ...meaning("kids", "kid|child|children|toddler|baby|infant|preschooler|little one"),
  ...meaning("teens", "teen|teenager|teenage|adolescent"),
  ...meaning("adults", "adult|young adult|grown up|grownup"),
  ...meaning("seniors", "senior|senior citizen|elderly|older adult|retiree"),
]);

const YEARS = new Set(["year", "yr"]);
const LIMITS = new Set(["under", "over", "below", "above"]);

/**
 * Takes the ages of "kids 5-7" and "teens 13 to 17" out of the text, before they pass for hours or
 * a price. Who is meant is said already, so they narrow nothing more.
 */
export function claimAgesOfMinors(draft: Draft): void {
  for (let at = 1; at < draft.tokens.length; at += 1) {
    const first = MINORS.has(draft.tokens[at - 1]?.stem ?? "") ? readNumber(draft, at) : null;
    const last = first && readSecond(draft, first.end);
    if (!last || last.value > OLDEST_MINOR || hasUnit(draft, last.end)) continue;
    if (isFree(draft, at, last.end)) claim(draft, "audience", at, last.end);
  }
}

/** "5-7pm", "8-10 dollars". */
function hasUnit(draft: Draft, at: number): boolean {
  const next = draft.tokens[at];
  return next !== undefined && (NOT_MONEY.has(next.stem) || NOT_A_CLOCK.has(next.stem));
}

/** Reads who the lesson is for. A number of years beats a word, and the first word the later ones. */
export function readAudience(draft: Draft): AudienceRead {
  const ages = draft.tokens.flatMap((_, at) => claimAge(draft, at) ?? []);
  const age = ages.find((it) => it.youngest === it.oldest)?.youngest ?? null;
  const [first] = ages;
  let audience = first ? audienceOf(age ?? first.oldest) : null;
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const word = findPhrase(WORDS, draft, at);
    if (!word || (audience && !first && word.value !== audience)) continue;
    audience ??= word.value;
    claim(draft, "audience", word.start, skipAgeLimit(draft, word.end));
  }
  return { audience, age };
}

function audienceOf(age: number): Audience {
  if (age <= OLDEST_KID) return "kids";
  if (age <= OLDEST_TEEN) return "teens";
  return age < YOUNGEST_SENIOR ? "adults" : "seniors";
}

function claimAge(draft: Draft, at: number): AgeMatch | null {
  const age = readAge(draft, at);
  if (!age || !isFree(draft, age.start, age.end)) return null;
  claim(draft, "audience", age.start, age.end);
  return age;
}

/** "7 year old", "5-7 years old", "7yo", "aged 7", "ages 5 to 7". */
function readAge(draft: Draft, start: number): AgeMatch | null {
  const named = AGE_WORDS.has(freeWord(draft, start));
  const first = readNumber(draft, named ? start + 1 : start);
  if (!first) return null;
  const last = readSecond(draft, first.end);
  const { value: oldest, end } = last ?? first;
  const yearsEnd = skipYearsOld(draft, end);
  if (!named && yearsEnd === end) return null;
  return { youngest: first.value, oldest, start, end: yearsEnd };
}

function readNumber(draft: Draft, at: number): { value: number; end: number } | null {
  const token = freeToken(draft, at);
  const value = token?.shape === "number" && !token.money ? token.numbers[0] : undefined;
  if (value === undefined || !Number.isInteger(value) || value > OLDEST) return null;
  return { value, end: at + 1 };
}

function readSecond(draft: Draft, at: number): { value: number; end: number } | null {
  const joint = freeToken(draft, at);
  if (joint?.gap === "hyphen") return readNumber(draft, at);
  return joint && ["to", "and", "or"].includes(joint.word) ? readNumber(draft, at + 1) : null;
}

function skipYearsOld(draft: Draft, at: number): number {
  const word = (offset: number) => freeToken(draft, at + offset)?.stem ?? "";
  if (word(0) === "yo") return at + 1;
  if (word(0) === "y" && word(1) === "o") return at + 2;
  return YEARS.has(word(0)) && word(1) === "old" ? at + 2 : at;
}

/** "kids under 12": who is meant is said already, the number narrows nothing more. */
function skipAgeLimit(draft: Draft, at: number): number {
  if (!LIMITS.has(freeWord(draft, at))) return at;
  return readNumber(draft, at + 1)?.end ?? at;
}
