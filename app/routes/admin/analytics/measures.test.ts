import { expect, test } from "vitest";
import { countText, megabytesText, shareText, spanText, toBudgetUse } from "./measures.ts";

test("A budget is alarming when more than 80 % of it is used, not at 80 %", () => {
  expect(toBudgetUse(0, 1_000)).toEqual({ share: 0, text: "0 %", isAlarming: false });
  expect(toBudgetUse(800, 1_000)).toEqual({ share: 0.8, text: "80 %", isAlarming: false });
  expect(toBudgetUse(801, 1_000)).toEqual({ share: 0.801, text: "80.1 %", isAlarming: true });
  expect(toBudgetUse(2_500, 1_000)).toEqual({ share: 2.5, text: "250 %", isAlarming: true });
});

test("What is not known stays unknown instead of becoming zero", () => {
  expect([shareText(null), countText(null), spanText(null)]).toEqual([null, null, null]);
});

test("Numbers are written as people read them", () => {
  expect([shareText(0.6), shareText(0.9996)]).toEqual(["60 %", "100 %"]);
  expect([countText(0), countText(1_234_567)]).toEqual(["0", "1,234,567"]);
  expect([megabytesText(49_152), megabytesText(10_000_000_000)]).toEqual(["0 MB", "10,000 MB"]);
  expect(megabytesText(1_250_000)).toBe("1.3 MB");
});

test("Spans of time are told in the largest unit that still says something", () => {
  expect([-5, 0, 999, 1_000, 119_999, 120_000, 7_199_999, 7_200_000].map(spanText)).toEqual([
    "0 ms",
    "0 ms",
    "999 ms",
    "1 s",
    "119 s",
    "2 min",
    "119 min",
    "2 h",
  ]);
  expect([48 * 3_600_000 - 1, 48 * 3_600_000].map(spanText)).toEqual(["47 h", "2 days"]);
});
