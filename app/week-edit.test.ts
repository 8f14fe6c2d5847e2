import fc from "fast-check";
import { expect, test } from "vitest";
import {
  applyWeekEdit,
  type EditedDay,
  PRESETS,
  type PresetName,
  rangesOf,
  toLines,
  type WeekEdit,
  weekdayOfKey,
} from "./week-edit.ts";

const DAYS = ["1", "2", "3", "4", "5", "6", "7"];
/** Tuesday is over. */
const FIXED = "2";

type Model = Map<string, Set<number>>;

function quartersOf(from: number, to: number): number[] {
  return Array.from({ length: (to - from) / 15 }, (_, index) => from + index * 15);
}

/** The same edit on plain sets of the minutes at which a taught quarter begins. */
function editModel(model: Model, usual: Model, edit: WeekEdit): void {
  const of = (key: string) => model.get(key) ?? new Set();
  const put = (key: string, minutes: Iterable<number>) => {
    if (key !== FIXED) model.set(key, new Set(minutes));
  };
  if (edit.kind === "paint") {
    const painted = quartersOf(edit.range.startMinute, edit.range.endMinute);
    for (const key of edit.keys) {
      if (edit.isOpen) put(key, [...of(key), ...painted]);
      else
        put(
          key,
          [...of(key)].filter((minute) => !painted.includes(minute)),
        );
    }
  } else if (edit.kind === "copy_day") {
    const source = [...of(edit.from)];
    for (const key of edit.to) put(key, source);
  } else if (edit.kind === "preset") {
    const [from, to] = PRESETS[edit.preset].hours;
    const days = edit.preset === "weekends" ? ["6", "7"] : ["1", "2", "3", "4", "5"];
    for (const key of days) put(key, [...of(key), ...quartersOf(from * 60, to * 60)]);
  } else if (edit.kind === "clear") {
    for (const key of edit.keys) put(key, []);
  } else if (edit.kind === "usual") put(edit.key, usual.get(edit.key) ?? []);
}

function toModel(days: readonly EditedDay[]): Model {
  return new Map(
    days.map((day) => [
      day.key,
      new Set(
        rangesOf(day).flatMap(({ startMinute, endMinute }) => quartersOf(startMinute, endMinute)),
      ),
    ]),
  );
}

function sorted(model: Model): [string, number[]][] {
  return [...model].map(([key, minutes]) => [key, [...minutes].sort((a, b) => a - b)]);
}

const key = fc.constantFrom(...DAYS);
const keys = fc.uniqueArray(key);
const range = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([start, length]) => ({
    startMinute: start * 15,
    endMinute: Math.min(96, start + length) * 15,
  }));
const edit: fc.Arbitrary<WeekEdit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("paint" as const),
      keys,
      range,
      isOpen: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant("copy_day" as const), from: key, to: keys }),
  fc.record({
    kind: fc.constant("preset" as const),
    preset: fc.constantFrom(...(Object.keys(PRESETS) as PresetName[])),
  }),
  fc.record({ kind: fc.constant("clear" as const), keys }),
  fc.record({ kind: fc.constant("usual" as const), key }),
  fc.record({ kind: fc.constant("add_line" as const), key }),
);

test("Any sequence of edits leaves the same quarters taught as plain sets of minutes", () => {
  const usualOf = fc.array(fc.array(range, { maxLength: 3 }), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(usualOf, fc.array(edit, { maxLength: 25 }), (usual, edits) => {
      let days = DAYS.map(
        (day, index): EditedDay => ({
          key: day,
          lines: toLines(usual[index] ?? []),
          usual: usual[index] ?? [],
          isUsual: true,
          isFixed: day === FIXED,
        }),
      );
      const usualModel = toModel(days);
      const model = new Map(usualModel);
      for (const one of edits) {
        days = applyWeekEdit(days, one);
        editModel(model, usualModel, one);
      }
      expect(sorted(toModel(days))).toEqual(sorted(model));
      for (const day of days) {
        if (day.isUsual)
          expect(rangesOf(day)).toEqual(rangesOf({ lines: toLines(day.usual ?? []) }));
      }
    }),
  );
});

test("Every range survives being written as a line, also the one that ends at midnight", () => {
  fc.assert(
    fc.property(range, (one) => {
      expect(rangesOf({ lines: toLines([one]) })).toEqual([one]);
    }),
  );
  expect(toLines([{ startMinute: 1320, endMinute: 1440 }])).toEqual([
    { from: "22:00", to: "00:00" },
  ]);
});

test("Painting keeps the lines that are not finished yet", () => {
  const day: EditedDay = {
    key: "1",
    lines: [{ from: "09:00", to: "" }],
    usual: null,
    isUsual: false,
    isFixed: false,
  };
  const painted = applyWeekEdit([day], {
    kind: "paint",
    keys: ["1"],
    range: { startMinute: 600, endMinute: 660 },
    isOpen: true,
  });
  expect(painted[0]?.lines).toEqual([
    { from: "10:00", to: "11:00" },
    { from: "09:00", to: "" },
  ]);
});

test("A date has the weekday that the calendar says, and a weekday is itself", () => {
  expect([weekdayOfKey("2026-12-07"), weekdayOfKey("2026-12-13"), weekdayOfKey("3")]).toEqual([
    1, 7, 3,
  ]);
});
