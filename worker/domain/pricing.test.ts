import fc from "fast-check";
import { expect, test } from "vitest";
import { priceCents } from "./pricing.ts";

test("a lesson costs its share of the hour", () => {
  expect(priceCents(6000, 60)).toBe(6000);
  expect(priceCents(6000, 90)).toBe(9000);
  expect(priceCents(8500, 45)).toBe(6375);
  expect(priceCents(100_000, 240)).toBe(400_000);
});

test("half a cent is rounded up and less is not", () => {
  expect(priceCents(101, 30)).toBe(51);
  expect(priceCents(9999, 45)).toBe(7499);
  expect(priceCents(101, 15)).toBe(25);
  expect(priceCents(102, 15)).toBe(26);
});

test("the price is a whole number of cents, at most half a cent from the exact one", () => {
  const rates = fc.integer({ min: 100, max: 100_000 });
  fc.assert(
    fc.property(rates, fc.integer({ min: 1, max: 240 }), (rate, minutes) => {
      const price = priceCents(rate, minutes);
      const errorIn60ths = price * 60 - rate * minutes;
      expect(Number.isSafeInteger(price)).toBe(true);
      expect(errorIn60ths).toBeGreaterThan(-30);
      expect(errorIn60ths).toBeLessThanOrEqual(30);
    }),
  );
});
