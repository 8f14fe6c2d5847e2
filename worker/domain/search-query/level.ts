import type { Draft } from "./draft.ts";
import { claim } from "./draft.ts";
import { buildPhraseTable, findPhrase } from "./phrases.ts";
import type { Level } from "./types.ts";

const BEGINNER = "beginner|beginning|novice|newbie|starter|intro|intro to|introduction to";
const SENIORS_AT_SCHOOL = "high school senior|high school junior|high school freshman";

const PHRASES = buildPhraseTable<Level>("stem", [
  ...phrases(`${BEGINNER}|introductory|from scratch|absolute beginner`, "beginner"),
  ...phrases("intermediate|intermediate level", "intermediate"),
  ...phrases("advanced|advanced level", "advanced"),
  ...phrases("elementary|elementary school|grade school|primary school", "elementary"),
  ...phrases("middle school|middle schooler|junior high|middleschool", "middle_school"),
  ...phrases(`high school|high schooler|highschool|${SENIORS_AT_SCHOOL}`, "high_school"),
  ...phrases("college|college senior|college freshman|university|undergraduate", "college"),
]);

function phrases(list: string, level: Level): (readonly [string, Level])[] {
  return list.split("|").map((it) => [it, level] as const);
}

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
