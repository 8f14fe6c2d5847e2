import { expect, test } from "vitest";
import { readRange } from "./range.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");
const read = (text: string) => readRange(new URLSearchParams(text), NOW);

test("a number of days ends today, thirty unless it is one of the others", () => {
  expect(read("days=7")).toEqual({
    range: { from: "2026-11-25", to: "2026-12-01" },
    days: 7,
    problem: null,
  });
  for (const text of ["", "from=&to=", "days=30", "days=31", "days=x", "days=-7"]) {
    expect(read(text)).toMatchObject({ days: 30, range: { from: "2026-11-02" }, problem: null });
  }
});

test("dates of one's own are taken as they are", () => {
  expect(read("from=2026-10-01&to=2026-10-31")).toEqual({
    range: { from: "2026-10-01", to: "2026-10-31" },
    days: null,
    problem: null,
  });
  expect(read("from=2026-11-30&to=").range).toEqual({ from: "2026-11-30", to: "2026-12-01" });
});

test("dates that cannot be are told, and the usual ones shown", () => {
  for (const text of [
    "from=2026-10-31&to=2026-10-01",
    "from=2026-12-01&to=2026-12-02",
    "from=2025-11-01&to=2026-12-01",
    "from=x&to=2026-12-01",
    "from=2026-02-30&to=2026-12-01",
    "to=2026-12-01",
  ]) {
    expect(read(text), text).toMatchObject({
      days: 30,
      range: { from: "2026-11-02", to: "2026-12-01" },
      problem: expect.stringContaining("dates"),
    });
  }
});
