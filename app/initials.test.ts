import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test("initials are the first letters of the first and the last word", () => {
  const names = [
    "Sarah C.",
    "sarah",
    "Ana María de la Cruz",
    " Élodie  O'Neil ",
    "(Bo) Lee",
    "😀",
    "",
  ];
  expect(names.map(initialsOf)).toEqual(["SC", "S", "AC", "ÉO", "BL", "😀", ""]);
});
