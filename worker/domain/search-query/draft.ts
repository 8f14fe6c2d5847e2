import type { Token } from "./tokens.ts";
import type { PartKind, QueryPart } from "./types.ts";

/** A query while it is being read: every token is claimed by at most one meaning. */
export interface Draft {
  readonly tokens: readonly Token[];
  readonly owners: (PartKind | "noise" | null)[];
  /**
   * For each token, how many words the longest service name over it has (0: none). A condition
   * takes such a token only with a phrase at least as long, so that "middle school math" stays a
   * service and "after school" a time.
   */
  readonly reserved: number[];
  readonly parts: QueryPart[];
}

export function createDraft(tokens: readonly Token[], reserved: number[]): Draft {
  return { tokens, owners: tokens.map(() => null), reserved, parts: [] };
}

/** The token at `at`, unless something else has claimed it. */
export function freeToken(draft: Draft, at: number): Token | undefined {
  return draft.owners[at] === null ? draft.tokens[at] : undefined;
}

/** Its word; none for a token that is not there or that something else has claimed. */
export function freeWord(draft: Draft, at: number): string {
  return freeToken(draft, at)?.word ?? "";
}

/** The word at `at`, whoever has claimed it; none where there is no token. */
export function wordAt({ tokens }: Draft, at: number): string {
  return tokens[at]?.word ?? "";
}

export function isFree(draft: Draft, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (draft.owners[at] !== null || (draft.reserved[at] as number) > end - start) return false;
  }
  return true;
}

/** Gives the tokens `[start, end)` to one condition and notes it as a part of the query. */
export function claim(
  draft: Draft,
  kind: PartKind,
  start: number,
  end: number,
  values: string[] = [],
): void {
  draft.owners.fill(kind, start, end);
  addPart(draft, kind, start, end, values);
}

/** Notes a second meaning of tokens that are already claimed ("tonight" is a date and a time). */
export function addPart(
  draft: Draft,
  kind: PartKind,
  start: number,
  end: number,
  values: string[] = [],
): void {
  const tokens = draft.tokens.slice(start, end);
  const [first, last] = [tokens[0], tokens.at(-1)] as [Token, Token];
  const words = tokens.map((token) => token.word);
  draft.parts.push({ kind, words, start: first.start, end: last.end, values });
}
