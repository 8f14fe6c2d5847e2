import fc from "fast-check";
import { expect, test } from "vitest";
import { availabilityCases, availabilityInputs } from "../../tests/availability-inputs.ts";
import type { AvailabilityInputs, DateWindow } from "./availability.ts";
import { freeIntervals } from "./availability.ts";
import { totalMinutes } from "./interval.ts";
import { endOfLocalDay, floorToQuarter, localDateOf, QUARTER_MS } from "./local-time.ts";
import {
  availabilityByDay,
  nextAvailable,
  toFullDetail,
  toMinimalDetail,
  toSummaryDetail,
  validUntil,
} from "./public-availability.ts";

const NEW_YORK = "America/New_York";
/** 2026-12-01 is a Tuesday, five hours behind UTC in New York. */
const TUESDAY: DateWindow = { from: "2026-12-01", to: "2026-12-01" };
const LONG_BEFORE = Date.UTC(2026, 10, 2);
const MORNING = { startMinute: 540, endMinute: 720 };
const AFTERNOON = { startMinute: 780, endMinute: 1020 };

function utc(time: string, date = "2026-12-01"): number {
  return Date.parse(`${date}T${time}:00Z`);
}

function days(given: Partial<AvailabilityInputs>, window = TUESDAY, now = LONG_BEFORE) {
  return availabilityByDay(availabilityInputs(given), window, now);
}

function statuses(given: Partial<AvailabilityInputs>, now: number): string[] {
  return days(given, TUESDAY, now).map(({ status }) => status);
}

function answerAt(inputs: AvailabilityInputs, window: DateWindow, now: number) {
  return toFullDetail(availabilityByDay(inputs, window, now), inputs.timezone);
}

test("the full answer lists every date with its free ranges, in clock times and instants", () => {
  const window = { from: "2026-11-30", to: "2026-12-02" };
  const given = {
    weekly: { 2: [MORNING] },
    blackouts: [{ startOn: "2026-12-02", endOn: "2026-12-02" }],
  };
  expect(toFullDetail(days(given, window), NEW_YORK)).toEqual({
    days: [
      { date: "2026-11-30", isBlackout: false, status: "closed", slots: [] },
      {
        date: "2026-12-01",
        isBlackout: false,
        status: "open",
        slots: [
          { startTime: "09:00", endTime: "12:00", startAt: utc("14:00"), endAt: utc("17:00") },
        ],
      },
      { date: "2026-12-02", isBlackout: true, status: "blackout", slots: [] },
    ],
    totalAvailableSlots: 1,
    earliestAvailableDate: "2026-12-01",
  });
});

test("free time across midnight is shown on both days, the first ending at 24:00", () => {
  const window = { from: "2026-12-01", to: "2026-12-02" };
  const given = {
    weekly: {
      2: [{ startMinute: 1380, endMinute: 1440 }],
      3: [{ startMinute: 0, endMinute: 60 }],
    },
  };
  const { days: shown, totalAvailableSlots } = toFullDetail(days(given, window), NEW_YORK);
  const midnight = utc("05:00", "2026-12-02");
  expect(shown.map(({ slots }) => slots)).toEqual([
    [{ startTime: "23:00", endTime: "24:00", startAt: midnight - 3_600_000, endAt: midnight }],
    [{ startTime: "00:00", endTime: "01:00", startAt: midnight, endAt: midnight + 3_600_000 }],
  ]);
  expect(totalAvailableSlots).toBe(2);
});

test("a range in the hour that comes twice is shown twice, told apart by its instants", () => {
  const sunday = { from: "2026-11-01", to: "2026-11-01" };
  const inputs = availabilityInputs({ weekly: { 7: [{ startMinute: 90, endMinute: 105 }] } });
  const [day] = answerAt(inputs, sunday, Date.UTC(2026, 9, 1)).days;
  expect(day?.slots.map(({ startTime, startAt }) => [startTime, startAt])).toEqual([
    ["01:30", Date.UTC(2026, 10, 1, 5, 30)],
    ["01:30", Date.UTC(2026, 10, 1, 6, 30)],
  ]);
});

