import type { LocalDate } from "../local-time.ts";
import { addDays, weekdayOf } from "../local-time.ts";
import { WEEKDAY_PLURALS } from "./calendar-words.ts";
import type { FoundDate } from "./date-union.ts";
import type { Draft } from "./draft.ts";
import { buildPhraseTable, findPhrase, meaning } from "./phrases.ts";
import type { DateRange } from "./types.ts";

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
  ...meaning(TONIGHT, "tonight|tonite|this night"),
  ...meaning(dayAfter(1), "tomorrow|tmrw|tmr|tmw"),
  ...meaning(dayAfter(2), "day after tomorrow|the day after tomorrow"),
  ...meaning(THIS_WEEK, "this week"),
  ...meaning(NEXT_WEEK, "next week"),
  ...meaning(THIS_WEEKEND, "this weekend|this coming weekend|coming weekend"),
  ...meaning(NEXT_WEEKEND, "next weekend"),
  ...meaning(WEEKENDS, "weekends|weekend|every weekend"),
  ...meaning(WEEKDAYS_ONLY, "weekdays|weekday|every weekday|week days|week day"),
  ...meaning({ ...WEEKDAYS_ONLY, evening: true }, "weeknights|weeknight|week nights|week night"),
  ...WEEKDAY_PLURALS.flatMap((it, index) => meaning({ kind: "every", days: [index + 1] }, it)),
]);

/** Reads what has a name of its own: "today", "next week", "weekends". */
export function readNamed(draft: Draft, start: number, today: LocalDate): FoundDate | null {
  const phrase = findPhrase(PHRASES, draft, start);
  if (!phrase) return null;
  const { value: sense, end } = phrase;
  const evening = sense.evening ?? false;
  if (sense.kind === "every") return { kind: "every", days: sense.days, evening, start, end };
  return { kind: sense.kind, ...sense.range(today), evening, start, end };
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
