import { expect, test } from "vitest";
import { byPartOfDay, onePerHour, toFreeDays } from "./free-days.ts";

const zone = "America/New_York";
/** 2026-12-01 in New York, which is five hours behind UTC. */
const at = (hour: number, minute = 0) => Date.UTC(2026, 11, 1, hour + 5, minute);

test("every quarter of an hour of free time is a start, and those too late for the lesson are marked", () => {
  const free = [{ start: at(9), end: at(10) }];
  const [day] = toFreeDays({ free, zone, from: "2026-12-01", days: 1, durationMinutes: 30 });
  expect(day?.starts).toEqual([
    { at: at(9), isFitting: true, minutesFree: 60 },
    { at: at(9, 15), isFitting: true, minutesFree: 45 },
    { at: at(9, 30), isFitting: true, minutesFree: 30 },
    { at: at(9, 45), isFitting: false, minutesFree: 15 },
  ]);
});

test("days without free time are there and empty", () => {
  const days = toFreeDays({ free: [], zone, from: "2026-12-01", days: 3, durationMinutes: 60 });
  expect(days).toEqual(
    ["2026-12-01", "2026-12-02", "2026-12-03"].map((date) => ({ date, starts: [] })),
  );
});

test("a start belongs to the day of the instructor's clock, and may run past midnight", () => {
  const free = [{ start: at(23, 30), end: at(24, 30) }];
  const days = toFreeDays({ free, zone, from: "2026-12-01", days: 2, durationMinutes: 60 });
  expect(days.map(({ starts }) => starts.map(({ isFitting }) => isFitting))).toEqual([
    [true, false],
    [false, false],
  ]);
});

test("an hour is shown by its first start that fits", () => {
  const starts = [
    { at: at(9), isFitting: false, minutesFree: 15 },
    { at: at(9, 30), isFitting: true, minutesFree: 60 },
    { at: at(9, 45), isFitting: true, minutesFree: 45 },
    { at: at(10), isFitting: false, minutesFree: 30 },
    { at: at(10, 15), isFitting: false, minutesFree: 15 },
  ];
  expect(onePerHour(starts, zone).map((start) => start.at)).toEqual([at(9, 30), at(10)]);
});

test("noon is afternoon and five o'clock is evening", () => {
  const starts = [at(11, 45), at(12), at(16, 45), at(17)].map((start) => ({
    at: start,
    isFitting: true,
    minutesFree: 60,
  }));
  expect(byPartOfDay(starts, zone).map(([part, list]) => [part, list.length])).toEqual([
    ["Morning", 1],
    ["Afternoon", 2],
    ["Evening", 1],
  ]);
});
