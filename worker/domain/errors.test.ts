import { expect, test } from "vitest";
import { DomainError, ERROR_CODES } from "./errors.ts";

test("codes are in snake case, each listed once and in order", () => {
  for (const code of ERROR_CODES) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect([...ERROR_CODES]).toEqual([...new Set(ERROR_CODES)].sort());
});

test("a refusal is an error with its code, and its sentence if it has one", () => {
  const plain = new DomainError("slot_taken", { alternatives: [1] });
  expect(plain).toBeInstanceOf(Error);
  expect([plain.name, plain.code, plain.message]).toEqual([
    "DomainError",
    "slot_taken",
    "slot_taken",
  ]);
  expect(plain.details).toEqual({ alternatives: [1] });
  const told = new DomainError("invalid_range", { detail: "start_date lies in the past." });
  expect(told.message).toBe("start_date lies in the past.");
  expect(new DomainError("csrf").details).toEqual({});
});
