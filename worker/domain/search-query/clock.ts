import type { Draft } from "./draft.ts";
import { freeToken, wordAt } from "./draft.ts";
import type { Token } from "./tokens.ts";
import { AGE_WORDS, NOT_A_CLOCK } from "./units.ts";

export type Meridiem = "am" | "pm";

/** A clock time as typed; tokens `[start, end)`. */
export interface ClockMatch {
  hour: number;
  minute: number;
  /** "exact" is a 24-hour time ("17:00", "09:30", "noon"); null a bare hour that needs a reading. */
  meridiem: Meridiem | "exact" | null;
  /** A bare hour ("5") is a time only beside a word such as "after" or "at". */
  bare: boolean;
  start: number;
  end: number;
}

const NAMED_HOURS = new Map([
  ["noon", 12],
  ["midday", 12],
  ["midnight", 0],
]);
const MERIDIEMS = new Map<string, Meridiem>([
  ["am", "am"],
  ["a", "am"],
  ["pm", "pm"],
  ["p", "pm"],
]);

/** Reads "5", "5pm", "5:30", "17:00", "5 o'clock", "noon". */
export function readClock(draft: Draft, start: number): ClockMatch | null {
  const token = freeToken(draft, start);
  if (!token || AGE_WORDS.has(wordAt(draft, start - 1))) return null;
  const named = NAMED_HOURS.get(token.word);
  if (named !== undefined) {
    return { hour: named, minute: 0, meridiem: "exact", bare: false, start, end: start + 1 };
  }
  const hasMinutes = token.shape === "clock";
  const [hour = -1, minute = 0] = token.numbers;
  if ((!hasMinutes && token.shape !== "number") || token.money) return null;
  const afterHour = freeToken(draft, start + 1)?.word === "oclock" ? start + 2 : start + 1;
  const meridiem = readMeridiem(freeToken(draft, afterHour));
  const end = meridiem ? afterHour + 1 : afterHour;
  if (!isHour(hour, minute, meridiem) || hasOtherUnit(freeToken(draft, end))) return null;
  const exact =
    !meridiem && (hour === 0 || hour > 12 || (hasMinutes && token.word.startsWith("0")));
  const bare = !hasMinutes && !meridiem && afterHour === start + 1;
  return { hour, minute, meridiem: exact ? "exact" : meridiem, bare, start, end };
}

/** Minutes of the day (0..1440); a bare hour follows `other`, else 1–7 are pm, 8–11 am, 12 noon. */
export function minutesOf(clock: ClockMatch, other: Meridiem | null): number {
  const { hour, minute } = clock;
  if (clock.meridiem === "exact") return hour * 60 + minute;
  const isPm = (clock.meridiem ?? other ?? (hour < 8 || hour === 12 ? "pm" : "am")) === "pm";
  return ((hour % 12) + (isPm ? 12 : 0)) * 60 + minute;
}

function readMeridiem(token: Token | undefined): Meridiem | null {
  const meridiem = token && MERIDIEMS.get(token.word);
  if (!meridiem) return null;
  // "5 a lesson" is no five in the morning.
  return token.word.length === 2 || token.gap === "none" ? meridiem : null;
}

function isHour(hour: number, minute: number, meridiem: Meridiem | null): boolean {
  if (!Number.isInteger(hour) || minute > 59) return false;
  if (meridiem) return hour >= 1 && hour <= 12;
  return hour >= 0 && (hour < 24 || (hour === 24 && minute === 0));
}

function hasOtherUnit(token: Token | undefined): boolean {
  return token !== undefined && (NOT_A_CLOCK.has(token.stem) || token.gap === "none");
}
