import fc from "fast-check";
import { expect, test } from "vitest";
import type { LocalRange } from "./availability.ts";
import {
  applyEdit,
  assertDateRange,
  changedDates,
  diffHours,
  type HoursEdit,
  type HoursEntry,
  type StoredHoursEntry,
  windowsOf,
} from "./hours-edit.ts";
import { addDays, daysBetween, type Weekday, weekdayOf } from "./local-time.ts";
import { hoursOf, type TeachingHours, toScopeText, toTeachingDay, weekFrom } from "./week.ts";

/** A Tuesday. */
const TODAY = "2026-12-01";
const NONE: LocalRange[] = [];

function range(from: number, to: number): LocalRange {
  return { startMinute: from * 60, endMinute: to * 60 };
}

function hours(given: Partial<TeachingHours> = {}): TeachingHours {
  return { timezone: "America/New_York", weekly: {}, dates: {}, blackouts: [], ...given };
}

function everyWeekday(ranges: LocalRange[]): Record<Weekday, LocalRange[]> {
  return { 1: ranges, 2: ranges, 3: ranges, 4: ranges, 5: ranges, 6: ranges, 7: ranges };
}

function refusal(edit: HoursEdit): unknown {
  try {
    applyEdit(hours(), edit, TODAY);
    return null;
  } catch (error) {
    return (error as { details: { errors: { path: string }[] } }).details.errors[0]?.path;
  }
}

test("ranges that touch or overlap become one, in any order", () => {
  const weekly = everyWeekday([range(12, 13), range(9, 11), range(10, 12), range(15, 16)]);
  const after = applyEdit(hours(), { kind: "weekly", timezone: null, weekly }, TODAY);
  expect(after.weekly[1]).toEqual([range(9, 13), range(15, 16)]);
});

test("today can be edited and yesterday cannot, whichever edit it is", () => {
  const yesterday = addDays(TODAY, -1);
  const week = { from: "2026-11-02" };
  expect(refusal({ kind: "date", date: TODAY, ranges: [] })).toBeNull();
  expect(refusal({ kind: "date", date: yesterday, ranges: [] })).toBe("date");
  expect(refusal({ kind: "date", date: yesterday, ranges: null })).toBe("date");
  expect(refusal({ kind: "copy_week", ...week, to: addDays(TODAY, -6) })).toBeNull();
  expect(refusal({ kind: "copy_week", ...week, to: addDays(TODAY, -7) })).toBe("to");
  expect(refusal({ kind: "clear", startOn: yesterday, endOn: TODAY })).toBeNull();
  expect(refusal({ kind: "clear", startOn: yesterday, endOn: yesterday })).toBe("end_date");
  const applied = { kind: "apply_week", ...week, startOn: "2026-11-20" } as const;
  expect(refusal({ ...applied, endOn: TODAY })).toBeNull();
  expect(refusal({ ...applied, endOn: yesterday })).toBe("end_date");
});

test("what is over stays as it is when a week or a range reaches into the past", () => {
  const before = hours({
    weekly: everyWeekday([range(9, 17)]),
    dates: { "2026-11-30": [range(8, 9)], "2026-12-01": [range(8, 9)] },
  });
  const cleared = applyEdit(
    before,
    { kind: "clear", startOn: "2026-11-30", endOn: "2026-12-06" },
    TODAY,
  );
  expect(cleared.dates).toEqual({ "2026-11-30": [range(8, 9)] });
  const copied = applyEdit(
    before,
    { kind: "copy_week", from: "2026-12-07", to: "2026-11-30" },
    TODAY,
  );
  const copiedDates = weekFrom("2026-12-01").slice(0, 6);
  expect(copied.dates).toEqual({
    "2026-11-30": [range(8, 9)],
    ...Object.fromEntries(copiedDates.map((date) => [date, [range(9, 17)]])),
  });
});

test("a copied week takes closed days along as closed, and blackouts not at all", () => {
  const before = hours({
    weekly: everyWeekday([range(9, 17)]),
    dates: { "2026-12-08": [], "2026-12-09": [range(10, 12)] },
    blackouts: [{ id: "b", startOn: "2026-12-10", endOn: "2026-12-10", reason: null }],
  });
  const after = applyEdit(
    before,
    { kind: "copy_week", from: "2026-12-07", to: "2026-12-14" },
    TODAY,
  );
  expect(changedDates(before, after)).toEqual(weekFrom("2026-12-14"));
  expect(after.dates["2026-12-15"]).toEqual([]);
  expect(after.dates["2026-12-16"]).toEqual([range(10, 12)]);
  expect(after.dates["2026-12-17"]).toEqual([range(9, 17)]);
});

