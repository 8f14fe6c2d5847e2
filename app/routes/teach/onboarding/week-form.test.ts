import fc from "fast-check";
import { expect, test } from "vitest";
import type { Weekday } from "../../../../worker/domain/local-time.ts";
import { WEEKDAYS } from "../../../../worker/domain/week.ts";
import {
  changeRows,
  checkRows,
  parseIntent,
  type RowsChange,
  readRows,
  rowName,
  toIntent,
  toRows,
  type WeekRows,
} from "./week-form.ts";

const BLANK = { from: "", to: "" };

function formOf(rows: WeekRows): FormData {
  const form = new FormData();
  for (const weekday of WEEKDAYS) {
    for (const [index, { from, to }] of rows[weekday].entries()) {
      form.set(rowName(weekday, index, "from"), from);
      form.set(rowName(weekday, index, "to"), to);
    }
  }
  return form;
}

function monday(...rows: { from: string; to: string }[]): WeekRows {
  return { ...toRows({}), 1: rows };
}

const quarter = fc.integer({ min: 0, max: 95 });
const range = fc
  .tuple(quarter, quarter)
  .map(([a, b]) => ({ startMinute: Math.min(a, b) * 15, endMinute: (Math.max(a, b) + 1) * 15 }));
const weekly = fc
  .tuple(...WEEKDAYS.map(() => fc.array(range, { maxLength: 5 })))
  .map((days) => Object.fromEntries(days.map((ranges, index) => [index + 1, ranges])));

test("Any hours come back the same from their form, the end of the day included", () => {
  fc.assert(
    fc.property(weekly, (hours) => {
      const sent = readRows(formOf(toRows(hours)));
      expect(checkRows(sent)).toEqual({ weekly: hours, problems: null });
    }),
  );
});

test("Empty lines are no hours, and a day without any has one to fill", () => {
  expect(toRows({})[3]).toEqual([BLANK]);
  const { weekly: hours } = checkRows(monday(BLANK, { from: "09:00", to: "10:00" }, BLANK));
  expect(hours?.[1]).toEqual([{ startMinute: 540, endMinute: 600 }]);
  expect(hours?.[2]).toEqual([]);
});

test.for([
  [{ from: "", to: "10:00" }, "from"],
  [{ from: "9:00", to: "10:00" }, "from"],
  [{ from: "25:00", to: "26:00" }, "from"],
  [{ from: "09:10", to: "10:00" }, "from"],
  [{ from: "09:00", to: "" }, "to"],
  [{ from: "09:00", to: "10:01" }, "to"],
  [{ from: "09:00", to: "09:00" }, "to"],
  [{ from: "22:00", to: "02:00" }, "to"],
] as const)("%o is told at the end that is wrong (%s)", ([row, part]) => {
  const { weekly: hours, problems } = checkRows(monday({ from: "09:00", to: "10:00" }, row));
  expect(hours).toBeNull();
  expect(problems?.map(({ name }) => name)).toEqual([rowName(1, 1, part)]);
});

test("Every wrong line is told at once", () => {
  const { problems } = checkRows({
    ...monday({ from: "x", to: "" }),
    7: [{ from: "09:00", to: "" }],
  });
  expect(problems?.map(({ name }) => name)).toEqual(["day1_0_from", "day7_0_to"]);
});

test("A form with a thousand lines a day is read as far as a day can go", () => {
  const lines = Array.from({ length: 1000 }, () => ({ from: "09:00", to: "10:00" }));
  expect(readRows(formOf(monday(...lines)))[1]).toHaveLength(96);
});

test("A line is added at the end, and removing the last one leaves an empty one", () => {
  const nine = { from: "09:00", to: "10:00" };
  expect(changeRows(monday(nine), { kind: "add", weekday: 1 })[1]).toEqual([nine, BLANK]);
  const remove = { kind: "remove", weekday: 1, index: 0 } as const;
  expect(changeRows(monday(nine, BLANK), remove)[1]).toEqual([BLANK]);
  expect(changeRows(monday(nine), remove)[1]).toEqual([BLANK]);
});

test("Monday is copied to Tuesday to Friday, and the weekend stays", () => {
  const nine = { from: "09:00", to: "10:00" };
  const ten = { from: "10:00", to: "11:00" };
  const copied = changeRows({ ...monday(nine), 2: [ten], 6: [ten] }, { kind: "copy" });
  expect(WEEKDAYS.map((day: Weekday) => copied[day][0])).toEqual([
    nine,
    nine,
    nine,
    nine,
    nine,
    ten,
    BLANK,
  ]);
});

test("A button says its change as text, and no other text is a change", () => {
  const changes: RowsChange[] = [
    { kind: "copy" },
    { kind: "add", weekday: 7 },
    { kind: "remove", weekday: 1, index: 12 },
  ];
  for (const change of changes) expect(parseIntent(toIntent(change))).toEqual(change);
  for (const other of ["save", "", "add-8", "add-1-2", "remove-1", "remove-1-100", "constructor"]) {
    expect(parseIntent(other)).toBeNull();
  }
});
