import type { LocalDate } from "../local-time.ts";
import { addDays, weekdayOf } from "../local-time.ts";
import { readCalendarDate, toRun } from "./calendar-date.ts";
import { PARTS_OF_DAY, WEEKDAY_PLURALS } from "./calendar-words.ts";
import type { FoundDate } from "./date-union.ts";
import { uniteDates } from "./date-union.ts";
import type { Draft } from "./draft.ts";
import { addPart, claim, freeToken, isFree } from "./draft.ts";
import { buildPhraseTable, findPhrase, meaning } from "./phrases.ts";
import type { DateRange } from "./types.ts";
import { nextWeekday, readWeekday } from "./weekday-names.ts";

interface DatesRead {
  dates: DateRange | null;
  weekdays: number[] | null;
  /** "tonight" and "weeknights" also say when on that day. */
  impliesEvening: boolean;
}

type Sense =
  | { kind: "day" | "week"; range: (today: LocalDate) => DateRange; evening?: boolean }
  | { kind: "every"; days: readonly number[]; evening?: boolean };

const dayAfter = (days: number): Sense => ({
  kind: "day",
  range: (today) => oneDay(addDays(today, days)),
});
const TONIGHT: Sense = { kind: "day", range: oneDay, evening: true };
const THIS_WEEK: Sense = {
  kind: "week",
  range: (today) => ({ from: today, to: sundayOf(today) }),
};
const NEXT_WEEK: Sense = { kind: "week", range: (today) => weekFrom(mondayAfter(today)) };
const THIS_WEEKEND: Sense = { kind: "week", range: weekendOf };
const NEXT_WEEKEND: Sense = { kind: "week", range: (today) => weekendOf(mondayAfter(today)) };
const WEEKDAYS_ONLY: Sense = { kind: "every", days: [1, 2, 3, 4, 5] };
const WEEKENDS: Sense = { kind: "every", days: [6, 7] };

const PHRASES = buildPhraseTable<Sense>("word", [
  ...meaning(dayAfter(0), "today|same day"),
  ...meaning(TONIGHT, "tonight|this night"),
  ...meaning(dayAfter(1), "tomorrow|tmrw|tmr"),
  ...meaning(dayAfter(2), "day after tomorrow|the day after tomorrow"),
  ...meaning(THIS_WEEK, "this week"),
  ...meaning(NEXT_WEEK, "next week"),
  ...meaning(THIS_WEEKEND, "this weekend|this coming weekend|coming weekend"),
  ...meaning(NEXT_WEEKEND, "next weekend"),
  ...meaning(WEEKENDS, "weekends|weekend|every weekend"),
  ...meaning(WEEKDAYS_ONLY, "weekdays|weekday|every weekday"),
  ...meaning({ ...WEEKDAYS_ONLY, evening: true }, "weeknights|weeknight"),
  ...WEEKDAY_PLURALS.flatMap((it, index) => meaning({ kind: "every", days: [index + 1] }, it)),
]);

const UNTIL = new Set(["by", "until", "till", "before"]);
const RANGE_WORDS = new Set(["to", "through", "thru", "until", "till"]);
const NUMBER_WORDS = new Map(
  "a one two three four five six seven eight nine ten".split(" ").map((it, at) => [it, at || 1]),
);
const MOST_DAYS_AHEAD = 366;

/** Reads every date and weekday of the query, as seen on `today`. */
export function readDates(draft: Draft, today: LocalDate): DatesRead {
  const found: FoundDate[] = [];
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const date = readRange(draft, at, today) ?? readOne(draft, at, today);
    if (!date || !isFree(draft, date.start, date.end)) continue;
    found.push(date);
    at = date.end - 1;
  }
  const { dates, weekdays, used } = uniteDates(found);
  for (const date of used) {
    claim(draft, date.kind === "every" ? "weekday" : "date", date.start, date.end);
    if (date.evening) addPart(draft, "time", date.start, date.end);
  }
  return { dates, weekdays, impliesEvening: used.some((it) => it.evening) };
}

/** "monday to wednesday", "dec 5 - dec 8", and "before friday" as the days until then. */
function readRange(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  const untilWord = freeToken(draft, start)?.word ?? "";
  if (UNTIL.has(untilWord)) return readUntil(draft, start, untilWord, today);
  const first = readOne(draft, start, today);
  const joint = first && freeToken(draft, first.end);
  if (!first || !joint || first.kind === "every" || first.kind === "week") return null;
  const isDash = joint.gap === "hyphen";
  if (!isDash && !RANGE_WORDS.has(joint.word)) return null;
  const last = readOne(draft, isDash ? first.end : first.end + 1, today);
  if (!last || last.kind === "every" || last.kind === "week") return null;
  const to = last.weekday ? nextWeekday(last.weekday, first.from) : last.to;
  const run = toRun(first.from, to, today);
  return run && { kind: "day", ...run, start, end: last.end };
}

function readUntil(draft: Draft, start: number, word: string, today: LocalDate): FoundDate | null {
  const date = readOne(draft, start + 1, today);
  if (!date || date.kind === "every") return null;
  const to = word === "before" ? addDays(date.from, -1) : date.to;
  return to < today ? null : { kind: "day", from: today, to, start, end: date.end };
}

function readOne(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  // "after friday" has no end, so it is no run of dates; it must not become the Friday itself.
  if (freeToken(draft, start - 1)?.word === "after") return null;
  const phrase = findPhrase(PHRASES, draft, start);
  if (phrase) {
    const { value: sense, end } = phrase;
    const evening = sense.evening ?? false;
    if (sense.kind === "every") return { kind: "every", days: sense.days, evening, start, end };
    return { kind: sense.kind, ...sense.range(today), evening, start, end };
  }
  const calendar = readCalendarDate(draft, start, today);
  if (calendar) return { kind: "day", ...calendar };
  return (
    readWeekday(draft, start, today) ??
    readAhead(draft, start, today) ??
    readThis(draft, start, today)
  );
}

/** "in 3 days", "in two weeks", "in a week". */
function readAhead(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  const amount = freeToken(draft, start + 1);
  const unit = freeToken(draft, start + 2)?.stem;
  if (freeToken(draft, start)?.word !== "in" || !amount || (unit !== "day" && unit !== "week")) {
    return null;
  }
  const count = amount.shape === "number" ? amount.numbers[0] : NUMBER_WORDS.get(amount.word);
  const days = (count ?? 0) * (unit === "week" ? 7 : 1);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS_AHEAD) return null;
  return { kind: "day", ...oneDay(addDays(today, days)), start, end: start + 3 };
}

/** "this evening" is today; the evening itself is read with the times. */
function readThis(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  const isThis = freeToken(draft, start)?.word === "this";
  if (!isThis || !PARTS_OF_DAY.has(freeToken(draft, start + 1)?.word ?? "")) return null;
  return { kind: "day", ...oneDay(today), start, end: start + 1 };
}

function oneDay(date: LocalDate): DateRange {
  return { from: date, to: date };
}

function sundayOf(date: LocalDate): LocalDate {
  return addDays(date, 7 - weekdayOf(date));
}

function mondayAfter(date: LocalDate): LocalDate {
  return addDays(sundayOf(date), 1);
}

function weekFrom(monday: LocalDate): DateRange {
  return { from: monday, to: addDays(monday, 6) };
}

/** Saturday and Sunday of the week of `date`, or what is left of them. */
function weekendOf(date: LocalDate): DateRange {
  const sunday = sundayOf(date);
  const saturday = addDays(sunday, -1);
  return { from: saturday > date ? saturday : date, to: sunday };
}
