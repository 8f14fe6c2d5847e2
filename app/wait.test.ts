import { expect, test } from "vitest";
import { waitInWords } from "./wait.ts";

test.for<[number, string]>([
  [0, "1 second"],
  [1, "1 second"],
  [59, "59 seconds"],
  [60, "1 minute"],
  [61, "2 minutes"],
  [59 * 60, "59 minutes"],
  [59 * 60 + 1, "1 hour"],
  [3600, "1 hour"],
  [3601, "2 hours"],
])("A wait of %i seconds is told as %s", ([seconds, words]) => {
  expect(waitInWords(seconds)).toBe(words);
});
