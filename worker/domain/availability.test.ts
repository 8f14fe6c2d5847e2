import fc from "fast-check";
import { expect, test } from "vitest";
import type { AvailabilityCase } from "../../tests/availability-inputs.ts";
import { availabilityCases, availabilityInputs } from "../../tests/availability-inputs.ts";
import type { DateWindow } from "./availability.ts";
import {
  bookableFrom,
  effectiveRanges,
  freeIntervals,
  hoursInWindow,
  isBlackout,
  isValidRange,
  mergeRanges,
  unbookedHours,
} from "./availability.ts";
import { localDateOf, localMinuteOf, toRfc3339, weekdayOf } from "./local-time.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** 2026-12-01 is a Tuesday, five hours behind UTC in New York. */
const TUESDAY = { from: "2026-12-01", to: "2026-12-01" };
const LONG_BEFORE = Date.UTC(2026, 10, 1);
const NINE_TO_FIVE = [{ startMinute: 540, endMinute: 1020 }];

function utc(time: string, date = "2026-12-01"): number {
  return Date.parse(`${date}T${time}:00Z`);
}

function lesson(start: string, end: string) {
  return { start: utc(start), end: utc(end) };
}

function free(
  given: Parameters<typeof availabilityInputs>[0],
  now = LONG_BEFORE,
  window = TUESDAY,
) {
  return freeIntervals(availabilityInputs(given), window, now).map(
    ({ start, end }) => `${toRfc3339(start)}/${toRfc3339(end)}`,
  );
}

/** Whether the minute is free, straight from the rules, one minute at a time. */
function isFreeMinute({ inputs, window, now }: AvailabilityCase, at: number): boolean {
  const date = localDateOf(at, inputs.timezone);
  if (date < window.from || window.to < date) return false;
  if (inputs.blackouts.some(({ startOn, endOn }) => startOn <= date && date <= endOn)) return false;
  const minute = localMinuteOf(at, inputs.timezone);
  const hours = inputs.dates[date] ?? inputs.weekly[weekdayOf(date)] ?? [];
  if (!hours.some(({ startMinute, endMinute }) => startMinute <= minute && minute < endMinute)) {
    return false;
  }
  const buffer = inputs.bufferMinutes * MINUTE_MS;
  if (inputs.taught.some(({ start, end }) => start - buffer <= at && at < end + buffer))
    return false;
  if (inputs.taken.some(({ start, end }) => start <= at && at < end)) return false;
  const earliest = now + inputs.minimumNoticeMinutes * MINUTE_MS;
  return at >= Math.ceil(earliest / (15 * MINUTE_MS)) * 15 * MINUTE_MS;
}

test("free time is what checking every single minute finds, on days with and without clock changes", () => {
  fc.assert(
    fc.property(availabilityCases, (any) => {
      const intervals = freeIntervals(any.inputs, any.window, any.now);
      const from = Date.parse(any.window.from) - DAY_MS;
      for (let at = from; at < from + 5 * DAY_MS; at += MINUTE_MS) {
        const isFree = intervals.some(({ start, end }) => start <= at && at < end);
        if (isFree !== isFreeMinute(any, at)) expect.fail(`${toRfc3339(at)} free: ${isFree}`);
      }
    }),
    { numRuns: 150 },
  );
});

test("free time is sorted, and its pieces neither touch nor overlap", () => {
  fc.assert(
    fc.property(availabilityCases, ({ inputs, window, now }) => {
      const intervals = freeIntervals(inputs, window, now);
      intervals.forEach(({ start, end }, index) => {
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThan(intervals[index - 1]?.end ?? 0);
      });
    }),
  );
});

test("a booking takes its own time out of the hours and leaves the rest", () => {
  expect(free({ weekly: { 2: NINE_TO_FIVE }, taught: [lesson("14:00", "15:00")] })).toEqual([
    "2026-12-01T15:00:00Z/2026-12-01T22:00:00Z",
  ]);
});

test("the buffer is kept around lessons given and not around lessons taken", () => {
  const booked = [lesson("16:00", "17:00")];
  const hours = { weekly: { 2: NINE_TO_FIVE }, bufferMinutes: 15 };
  expect(free({ ...hours, taught: booked })).toEqual([
    "2026-12-01T14:00:00Z/2026-12-01T15:45:00Z",
    "2026-12-01T17:15:00Z/2026-12-01T22:00:00Z",
  ]);
  expect(free({ ...hours, taken: booked })).toEqual([
    "2026-12-01T14:00:00Z/2026-12-01T16:00:00Z",
    "2026-12-01T17:00:00Z/2026-12-01T22:00:00Z",
  ]);
});

