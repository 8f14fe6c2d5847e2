import { expect, test } from "vitest";
import { cancellationBands } from "./cancellation-bands.ts";

test("cancelling is free up to 24 hours before, then half, and in the last 12 hours all of it", () => {
  expect(cancellationBands()).toEqual([
    { fromHours: null, untilHours: 24, feePercent: 0 },
    { fromHours: 24, untilHours: 12, feePercent: 50 },
    { fromHours: 12, untilHours: 0, feePercent: 100 },
  ]);
});
