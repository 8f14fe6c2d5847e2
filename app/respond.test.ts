import { expect, test } from "vitest";
import { DomainError } from "../worker/domain/errors.ts";
import { toFormError } from "./respond.ts";

test("A limit that was met is told with the wait until it ends", () => {
  const limit = { name: "sign-in", quota: 5, windowSeconds: 60, remaining: 0, resetSeconds: 61 };
  expect(toFormError(new DomainError("rate_limited", { limit }))).toMatchObject({
    status: 429,
    summary: "That was too often. Please try again in 2 minutes.",
    fields: [],
  });
});

test("What is wrong with single fields is told at each of them", () => {
  const errors = [{ path: "current_password", message: "That is not your password." }];
  expect(toFormError(new DomainError("validation_failed", { errors }))).toMatchObject({
    status: 422,
    fields: [{ name: "current_password", message: "That is not your password." }],
  });
});

test.for(["unauthenticated", "not_found"] as const)("No form answers %s", (code) => {
  expect(() => toFormError(new DomainError(code))).toThrow(code);
});

test("A failure is not taken for a refusal", () => {
  expect(() => toFormError(new TypeError("broken"))).toThrow("broken");
});
