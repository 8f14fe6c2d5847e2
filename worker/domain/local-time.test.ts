import fc from "fast-check";
import { expect, test } from "vitest";
import type { Interval } from "./interval.ts";
import {
  addDays,
  ceilToQuarter,
  datesBetween,
  daysBetween,
  endOfLocalDay,
  endTimeLabel,
  firstInstantOfLocal,
  floorToQuarter,
  formatLocalTime,
  instantsOfLocal,
  isOnQuarter,
  localDateOf,
  localMinuteOf,
  localRangesToIntervals,
  localRangeToIntervals,
  parseLocalDate,
  parseLocalTime,
  parseRfc3339,
  startOfLocalDay,
  startTimeLabel,
  toRfc3339,
  weekdayOf,
} from "./local-time.ts";
import { offsetSegments } from "./zone.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NEW_YORK = "America/New_York";
const FROM = Date.UTC(2020, 0, 1);
const TO = Date.UTC(2036, 0, 1);

/** Every change of a zone's clocks from 2020 to 2035. */
const CLOCK_CHANGES = Intl.supportedValuesOf("timeZone").flatMap((zone) =>
  offsetSegments(zone, FROM, TO)
    .slice(1)
    .map(({ start }) => ({ zone, at: start })),
);
const clockChanges = fc.constantFrom(...CLOCK_CHANGES);

function clock(text: string): number {
  return parseLocalTime(text, "end") ?? Number.NaN;
}

/** A range of New York time as text, to read at a glance. */
function newYork(date: string, start: string, end: string): string[] {
  return localRangeToIntervals(date, clock(start), clock(end), NEW_YORK).map(toText);
}

function toText({ start, end }: Interval): string {
  return `${toRfc3339(start)} ${(end - start) / MINUTE_MS} min`;
}

test("a date is text of a day that exists, and nothing else", () => {
  for (const text of ["2026-03-08", "2024-02-29", "1970-01-01", "2999-12-31"]) {
    expect(parseLocalDate(text)).toBe(text);
  }
  const wrong = [
    "2026-02-29",
    "2026-02-30",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
  ];
  const malformed = ["", "2026-1-1", "20260101", "2026-01-01T00:00", " 2026-01-01", "1969-12-31"];
  for (const text of [...wrong, ...malformed, "3000-01-01", "+002026-01-01", "２０２６-01-01"]) {
    expect([text, parseLocalDate(text)]).toEqual([text, null]);
  }
});

test("a clock time is HH:MM, and 24:00 is one only as an end", () => {
  expect(parseLocalTime("00:00")).toBe(0);
  expect(parseLocalTime("23:59")).toBe(1439);
  expect(parseLocalTime("24:00")).toBeNull();
  expect(parseLocalTime("24:00", "end")).toBe(1440);
  for (const text of ["", "9:00", "09:60", "24:15", "25:00", "09:00:00", "-1:00", "09.00"]) {
    expect([text, parseLocalTime(text, "end")]).toEqual([text, null]);
  }
});

test("every minute of a day is written so that it reads back, the end as 24:00", () => {
  for (let minute = 0; minute <= 1440; minute++) {
    expect(parseLocalTime(formatLocalTime(minute), "end")).toBe(minute);
  }
  expect(formatLocalTime(1440)).toBe("24:00");
  expect(formatLocalTime(65)).toBe("01:05");
});

test("days are counted on the calendar, over months, leap days and clock changes", () => {
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2026-03-01", "2026-04-01")).toBe(31);
  expect(daysBetween("2026-03-02", "2026-03-01")).toBe(-1);
  expect(datesBetween("2026-02-27", "2026-03-01")).toEqual([
    "2026-02-27",
    "2026-02-28",
    "2026-03-01",
  ]);
  expect(datesBetween("2026-03-01", "2026-02-27")).toEqual([]);
});

test("adding days and counting them undo each other, and the weekday moves along", () => {
  fc.assert(
    fc.property(fc.nat(30_000), fc.integer({ min: -3000, max: 3000 }), (start, days) => {
      const date = addDays("1980-01-01", start);
      const other = addDays(date, days);
      expect(parseLocalDate(other)).toBe(other);
      expect(daysBetween(date, other)).toBe(days);
      expect((((weekdayOf(date) + days - weekdayOf(other)) % 7) + 7) % 7).toBe(0);
    }),
  );
});

test("the week begins with Monday as 1 and ends with Sunday as 7", () => {
  const week = datesBetween("2026-11-23", "2026-11-29");
  expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(weekdayOf("1970-01-01")).toBe(4);
});

test("date and minute are what Intl's clock shows around every change, to the millisecond", () => {
  const nearby = fc.constantFrom(
    -DAY_MS,
    -15 * MINUTE_MS,
    -1,
    0,
    1,
    15 * MINUTE_MS,
    90 * MINUTE_MS,
  );
  fc.assert(
    fc.property(clockChanges, nearby, ({ zone, at }, distance) => {
      const shown = new Intl.DateTimeFormat("sv-SE", {
        timeZone: zone,
        dateStyle: "short",
        timeStyle: "short",
      }).format(at + distance);
      const read = `${localDateOf(at + distance, zone)} ${startTimeLabel(at + distance, zone)}`;
      expect([zone, read]).toEqual([zone, shown]);
    }),
    { numRuns: 1000 },
  );
});

