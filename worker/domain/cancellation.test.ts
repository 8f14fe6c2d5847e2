import fc from "fast-check";
import { expect, test } from "vitest";
import { cancellationFee } from "./cancellation.ts";

const HOUR_MS = 3_600_000;
const startAt = Date.UTC(2026, 11, 1, 15);

function studentFee(msBeforeStart: number, priceCents = 6000) {
  return cancellationFee({ startAt, now: startAt - msBeforeStart, by: "student", priceCents });
}

test("a student pays nothing up to 24 hours before, and half of it a millisecond later", () => {
  expect(studentFee(24 * HOUR_MS)).toMatchObject({ feePercent: 0, feeCents: 0 });
  expect(studentFee(24 * HOUR_MS - 1)).toMatchObject({ feePercent: 50, feeCents: 3000 });
});

test("a student pays half up to 12 hours before, and all a millisecond later", () => {
  expect(studentFee(12 * HOUR_MS)).toMatchObject({ feePercent: 50, feeCents: 3000 });
  expect(studentFee(12 * HOUR_MS - 1)).toMatchObject({ feePercent: 100, feeCents: 6000 });
  expect(studentFee(0)).toMatchObject({ feePercent: 100, feeCents: 6000 });
});

test("half a cent of fee is rounded up", () => {
  expect(studentFee(13 * HOUR_MS, 7499).feeCents).toBe(3750);
  expect(studentFee(1 * HOUR_MS, 7499).feeCents).toBe(7499);
});

test("24 hours are real hours, also over the night the clocks change", () => {
  const afterSpring = Date.UTC(2026, 2, 8, 14);
  const sameClockTheDayBefore = Date.UTC(2026, 2, 7, 15);
  const fee = cancellationFee({
    startAt: afterSpring,
    now: sameClockTheDayBefore,
    by: "student",
    priceCents: 6000,
  });
  expect(fee.feePercent).toBe(50);
});

test("instructors and admins cancel for nothing until the lesson starts", () => {
  for (const by of ["instructor", "admin"] as const) {
    const fee = cancellationFee({ startAt, now: startAt - 1, by, priceCents: 6000 });
    expect(fee).toEqual({ feePercent: 0, feeCents: 0, deadlineFreeAt: startAt });
  }
});

test("the deadline is the last instant at which it costs nothing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 72 * HOUR_MS }), (msBeforeStart) => {
      const { feePercent, deadlineFreeAt } = studentFee(msBeforeStart);
      expect(feePercent === 0).toBe(startAt - msBeforeStart <= deadlineFreeAt);
    }),
  );
});

test("waiting never makes cancelling cheaper", () => {
  const times = fc.integer({ min: 0, max: 48 * HOUR_MS });
  fc.assert(
    fc.property(times, times, fc.nat(400_000), (a, b, price) => {
      const sooner = studentFee(Math.max(a, b), price).feeCents;
      expect(studentFee(Math.min(a, b), price).feeCents).toBeGreaterThanOrEqual(sooner);
    }),
  );
});