test("a day says why it cannot be booked", () => {
  const hours = { weekly: { 2: [MORNING] }, minimumNoticeMinutes: 60 };
  const taught = [{ start: utc("14:00"), end: utc("17:00") }];
  const blackouts = [{ startOn: "2026-12-01", endOn: "2026-12-01" }];
  expect(statuses(hours, LONG_BEFORE)).toEqual(["open"]);
  expect(statuses({ ...hours, taught }, LONG_BEFORE)).toEqual(["full"]);
  expect(statuses({ ...hours, dates: { "2026-12-01": [] } }, LONG_BEFORE)).toEqual(["closed"]);
  expect(statuses({ ...hours, blackouts }, LONG_BEFORE)).toEqual(["blackout"]);
  expect(statuses(hours, utc("15:45"))).toEqual(["open"]);
  expect(statuses(hours, utc("15:46"))).toEqual(["too_soon"]);
  expect(statuses({ ...hours, taught }, utc("15:45"))).toEqual(["full"]);
  expect(statuses({ ...hours, taught }, utc("15:46"))).toEqual(["too_soon"]);
});

test("a day whose only hours are skipped by the clocks is closed", () => {
  const inputs = availabilityInputs({ weekly: { 7: [{ startMinute: 135, endMinute: 165 }] } });
  const window = { from: "2026-03-08", to: "2026-03-15" };
  const shown = availabilityByDay(inputs, window, Date.UTC(2026, 1, 1));
  expect([shown.at(0)?.status, shown.at(-1)?.status]).toEqual(["closed", "open"]);
});

test("the parts of the day begin at 12:00 and 17:00, and a range across a mark is on both sides", () => {
  const parts = (startMinute: number, endMinute: number) => {
    const open = days({ weekly: { 2: [{ startMinute, endMinute }] } });
    return toSummaryDetail(open, NEW_YORK).days.map(
      ({ morningAvailable, afternoonAvailable, eveningAvailable }) =>
        [morningAvailable && "am", afternoonAvailable && "pm", eveningAvailable && "eve"].filter(
          Boolean,
        ),
    )[0];
  };
  expect(parts(540, 720)).toEqual(["am"]);
  expect(parts(705, 735)).toEqual(["am", "pm"]);
  expect(parts(720, 1020)).toEqual(["pm"]);
  expect(parts(1005, 1035)).toEqual(["pm", "eve"]);
  expect(parts(1020, 1440)).toEqual(["eve"]);
  expect(parts(0, 1440)).toEqual(["am", "pm", "eve"]);
});

test("the summary has the dates with time only, and counts real hours", () => {
  const window = { from: "2026-10-31", to: "2026-11-02" };
  const given = {
    weekly: { 7: [{ startMinute: 60, endMinute: 180 }], 1: [MORNING] },
    taught: [{ start: Date.UTC(2026, 10, 2, 14), end: Date.UTC(2026, 10, 2, 14, 20) }],
  };
  const summary = toSummaryDetail(days(given, window, Date.UTC(2026, 9, 1)), NEW_YORK);
  expect(summary.days.map(({ date, totalHours }) => [date, totalHours])).toEqual([
    ["2026-11-01", 3],
    ["2026-11-02", 2.67],
  ]);
  expect(summary.totalAvailableDays).toBe(2);
});

test("the minimal answer says whether there is time and from which date", () => {
  const window = { from: "2026-11-30", to: "2026-12-03" };
  expect(toMinimalDetail(days({ weekly: { 3: [MORNING] } }, window))).toEqual({
    hasAvailability: true,
    earliestAvailableDate: "2026-12-02",
  });
  expect(toMinimalDetail(days({}, window))).toEqual({
    hasAvailability: false,
    earliestAvailableDate: null,
  });
});