test("every date around every change is one piece of time that begins where the last one ends", () => {
  for (const { zone, at } of CLOCK_CHANGES) {
    const date = localDateOf(at, zone);
    for (const day of [addDays(date, -1), date, addDays(date, 1)]) {
      const [start, end] = [startOfLocalDay(day, zone), endOfLocalDay(day, zone)];
      const whole = localRangeToIntervals(day, 0, 1440, zone);
      const dates = [start - 1, start, end - 1, end].map((instant) => localDateOf(instant, zone));
      const expectedDates = [addDays(day, -1), day, day, addDays(day, 1)];
      expect([zone, whole, dates]).toEqual([zone, [{ start, end }], expectedDates]);
    }
  }
});

test("a range holds exactly the minutes at which the clock reads a time inside it", () => {
  const minutes = fc.integer({ min: 0, max: 1440 });
  fc.assert(
    fc.property(
      clockChanges,
      fc.constantFrom(-1, 0),
      minutes,
      minutes,
      ({ zone, at }, days, a, b) => {
        const date = addDays(localDateOf(at, zone), days);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const intervals = localRangeToIntervals(date, from, to, zone);
        for (let minute = at - 2 * DAY_MS; minute < at + 2 * DAY_MS; minute += 5 * MINUTE_MS) {
          const read = localMinuteOf(minute, zone);
          const inside = localDateOf(minute, zone) === date && from <= read && read < to;
          const covered = intervals.some(({ start, end }) => start <= minute && minute < end);
          if (inside !== covered) expect.fail(`${zone} ${toRfc3339(minute)} covered: ${covered}`);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("in spring a range over the skipped hour is an hour shorter, and one inside it is nothing", () => {
  expect(newYork("2026-03-08", "01:00", "04:00")).toEqual(["2026-03-08T06:00:00Z 120 min"]);
  expect(newYork("2026-03-08", "02:15", "02:45")).toEqual([]);
  expect(newYork("2026-03-08", "02:30", "03:30")).toEqual(["2026-03-08T07:00:00Z 30 min"]);
  expect(newYork("2026-03-08", "00:00", "24:00")).toEqual(["2026-03-08T05:00:00Z 1380 min"]);
});

test("in autumn a range over the doubled hour is an hour longer, and one inside it happens twice", () => {
  expect(newYork("2026-11-01", "01:00", "03:00")).toEqual(["2026-11-01T05:00:00Z 180 min"]);
  expect(newYork("2026-11-01", "01:30", "01:45")).toEqual([
    "2026-11-01T05:30:00Z 15 min",
    "2026-11-01T06:30:00Z 15 min",
  ]);
  expect(newYork("2026-11-01", "00:00", "24:00")).toEqual(["2026-11-01T04:00:00Z 1500 min"]);
});

test("Lord Howe changes by half an hour", () => {
  const range = (date: string) => localRangeToIntervals(date, 60, 180, "Australia/Lord_Howe");
  expect(range("2026-10-04").map(toText)).toEqual(["2026-10-03T14:30:00Z 90 min"]);
  expect(range("2026-04-05").map(toText)).toEqual(["2026-04-04T14:00:00Z 150 min"]);
});

test("a zone that keeps its clocks has the same hours on the days others change theirs", () => {
  const range = (date: string, zone: string) =>
    localRangeToIntervals(date, 60, 240, zone).map(toText);
  expect(range("2026-03-08", "America/Phoenix")).toEqual(["2026-03-08T08:00:00Z 180 min"]);
  expect(range("2026-11-01", "Asia/Kolkata")).toEqual(["2026-10-31T19:30:00Z 180 min"]);
});

test("many ranges give the same time as each by itself, touching at midnight as one piece", () => {
  const ranges = [
    { date: "2026-03-07", startMinute: 1320, endMinute: 1440 },
    { date: "2026-03-08", startMinute: 0, endMinute: 60 },
    { date: "2026-03-09", startMinute: 0, endMinute: 60 },
  ];
  expect(localRangesToIntervals(ranges, NEW_YORK).map(toText)).toEqual([
    "2026-03-08T03:00:00Z 180 min",
    "2026-03-09T04:00:00Z 60 min",
  ]);
  expect(localRangesToIntervals([], NEW_YORK)).toEqual([]);
});

test("a clock time names no instant when it is skipped and two when it comes twice", () => {
  const at = (date: string, time: string) =>
    instantsOfLocal(date, clock(time), NEW_YORK).map(toRfc3339);
  expect(at("2026-03-08", "01:59")).toEqual(["2026-03-08T06:59:00Z"]);
  expect(at("2026-03-08", "02:00")).toEqual([]);
  expect(at("2026-03-08", "03:00")).toEqual(["2026-03-08T07:00:00Z"]);
  expect(at("2026-11-01", "00:59")).toEqual(["2026-11-01T04:59:00Z"]);
  expect(at("2026-11-01", "01:00")).toEqual(["2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z"]);
  expect(at("2026-11-01", "02:00")).toEqual(["2026-11-01T07:00:00Z"]);
});

test("of two instants the first is taken, and a skipped time has none", () => {
  expect(firstInstantOfLocal("2026-11-01", 90, NEW_YORK)).toBe(Date.UTC(2026, 10, 1, 5, 30));
  expect(firstInstantOfLocal("2026-03-08", 150, NEW_YORK)).toBeNull();
});

test("every instant is among the instants of the time its clock shows", () => {
  fc.assert(
    fc.property(clockChanges, fc.integer({ min: -200, max: 200 }), ({ zone, at }, minutes) => {
      const instant = at + minutes * MINUTE_MS;
      const found = instantsOfLocal(localDateOf(instant, zone), localMinuteOf(instant, zone), zone);
      expect(found).toContain(instant);
      expect(found.length).toBeLessThanOrEqual(2);
      for (const one of found) expect(localMinuteOf(one, zone)).toBe(localMinuteOf(instant, zone));
    }),
    { numRuns: 500 },
  );
});

test("where midnight is skipped the day begins at one o'clock and the day before ends at 24:00", () => {
  const start = startOfLocalDay("2026-04-24", "Africa/Cairo");
  expect(startTimeLabel(start, "Africa/Cairo")).toBe("01:00");
  expect(endTimeLabel(start, "Africa/Cairo")).toBe("24:00");
});

test("an end reads 24:00 at the end of its day and the clock's time everywhere else", () => {
  expect(endTimeLabel(endOfLocalDay("2026-12-01", NEW_YORK), NEW_YORK)).toBe("24:00");
  expect(startTimeLabel(endOfLocalDay("2026-12-01", NEW_YORK), NEW_YORK)).toBe("00:00");
  expect(endTimeLabel(Date.UTC(2026, 11, 1, 17), NEW_YORK)).toBe("12:00");
  expect(endTimeLabel(Date.UTC(2026, 2, 8, 7), NEW_YORK)).toBe("03:00");
});

test("quarters are rounded to the mark before and after, and a mark stays itself", () => {
  const mark = Date.UTC(2026, 0, 1, 10, 15);
  const next = Date.UTC(2026, 0, 1, 10, 30);
  expect([ceilToQuarter(mark), floorToQuarter(mark), isOnQuarter(mark)]).toEqual([
    mark,
    mark,
    true,
  ]);
  const after = mark + 1;
  expect([ceilToQuarter(after), floorToQuarter(after), isOnQuarter(after)]).toEqual([
    next,
    mark,
    false,
  ]);
});

test("UTC's quarters are the quarters of every zone's clock", () => {
  fc.assert(
    fc.property(clockChanges, fc.integer({ min: -500, max: 500 }), ({ zone, at }, quarters) => {
      const mark = ceilToQuarter(at) + quarters * 15 * MINUTE_MS;
      expect(localMinuteOf(mark, zone) % 15).toBe(0);
    }),
  );
});

test("an instant is written in UTC and reads back as itself", () => {
  expect(toRfc3339(Date.UTC(2026, 11, 1, 14))).toBe("2026-12-01T14:00:00Z");
  expect(toRfc3339(Date.UTC(2026, 11, 1, 14, 5, 9))).toBe("2026-12-01T14:05:09Z");
  expect(toRfc3339(Date.UTC(2026, 11, 1, 14, 5, 9, 7))).toBe("2026-12-01T14:05:09.007Z");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: TO }), (instant) => {
      expect(parseRfc3339(toRfc3339(instant))).toBe(instant);
      const wholeSecond = instant - (instant % 1000);
      expect(toRfc3339(wholeSecond)).toBe(new Date(wholeSecond).toISOString().replace(".000", ""));
    }),
  );
});

test("an instant may be given with any offset, and without one is refused", () => {
  const two = Date.UTC(2026, 11, 1, 14);
  for (const text of [
    "2026-12-01T14:00:00Z",
    "2026-12-01t14:00:00z",
    "2026-12-01T14:00:00.000Z",
    "2026-12-01T09:00:00-05:00",
    "2026-12-01T19:30:00+05:30",
    "2026-12-01T14:00:00-00:00",
  ]) {
    expect([text, parseRfc3339(text)]).toEqual([text, two]);
  }
  for (const text of [
    "",
    "2026-12-01",
    "2026-12-01T14:00:00",
    "2026-12-01T14:00Z",
    "2026-12-01 14:00:00Z",
    "2026-12-01T24:00:00Z",
    "2026-12-01T14:60:00Z",
    "2026-12-01T14:00:60Z",
    "2026-12-01T14:00:00+5:00",
    "2026-12-01T14:00:00+24:00",
    "2026-12-01T14:00:00.Z",
    "2026-02-30T14:00:00Z",
    "2026-12-01T14:00:00Z ",
    "1764597600000",
  ]) {
    expect([text, parseRfc3339(text)]).toEqual([text, null]);
  }
});
