import type { AvailabilityInputs, LocalRange } from "../../worker/domain/availability.ts";
import { mergeRanges } from "../../worker/domain/availability.ts";
import { toId } from "../../worker/domain/id.ts";
import type { LocalDate, Weekday } from "../../worker/domain/local-time.ts";
import { addDays } from "../../worker/domain/local-time.ts";
import type { AvailabilityRow, BlackoutRow } from "./demo-rows.ts";
import type { Random } from "./random.ts";

/** When somebody offers to teach, in the form the availability rules read. */
export type Hours = Pick<AvailabilityInputs, "weekly" | "dates"> & {
  blackouts: { startOn: LocalDate; endOn: LocalDate; reason: string | null }[];
};
type Weekly = AvailabilityInputs["weekly"];

/** How far before and after today single dates and time off are spread. */
const DAYS_BEFORE = 120;
const DAYS_AFTER = 60;
const WORKDAYS: Weekday[] = [1, 2, 3, 4, 5];
const WEEKEND: Weekday[] = [6, 7];
const ALL_DAYS: Weekday[] = [...WORKDAYS, ...WEEKEND];
const REASONS = ["Vacation", "Family visit", "Conference", "Recital weekend", "Moving", null, null];

const PATTERNS: ((random: Random) => Weekly)[] = [
  (random) => evenings(random),
  (random) => evenings(random),
  (random) => onDays(WEEKEND, [hours(random.int(8, 10), random.int(15, 19))]),
  (random) => ({ ...evenings(random), ...onDays(WEEKEND, [hours(random.int(9, 11), 16)]) }),
  (random) => onDays(random.sample(ALL_DAYS, random.int(4, 5)), splitDay(random)),
  (random) => onDays(random.sample(ALL_DAYS, random.int(3, 4)), splitDay(random)),
  (random) => onDays(random.sample(ALL_DAYS, random.int(4, 6)), [hours(9, random.int(16, 19))]),
  () => onDays(WORKDAYS, [hours(9.5, 17.25)]),
  (random) => onDays(random.sample(WORKDAYS, 4), [hours(15, random.int(18, 19) + 0.5)]),
  (random) => onDays(random.sample(ALL_DAYS, 5), [hours(6, random.int(9, 11))]),
  (random) => acrossMidnight(random.sample(ALL_DAYS, 3)),
];

/** Hours of one of several kinds of life, with some dates that differ and perhaps some time off. */
export function createHours(random: Random, today: LocalDate): Hours {
  const weekly = random.pick(PATTERNS)(random);
  const anyDate = () => addDays(today, random.int(-DAYS_BEFORE, DAYS_AFTER));
  const dates: Hours["dates"] = {};
  const changedDates = random.chance(0.4) ? random.int(2, 8) : 0;
  for (let i = 0; i < changedDates; i++) {
    dates[anyDate()] = random.chance(0.4) ? [] : splitDay(random);
  }
  const absences = random.chance(0.35) ? random.int(1, 3) : 0;
  const blackouts = Array.from({ length: absences }, () => {
    const startOn = anyDate();
    const endOn = addDays(startOn, random.pick([0, 0, 1, 2, 6, 13]));
    return { startOn, endOn, reason: random.pick(REASONS) };
  });
  return { weekly, dates, blackouts };
}

/** Long hours every day, with one closed date and some days off, both weeks away. */
export function createDemoHours(today: LocalDate): Hours {
  return {
    weekly: {
      ...onDays(WORKDAYS, [hours(9, 12), hours(13, 20)]),
      ...onDays(WEEKEND, [hours(10, 18)]),
    },
    dates: { [addDays(today, 24)]: [] },
    blackouts: [
      { startOn: addDays(today, 38), endOn: addDays(today, 40), reason: "Recital weekend" },
    ],
  };
}

export function toAvailabilityRows(
  instructorId: string,
  { weekly, dates }: Hours,
): AvailabilityRow[] {
  const weekRows = ALL_DAYS.flatMap((weekday) =>
    (weekly[weekday] ?? []).map((range) => ({ instructorId, weekday, date: null, ...range })),
  );
  const dateRows = Object.entries(dates).flatMap(([date, ranges]): AvailabilityRow[] => {
    const day = { instructorId, weekday: null, date };
    const closed = { ...day, startMinute: null, endMinute: null };
    return ranges.length ? ranges.map((range) => ({ ...day, ...range })) : [closed];
  });
  return [...weekRows, ...dateRows];
}

export function toBlackoutRows(
  random: Random,
  instructorId: string,
  { blackouts }: Hours,
  createdAt: number,
): BlackoutRow[] {
  return blackouts.map((blackout) => ({
    id: toId(random.bytes(16)),
    instructorId,
    ...blackout,
    createdAt,
  }));
}

function evenings(random: Random): Weekly {
  return onDays(random.sample(WORKDAYS, random.int(3, 5)), [
    hours(random.pick([17, 17.5, 18]), random.pick([20, 21, 21.5])),
  ]);
}

function splitDay(random: Random): LocalRange[] {
  return [
    hours(random.pick([8, 9, 9.5]), random.pick([11, 12, 12.25])),
    hours(random.pick([13, 14, 14.75]), random.pick([17, 18, 19.5])),
  ];
}

/** From 18:00 to 01:00 of the next day, which belongs to that day's hours. */
function acrossMidnight(days: Weekday[]): Weekly {
  const nights = onDays(days, [hours(18, 24)]);
  for (const day of days) {
    const next = ((day % 7) + 1) as Weekday;
    nights[next] = mergeRanges([hours(0, 1), ...(nights[next] ?? [])]);
  }
  return nights;
}

function onDays(days: Weekday[], ranges: LocalRange[]): Weekly {
  return Object.fromEntries(days.map((day) => [day, ranges]));
}

/** A range from hours of the day, in quarters: 9.25 is 09:15. */
function hours(start: number, end: number): LocalRange {
  return { startMinute: start * 60, endMinute: end * 60 };
}
