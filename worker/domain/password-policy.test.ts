import { expect, test } from "vitest";
import { findPasswordProblem, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./password-policy.ts";

test("ten characters are enough and nine are not", () => {
  expect(SHORTEST_PASSWORD).toBe(10);
  expect(findPasswordProblem("kq8vz2mwx")).toBe("Use at least 10 characters.");
  expect(findPasswordProblem("kq8vz2mwxp")).toBeNull();
});

test("two hundred characters are fine and one more is too many", () => {
  expect(findPasswordProblem("k".repeat(LONGEST_PASSWORD))).toBeNull();
  expect(findPasswordProblem("k".repeat(LONGEST_PASSWORD + 1))).toBe(
    `Use at most ${LONGEST_PASSWORD} characters.`,
  );
});

test("characters are counted as people count them, not in units of the encoding", () => {
  expect(findPasswordProblem("🎹".repeat(9))).toBe("Use at least 10 characters.");
  expect(findPasswordProblem("🎹".repeat(10))).toBeNull();
  expect(findPasswordProblem("🎹".repeat(LONGEST_PASSWORD))).toBeNull();
});

test("what everybody tries first is refused in any case", () => {
  for (const common of ["password123", "PASSWORD123", "qwertyuiop", "1234567890", "instainstru1"]) {
    expect(findPasswordProblem(common)).toMatch(/every list of common ones/);
  }
});

test("nothing is asked of a password but length and not being common", () => {
  for (const fine of ["onlylowercaseletters", "8613490752", "          ", "correct horse"]) {
    expect(findPasswordProblem(fine)).toBeNull();
  }
});
