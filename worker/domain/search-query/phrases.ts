import type { Draft } from "./draft.ts";
import { isFree } from "./draft.ts";
import type { Token } from "./tokens.ts";
import { tokenise } from "./tokens.ts";

/** Whether a phrase is compared word by word or with plurals folded. */
export type Form = "word" | "stem";

export interface Phrase<T> {
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

/** Phrases of the same words must not be given twice. */
export function buildPhraseTable<T>(
  form: Form,
  entries: Iterable<readonly [text: string, value: T]>,
): PhraseTable<T> {
  const byFirstWord = new Map<string, Phrase<T>[]>();
  for (const [text, value] of entries) {
    const words = splitPhrase(text, form);
    const first = words[0];
    if (first === undefined) continue;
    const phrases = byFirstWord.get(first);
    if (phrases) phrases.push({ words, value });
    else byFirstWord.set(first, [{ words, value }]);
  }
  for (const phrases of byFirstWord.values()) {
    phrases.sort((a, b) => b.words.length - a.words.length);
  }
  return { form, byFirstWord };
}

/** A table for words that all mean the same. */
export function buildWordTable<T>(form: Form, value: T, phrases: string[]): PhraseTable<T> {
  return buildPhraseTable(
    form,
    phrases.map((it) => [it, value] as const),
  );
}

/** Every phrase of the table that begins at `at`, the longest first, whoever owns its tokens. */
export function phrasesAt<T>(
  table: PhraseTable<T>,
  tokens: readonly Token[],
  at: number,
): PhraseMatch<T>[] {
  const first = tokens[at]?.[table.form];
  const phrases = first === undefined ? undefined : table.byFirstWord.get(first);
  if (!phrases) return [];
  return phrases
    .filter((phrase) => stands(phrase.words, tokens, at, table.form))
    .map(({ value, words }) => ({ value, start: at, end: at + words.length }));
}

/** The longest phrase that begins at `at` and whose tokens are still free. */
export function findPhrase<T>(
  table: PhraseTable<T>,
  draft: Draft,
  at: number,
): PhraseMatch<T> | null {
  return phrasesAt(table, draft.tokens, at).find((it) => isFree(draft, it.start, it.end)) ?? null;
}

function stands(words: string[], tokens: readonly Token[], at: number, form: Form): boolean {
  return words.every((word, offset) => {
    const token = tokens[at + offset];
    return token !== undefined && token[form] === word && (offset === 0 || !breaks(token));
  });
}

/** A comma or a slash stands before the token: no phrase reaches across it. */
export function breaks(token: Token): boolean {
  return token.gap === "comma" || token.gap === "slash";
}
