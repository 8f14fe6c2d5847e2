import { expect, test } from "vitest";
import { DomainError, invalidField } from "../worker/domain/errors.ts";
import { WRONG_PASSWORD } from "../worker/domain/password-policy.ts";
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
  const errors = [{ path: "email", message: "Enter another address." }];
  expect(toFormError(new DomainError("validation_failed", { errors }))).toMatchObject({
    status: 422,
    fields: [{ name: "email", message: "Enter another address." }],
  });
});

test("A wrong password is told in a whole sentence, although the API names the field before it", () => {
  expect(toFormError(invalidField("current_password", WRONG_PASSWORD)).fields).toEqual([
    { name: "current_password", message: "That is not your password." },
  ]);
});

test.for(["unauthenticated", "not_found"] as const)("No form answers %s", (code) => {
  expect(() => toFormError(new DomainError(code))).toThrow(code);
});

test("A failure is not taken for a refusal", () => {
  expect(() => toFormError(new TypeError("broken"))).toThrow("broken");
});
