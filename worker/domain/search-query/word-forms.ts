const MIN_LETTERS_TO_FOLD = 4;
const SHORTEST_BASE = 4;

/** Folds a plural to its singular ("drums" → "drum", "classes" → "class", "hobbies" → "hobby"). */
export function toSingular(word: string): string {
  if (word.length < MIN_LETTERS_TO_FOLD || !word.endsWith("s")) return word;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  // "tennis", "chess" and "abacus" are no plurals.
  if (/[siu]s$/.test(word)) return word;
  return word.slice(0, -1);
}

/**
 * Other everyday forms of a service word: "knitting" → "knit" and "knitter", "dance" → "dancing",
 * "photography" → "photographer", "violin" → "violinist". Short bases are left out: "act" and "box"
 * are words of their own.
 */
export function relatedForms(word: string): string[] {
  if (word.endsWith("ing")) return formsOfGerund(word.slice(0, -3));
  const base = word.replace(/[aeoy]$/, "");
  if (word.length < SHORTEST_BASE) return [];
  return [`${base}ing`, `${base}er`, `${base}ist`];
}

function formsOfGerund(base: string): string[] {
  const last = base.slice(-1);
  const isDoubled = base.at(-2) === last && last !== "l" && last !== "s";
  const bases = isDoubled ? [base.slice(0, -1)] : [base, `${base}e`];
  return [...bases.filter((it) => it.length >= SHORTEST_BASE), `${base}er`];
}
