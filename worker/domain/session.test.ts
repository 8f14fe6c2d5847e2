import fc from "fast-check";
import { expect, test } from "vitest";
import { isFreshSignIn, isTouchDue, replacedTokensEndAt, sessionExpiresAt } from "./session.ts";

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 11, 1);

test("a session ends fourteen days after its last use", () => {
  expect(sessionExpiresAt(START, START)).toBe(START + 14 * DAY_MS);
  expect(sessionExpiresAt(START, START + 20 * DAY_MS)).toBe(START + 34 * DAY_MS);
});

test("a session ends sixty days after it began, however it is used", () => {
  expect(sessionExpiresAt(START, START + 46 * DAY_MS)).toBe(START + 60 * DAY_MS);
  expect(sessionExpiresAt(START, START + 46 * DAY_MS - 1)).toBe(START + 60 * DAY_MS - 1);
  expect(sessionExpiresAt(START, START + 59 * DAY_MS)).toBe(START + 60 * DAY_MS);
});

test("using a session never makes it end sooner", () => {
  const at = fc.integer({ min: 0, max: 90 * DAY_MS });
  fc.assert(
    fc.property(at, at, (one, other) => {
      const [first, later] = one < other ? [one, other] : [other, one];
      expect(sessionExpiresAt(START, START + later)).toBeGreaterThanOrEqual(
        sessionExpiresAt(START, START + first),
      );
    }),
  );
});

test("use is written down a quarter of an hour after the last time, not before", () => {
  expect(isTouchDue(START, START)).toBe(false);
  expect(isTouchDue(START, START + 15 * 60_000 - 1)).toBe(false);
  expect(isTouchDue(START, START + 15 * 60_000)).toBe(true);
});

test("a sign-in is fresh for ten minutes, to the millisecond, also when the clock was set back", () => {
  expect(isFreshSignIn(START, START + 10 * 60_000)).toBe(true);
  expect(isFreshSignIn(START, START + 10 * 60_000 + 1)).toBe(false);
  expect(isFreshSignIn(START, START - 1)).toBe(true);
});

test("a replaced token ends after five minutes", () => {
  expect(replacedTokensEndAt(START + 5 * 60_000)).toBe(START);
});
