import { expect, test } from "vitest";
import { createWindowCounter } from "./window-counter.ts";

const MINUTE = 60_000;

test("a window begins with the first time and ends to the millisecond", () => {
  const counter = createWindowCounter(10);
  expect(counter.count("a", MINUTE, 1000)).toEqual({ startedAt: 1000, count: 1 });
  expect(counter.count("a", MINUTE, 60_999)).toEqual({ startedAt: 1000, count: 2 });
  expect(counter.count("a", MINUTE, 61_000)).toEqual({ startedAt: 61_000, count: 1 });
});

test("subjects are counted apart", () => {
  const counter = createWindowCounter(10);
  counter.count("a", MINUTE, 0);
  expect(counter.count("b", MINUTE, 0).count).toBe(1);
  expect(counter.count("a", MINUTE, 0).count).toBe(2);
});

test("a clock that was put back shuts nobody out", () => {
  const counter = createWindowCounter(10);
  for (let times = 0; times < 50; times += 1) counter.count("a", MINUTE, 1_000_000);
  expect(counter.count("a", MINUTE, 10)).toEqual({ startedAt: 10, count: 1 });
});

test("any number of subjects takes no more than so much memory, and forgets whoever began first", () => {
  const counter = createWindowCounter(3);
  for (const subject of ["a", "b", "c"]) counter.count(subject, MINUTE, 0);
  counter.count("d", MINUTE, 1);
  expect(counter.count("b", MINUTE, 2).count).toBe(2);
  expect(counter.count("a", MINUTE, 2).count).toBe(1);
});
