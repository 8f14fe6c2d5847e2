import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { createReader } from "./fixtures.ts";
import { removePart } from "./remove-part.ts";
import searchCases from "./search-cases.json" with { type: "json" };
import type { PartKind } from "./types.ts";

const { parse, read } = createReader(catalog, areas);

function without(text: string, kind: PartKind, nth = 0): string {
  const part = parse(text).parts.filter((it) => it.kind === kind)[nth];
  if (!part) throw new Error(`no ${kind} in ${text}`);
  return removePart(text, part);
}

test("every condition is noted with its words and its place in the text", () => {
  expect(parse("Piano under $80 in brooklyn tomorrow evening").parts).toEqual([
    { kind: "service", words: ["piano"], values: ["piano"], start: 0, end: 5 },
    { kind: "price", words: ["under", "80"], values: [], start: 6, end: 15 },
    { kind: "area", words: ["brooklyn"], values: ["brooklyn"], start: 19, end: 27 },
    { kind: "date", words: ["tomorrow"], values: [], start: 28, end: 36 },
    { kind: "time", words: ["evening"], values: [], start: 37, end: 44 },
  ]);
});

test.each<[text: string, kind: PartKind, nth: number, left: string]>([
  ["piano under $80 in brooklyn", "price", 0, "piano in brooklyn"],
  ["piano under $80 in brooklyn", "area", 0, "piano under $80"],
  ["piano under $80 in brooklyn", "service", 0, "under $80 in brooklyn"],
  ["piano under $80 an hour tomorrow", "price", 0, "piano tomorrow"],
  ["piano or guitar under $60", "service", 0, "guitar under $60"],
  ["piano or guitar under $60", "service", 1, "piano under $60"],
  ["piano, guitar, violin", "service", 1, "piano, violin"],
  ["piano, guitar", "service", 0, "guitar"],
  ["piano, guitar", "service", 1, "piano"],
  ["guitar in bed stuy or williamsburg", "area", 0, "guitar williamsburg"],
  ["guitar in bed stuy or williamsburg", "area", 1, "guitar in bed stuy"],
  ["piano for my 7 year old", "audience", 0, "piano"],
  ["guitar tonight", "date", 0, "guitar"],
  ["tennis on weekends", "weekday", 0, "tennis"],
  ["yoga near me", "near_me", 0, "yoga"],
  ["Beginner guitar online", "level", 0, "guitar online"],
  ["Beginner guitar online", "mode", 0, "Beginner guitar"],
  ["violin $40-$60", "service", 0, "$40-$60"],
  ["music lessons under $50", "category", 0, "lessons under $50"],
  ["tomorrow", "date", 0, ""],
])('"%s" without its %s (number %i) is "%s"', (text, kind, nth, left) => {
  expect(without(text, kind, nth)).toBe(left);
});

test("without one of its conditions each agreed case asks for all the others", () => {
  const now = Date.parse(searchCases.now);
  for (const { q } of searchCases.cases) {
    const { parts } = parse(q, now);
    for (const part of parts) {
      const kept = parts.filter((it) => it.start >= part.end || it.end <= part.start);
      const left = parse(removePart(q, part), now).parts;
      // "tutor" is noise beside a service and a category without one.
      const told = (list: typeof parts) =>
        list.filter((it) => it.kind !== "category").map(({ kind, words }) => ({ kind, words }));
      expect({ q, parts: told(left) }).toEqual({ q, parts: told(kept) });
    }
  }
});

test("removing every condition one after another leaves nothing to ask for", () => {
  let text =
    "cheap beginner piano or guitar for kids online in brooklyn on monday after 5pm near me";
  for (let part = parse(text).parts[0]; part; part = parse(text).parts[0]) {
    text = removePart(text, part);
  }
  expect(read(text)).toEqual(read(""));
});