test("the buffer of a lesson the evening before reaches over midnight", () => {
  const early = { weekly: { 2: [{ startMinute: 0, endMinute: 120 }] }, bufferMinutes: 60 };
  expect(free({ ...early, taught: [lesson("04:00", "05:00")] })).toEqual([
    "2026-12-01T06:00:00Z/2026-12-01T07:00:00Z",
  ]);
});

test("time within the minimum notice is not free, and a start exactly at its end is", () => {
  const hours = { weekly: { 2: NINE_TO_FIVE }, minimumNoticeMinutes: 120 };
  expect(free(hours, utc("14:00"))).toEqual(["2026-12-01T16:00:00Z/2026-12-01T22:00:00Z"]);
  expect(free(hours, utc("14:00") + 1)).toEqual(["2026-12-01T16:15:00Z/2026-12-01T22:00:00Z"]);
  expect(free(hours, utc("20:00"))).toEqual([]);
});

test("the notice rounds up to the next quarter of an hour", () => {
  const inputs = availabilityInputs({ minimumNoticeMinutes: 5 });
  expect(bookableFrom(inputs, utc("10:00"))).toBe(utc("10:15"));
  expect(bookableFrom(inputs, utc("10:10"))).toBe(utc("10:15"));
  expect(bookableFrom(inputs, utc("10:10") + 1)).toBe(utc("10:30"));
});

test("hours up to 24:00 and from 00:00 of the next day are one piece", () => {
  const night = {
    2: [{ startMinute: 1380, endMinute: 1440 }],
    3: [{ startMinute: 0, endMinute: 60 }],
  };
  const twoDays: DateWindow = { from: "2026-12-01", to: "2026-12-02" };
  expect(hoursInWindow(availabilityInputs({ weekly: night }), twoDays)).toEqual([
    { start: utc("04:00", "2026-12-02"), end: utc("06:00", "2026-12-02") },
  ]);
});

test("hours less lessons do not depend on the time", () => {
  const inputs = availabilityInputs({
    weekly: { 2: NINE_TO_FIVE },
    taught: [lesson("14:00", "21:00")],
    minimumNoticeMinutes: 10_080,
  });
  expect(unbookedHours(inputs, TUESDAY)).toEqual([lesson("21:00", "22:00")]);
});

test("hours of a date replace those of its weekday, also when the date was closed", () => {
  const short = [{ startMinute: 600, endMinute: 660 }];
  const inputs = availabilityInputs({
    weekly: { 2: NINE_TO_FIVE },
    dates: { "2026-12-08": short, "2026-12-15": [] },
  });
  expect(effectiveRanges(inputs, "2026-12-01")).toEqual(NINE_TO_FIVE);
  expect(effectiveRanges(inputs, "2026-12-08")).toEqual(short);
  expect(effectiveRanges(inputs, "2026-12-15")).toEqual([]);
  expect(effectiveRanges(inputs, "2026-12-02")).toEqual([]);
});

test("a blackout wins over all hours, on its first and last day and between", () => {
  const inputs = availabilityInputs({
    weekly: { 2: NINE_TO_FIVE },
    dates: { "2026-12-08": NINE_TO_FIVE },
    blackouts: [{ startOn: "2026-12-01", endOn: "2026-12-08" }],
  });
  const dates = ["2026-11-30", "2026-12-01", "2026-12-04", "2026-12-08", "2026-12-09"];
  expect(dates.map((date) => isBlackout(inputs, date))).toEqual([false, true, true, true, false]);
  expect(effectiveRanges(inputs, "2026-12-01")).toEqual([]);
  expect(effectiveRanges(inputs, "2026-12-08")).toEqual([]);
});

test("a range lies on 15-minute marks, starts before it ends and ends by 24:00", () => {
  const valid = (startMinute: number, endMinute: number) =>
    isValidRange({ startMinute, endMinute });
  expect(valid(0, 1440)).toBe(true);
  expect(valid(540, 555)).toBe(true);
  expect(valid(540, 540)).toBe(false);
  expect(valid(555, 540)).toBe(false);
  expect(valid(541, 555)).toBe(false);
  expect(valid(540, 556)).toBe(false);
  expect(valid(-15, 60)).toBe(false);
  expect(valid(1425, 1455)).toBe(false);
  expect(valid(Number.NaN, 60)).toBe(false);
});

test("ranges that overlap or touch are merged, and merging again changes nothing", () => {
  const merged = mergeRanges([
    { startMinute: 720, endMinute: 780 },
    { startMinute: 540, endMinute: 660 },
    { startMinute: 600, endMinute: 720 },
    { startMinute: 900, endMinute: 960 },
  ]);
  expect(merged).toEqual([
    { startMinute: 540, endMinute: 780 },
    { startMinute: 900, endMinute: 960 },
  ]);
  expect(mergeRanges(merged)).toEqual(merged);
});
