import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeIntervals } from "./interval.ts";
import { eachSlotStart, firstSlot, fits, nearestSlots, slotStarts } from "./slot.ts";

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

function at(time: string): number {
  return Date.parse(`2026-12-01T${time}:00Z`);
}

const morning = { start: at("09:00"), end: at("10:30") };
const noon = { start: at("11:10"), end: at("12:20") };

/** Free time on whole minutes of one day. */
const freeTime = fc.array(fc.tuple(fc.nat(1440), fc.nat(300)), { maxLength: 5 }).map((list) =>
  mergeIntervals(
    list.map(([start, minutes]) => ({
      start: at("00:00") + start * MINUTE_MS,
      end: at("00:00") + (start + minutes) * MINUTE_MS,
    })),
  ),
);
const durations = fc.integer({ min: 1, max: 16 }).map((quarters) => quarters * 15);

test("a lesson can start on every quarter at which it still fits, not only where free time begins", () => {
  expect(slotStarts([morning], 60)).toEqual([at("09:00"), at("09:15"), at("09:30")]);
  expect(slotStarts([morning], 90)).toEqual([at("09:00")]);
  expect(slotStarts([morning], 105)).toEqual([]);
});

test("starts lie on quarters even where free time does not", () => {
  expect(slotStarts([noon], 45)).toEqual([at("11:15"), at("11:30")]);
});

test("the starts are exactly the quarters of the day at which the lesson fits", () => {
  fc.assert(
    fc.property(freeTime, durations, (free, minutes) => {
      const quarters = Array.from({ length: 130 }, (_, n) => at("00:00") + n * QUARTER_MS);
      const expected = quarters.filter((start) => fits(free, start, minutes));
      expect(slotStarts(free, minutes)).toEqual(expected);
      expect(firstSlot(free, minutes)).toBe(expected[0] ?? null);
    }),
  );
});

test("the first start is found without looking at the others", () => {
  const endless = [{ start: at("09:05"), end: Number.POSITIVE_INFINITY }];
  expect(firstSlot(endless, 60)).toBe(at("09:15"));
  expect(eachSlotStart(endless, 60).next().value).toBe(at("09:15"));
});

test("the first start skips a gap that is too short", () => {
  expect(firstSlot([noon, { start: at("13:00"), end: at("15:00") }], 90)).toBe(at("13:00"));
  expect(firstSlot([], 15)).toBeNull();
});

test("a lesson fits inside one free interval, its ends included", () => {
  expect(fits([morning], at("09:30"), 60)).toBe(true);
  expect(fits([morning], at("09:31"), 60)).toBe(false);
  expect(fits([morning], at("08:59"), 60)).toBe(false);
  expect(fits([morning, noon], at("10:00"), 90)).toBe(false);
});

test("the nearest starts come in time order, of two equally near the earlier", () => {
  const free = [
    { start: at("08:00"), end: at("10:00") },
    { start: at("11:00"), end: at("14:00") },
  ];
  expect(nearestSlots(free, 60, at("10:00"), 3)).toEqual([at("08:45"), at("09:00"), at("11:00")]);
  expect(nearestSlots(free, 60, at("20:00"), 2)).toEqual([at("12:45"), at("13:00")]);
  expect(nearestSlots(free, 180, at("09:00"), 3)).toEqual([at("11:00")]);
  expect(nearestSlots([], 60, at("09:00"), 3)).toEqual([]);
});

test("no start left out is nearer than one that is given", () => {
  fc.assert(
    fc.property(freeTime, durations, fc.nat(1440), (free, minutes, wanted) => {
      const around = at("00:00") + wanted * MINUTE_MS;
      const given = nearestSlots(free, minutes, around, 3);
      const others = slotStarts(free, minutes).filter((start) => !given.includes(start));
      const farthest = Math.max(0, ...given.map((start) => Math.abs(start - around)));
      expect(given.length).toBe(Math.min(3, given.length + others.length));
      for (const start of others) expect(Math.abs(start - around)).toBeGreaterThanOrEqual(farthest);
    }),
  );
});
