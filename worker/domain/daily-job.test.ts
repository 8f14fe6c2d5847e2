import { expect, test } from "vitest";
import { dueDate } from "./daily-job.ts";
import { addDays, datesBetween, firstInstantOfLocal, localMinuteOf } from "./local-time.ts";

const TICK_MS = 5 * 60_000;
const FIRST = "2025-01-01";
const LAST = "2035-12-31";

test("ticks every five minutes claim each date of eleven years once, at its first tick from two o'clock", () => {
  const claimed = new Map<string, number>();
  const end = Date.UTC(2036, 0, 1, 5);
  for (let now = Date.UTC(2025, 0, 1, 5); now < end; now += TICK_MS) {
    const date = dueDate(now);
    if (date !== null && !claimed.has(date)) claimed.set(date, now);
  }
  const dates = datesBetween(FIRST, LAST);
  expect([...claimed.keys()]).toEqual(dates);
  expect(dates).toHaveLength(4017);
  for (const date of dates) {
    const twoOClock = firstInstantOfLocal(date, 120, "America/New_York");
    const threeOClock = firstInstantOfLocal(date, 180, "America/New_York");
    expect([date, claimed.get(date)]).toEqual([date, twoOClock ?? threeOClock]);
  }
});

test("where the clocks jump over two it begins at three, and where they go back at the only two", () => {
  const claims = (from: string, to: string) => {
    const due: string[] = [];
    for (let now = Date.parse(from); now <= Date.parse(to); now += 60_000) {
      if (dueDate(now) !== null) due.push(new Date(now).toISOString());
    }
    return due[0];
  };
  expect(claims("2027-03-14T05:00:00Z", "2027-03-14T12:00:00Z")).toBe("2027-03-14T07:00:00.000Z");
  expect(claims("2027-11-07T04:00:00Z", "2027-11-07T12:00:00Z")).toBe("2027-11-07T07:00:00.000Z");
});

test("a millisecond before two nothing is due, and until midnight the same date", () => {
  const two = Date.UTC(2026, 11, 1, 7);
  expect([dueDate(two - 1), dueDate(two)]).toEqual([null, "2026-12-01"]);
  const midnight = Date.UTC(2026, 11, 2, 5);
  expect([dueDate(midnight - 1), dueDate(midnight)]).toEqual(["2026-12-01", null]);
  expect(localMinuteOf(midnight, "America/New_York")).toBe(0);
  expect(dueDate(midnight + 2 * 3_600_000)).toBe(addDays("2026-12-01", 1));
});
