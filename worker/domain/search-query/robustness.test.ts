import fc from "fast-check";
import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { toCanonicalText } from "./canonical.ts";
import { suggestCompletions } from "./complete.ts";
import { createReader, NOTHING } from "./fixtures.ts";
import { removePart } from "./remove-part.ts";
import searchCases from "./search-cases.json" with { type: "json" };

const { index, parse, read } = createReader(catalog, areas);

const FRAGMENTS = (
  "piano|guitar|math|dance|algebra 2|AP calculus|middle school math|kids yoga|sat prep|sat|mixing|" +
  "bluegrass|coding|6-8 math|homework help k-5|baking & pastry|music|tutor|language|art|kids|" +
  "hidden gems|under|over|between|from|to|and|or|around|at least|$50|50|49.50|40-60|$1,200|cheap|" +
  "affordable|an hour|or less|max|today|tonight|tomorrow|next|this|week|weekend|weekends|weekdays|" +
  "monday|fri|sun|mondays|every|in 3 days|dec 5|12/5|2/30|2026-12-05|before|after|until|by|at|5|" +
  "5pm|9am|17:00|12|noon|midnight|5-7pm|morning|evening|after school|after work|in|brooklyn|" +
  "park slope|clinton hill|the city|bk|near me|online|in person|at home|beginner|advanced|" +
  "high school|college|children|teens|adults|seniors|7 year old|15yo|ages 5-7|piono|tomorow|" +
  "for|my|lessons|patient|,|/|-|$|&"
).split("|");

const query = fc
  .array(fc.constantFrom(...FRAGMENTS), { maxLength: 9 })
  .map((fragments) => fragments.join(" "));
const anyText = fc.string({ unit: "binary", maxLength: 300 });
/** Any minute of ten years, so that every weekday, month end and clock change comes up. */
const anyNow = fc.integer({ min: 29_000_000, max: 34_000_000 }).map((minutes) => minutes * 60_000);

test("no text makes the parser throw, and what it finds stands inside the text", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, query), anyNow, (text, now) => {
      const parsed = parse(text, now);
      for (const part of parsed.parts) {
        expect(part.start).toBeGreaterThanOrEqual(0);
        expect(part.end).toBeGreaterThan(part.start);
        expect(part.end).toBeLessThanOrEqual(text.length);
        expect(() => removePart(text, part)).not.toThrow();
      }
      expect(() => suggestCompletions(index, text, 5)).not.toThrow();
    }),
    { numRuns: 400 },
  );
});

test("a reading put into canonical words is read as the same conditions", () => {
  fc.assert(
    fc.property(query, anyNow, (text, now) => {
      const { corrections: _c, unmatched: _u, ...first } = read(text, now);
      const canonical = toCanonicalText(parse(text, now), index);
      const { corrections, unmatched, ...again } = read(canonical, now);
      expect({ canonical, ...again }).toEqual({ canonical, ...first });
      expect({ canonical, corrections, unmatched }).toEqual({
        canonical,
        corrections: [],
        unmatched: [],
      });
    }),
    { numRuns: 800 },
  );
});

test("canonical words are the same when made again from themselves", () => {
  fc.assert(
    fc.property(query, (text) => {
      const canonical = toCanonicalText(parse(text), index);
      expect(toCanonicalText(parse(canonical), index)).toBe(canonical);
    }),
  );
});

test("a reading is well formed whatever the query", () => {
  fc.assert(
    fc.property(query, anyNow, (text, now) => {
      const { dates, time, weekdays, services, areas, category, price } = read(text, now);
      expect(dates === null || dates.from <= dates.to).toBe(true);
      expect(time === null || (time.from ?? "00:00") < (time.to ?? "24:01")).toBe(true);
      expect(weekdays ?? [1]).toEqual([...new Set(weekdays ?? [1])].sort());
      expect(services).toEqual([...new Set(services)].sort());
      expect(areas).toEqual([...new Set(areas)].sort());
      expect(category === null || services.length === 0).toBe(true);
      expect(price.minCents ?? 0).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(price.maxCents ?? 0) && Number.isInteger(price.minCents ?? 0)).toBe(
        true,
      );
    }),
    { numRuns: 400 },
  );
});

test("capitals, accents and outer spaces never change a reading", () => {
  for (const { q } of searchCases.cases) {
    expect(read(`  ${q.toUpperCase()} `)).toEqual(read(q));
    expect(read(q.replaceAll("a", "á").replaceAll("o", "ö"))).toEqual(read(q));
  }
});

test("the same text is read the same way every time", () => {
  for (const { q } of searchCases.cases) expect(parse(q)).toEqual(parse(q));
});

test.each([
  ["10 kB of letters", "a".repeat(10_000)],
  ["10 kB of digits", "1".repeat(10_000)],
  ["10 kB of emoji", "🎹".repeat(5000)],
  ["10 kB of wildcards", "%_".repeat(5000)],
  ["10 kB of spaces", " ".repeat(10_000)],
  ["right-to-left marks", "\u202e\u200f\u061c".repeat(300)],
  ["combining marks", "\u0301".repeat(10_000)],
  ["lone surrogates", "\ud83d".repeat(1000)],
  ["control characters", "\u0000\u0001\u001b[31m\u007f"],
])("%s ask for nothing", (_, text) => {
  const { unmatched: _unmatched, ...conditions } = read(text);
  const { unmatched: _none, ...nothing } = NOTHING;
  expect(conditions).toEqual(nothing);
});

test.each([
  ["SQL", "'; DROP TABLE users; -- piano", ["drop", "table", "users"]],
  ["a wildcard", "pian%_ piano", ["pian"]],
  ["markup", "<script>alert(1)</script> piano", ["script", "alert", "1", "script"]],
  ["a regular expression", "(a+)+$ piano", []],
  [
    "names every object has",
    "__proto__ constructor valueOf piano",
    ["proto", "constructor", "valueof"],
  ],
])("%s is just words beside a service", (_, text, unmatched) => {
  expect(read(text)).toEqual({ ...NOTHING, services: ["piano"], unmatched });
});

test.each(["constructor", "__proto__", "hasOwnProperty", "isPrototypeOf", "valueOf", "watch"])(
  '"%s" means nothing',
  (word) => {
    const { unmatched: _u, ...conditions } = read(word);
    const { unmatched: _n, ...nothing } = NOTHING;
    expect(conditions).toEqual(nothing);
  },
);

test("the time for a hostile text is bounded by what is looked at, not by its length", () => {
  const bombs = [
    "abcde ",
    "1-2 ",
    "monday or ",
    "english as a second language ",
    "under ",
    "a,b/c-",
  ];
  const started = performance.now();
  for (const bomb of bombs) parse(bomb.repeat(50_000));
  // Some milliseconds each in practice; a search that is not linear takes minutes.
  expect(performance.now() - started).toBeLessThan(2000);
});
