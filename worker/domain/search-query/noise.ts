import type { Draft } from "./draft.ts";
import { freeToken } from "./draft.ts";
import { buildPhraseTable, findPhrase, meaning } from "./phrases.ts";
import { toSingular } from "./word-forms.ts";

/** Words that every lesson has in common. */
const GENERIC =
  "lesson class course session teacher instructor coach coaching trainer training mentor " +
  "learn learning teach teaching taught help study practice student beginner private available " +
  "appointment booking book instruction skill level";

/** Words that only hold a sentence together. */
const GRAMMAR =
  "a an the i im id ill ive me my mine myself we us our you your he she his her it its they their " +
  "this that these those there here who whom which what where when how is are be been do does " +
  "can could would will should may might have has had get give take make want wanted wants need " +
  "needed needs looking look find finding found search searching show please like love try trying " +
  "for to of in on at by with from into and or nor but if so as than then near around about " +
  "some any anyone also just only really very per each every hour hourly hr dollar buck " +
  "usd day days date time times free first";

/** Phrases that say nothing more: every lesson is one to one, and every instructor in New York. */
const PHRASES = buildPhraseTable(
  "word",
  meaning(true, "1 on 1|one on one|1 to 1|one to one|nyc|ny|new york|new york city"),
);

const NOISE: ReadonlySet<string> = new Set(`${GENERIC} ${GRAMMAR}`.split(" ").map(toSingular));

export function isNoise(stem: string): boolean {
  return NOISE.has(stem);
}

/** Takes the words that carry no meaning out of those nothing has claimed. */
export function passOverNoise(draft: Draft): void {
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const phrase = findPhrase(PHRASES, draft, at);
    if (phrase) draft.owners.fill("noise", phrase.start, phrase.end);
    else if (NOISE.has(freeToken(draft, at)?.stem ?? "")) draft.owners[at] = "noise";
  }
}
