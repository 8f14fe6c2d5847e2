import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { suggestCompletions } from "./complete.ts";
import { createReader } from "./fixtures.ts";

const { index } = createReader(catalog, areas);

const suggest = (prefix: string, limit = 5) =>
  suggestCompletions(index, prefix, limit).map((it) => `${it.kind}:${it.slug}`);

test("a prefix finds services by name in display order", () => {
  expect(suggest("pia")).toEqual(["service:piano"]);
  expect(suggest("guit")).toEqual(["service:guitar", "service:bass-guitar"]);
});

test("names come before aliases, and categories before services before areas", () => {
  expect(suggest("mus", 4)).toEqual([
    "category:music",
    "service:music-theory",
    "service:musical-theater-voice",
    "service:music-production",
  ]);
  expect(suggest("fiddl")).toEqual(["service:violin"]);
  expect(suggest("harl")).toEqual(["area:east-harlem", "area:harlem"]);
  const alto = suggest("harm");
  expect(alto.indexOf("service:harmonica")).toBeLessThan(alto.indexOf("service:music-theory"));
});

test("the prefix may begin any word of a name or an alias", () => {
  expect(suggest("theory")).toEqual(["service:music-theory"]);
  expect(suggest("stuy")).toEqual(["area:stuyvesant-town", "area:bedford-stuyvesant"]);
  expect(suggest("slop")).toEqual(["area:park-slope"]);
});

test("words typed in full must stand as they are, the last one may be unfinished", () => {
  expect(suggest("upper w")).toEqual(["area:upper-west-side"]);
  expect(suggest("bass gu")).toEqual(["service:bass-guitar"]);
  expect(suggest("bas gu")).toEqual([]);
});

test("case, accents and punctuation do not matter", () => {
  expect(suggest("ESPAÑ")).toEqual(["service:spanish"]);
  expect(suggest("hell's k")).toEqual(["area:hells-kitchen"]);
  expect(suggest("jiu-j")).toEqual(["service:jiu-jitsu"]);
});

test("each thing is suggested once and with its name", () => {
  expect(suggestCompletions(index, "yoga", 1)).toEqual([
    { kind: "service", slug: "yoga", name: "Yoga" },
  ]);
  const all = suggest("s", 20);
  expect(new Set(all).size).toBe(all.length);
});

test.each(["", "   ", "%_", "🎹", "zzz", "__proto__", "constructor"])(
  "%j suggests nothing",
  (prefix) => {
    expect(suggest(prefix)).toEqual([]);
  },
);

test("the limit is kept, and never more than twenty are given", () => {
  expect(suggest("m", 3)).toHaveLength(3);
  expect(suggest("m", 0)).toEqual([]);
  expect(suggest("m", -1)).toEqual([]);
  expect(suggest("m", 1000)).toHaveLength(20);
});
