import type { CategoryTerm, ServiceIndex } from "./catalog-index.ts";
import type { Draft } from "./draft.ts";
import { claim } from "./draft.ts";
import type { PhraseMatch } from "./phrases.ts";
import { findPhrases } from "./phrases.ts";
import type { Audience } from "./types.ts";

const KIDS = "kids";

/**
 * Reads the category, which counts only when no service was found. Beside a service its own
 * category is noise ("piano music lessons"), and so is "tutor".
 */
export function readCategory(
  draft: Draft,
  index: ServiceIndex,
  services: string[],
  audience: Audience | null,
): string | null {
  const found = findPhrases(index.categories, draft);
  if (services.length > 0) {
    const known = new Set(services.map((slug) => index.categoryOf.get(slug)));
    passOver(
      draft,
      found.filter((it) => it.value.weak || known.has(it.value.slug)),
    );
    return null;
  }
  const chosen = found.find((it) => !it.value.weak) ?? found[0];
  if (!chosen) return audience === KIDS ? kidsCategory(draft, index) : null;
  const { slug } = chosen.value;
  const same = found.filter((it) => it.value.slug === slug);
  for (const it of same) claim(draft, "category", it.start, it.end, [slug]);
  passOver(
    draft,
    found.filter((it) => it.value.weak && it.value.slug !== slug),
  );
  return slug;
}

function passOver(draft: Draft, found: PhraseMatch<CategoryTerm>[]): void {
  for (const it of found) draft.owners.fill("noise", it.start, it.end);
}

/** "kids" names both an audience and a category; by itself it asks for both. */
function kidsCategory(draft: Draft, index: ServiceIndex): string | null {
  const isNamed = draft.tokens.some(
    (token, at) => token.stem === "kid" && draft.owners[at] === "audience",
  );
  return isNamed && index.categoryNames.has(KIDS) ? KIDS : null;
}
