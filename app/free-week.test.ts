import { expect, test } from "vitest";
import { neighbouringWeeks } from "./free-week.ts";

const timezone = "America/New_York";
/** Still the first of December in New York. */
const now = Date.UTC(2026, 11, 2, 4);

test("there is nothing before today", () => {
  expect(neighbouringWeeks({ from: "2026-12-01", timezone }, now)).toEqual({
    previous: null,
    next: "2026-12-08",
  });
});

test("going back stops at today", () => {
  expect(neighbouringWeeks({ from: "2026-12-04", timezone }, now).previous).toBe("2026-12-01");
  expect(neighbouringWeeks({ from: "2026-12-15", timezone }, now).previous).toBe("2026-12-08");
});

test("going on stops after half a year", () => {
  expect(neighbouringWeeks({ from: "2027-05-28", timezone }, now).next).toBeNull();
});