test("all levels of detail tell of the same time, and none of it is lost between the days", () => {
  fc.assert(
    fc.property(availabilityCases, ({ inputs, window, now }) => {
      const byDay = availabilityByDay(inputs, window, now);
      const full = toFullDetail(byDay, inputs.timezone);
      const summary = toSummaryDetail(byDay, inputs.timezone);
      const open = full.days.filter(({ slots }) => slots.length > 0).map(({ date }) => date);
      expect(summary.days.map(({ date }) => date)).toEqual(open);
      expect(toMinimalDetail(byDay).earliestAvailableDate).toBe(open[0] ?? null);
      for (const { date, status, slots } of full.days) {
        expect(status === "open").toBe(slots.length > 0);
        for (const { startAt, endAt } of slots) {
          const dates = [startAt, endAt - 1].map((at) => localDateOf(at, inputs.timezone));
          expect(dates).toEqual([date, date]);
        }
      }
      const shown = byDay.flatMap(({ free }) => free);
      expect(totalMinutes(shown)).toBe(totalMinutes(freeIntervals(inputs, window, now)));
    }),
  );
});

test("until it says so the answer stays the same, and right after that it is another one", () => {
  let changesSeen = 0;
  fc.assert(
    fc.property(availabilityCases, ({ inputs, window, now }) => {
      const answer = answerAt(inputs, window, now);
      const until = validUntil(inputs, availabilityByDay(inputs, window, now), now);
      const midnight = endOfLocalDay(localDateOf(now, inputs.timezone), inputs.timezone);
      expect(until).toBeGreaterThanOrEqual(now);
      expect(until).toBeLessThanOrEqual(midnight);
      for (let at = floorToQuarter(now) + QUARTER_MS; at < until; at += QUARTER_MS) {
        expect(answerAt(inputs, window, at)).toEqual(answer);
        expect(answerAt(inputs, window, at + 1)).toEqual(answer);
      }
      expect(answerAt(inputs, window, until)).toEqual(answer);
      if (until === midnight) return;
      changesSeen++;
      expect(answerAt(inputs, window, until + 1)).not.toEqual(answer);
    }),
    { numRuns: 300 },
  );
  expect(changesSeen).toBeGreaterThan(50);
});

test("the answer changes when the notice reaches free time, passes a full day, or a new day begins", () => {
  const until = (given: Partial<AvailabilityInputs>, now: number) =>
    validUntil(availabilityInputs(given), days(given, TUESDAY, now), now);
  const hours = { weekly: { 2: [MORNING, AFTERNOON] }, minimumNoticeMinutes: 60 };
  const fullDay = { ...hours, taught: [{ start: utc("14:00"), end: utc("22:00") }] };
  expect(until(hours, utc("12:34"))).toBe(utc("13:00"));
  expect(until(hours, utc("13:00"))).toBe(utc("13:00"));
  expect(until(hours, utc("13:01"))).toBe(utc("13:15"));
  expect(until(fullDay, utc("13:01"))).toBe(utc("20:45"));
  expect(until(fullDay, utc("18:00"))).toBe(utc("20:45"));
  expect(until(fullDay, utc("20:46"))).toBe(utc("05:00", "2026-12-02"));
  expect(until({}, utc("12:34"))).toBe(utc("05:00", "2026-12-02"));
});

test("the next lesson is the first that fits, with its date and clock times", () => {
  const inputs = availabilityInputs({
    weekly: { 2: [MORNING, AFTERNOON] },
    taught: [{ start: utc("15:00"), end: utc("16:30") }],
  });
  const free = freeIntervals(inputs, TUESDAY, LONG_BEFORE);
  expect(nextAvailable(free, 90, NEW_YORK)).toEqual({
    date: "2026-12-01",
    startTime: "13:00",
    endTime: "14:30",
    startAt: utc("18:00"),
    endAt: utc("19:30"),
  });
  expect(nextAvailable(free, 60, NEW_YORK)?.startTime).toBe("09:00");
  expect(nextAvailable(free, 255, NEW_YORK)).toBeNull();
});
