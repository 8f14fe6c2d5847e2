import type { Draft } from "./draft.ts";
import { claim } from "./draft.ts";
import { buildPhraseTable, findPhrase, meaning } from "./phrases.ts";
import type { Level } from "./types.ts";

const BEGINNER = "beginner|beginning|novice|newbie|starter|intro|intro to|introduction to";
const SENIORS_AT_SCHOOL = "high school senior|high school junior|high school freshman";

const PHRASES = buildPhraseTable<Level>("stem", [
  ...meaning("beginner", `${BEGINNER}|introductory|from scratch|absolute beginner`),
  ...meaning("intermediate", "intermediate|intermediate level"),
  ...meaning("advanced", "advanced|advanced level"),
  ...meaning("elementary", "elementary|elementary school|grade school|primary school"),
  ...meaning("middle_school", "middle school|middle schooler|junior high|middleschool"),
  ...meaning("high_school", `high school|high schooler|highschool|${SENIORS_AT_SCHOOL}`),
  ...meaning("college", "college|college senior|college freshman|university|undergraduate"),
]);

/** Reads the level; the first one counts, another one stays unmatched. */
export function readLevel(draft: Draft): Level | null {
  let level: Level | null = null;
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const found = findPhrase(PHRASES, draft, at);
    if (!found || (level && found.value !== level)) continue;
    level = found.value;
    claim(draft, "level", found.start, found.end);
  }
  return level;
}
