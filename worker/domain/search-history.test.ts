import { expect, test } from "vitest";
import { isListed, normalizeQuery, SEARCH_TYPES } from "./search-history.ts";

test("queries that differ in space, case or composition are the same", () => {
  for (const text of [
    "Piano  lessons",
    " piano lessons ",
    "PIANO\tLESSONS",
    "piano\u00a0\nlessons",
  ]) {
    expect(normalizeQuery(text)).toBe("piano lessons");
  }
  expect(normalizeQuery("CAFE\u0301")).toBe(normalizeQuery("caf\u00e9"));
  expect(normalizeQuery("cafe")).not.toBe(normalizeQuery("caf\u00e9"));
  expect(normalizeQuery("\u00a0 ")).toBe("");
});

test("normalising once more changes nothing", () => {
  for (const text of ["  Straße  ", "ÉCOLE  e\u0301", "\u202Epiano", "🎹 PIANO"]) {
    expect(normalizeQuery(normalizeQuery(text))).toBe(normalizeQuery(text));
  }
});

test("all but taps on categories are listed", () => {
  expect(SEARCH_TYPES.filter((type) => !isListed(type))).toEqual(["category"]);
});
