import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changePercent,
  demandScores,
  listDates,
  mean,
  median,
  mostCommon,
  percentage,
  quantile,
  rangeEndingToday,
  trend,
} from "./analytics.ts";

const tally = (values: readonly number[]) => values.map((value) => ({ value, count: 1 }));

test("a range has every date, across months, leap days and clock changes", () => {
  expect(listDates("2028-02-27", "2028-03-02")).toEqual([
    "2028-02-27",
    "2028-02-28",
    "2028-02-29",
    "2028-03-01",
    "2028-03-02",
  ]);
  expect(listDates("2026-11-01", "2026-11-01")).toEqual(["2026-11-01"]);
  expect(listDates("2026-11-02", "2026-11-01")).toEqual([]);
});

test("today is New York's, up to its last millisecond, on short and long days too", () => {
  const lastOf = (text: string) => rangeEndingToday(1, Date.parse(text)).to;
  expect(lastOf("2026-12-01T04:59:59.999Z")).toBe("2026-11-30");
  expect(lastOf("2026-12-01T05:00:00.000Z")).toBe("2026-12-01");
  expect(lastOf("2027-03-14T04:59:59.999Z")).toBe("2027-03-13");
  expect(lastOf("2027-03-15T03:59:59.999Z")).toBe("2027-03-14");
  expect(lastOf("2027-11-08T04:59:59.999Z")).toBe("2027-11-07");
  expect(lastOf("2027-11-08T05:00:00.000Z")).toBe("2027-11-08");
});

test("the range before is as long and ends the day before", () => {
  const now = Date.UTC(2026, 11, 1, 15);
  expect(rangeEndingToday(7, now)).toEqual({
    from: "2026-11-25",
    to: "2026-12-01",
    previous: { from: "2026-11-18", to: "2026-11-24" },
  });
  expect(rangeEndingToday(1, now).previous).toEqual({ from: "2026-11-30", to: "2026-11-30" });
});

test("shares and means of nothing are not known, those of something are rounded", () => {
  expect([percentage(1, 3), percentage(0, 5), percentage(0, 0)]).toEqual([33.3, 0, null]);
  expect([mean(10, 3), mean(0, 4), mean(0, 0)]).toEqual([3.33, 0, null]);
  expect([changePercent(15, 10), changePercent(5, 10), changePercent(0, 10)]).toEqual([
    50, -50, -100,
  ]);
  expect([changePercent(5, 0), changePercent(null, 5), changePercent(5, null)]).toEqual([
    null,
    null,
    null,
  ]);
});

test("a quantile is what it is when all values stand in a row", () => {
  expect(median([])).toBeNull();
  expect(median(tally([3]))).toBe(3);
  expect(median(tally([1, 2, 10]))).toBe(2);
  expect(median(tally([1, 2, 4, 10]))).toBe(3);
  expect([0.25, 0.5, 0.75].map((share) => quantile(tally([10, 20, 30, 40, 50]), share))).toEqual([
    20, 30, 40,
  ]);
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 50 }), { minLength: 1 }),
      fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
      (values, share) => {
        const row = values.toSorted((a, b) => a - b);
        const place = (row.length - 1) * share;
        const [below = 0, above = 0] = [row[Math.floor(place)], row[Math.ceil(place)]];
        const counts = Map.groupBy(values, (value) => value);
        const tallies = [...counts].map(([value, same]) => ({ value, count: same.length }));
        expect(quantile(tallies, share)).toBeCloseTo(below + (above - below) * (place % 1));
      },
    ),
  );
});

test("the most common value is the smallest of those that came most often", () => {
  expect(mostCommon([])).toBeNull();
  expect(
    mostCommon([
      { value: 60, count: 3 },
      { value: 30, count: 3 },
      { value: 45, count: 1 },
    ]),
  ).toBe(30);
});

test("the service in most demand has 100, one that nobody wants 0, and more of anything is never less", () => {
  const nothing = { searches: 0, viewed: 0, booked: 0 };
  expect(demandScores([])).toEqual([]);
  expect(demandScores([nothing, nothing])).toEqual([0, 0]);
  // 100 + 3 x 10 + 10 x 2 = 150 against 10: log(11) / log(151).
  const some = { searches: 100, viewed: 10, booked: 2 };
  expect(demandScores([some, { ...nothing, searches: 10 }, nothing])).toEqual([100, 47.8, 0]);
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (searches, viewed, booked) => {
      const less = { searches, viewed, booked };
      for (const more of [
        { ...less, searches: searches + 1 },
        { ...less, viewed: viewed + 1 },
        { ...less, booked: booked + 1 },
      ]) {
        const [one = 0, other = 0] = demandScores([less, more]);
        expect(other).toBeGreaterThanOrEqual(one);
      }
    }),
  );
});

test("a trend compares the last week with the 23 days before, if there is enough to compare", () => {
  // Evenly spread: 7 of 30.
  expect(trend(7, 30)).toBe(1);
  expect(trend(14, 37)).toBe(2);
  expect(trend(0, 23)).toBe(0);
  expect(trend(9, 9)).toBeNull();
  expect(trend(2, 9)).toBeNull();
  expect(trend(20, 20)).toBeNull();
});
