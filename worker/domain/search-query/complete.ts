import type { CatalogFacts } from "./catalog-index.ts";
import { splitPhrase } from "./phrases.ts";

export interface Suggestion {
  kind: "service" | "category" | "area";
  slug: string;
  name: string;
}

/** A suggestion with the words by which it is found. */
export interface Completion extends Suggestion {
  nameWords: string[];
  aliasWords: string[][];
}

interface Named {
  slug: string;
  name: string;
  aliases?: string[];
}

const MAX_SUGGESTIONS = 20;

/** What can be suggested, in display order: categories, services, then areas. */
export function listCompletions(
  { categories, services }: Pick<CatalogFacts, "categories" | "services">,
  places: Named[],
): Completion[] {
  return [
    ...categories.map((it) => toCompletion("category", it)),
    ...services.map((it) => toCompletion("service", it)),
    ...places.map((it) => toCompletion("area", it)),
  ];
}

/**
 * What a person may be about to type: the prefix begins any word of a name or an alias. Names come
 * before aliases, then display order. At most `limit` (and never more than 20).
 */
export function suggestCompletions(
  { completions }: { completions: Completion[] },
  prefix: string,
  limit: number,
): Suggestion[] {
  const typed = splitPhrase(prefix, "word");
  if (typed.length === 0) return [];
  const byName: Completion[] = [];
  const byAlias: Completion[] = [];
  for (const completion of completions) {
    if (begins(completion.nameWords, typed)) byName.push(completion);
    else if (completion.aliasWords.some((words) => begins(words, typed))) byAlias.push(completion);
  }
  return [...byName, ...byAlias]
    .slice(0, Math.min(Math.max(limit, 0), MAX_SUGGESTIONS))
    .map(({ kind, slug, name }) => ({ kind, slug, name }));
}

function toCompletion(kind: Suggestion["kind"], { slug, name, aliases = [] }: Named): Completion {
  return {
    kind,
    slug,
    name,
    nameWords: splitPhrase(name, "word"),
    aliasWords: aliases.map((it) => splitPhrase(it, "word")),
  };
}

/** The typed words stand in the name one after another, the last of them perhaps unfinished. */
function begins(words: string[], typed: string[]): boolean {
  return words.some((_, start) =>
    typed.every((word, offset) => {
      const there = words[start + offset];
      const isLast = offset === typed.length - 1;
      return isLast ? there?.startsWith(word) : there === word;
    }),
  );
}
