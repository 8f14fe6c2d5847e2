const MIN_LETTERS_TO_FOLD = 4;

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
 * Other everyday forms of a service word: "knitting" → "knit", "dance" → "dancing",
 * "violin" → "violinist". Short bases are left out: "act" and "box" are words of their own.
 */
export function relatedForms(word: string): string[] {
  if (word.endsWith("ing")) return basesOfGerund(word.slice(0, -3)).filter((it) => it.length >= 4);
  const base = /[eo]$/.test(word) ? word.slice(0, -1) : word;
  return [`${base}ing`, `${word.replace(/[aeo]$/, "")}ist`];
}

function basesOfGerund(base: string): string[] {
  const last = base.at(-1) ?? "";
  if (base.at(-2) === last) return last === "l" || last === "s" ? [base] : [base.slice(0, -1)];
  return [base, `${base}e`];
}
