import type { Draft } from "./draft.ts";
import { claim } from "./draft.ts";
import { findNegation } from "./negation.ts";
import { buildPhraseTable, findPhrases, meaning } from "./phrases.ts";
import type { Mode } from "./types.ts";

const PHRASES = buildPhraseTable<Mode>("word", [
  ...meaning("online", "online|on line|virtual|virtually|remote|remotely|distance learning"),
  ...meaning("online", "zoom|over zoom|on zoom|via zoom|by zoom|video call"),
  ...meaning("in_person", "in person|inperson|face to face|at home|in home|at my home"),
  ...meaning("in_person", "at my place|my place|my home|my house|at my house|my apartment"),
]);

const OPPOSITE: Record<Mode, Mode> = { online: "in_person", in_person: "online" };

/**
 * Reads where the lesson takes place. "Not online" is in person, and "online or in person" asks for
 * nothing in particular.
 */
export function readMode(draft: Draft): Mode | null {
  const modes = new Set<Mode>();
  for (const { value, start, end } of findPhrases(PHRASES, draft)) {
    const negation = findNegation(draft, start);
    modes.add(negation === null ? value : OPPOSITE[value]);
    claim(draft, "mode", negation ?? start, end);
  }
  const [only] = modes;
  return modes.size === 1 && only ? only : null;
}
