import type { Draft } from "./draft.ts";
import { isFree } from "./draft.ts";
import type { Token } from "./tokens.ts";
import { tokenise } from "./tokens.ts";

/** Whether a phrase is compared word by word or with plurals folded. */
type Form = "word" | "stem";

interface Phrase<T> {
  words: string[];
  value: T;
}

/** Phrases by their first word, the longest first. */
export interface PhraseTable<T> {
  form: Form;
  byFirstWord: Map<string, Phrase<T>[]>;
}

/** Where a phrase was found: tokens `[start, end)`. */
export interface PhraseMatch<T> {
  value: T;
  start: number;
  end: number;
}

export function splitPhrase(text: string, form: Form): string[] {
  return tokenise(text).map((token) => token[form]);
}

/** Of phrases with the same words the first one counts. */
export function buildPhraseTable<T>(
  form: Form,
  entries: Iterable<readonly [text: string, value: T]>,
): PhraseTable<T> {
  const byFirstWord = new Map<string, Phrase<T>[]>();
  for (const [text, value] of entries) {
    const words = splitPhrase(text, form);
    const [first] = words as [string];
    const phrases = byFirstWord.get(first);
    if (phrases) phrases.push({ words, value });
    else byFirstWord.set(first, [{ words, value }]);
  }
  for (const phrases of byFirstWord.values()) {
    phrases.sort((a, b) => b.words.length - a.words.length);
  }
  return { form, byFirstWord };
}

/** Entries of a table that all mean the same; the phrases are parted by "|". */
export function meaning<const T>(value: T, phrases: string): (readonly [text: string, value: T])[] {
  return phrases.split("|").map((text) => [text, value] as const);
}

/** Every phrase of the table that begins at `at`, the longest first, whoever owns its tokens. */
export function phrasesAt<T>(
  table: PhraseTable<T>,
  tokens: readonly Token[],
  at: number,
): PhraseMatch<T>[] {
  const phrases = phrasesFrom(table, tokens, at).filter((it) => stands(it, tokens, at, table.form));
  return phrases.map(({ value, words }) => ({ value, start: at, end: at + words.length }));
}

/** The longest phrase that begins at `at` and whose tokens are still free. */
export function findPhrase<T>(
  table: PhraseTable<T>,
  draft: Draft,
  at: number,
): PhraseMatch<T> | null {
  for (const phrase of phrasesFrom(table, draft.tokens, at)) {
    const end = at + phrase.words.length;
    if (isFree(draft, at, end) && stands(phrase, draft.tokens, at, table.form)) {
      return { value: phrase.value, start: at, end };
    }
  }
  return null;
}

/** Every free phrase of the query, from left to right, none inside another. */
export function findPhrases<T>(table: PhraseTable<T>, draft: Draft): PhraseMatch<T>[] {
  const found: PhraseMatch<T>[] = [];
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const phrase = findPhrase(table, draft, at);
    if (!phrase) continue;
    found.push(phrase);
    at = phrase.end - 1;
  }
  return found;
}

const NONE: never[] = [];

function phrasesFrom<T>(table: PhraseTable<T>, tokens: readonly Token[], at: number): Phrase<T>[] {
  const first = tokens[at];
  return (first && table.byFirstWord.get(first[table.form])) ?? NONE;
}

/** The words of the phrase, but for the first, stand after `at`. */
function stands<T>(
  { words }: Phrase<T>,
  tokens: readonly Token[],
  at: number,
  form: Form,
): boolean {
  for (let offset = 1; offset < words.length; offset += 1) {
    const token = tokens[at + offset];
    if (!token || token[form] !== words[offset] || breaks(token)) return false;
  }
  return true;
}

/** A comma or a slash stands before the token: no phrase reaches across it. */
export function breaks(token: Token): boolean {
  return token.gap === "comma" || token.gap === "slash";
}
