import { localDateOf } from "../local-time.ts";
import { claimAgesOfMinors, readAudience } from "./audience.ts";
import { readCategory } from "./category.ts";
import { readDates } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { createDraft } from "./draft.ts";
import { readLevel } from "./level.ts";
import { readMode } from "./mode.ts";
import { passOverNoise } from "./noise.ts";
import { readPlaces } from "./places.ts";
import { readPrice } from "./price.ts";
import type { SearchIndex } from "./search-index.ts";
import { readServices, reserveServiceWords } from "./services.ts";
import { correctSpelling } from "./spelling.ts";
import { readTimes } from "./times.ts";
import type { Token } from "./tokens.ts";
import { tokenise } from "./tokens.ts";
import type { Correction, ParsedQuery } from "./types.ts";

export interface ParseContext {
  /** Epoch milliseconds. */
  now: number;
  /** IANA zone of the person who asks: it decides what "today" is. */
  timezone: string;
  index: SearchIndex;
  /** Reads the words as they stand, without correcting their spelling. */
  isLiteral?: boolean;
}

type Conditions = Omit<ParsedQuery, "corrections" | "unmatched" | "parts">;

/**
 * Reads a search query in everyday English. Pure, never throws, in time bounded by MAX_CHARACTERS
 * and MAX_TOKENS; what it does not understand it lists in `unmatched` and never guesses.
 */
export function parseSearchQuery(text: string, context: ParseContext): ParsedQuery {
  const typed = tokenise(text);
  const first = readTokens(typed, context);
  const unclaimed = context.isLiteral ? [] : positionsUnclaimed(first.draft);
  const { tokens, changed } = correctSpelling(typed, unclaimed, context.index);
  const { conditions, draft } = changed.length > 0 ? readTokens(tokens, context) : first;
  return {
    ...conditions,
    corrections: listCorrections(typed, draft, changed),
    unmatched: listUnmatched(typed, draft),
    parts: draft.parts.toSorted((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** The order matters: each reader leaves to the later ones only what it did not understand. */
function readTokens(
  tokens: readonly Token[],
  { now, timezone, index }: ParseContext,
): { conditions: Conditions; draft: Draft } {
  const draft = createDraft(tokens, reserveServiceWords(tokens, index.services));
  claimAgesOfMinors(draft);
  const price = readPrice(draft);
  const { dates, weekdays, impliesEvening } = readDates(draft, localDateOf(now, timezone));
  const time = readTimes(draft, impliesEvening);
  const { areas, nearMe } = readPlaces(draft, index.places);
  const mode = readMode(draft);
  const level = readLevel(draft);
  const { audience, age } = readAudience(draft);
  const services = readServices(draft, index.services);
  const category = readCategory(draft, index.services, services, audience);
  passOverNoise(draft);
  const when = { dates, weekdays, time };
  const who = { mode, level, audience, age };
  return { conditions: { services, category, price, ...when, areas, nearMe, ...who }, draft };
}

function positionsUnclaimed(draft: Draft): number[] {
  return draft.owners.flatMap((owner, at) => (owner === null ? [at] : []));
}

/** A correction counts only when the corrected word then meant something. */
function listCorrections(typed: Token[], draft: Draft, changed: number[]): Correction[] {
  return changed.flatMap((at) => {
    const from = typed[at]?.word;
    const to = draft.tokens[at]?.word;
    return from && to && draft.owners[at] !== null ? [{ from, to }] : [];
  });
}

function listUnmatched(typed: Token[], draft: Draft): string[] {
  const unmatched: string[] = [];
  let last = -2;
  for (const at of positionsUnclaimed(draft)) {
    const token = typed[at] as Token;
    // "3d" was split into a number and its unit; nothing came of it, so it is one word again.
    if (token.gap === "none" && last === at - 1) unmatched.push(`${unmatched.pop()}${token.word}`);
    else unmatched.push(token.word);
    last = at;
  }
  return unmatched;
}
