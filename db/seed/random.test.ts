import { expect, test } from "vitest";
import { createRandom } from "./random.ts";

test("the same seed gives the same values and another seed gives others", () => {
  const draw = (seed: number) => [...createRandom(seed).bytes(64)];
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test("whole numbers reach both ends of their range and are about equally frequent", () => {
  const random = createRandom(1);
  const counts = new Map<number, number>();
  for (let i = 0; i < 6000; i++) {
    const value = random.int(1, 6);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test("a chance comes true about as often as it says", () => {
  const random = createRandom(2);
  const hits = Array.from({ length: 10_000 }, () => random.chance(0.3)).filter(Boolean).length;
  expect(Math.abs(hits - 3000)).toBeLessThan(200);
});

test("a sample has different items, at most as many as there are, and leaves the list alone", () => {
  const random = createRandom(3);
  const items = ["a", "b", "c", "d"];
  expect(new Set(random.sample(items, 3)).size).toBe(3);
  expect(random.sample(items, 9).sort()).toEqual(items);
  expect(items).toEqual(["a", "b", "c", "d"]);
});

test("nothing can be picked from an empty list", () => {
  expect(() => createRandom(4).pick([])).toThrow(RangeError);
});
