import { expect, test } from "vitest";
import { limitState } from "./rate-limit.ts";

test("the quota is used up by its last request, and met by the next", () => {
  const at = (count: number) =>
    limitState("public-reads", { startedAt: 0, count }, { scale: 1, now: 59_001 });
  expect(at(99)).toMatchObject({ remaining: 1, isExceeded: false });
  expect(at(100)).toMatchObject({ remaining: 0, isExceeded: false });
  expect(at(101)).toMatchObject({ remaining: 0, isExceeded: true, resetSeconds: 1 });
});
