import { expect, test } from "vitest";
import { remember } from "./remember.ts";

test("a value is worked out once and then remembered", () => {
  const asked: string[] = [];
  const lengths = new Map<string, number>();
  const lengthOf = (text: string) =>
    remember(lengths, 10, text, () => asked.push(text) * 0 + text.length);
  expect([lengthOf("piano"), lengthOf("piano"), lengthOf("go")]).toEqual([5, 5, 2]);
  expect(asked).toEqual(["piano", "go"]);
});

test("the map never holds more than its limit and still answers right", () => {
  const squares = new Map<number, number>();
  for (let n = 0; n < 100; n++) {
    expect(remember(squares, 7, n, () => n * n)).toBe(n * n);
    expect(squares.size).toBeLessThanOrEqual(7);
  }
});
