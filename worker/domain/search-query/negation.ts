import type { Draft } from "./draft.ts";
import { freeToken } from "./draft.ts";
import { breaks } from "./phrases.ts";

const NEGATIONS = new Set("no not never nothing without dont cant cannot wont".split(" "));
/** What may stand in between: "don't want to pay more than", "without going over". */
const BETWEEN = new Set("any be cost do go going pay paying spend spending to want".split(" "));

/**
 * The position of the word that turns what begins at `at` into its opposite ("no less than", "not
 * before"); null when there is none.
 */
export function findNegation(draft: Draft, at: number): number | null {
  for (let start = at - 1; start >= 0; start -= 1) {
    const next = draft.tokens[start + 1];
    const word = freeToken(draft, start)?.word;
    if (word === undefined || (next && breaks(next))) return null;
    if (NEGATIONS.has(word)) return start;
    if (!BETWEEN.has(word)) return null;
  }
  return null;
}
