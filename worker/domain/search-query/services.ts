import type { ServiceIndex, ServiceTerm } from "./catalog-index.ts";
import { reorderedKey } from "./catalog-index.ts";
import type { Draft } from "./draft.ts";
import { claim, freeToken } from "./draft.ts";
import type { PhraseMatch } from "./phrases.ts";
import { breaks, phrasesAt } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** A service found in the query. `form` grows as the wording moves away from the catalog's. */
interface ServiceMatch extends PhraseMatch<ServiceTerm> {
  form: 0 | 1 | 2;
}

const LONGEST_REORDERED = 4;

/** How many words the longest service of several words over each token has; 0 where there is none. */
export function reserveServiceWords(tokens: readonly Token[], index: ServiceIndex): number[] {
  const reserved = tokens.map(() => 0);
  for (let at = 0; at < tokens.length; at += 1) {
    for (const { start, end } of phrasesAt(index.terms, tokens, at)) {
      const length = end - start;
      if (length < 2) continue;
      for (let i = start; i < end; i += 1) reserved[i] = Math.max(reserved[i] as number, length);
    }
  }
  return reserved;
}

/** Reads the services out of the words no condition took: the longest first, all of them united. */
export function readServices(draft: Draft, index: ServiceIndex): string[] {
  const candidates = draft.tokens.flatMap((_, at) => candidatesAt(draft, index, at));
  candidates.sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      a.form - b.form ||
      a.value.rank - b.value.rank ||
      a.start - b.start,
  );
  const found: ServiceMatch[] = [];
  for (const match of candidates) {
    if (!isWholeFree(draft, match)) continue;
    claim(draft, "service", match.start, match.end, match.value.slugs);
    found.push(match);
  }
  // From here on a word of a longer name that was not there is a word like any other.
  draft.reserved.fill(0);
  found.sort((a, b) => a.start - b.start);
  const slugs = found
    .filter((match, at) => !isQualifier(match, found[at - 1], found[at + 1], draft))
    .flatMap((match) => match.value.slugs);
  return [...new Set(slugs)].sort();
}

function candidatesAt(draft: Draft, index: ServiceIndex, at: number): ServiceMatch[] {
  const token = freeToken(draft, at);
  if (!token) return [];
  const exact = phrasesAt(index.terms, draft.tokens, at).map((it) => ({ ...it, form: 0 as const }));
  return [...exact, ...reorderedAt(draft, index, at), ...rewrittenAt(draft, index, at, token)];
}

/** The words of a name in another order: "AP statistics". */
function reorderedAt(draft: Draft, index: ServiceIndex, start: number): ServiceMatch[] {
  const matches: ServiceMatch[] = [];
  const words: string[] = [];
  for (let at = start; at < start + LONGEST_REORDERED; at += 1) {
    const token = freeToken(draft, at);
    if (!token || (at > start && breaks(token))) break;
    words.push(token.stem);
    const value = words.length > 1 ? index.reordered.get(reorderedKey(words)) : undefined;
    if (value) matches.push({ value, start, end: at + 1, form: 1 });
  }
  return matches;
}

/** "hiphop", "base ball", "dancing" and "life coach". */
function rewrittenAt(
  draft: Draft,
  index: ServiceIndex,
  start: number,
  token: Token,
): ServiceMatch[] {
  const matches: ServiceMatch[] = [];
  const single = index.joined.get(token.stem) ?? index.related.get(token.stem);
  if (single) matches.push({ value: single, start, end: start + 1, form: 2 });
  const next = freeToken(draft, start + 1);
  if (!next || breaks(next)) return matches;
  const pair = token.word + next.stem;
  const spaced = `${token.stem} ${next.stem}`;
  const value = index.byKey.get(pair) ?? index.joined.get(pair) ?? index.related.get(spaced);
  if (value) matches.push({ value, start, end: start + 2, form: 2 });
  return matches;
}

function isWholeFree(draft: Draft, { start, end }: ServiceMatch): boolean {
  return draft.owners.slice(start, end).every((owner) => owner === null);
}

/** In "ballet dance" or "python coding" the wider word only says what kind of thing the other is. */
function isQualifier(
  match: ServiceMatch,
  before: ServiceMatch | undefined,
  after: ServiceMatch | undefined,
  draft: Draft,
): boolean {
  const touchesBefore = before?.end === match.start && !startsUnion(draft, match.start);
  const touchesAfter = after?.start === match.end && !startsUnion(draft, match.end);
  return (
    (touchesBefore && isWider(match.value, before.value)) ||
    (touchesAfter && isWider(match.value, after.value))
  );
}

function startsUnion(draft: Draft, at: number): boolean {
  const token = draft.tokens[at];
  return token !== undefined && breaks(token);
}

function isWider(wide: ServiceTerm, narrow: ServiceTerm): boolean {
  return (
    wide.slugs.length > narrow.slugs.length && narrow.slugs.every((it) => wide.slugs.includes(it))
  );
}
