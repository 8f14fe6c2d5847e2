import type { Draft } from "./draft.ts";
import { claim } from "./draft.ts";
import { buildPhraseTable, findPhrases, meaning } from "./phrases.ts";
import type { Mode } from "./types.ts";

const PHRASES = buildPhraseTable<Mode>("word", [
  ...meaning("online", "online|virtual|virtually|remote|remotely|distance learning"),
  ...meaning("online", "not in person"),
  ...meaning("in_person", "not online"),
  ...meaning("online", "zoom|over zoom|on zoom|via zoom|by zoom|video call"),
  ...meaning("in_person", "in person|inperson|face to face|at home|in home|at my home"),
  ...meaning("in_person", "at my place|my place|my home|my house|at my house|my apartment"),
]);

/** Reads where the lesson takes place; "online or in person" asks for nothing in particular. */
export function readMode(draft: Draft): Mode | null {
  const found = findPhrases(PHRASES, draft);
  const modes = new Set(found.map((it) => it.value));
  for (const it of found) claim(draft, "mode", it.start, it.end);
  const [only] = modes;
  return modes.size === 1 && only ? only : null;
}
