import type { Draft } from "./draft.ts";
import { claim, freeWord, isFree } from "./draft.ts";
import type { PhraseMatch, PhraseTable } from "./phrases.ts";
import { buildPhraseTable, findPhrase, findPhrases, meaning, splitPhrase } from "./phrases.ts";

export interface Place {
  slug: string;
  /** Slug of the borough it lies in; null for a borough. */
  boroughSlug: string | null;
}

export interface PlaceIndex {
  table: PhraseTable<Place>;
  /** Places of several words written as one: "parkslope", "bedstuy". */
  joined: Map<string, Place>;
}

interface PlacesRead {
  areas: string[];
  nearMe: boolean;
}

const NEAR_ME = buildPhraseTable("word", [
  ...meaning(true, "near me|near by|nearby|near here|near my home|close by|close to me"),
  ...meaning(true, "around me|around here|in my area|in my neighborhood|in my neighbourhood"),
]);

/** Reads boroughs, neighbourhoods and "near me". */
export function readPlaces(draft: Draft, index: PlaceIndex): PlacesRead {
  const nearMe = claimNearMe(draft);
  const found: PhraseMatch<Place>[] = [];
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const place = findPhrase(index.table, draft, at) ?? findJoined(draft, index, at);
    if (!place) continue;
    const before = found.at(-1);
    if (before && isContextOf(place, before, draft)) before.end = place.end;
    else found.push(place);
    at = place.end - 1;
  }
  for (const { value, start, end } of found) claim(draft, "area", start, end, [value.slug]);
  return { areas: [...new Set(found.map((it) => it.value.slug))].sort(), nearMe };
}

function claimNearMe(draft: Draft): boolean {
  const found = findPhrases(NEAR_ME, draft);
  for (const it of found) claim(draft, "near_me", it.start, it.end);
  return found.length > 0;
}

function findJoined(draft: Draft, index: PlaceIndex, at: number): PhraseMatch<Place> | null {
  const place = index.joined.get(freeWord(draft, at));
  return place && isFree(draft, at, at + 1) ? { value: place, start: at, end: at + 1 } : null;
}

/** In "park slope, brooklyn" the borough only says where Park Slope is; it must not widen the search. */
function isContextOf(place: PhraseMatch<Place>, before: PhraseMatch<Place>, draft: Draft): boolean {
  if (before.value.boroughSlug !== place.value.slug) return false;
  const gap = draft.tokens[before.end]?.gap;
  const between = draft.tokens.slice(before.end, place.start);
  return gap !== "slash" && between.every((token) => token.word === "in");
}

/** Indexes the places by all their names. */
export function buildPlaceIndex(names: Map<string, Place>): PlaceIndex {
  const joined = new Map<string, Place>();
  for (const [name, place] of names) {
    const words = splitPhrase(name, "word");
    if (words.length > 1) joined.set(words.join(""), place);
  }
  return { table: buildPhraseTable("word", names), joined };
}
