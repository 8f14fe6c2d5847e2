import type { CatalogFacts, ServiceIndex } from "./catalog-index.ts";
import { buildServiceIndex } from "./catalog-index.ts";
import type { Completion } from "./complete.ts";
import { listCompletions } from "./complete.ts";
import type { Place, PlaceIndex } from "./places.ts";
import { buildPlaceIndex } from "./places.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { buildVocabulary } from "./vocabulary.ts";

interface NamedPlace {
  slug: string;
  name: string;
  aliases: string[];
}

/** A borough and what lies in it. */
export interface BoroughFacts extends NamedPlace {
  neighborhoods: NamedPlace[];
}

/** Everything the parser knows, made once and then only read. */
export interface SearchIndex {
  services: ServiceIndex;
  places: PlaceIndex;
  /** Name of each area by slug. */
  areaNames: Map<string, string>;
  vocabulary: Vocabulary;
  completions: Completion[];
}

/** Builds the index from the facts, each list in display order. Takes milliseconds: once per isolate. */
export function buildSearchIndex(catalog: CatalogFacts, areas: BoroughFacts[]): SearchIndex {
  const places = areas.flatMap((borough) => [
    { ...borough, boroughSlug: null },
    ...borough.neighborhoods.map((it) => ({ ...it, boroughSlug: borough.slug })),
  ]);
  const names = new Map<string, Place>();
  for (const { slug, name, aliases, boroughSlug } of places) {
    for (const text of [name, ...aliases]) names.set(text, { slug, boroughSlug });
  }
  return {
    services: buildServiceIndex(catalog),
    places: buildPlaceIndex(names),
    areaNames: new Map(places.map((it) => [it.slug, it.name])),
    vocabulary: buildVocabulary(catalog, [...names.keys()]),
    completions: listCompletions(catalog, places),
  };
}
