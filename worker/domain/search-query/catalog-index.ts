import { isOrdinaryWord } from "./ordinary-words.ts";
import type { PhraseTable } from "./phrases.ts";
import { buildPhraseTable, splitPhrase } from "./phrases.ts";
import { relatedForms } from "./word-forms.ts";

/** The facts the index is built from; each list in display order. */
export interface CatalogFacts {
  categories: { slug: string; name: string }[];
  groups: Record<string, string[]>;
  services: { slug: string; name: string; category: string; aliases: string[] }[];
}

/** What a service word means: one service, or the union of several. */
export interface ServiceTerm {
  slugs: string[];
  /** 0 a name or a group word, 1 an alias: names beat aliases. */
  rank: 0 | 1;
}

export interface CategoryTerm {
  slug: string;
  /** "tutor" and "tutoring" give way to every other category word: "language tutoring". */
  weak: boolean;
}

export interface ServiceIndex {
  terms: PhraseTable<ServiceTerm>;
  /** The same terms by their folded words, joined with spaces. */
  byKey: Map<string, ServiceTerm>;
  /** Terms of several words by their sorted words: "ap statistics" for Statistics AP. */
  reordered: Map<string, ServiceTerm>;
  /** Terms written as one word, for "hiphop" and "base ball". */
  joined: Map<string, ServiceTerm>;
  /** Other forms of names of one or two words: "dancing", "knit", "violinist", "life coach". */
  related: Map<string, ServiceTerm>;
  categories: PhraseTable<CategoryTerm>;
  categoryOf: Map<string, string>;
  /** A text for each service that means this service alone. */
  canonicalNames: Map<string, string>;
  categoryNames: Map<string, string>;
}

const WEAK_CATEGORY = "tutoring";
/** Means the category beside its own name. */
const WEAK_CATEGORY_WORD = "tutor";

export function buildServiceIndex(catalog: CatalogFacts): ServiceIndex {
  const terms = collectTerms(catalog);
  const table = buildPhraseTable("stem", terms);
  return {
    terms: table,
    byKey: terms,
    reordered: keyTerms(terms, (words) => (words.length > 1 ? [reorderedKey(words)] : [])),
    joined: keyTerms(terms, (words) => (words.length > 1 ? [words.join("")] : [])),
    related: keyTerms(terms, (words, { rank }) => (rank > 0 ? [] : relatedNames(words))),
    categories: buildPhraseTable("stem", categoryWords(catalog)),
    categoryOf: new Map(catalog.services.map((it) => [it.slug, it.category])),
    canonicalNames: canonicalNames(catalog, terms),
    categoryNames: new Map(catalog.categories.map((it) => [it.slug, it.name])),
  };
}

/** The key of words in any order. */
export function reorderedKey(words: string[]): string {
  return [...words].sort().join(" ");
}

/** Every term by its folded words: group words first, then names, then aliases nothing else means. */
function collectTerms({ groups, services }: CatalogFacts): Map<string, ServiceTerm> {
  const terms = new Map<string, ServiceTerm>();
  for (const [word, slugs] of Object.entries(groups)) addTerm(terms, termKey(word), slugs, 0);
  for (const { name, slug } of services) addTerm(terms, termKey(name), [slug], 0);
  for (const { aliases, slug } of services) {
    for (const alias of aliases) addTerm(terms, termKey(alias), [slug], 1);
  }
  return terms;
}

/** A key that several terms of one rank claim means all of them; terms come in order of their rank. */
function addTerm(terms: Map<string, ServiceTerm>, key: string, slugs: string[], rank: 0 | 1): void {
  const known = terms.get(key);
  if (known && known.rank < rank) return;
  terms.set(key, { rank, slugs: [...new Set([...(known?.slugs ?? []), ...slugs])].sort() });
}

function termKey(text: string): string {
  return splitPhrase(text, "stem").join(" ");
}

/** The terms under other keys, but for those that are a term's own. */
function keyTerms(
  terms: Map<string, ServiceTerm>,
  keysOf: (words: string[], term: ServiceTerm) => string[],
): Map<string, ServiceTerm> {
  const keyed = new Map<string, ServiceTerm>();
  for (const [text, term] of terms) {
    for (const key of keysOf(text.split(" "), term)) {
      if (!terms.has(key)) addTerm(keyed, key, term.slugs, term.rank);
    }
  }
  return keyed;
}

function relatedNames(words: string[]): string[] {
  const [word, second, ...others] = words as [string, ...string[]];
  // "program", "sewer" and "harper" are words and names of their own.
  if (second === undefined) return relatedForms(word).filter((it) => !isOrdinaryWord(it));
  // The first word tells which coach or trainer is meant.
  const isGerund = others.length === 0 && second.endsWith("ing");
  return isGerund ? relatedForms(second).map((it) => `${word} ${it}`) : [];
}

function categoryWords({ categories }: CatalogFacts): Map<string, CategoryTerm> {
  const words = new Map<string, CategoryTerm>();
  for (const { slug, name } of categories) {
    const weak = slug === WEAK_CATEGORY;
    const texts = [name, ...name.split("&"), ...(weak ? [WEAK_CATEGORY_WORD] : [])];
    for (const text of texts) words.set(termKey(text), { slug, weak });
  }
  return words;
}

function canonicalNames(
  { services }: CatalogFacts,
  terms: Map<string, ServiceTerm>,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { slug, name, aliases } of services) {
    const alone = [name, ...aliases].find((text) => {
      const meant = terms.get(termKey(text)) as ServiceTerm;
      return meant.slugs.length === 1 && meant.slugs[0] === slug;
    });
    if (alone) names.set(slug, alone);
  }
  return names;
}
