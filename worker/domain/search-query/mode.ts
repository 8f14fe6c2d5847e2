import type { Draft } from "./draft.ts";
import { claim } from "./draft.ts";
import { buildPhraseTable, findPhrase } from "./phrases.ts";
import type { Mode } from "./types.ts";

const PHRASES = buildPhraseTable<Mode>("word", [
  ...["online", "virtual", "virtually", "remote", "remotely", "distance learning"].map(
    (it) => [it, "online"] as const,
  ),
  ...["zoom", "over zoom", "on zoom", "via zoom", "by zoom", "video call"].map(
    (it) => [it, "online"] as const,
  ),
  ...["in person", "inperson", "face to face", "at home", "in home", "at my home"].map(
    (it) => [it, "in_person"] as const,
  ),
  ...["at my place", "my place", "my home", "my house", "at my house", "my apartment"].map(
    (it) => [it, "in_person"] as const,
  ),
]);

/** Reads where the lesson takes place; "online or in person" asks for nothing in particular. */
export function readMode(draft: Draft): Mode | null {
  const found = draft.tokens.flatMap((_, at) => findPhrase(PHRASES, draft, at) ?? []);
  const modes = new Set(found.map((it) => it.value));
  for (const it of found) claim(draft, "mode", it.start, it.end);
  const [only] = modes;
  return modes.size === 1 && only ? only : null;
}
