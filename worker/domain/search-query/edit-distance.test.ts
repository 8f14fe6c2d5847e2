import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "./edit-distance.ts";

test.each<[a: string, b: string, limit: number, expected: number]>([
  ["piano", "piano", 2, 0],
  ["paino", "piano", 2, 1],
  ["piono", "piano", 1, 1],
  ["guitr", "guitar", 1, 1],
  ["guittar", "guitar", 1, 1],
  ["iano", "piano", 1, 1],
  ["pianoo", "piano", 1, 1],
  ["fotography", "photography", 2, 2],
  ["gutiarr", "guitar", 2, 2],
  ["violin", "piano", 2, 3],
  ["violin", "piano", 0, 1],
  ["", "ab", 2, 2],
  ["", "abc", 2, 3],
  ["ca", "abc", 2, 3],
])('from "%s" to "%s", looking no further than %i, is %i', (a, b, limit, expected) => {
  expect(editDistance(a, b, limit)).toBe(expected);
  expect(editDistance(b, a, limit)).toBe(expected);
});

/** The textbook table, which looks at everything. */
function byTable(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cell = (i: number, j: number) => rows[i]?.[j] ?? Number.NaN;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) best = Math.min(best, cell(i - 2, j - 2) + 1);
      rows[i]?.splice(j, 1, best);
    }
  }
  return cell(a.length, b.length);
}

test("the distance is that of the textbook table, cut off at the limit", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(byTable(a, b), limit + 1));
    }),
    { numRuns: 2000 },
  );
});
