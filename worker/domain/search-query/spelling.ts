import { isOrdinaryWord } from "./ordinary-words.ts";
import { phrasesAt } from "./phrases.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Token } from "./tokens.ts";
import type { Candidate } from "./vocabulary.ts";
import { findCandidates } from "./vocabulary.ts";
import { toSingular } from "./word-forms.ts";

const MIN_LETTERS = 5;
/** A word this short is corrected only when its first and last letters are right. */
const MIN_LETTERS_WITH_ENDS = 4;
const MIN_LETTERS_FOR_TWO_MISTAKES = 8;
/** Bounds the work on a text of nothing but unknown words. */
const MAX_WORDS_EXAMINED = 40;
const LONGEST_PHRASE = 6;
/** One neighbour is little evidence for so short a word: "late art" is not "latte art". */
const MIN_PHRASE_FOR_SHORT_WORD = 3;

/**
 * Replaces the words nothing claimed (`unmatched`: their positions) by the words they were meant
 * for. Answers the positions it changed with the tokens; whether a change made sense is known only
 * when the tokens have been read again.
 */
export function correctSpelling(
  tokens: readonly Token[],
  unmatched: number[],
  index: SearchIndex,
): { tokens: Token[]; changed: number[] } {
  const corrected = [...tokens];
  const changed: number[] = [];
  for (const at of unmatched.slice(0, MAX_WORDS_EXAMINED)) {
    const token = corrected[at];
    const word = token && findCorrection(corrected, at, token.word, index);
    if (!token || !word) continue;
    corrected[at] = { ...token, word, stem: toSingular(word) };
    changed.push(at);
  }
  return { tokens: corrected, changed };
}

function findCorrection(
  tokens: Token[],
  at: number,
  word: string,
  index: SearchIndex,
): string | null {
  if (word.length < MIN_LETTERS_WITH_ENDS || !/^[a-z]+$/.test(word)) return null;
  if (isOrdinaryWord(word)) return null;
  const limit = word.length >= MIN_LETTERS_FOR_TWO_MISTAKES ? 2 : 1;
  const candidates = findCandidates(index.vocabulary, word, limit).filter(
    (it) => word.length >= MIN_LETTERS || endsAgree(it.word, word) === 2,
  );
  // A known word that means nothing here ("west") is no mistake.
  if (candidates.some((it) => it.distance === 0)) return null;
  const fitting = candidates.filter((it) => it.alone || fitsNeighbours(tokens, at, it, index));
  // A neighbour may be misspelled as well ("middel scool math"), so a part of a name gets a try.
  const isShort = word.length < MIN_LETTERS;
  return chooseBest(fitting.length > 0 || isShort ? fitting : candidates, word);
}

/** The nearest candidate; of several as near, the one with the same first and last letters; else none. */
function chooseBest(candidates: Candidate[], word: string): string | null {
  const rank = (it: Candidate) => it.distance * 3 - endsAgree(it.word, word);
  const least = Math.min(...candidates.map(rank));
  const best = candidates.filter((it) => rank(it) === least);
  const [first] = best;
  return first && best.every((it) => it.stem === first.stem) ? first.word : null;
}

/** How many of the first and the last letter the two words share. */
function endsAgree(a: string, b: string): number {
  return Number(a[0] === b[0]) + Number(a.at(-1) === b.at(-1));
}

/** With the words around it, the candidate makes a name of several words. */
function fitsNeighbours(
  tokens: Token[],
  at: number,
  { word, stem }: Candidate,
  { services, places }: SearchIndex,
): boolean {
  const token = tokens[at] as Token;
  const tried = tokens.with(at, { ...token, word, stem });
  const shortest = token.word.length < MIN_LETTERS ? MIN_PHRASE_FOR_SHORT_WORD : 1;
  for (let start = Math.max(0, at - LONGEST_PHRASE); start <= at; start += 1) {
    const phrases = [
      ...phrasesAt(services.terms, tried, start),
      ...phrasesAt(places.table, tried, start),
    ];
    if (phrases.some((it) => it.end > at && it.end - it.start >= shortest)) return true;
  }
  return false;
}