test("a copied week stays what it is when the weekly hours become others", () => {
  const before = hours({ weekly: everyWeekday([range(9, 17)]) });
  const copied = applyEdit(
    before,
    { kind: "copy_week", from: "2026-12-07", to: "2026-12-14" },
    TODAY,
  );
  const weekly = everyWeekday([range(6, 7)]);
  const after = applyEdit(copied, { kind: "weekly", timezone: null, weekly }, TODAY);
  expect(hoursOf(after, "2026-12-07")).toEqual([range(6, 7)]);
  for (const date of weekFrom("2026-12-14")) expect(hoursOf(after, date)).toEqual([range(9, 17)]);
});

test("several dates of a week change together, or none when one of them is over or elsewhere", () => {
  const before = hours({ dates: { "2026-12-03": [range(8, 9)] } });
  const edit = (days: { date: string; ranges: LocalRange[] | null }[]): HoursEdit => ({
    kind: "week",
    from: "2026-11-30",
    days,
  });
  const own = { date: TODAY, ranges: [range(9, 12)] };
  const usual = { date: "2026-12-03", ranges: null };
  expect(applyEdit(before, edit([own, usual]), TODAY).dates).toEqual({ [TODAY]: [range(9, 12)] });
  expect(refusal(edit([own, { date: "2026-11-30", ranges: [] }]))).toBe("date");
  expect(refusal(edit([own, { date: "2026-12-06", ranges: [] }]))).toBeNull();
  expect(refusal(edit([own, { date: "2026-12-07", ranges: [] }]))).toBe("date");
});

test("a week that overlaps the one it is copied onto is read before anything is written", () => {
  const before = hours({ dates: { "2026-12-07": [range(9, 10)], "2026-12-10": [range(11, 12)] } });
  const after = applyEdit(
    before,
    { kind: "copy_week", from: "2026-12-07", to: "2026-12-10" },
    TODAY,
  );
  expect(hoursOf(after, "2026-12-10")).toEqual([range(9, 10)]);
  expect(hoursOf(after, "2026-12-13")).toEqual([range(11, 12)]);
});

test("a week is applied to each date by its weekday, whatever day it starts on", () => {
  const dates = Object.fromEntries(
    weekFrom("2026-12-03").map((date) => [date, [range(weekdayOf(date), 20)]]),
  );
  const edit = { from: "2026-12-03", startOn: "2027-01-05", endOn: "2027-02-20" };
  const after = applyEdit(hours({ dates }), { kind: "apply_week", ...edit }, TODAY);
  const applied = changedDates(hours({ dates }), after).filter((date) => !dates[date]);
  expect(applied.length).toBe(47);
  for (const date of applied) expect(after.dates[date]).toEqual([range(weekdayOf(date), 20)]);
});

test("a range has 365 days at most, and its end is not before its start", () => {
  expect(() => assertDateRange("2026-12-01", "2026-12-01")).not.toThrow();
  expect(() => assertDateRange("2026-12-01", "2027-11-30")).not.toThrow();
  expect(() => assertDateRange("2026-12-01", "2027-12-01")).toThrow("validation_failed");
  expect(() => assertDateRange("2026-12-02", "2026-12-01")).toThrow("validation_failed");
  const tooLong = { startOn: "2026-12-01", endOn: "2999-12-01" };
  expect(() => windowsOf({ kind: "clear", ...tooLong })).toThrow("validation_failed");
  expect(() => windowsOf({ kind: "apply_week", from: TODAY, ...tooLong })).toThrow(
    "validation_failed",
  );
});

test("only rows that differ are written", () => {
  const entry = (weekday: Weekday, from: number, to: number): HoursEntry => ({
    weekday,
    date: null,
    ...range(from, to),
  });
  const rows: StoredHoursEntry[] = [
    { id: 1, ...entry(1, 9, 12) },
    { id: 2, ...entry(1, 13, 17) },
    { id: 3, weekday: null, date: "2026-12-05", startMinute: null, endMinute: null },
  ];
  const weekly = { 1: [range(9, 12), range(14, 17)] };
  expect(diffHours(rows, { weekly, dates: { "2026-12-05": [] } })).toEqual({
    removedIds: [2],
    added: [entry(1, 14, 17)],
  });
});

