import fc from "fast-check";
import { expect, test } from "vitest";
import { isTimeZone, offsetMinutesAt, offsetSegments } from "./zone.ts";

const DAY_MS = 86_400_000;
const FROM = Date.UTC(2020, 0, 1);
const TO = Date.UTC(2036, 0, 1);
const ZONES = Intl.supportedValuesOf("timeZone");

/** Straight from Intl, by another way than the code takes: "GMT-05:00", or "GMT" alone for zero. */
function askIntl(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (instant) => {
    const [, sign, hours, minutes] =
      /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(format.format(instant)) ?? [];
    const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return sign === "-" ? -size : size;
  };
}

test("every change of every zone from 2020 to 2035 is found to the millisecond, and no other", {
  timeout: 30_000,
}, () => {
  let changes = 0;
  for (const zone of ZONES) {
    const expected = askIntl(zone);
    const segments = offsetSegments(zone, FROM, TO);
    changes += segments.length - 1;
    for (const { start, end, offsetMinutes } of segments) {
      expect([zone, start, expected(start)]).toEqual([zone, start, offsetMinutes]);
      expect([zone, end, expected(end - 1)]).toEqual([zone, end, offsetMinutes]);
    }
    for (let at = FROM + 7 * 3_600_000; at < TO; at += 12 * DAY_MS) {
      if (expected(at) !== offsetMinutesAt(zone, at)) expect.fail(`${zone} at ${at}`);
    }
  }
  expect(changes).toBeGreaterThan(4000);
});

test("the segments of a zone leave no gap and every offset is a multiple of a quarter of an hour", () => {
  for (const zone of ZONES) {
    let reached = FROM;
    for (const { start, end, offsetMinutes } of offsetSegments(zone, FROM, TO)) {
      expect(start).toBe(reached);
      expect(Math.abs(offsetMinutes % 15)).toBe(0);
      reached = end;
    }
    expect(reached).toBe(TO);
  }
});

test("the offset at an instant is the one of its segment, however the window is cut", () => {
  const zones = fc.constantFrom("America/New_York", "Africa/Casablanca", "Australia/Lord_Howe");
  const instants = fc.integer({ min: FROM, max: TO });
  fc.assert(
    fc.property(
      zones,
      instants,
      fc.integer({ min: 1, max: 900 * DAY_MS }),
      (zone, from, length) => {
        const segments = offsetSegments(zone, from, from + length);
        for (const { start, end, offsetMinutes } of segments) {
          expect(offsetMinutesAt(zone, start)).toBe(offsetMinutes);
          expect(offsetMinutesAt(zone, end - 1)).toBe(offsetMinutes);
        }
        expect([segments.at(0)?.start, segments.at(-1)?.end]).toEqual([from, from + length]);
      },
    ),
  );
});

test("New York changes on the second Sunday of March and the first of November", () => {
  expect(offsetSegments("America/New_York", Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1))).toEqual([
    { start: Date.UTC(2026, 0, 1), end: Date.UTC(2026, 2, 8, 7), offsetMinutes: -300 },
    { start: Date.UTC(2026, 2, 8, 7), end: Date.UTC(2026, 10, 1, 6), offsetMinutes: -240 },
    { start: Date.UTC(2026, 10, 1, 6), end: Date.UTC(2027, 0, 1), offsetMinutes: -300 },
  ]);
});

test("an empty window has no segments", () => {
  expect(offsetSegments("America/New_York", FROM, FROM)).toEqual([]);
});

test("a time zone is an IANA name, not an offset and not anything else", () => {
  for (const name of ["America/New_York", "UTC", "US/Eastern", "Asia/Kolkata"]) {
    expect([name, isTimeZone(name)]).toEqual([name, true]);
  }
  for (const name of ["", "+05:30", "-04:00", "Mars/Olympus", "America/New York", "__proto__"]) {
    expect([name, isTimeZone(name)]).toEqual([name, false]);
  }
});

test("an unknown zone is refused rather than guessed", () => {
  expect(() => offsetMinutesAt("Mars/Olympus", FROM)).toThrow(RangeError);
});
