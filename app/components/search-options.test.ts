import { expect, test } from "vitest";
import { optionAfterKey, toSearchOptions } from "./search-options.ts";

const piano = { kind: "service", slug: "piano", name: "Piano" } as const;
const pilates = { kind: "service", slug: "pilates", name: "Pilates" } as const;

test("an empty box offers the three newest searches", () => {
  expect(toSearchOptions("", ["a", "b", "c", "d"], []).map(({ text }) => text)).toEqual([
    "a",
    "b",
    "c",
  ]);
});

test("recent searches come first, only those that begin as the text does, and nothing twice", () => {
  expect(toSearchOptions("pi", ["piano", "guitar"], [piano, pilates])).toEqual([
    { kind: "recent", text: "piano" },
    { kind: "service", text: "Pilates" },
  ]);
});

test("a recent search that is already in the box is not offered", () => {
  expect(toSearchOptions("Piano ", ["piano"], [])).toEqual([]);
});

test("the arrows go round through the options and the box", () => {
  expect(optionAfterKey("ArrowDown", null, 2)).toBe(0);
  expect(optionAfterKey("ArrowDown", 0, 2)).toBe(1);
  expect(optionAfterKey("ArrowDown", 1, 2)).toBe(null);
  expect(optionAfterKey("ArrowUp", null, 2)).toBe(1);
  expect(optionAfterKey("ArrowUp", 0, 2)).toBe(null);
});

test("Home and End belong to the text until an option is active", () => {
  expect(optionAfterKey("Home", null, 3)).toBe(undefined);
  expect(optionAfterKey("End", 1, 3)).toBe(2);
  expect(optionAfterKey("Home", 2, 3)).toBe(0);
});

test("no key moves anything in an empty list", () => {
  expect(optionAfterKey("ArrowDown", null, 0)).toBe(undefined);
});