const ranges = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({
      startMinute: start * 15,
      endMinute: Math.min(96, start + length) * 15,
    })),
  { maxLength: 4 },
);
const date = fc.integer({ min: -10, max: 20 }).map((days) => addDays(TODAY, days));
const edits: fc.Arbitrary<HoursEdit> = fc.oneof(
  fc.record({
    kind: fc.constant("weekly" as const),
    timezone: fc.constant(null),
    weekly: fc.record({
      1: ranges,
      2: ranges,
      3: ranges,
      4: ranges,
      5: ranges,
      6: ranges,
      7: ranges,
    }),
  }),
  fc.record({ kind: fc.constant("date" as const), date, ranges: fc.option(ranges) }),
  fc.record({
    kind: fc.constant("week" as const),
    from: fc.constant("2026-11-30"),
    days: fc.uniqueArray(
      fc.record({
        date: fc.integer({ min: 0, max: 6 }).map((days) => addDays("2026-11-30", days)),
        ranges: fc.option(ranges),
      }),
      { selector: ({ date }) => date },
    ),
  }),
  fc.record({ kind: fc.constant("copy_week" as const), from: date, to: date }),
  fc
    .record({ from: date, startOn: date, days: fc.integer({ min: 0, max: 20 }) })
    .map(({ days, ...edit }) => ({
      kind: "apply_week" as const,
      ...edit,
      endOn: addDays(edit.startOn, days),
    })),
  fc.record({ startOn: date, days: fc.integer({ min: 0, max: 20 }) }).map(({ startOn, days }) => ({
    kind: "clear" as const,
    startOn,
    endOn: addDays(startOn, days),
  })),
);

test("no sequence of edits changes a past date, and each one made twice is as made once", () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 12 }), (sequence) => {
      let now = hours({ dates: { "2026-11-25": [range(9, 10)], "2026-11-27": [] } });
      const past = JSON.stringify(pastDates(now));
      for (const edit of sequence) {
        let once: TeachingHours;
        try {
          once = applyEdit(now, edit, TODAY);
        } catch {
          continue;
        }
        expect(JSON.stringify(pastDates(once))).toBe(past);
        // A week copied onto part of itself is another week afterwards.
        const isShifting =
          edit.kind === "copy_week" && Math.abs(daysBetween(edit.from, edit.to)) < 7;
        if (!isShifting) expect(applyEdit(once, edit, TODAY)).toEqual(once);
        now = once;
      }
    }),
  );
});

function pastDates({ dates }: TeachingHours) {
  return Object.entries(dates)
    .filter(([day]) => day < TODAY)
    .sort();
}

test("applying the difference to the stored rows gives the hours that were wanted", () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 8 }), (sequence) => {
      let [now, rows, serial]: [TeachingHours, StoredHoursEntry[], number] = [hours(), [], 0];
      for (const edit of sequence) {
        try {
          now = applyEdit(now, edit, TODAY);
        } catch {
          continue;
        }
        const { removedIds, added } = diffHours(rows, now);
        rows = rows.filter(({ id }) => !removedIds.includes(id));
        for (const entry of added) rows.push({ id: ++serial, ...entry });
      }
      expect(diffHours(rows, now)).toEqual({ removedIds: [], added: [] });
      const stored = rows.map(({ id: _, ...entry }) => JSON.stringify(entry));
      expect(new Set(stored).size).toBe(stored.length);
    }),
  );
});

test("a day says what decides it: a blackout first, then its own hours, then its weekday's", () => {
  const given = hours({
    weekly: { 2: [range(9, 17)] },
    dates: { "2026-12-02": [range(8, 9)], "2026-12-03": [], "2026-12-04": [range(8, 9)] },
    blackouts: [{ id: "b", startOn: "2026-12-04", endOn: "2026-12-05", reason: "Away" }],
  });
  const told = weekFrom(TODAY).map((day) => {
    const { source, ranges: open, blackout } = toTeachingDay(given, day);
    return [source, open.length, blackout?.reason ?? null];
  });
  expect(told).toEqual([
    ["weekly", 1, null],
    ["dates", 1, null],
    ["closed", 0, null],
    ["blackout", 0, "Away"],
    ["blackout", 0, "Away"],
    ["weekly", 0, null],
    ["weekly", 0, null],
  ]);
});

test("what an editor sees of a week differs with each thing that decides it, and with nothing else", () => {
  const base = hours({ weekly: everyWeekday([range(9, 17)]) });
  const text = (given: Partial<TeachingHours>) => toScopeText({ ...base, ...given }, TODAY);
  const others: Partial<TeachingHours>[] = [
    { timezone: "Europe/Berlin" },
    { weekly: { ...base.weekly, 5: NONE } },
    { dates: { "2026-12-03": [] } },
    { dates: { "2026-12-03": [range(9, 17)] } },
    { blackouts: [{ id: "b", startOn: "2026-12-07", endOn: "2026-12-09", reason: null }] },
  ];
  const texts = [base, ...others].map(text);
  expect(new Set(texts).size).toBe(texts.length);
  const unseen = { "2026-12-08": [range(1, 2)], "2026-11-30": [] };
  expect(text({ dates: unseen })).toBe(text({}));
  const unmerged = everyWeekday([range(12, 17), range(9, 12)]);
  expect(text({ weekly: unmerged })).toBe(text({}));
  const weeklyText = (given: Partial<TeachingHours>) =>
    toScopeText({ ...base, ...given }, "weekly");
  expect(weeklyText({ dates: { "2026-12-03": [] } })).toBe(weeklyText({}));
  expect(weeklyText({ timezone: "Europe/Berlin" })).not.toBe(weeklyText({}));
});
