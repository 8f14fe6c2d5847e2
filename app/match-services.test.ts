import { expect, test } from "vitest";
import { filterServices, matchingAlias } from "./match-services.ts";

const piano = { slug: "piano", name: "Piano", aliases: ["pianist"] };
const keyboard = { slug: "keyboard", name: "Keyboard", aliases: ["synth", "piano"] };
const theory = { slug: "music-theory", name: "Music Theory", aliases: ["solfège"] };
const all = [keyboard, piano, theory];

test("filtering looks at the beginning of every word of names and aliases", () => {
  expect(filterServices(all, "the")).toEqual([theory]);
  expect(filterServices(all, "pia")).toEqual([keyboard, piano]);
  expect(filterServices(all, "ano")).toEqual([]);
  expect(filterServices(all, " SOLFEGE ")).toEqual([theory]);
});

test("an empty filter keeps everything", () => {
  expect(filterServices(all, "  ")).toEqual(all);
});

test("the alias is named only when the name itself did not match", () => {
  expect(matchingAlias(keyboard, "syn")).toBe("synth");
  expect(matchingAlias(keyboard, "key")).toBeNull();
  expect(matchingAlias(keyboard, "")).toBeNull();
});
