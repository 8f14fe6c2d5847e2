import { expect, test } from "vitest";
import { filterServices, findByName, matchingAlias } from "./match-services.ts";

const piano = { slug: "piano", name: "Piano", aliases: ["pianist"] };
const keyboard = { slug: "keyboard", name: "Keyboard", aliases: ["synth", "piano"] };
const theory = { slug: "music-theory", name: "Music Theory", aliases: ["solfège"] };
const all = [keyboard, piano, theory];

test("a service's own name wins over the alias of an earlier one", () => {
  expect(findByName(all, " PIANO ")).toBe(piano);
});

test("an alias finds its service, accents and case aside", () => {
  expect(findByName(all, "Synth")).toBe(keyboard);
  expect(findByName(all, "solfege")).toBe(theory);
});

test("part of a name is not the name", () => {
  expect(findByName(all, "pian")).toBeNull();
  expect(findByName(all, "")).toBeNull();
});

test("filtering looks at the beginning of every word of names and aliases", () => {
  expect(filterServices(all, "the")).toEqual([theory]);
  expect(filterServices(all, "pia")).toEqual([keyboard, piano]);
  expect(filterServices(all, "ano")).toEqual([]);
});

test("an empty filter keeps everything", () => {
  expect(filterServices(all, "  ")).toEqual(all);
});

test("the alias is named only when the name itself did not match", () => {
  expect(matchingAlias(keyboard, "syn")).toBe("synth");
  expect(matchingAlias(keyboard, "key")).toBeNull();
  expect(matchingAlias(keyboard, "")).toBeNull();
});
