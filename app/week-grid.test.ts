import fc from "fast-check";
import { expect, test } from "vitest";
import { applyWeekEdit, type EditedDay, toLines } from "./week-edit.ts";
import { clockText, isInBox, moveCell, openQuarters, rangeText, toPaint } from "./week-grid.ts";

function day(key: string, ranges: { startMinute: number; endMinute: number }[] = []): EditedDay {
  return { key, lines: toLines(ranges), usual: null, isUsual: false, isFixed: false };
}

test("Whatever box is drawn, its cells and no others become what its anchor was not", () => {
  const cell = fc.record({
    day: fc.integer({ min: 0, max: 2 }),
    quarter: fc.integer({ min: 0, max: 95 }),
  });
  const days = [day("1", [{ startMinute: 540, endMinute: 1020 }]), day("2"), day("3")];
  const before = days.map(openQuarters);
  fc.assert(
    fc.property(cell, cell, (anchor, reach) => {
      const box = { anchor, reach };
      const after = applyWeekEdit(days, toPaint(days, box)).map(openQuarters);
      const wasOpen = before[anchor.day]?.[anchor.quarter];
      for (const [index, quarters] of after.entries()) {
        for (const [quarter, isOpen] of quarters.entries()) {
          const isDrawn = isInBox(box, { day: index, quarter });
          expect(isOpen).toBe(isDrawn ? !wasOpen : before[index]?.[quarter]);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test("Keys move within the grid and stop at its edges", () => {
  const at = (day: number, quarter: number, key: string) => moveCell({ day, quarter }, key, 7);
  expect(at(0, 0, "ArrowUp")).toEqual({ day: 0, quarter: 0 });
  expect(at(0, 0, "ArrowRight")).toEqual({ day: 1, quarter: 0 });
  expect(at(6, 95, "ArrowDown")).toEqual({ day: 6, quarter: 95 });
  expect(at(3, 50, "Home")).toEqual({ day: 0, quarter: 50 });
  expect(at(3, 50, "End")).toEqual({ day: 6, quarter: 50 });
  expect(at(3, 50, "PageDown")).toEqual({ day: 3, quarter: 54 });
  expect(at(3, 50, "a")).toBeNull();
});

test("Times are written for people, noon and both midnights too", () => {
  expect([0, 570, 720, 1425, 1440].map(clockText)).toEqual([
    "12:00 AM",
    "9:30 AM",
    "12:00 PM",
    "11:45 PM",
    "midnight",
  ]);
  expect(rangeText({ startMinute: 540, endMinute: 1440 })).toBe("9:00 AM – midnight");
});
