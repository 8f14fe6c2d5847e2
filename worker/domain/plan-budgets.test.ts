import { expect, test } from "vitest";
import { toDailyBudgets } from "./plan-budgets.ts";

test("A database of the free plan's size has the free plan's budgets, a byte more the paid one's", () => {
  expect(toDailyBudgets(500_000_000)).toEqual({
    plan: "free",
    kvReads: 100_000,
    kvWrites: 1_000,
    rowsRead: 5_000_000,
    rowsWritten: 100_000,
  });
  expect(toDailyBudgets(500_000_001)).toEqual({
    plan: "paid",
    kvReads: 333_333,
    kvWrites: 33_333,
    rowsRead: 833_333_333,
    rowsWritten: 1_666_666,
  });
});
