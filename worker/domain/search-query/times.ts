import { formatLocalTime } from "../local-time.ts";
import type { ClockMatch, Meridiem } from "./clock.ts";
import { minutesOf, readClock } from "./clock.ts";
import type { Draft } from "./draft.ts";
import { claim, freeToken, isFree } from "./draft.ts";
import { findNegation } from "./negation.ts";
import { buildPhraseTable, findPhrase, findPhrases, meaning } from "./phrases.ts";
import type { FoundClock, FoundPart } from "./time-union.ts";
import { uniteTimes } from "./time-union.ts";
import type { TimeRange } from "./types.ts";

const MINUTES_PER_DAY = 1440;
const EVENING = { from: 17 * 60, to: 21 * 60, meridiem: "pm" } as const;

interface PartOfDay {
  from: number;
  to: number;
  /** How a bare hour beside it is read: "at 8 in the evening". */
  meridiem: Meridiem | null;
}

const partOfDay = (fromHour: number, toHour: number, meridiem: Meridiem | null): PartOfDay => ({
  from: fromHour * 60,
  to: toHour * 60,
  meridiem,
});

const PARTS = buildPhraseTable<PartOfDay>("stem", [
  ["morning", partOfDay(6, 12, "am")],
  ["afternoon", partOfDay(12, 17, "pm")],
  ["evening", EVENING],
  ["night", EVENING],
  ...meaning(partOfDay(12, 14, null), "lunchtime|lunch time|lunch hour|lunch break"),
  ...meaning(partOfDay(15, 18, "pm"), "after school|afterschool"),
  ...meaning(partOfDay(18, 21, "pm"), "after work|afterwork"),
]);

type Relation = "from" | "to" | "at" | "around";
const OPPOSITE: Partial<Record<Relation, Relation>> = { from: "to", to: "from" };

const BEFORE_CLOCK = buildPhraseTable<Relation>("word", [
  ...meaning("from", "after|past|since|from|later than|starting at"),
  ...meaning("to", "before|until|till|til|thru|by|earlier than"),
  ["at", "at"],
  ...meaning("around", "around|about|approximately|roughly"),
]);
const AFTER_CLOCK = buildPhraseTable<Relation>("word", [
  ...meaning("from", "or later|or after|and later|onwards|onward"),
  ...meaning("to", "or earlier|or before|and earlier"),
]);
const RANGE_WORDS = new Set(["to", "until", "till", "til", "through", "thru"]);

/** Reads every time of day. `impliesEvening`: a date word ("tonight") has already said when. */
export function readTimes(draft: Draft, impliesEvening: boolean): TimeRange | null {
  const parts = findPhrases(PARTS, draft);
  const named: PartOfDay[] = [...(impliesEvening ? [EVENING] : []), ...parts.map((it) => it.value)];
  const meridiems = new Set(named.flatMap((it) => it.meridiem ?? []));
  const [only = null] = meridiems.size === 1 ? meridiems : [];
  const clocks = findClocks(draft, only);
  const found: FoundPart[] = parts.map((it) => ({ ...it.value, start: it.start, end: it.end }));
  const { time, used } = uniteTimes(impliesEvening ? [EVENING] : [], found, clocks);
  for (const it of used) claim(draft, "time", it.start, it.end);
  return (
    time && {
      from: time.from === null ? null : formatLocalTime(time.from),
      to: time.to === null ? null : formatLocalTime(time.to),
    }
  );
}

function findClocks(draft: Draft, dayHalf: Meridiem | null): FoundClock[] {
  const found: FoundClock[] = [];
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const clock = readRange(draft, at, dayHalf) ?? readSingle(draft, at, dayHalf);
    if (!clock || !isFree(draft, clock.start, clock.end)) continue;
    found.push(clock);
    at = clock.end - 1;
  }
  return found;
}

/** "between 5 and 7pm", "from 5 to 7", "5-7pm", "5pm to 7pm". */
function readRange(draft: Draft, start: number, dayHalf: Meridiem | null): FoundClock | null {
  const opener = freeToken(draft, start)?.word;
  const opened = opener === "between" || opener === "from";
  const first = readClock(draft, opened ? start + 1 : start);
  const joint = first && freeToken(draft, first.end);
  if (!first || !joint) return null;
  const isDash = joint.gap === "hyphen";
  const isWord = RANGE_WORDS.has(joint.word) || (opener === "between" && joint.word === "and");
  if (!isDash && !isWord) return null;
  const last = readClock(draft, isDash ? first.end : first.end + 1);
  // The "1-2" of "algebra 1-2" is no time.
  if (!last || (!opened && first.bare && draft.reserved[start] !== 0)) return null;
  return { ...orderedRange(first, last, dayHalf), closed: true, start, end: last.end };
}

/** A meridiem on one end covers both, unless only the other half of the day puts them in order. */
function orderedRange(first: ClockMatch, last: ClockMatch, dayHalf: Meridiem | null) {
  const half = halfOf(first) ?? halfOf(last) ?? dayHalf;
  const halves: (Meridiem | null)[] = [half, null, "am", "pm"];
  // "10am to 12" ends at noon, "10pm to 12" at midnight.
  const lastHalves = last.bare && last.hour === 12 ? (["pm", "am"] as const) : halves;
  for (const firstHalf of halves) {
    for (const lastHalf of lastHalves) {
      const from = minutesOf(first, firstHalf) % MINUTES_PER_DAY;
      const to = minutesOf(last, lastHalf) || MINUTES_PER_DAY;
      if (from < to) return { from, to };
    }
  }
  // "9pm to 6am" runs past midnight; what it asks of that day is the rest of it.
  return { from: minutesOf(first, half) % MINUTES_PER_DAY, to: MINUTES_PER_DAY };
}

function halfOf(clock: ClockMatch): Meridiem | null {
  return clock.meridiem === "exact" ? null : clock.meridiem;
}

/** "after 5", "before 10am", "not before 5pm", "at 4pm", "noon", "around 3", "6pm or later". */
function readSingle(draft: Draft, at: number, dayHalf: Meridiem | null): FoundClock | null {
  const before = findPhrase(BEFORE_CLOCK, draft, at);
  const clock = readClock(draft, before?.end ?? at);
  if (!clock) return null;
  const after = before ? null : findPhrase(AFTER_CLOCK, draft, clock.end);
  const relation = before?.value ?? after?.value ?? "at";
  if (clock.bare && !before && !after) return null;
  const end = after?.end ?? clock.end;
  const opposite = before && OPPOSITE[before.value];
  const negation = opposite ? findNegation(draft, at) : null;
  const meant = opposite && negation !== null ? opposite : relation;
  return { ...around(minutesOf(clock, dayHalf), meant), start: negation ?? at, end };
}

function around(minute: number, relation: Relation) {
  const hourLater = Math.min(minute + 60, MINUTES_PER_DAY);
  if (relation === "from") return { from: minute % MINUTES_PER_DAY, to: null };
  if (relation === "to") return { from: null, to: minute || MINUTES_PER_DAY };
  const start = minute % MINUTES_PER_DAY;
  if (relation === "at")
    return { from: start, to: Math.min(start + 60, MINUTES_PER_DAY), closed: true };
  return { from: Math.max(minute - 60, 0), to: hourLater, closed: true };
}
