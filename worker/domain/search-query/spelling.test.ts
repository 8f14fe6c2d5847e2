import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { createReader, reading, WEDNESDAY } from "./fixtures.ts";
import { parseSearchQuery } from "./parse.ts";

const { index, parse, read } = createReader(catalog, areas);

test.each<[query: string, from: string, to: string, services: string[]]>([
  ["piono", "piono", "piano", ["piano"]],
  ["paino lessons", "paino", "piano", ["piano"]],
  ["guitr", "guitr", "guitar", ["guitar"]],
  ["guitrs", "guitrs", "guitar", ["guitar"]],
  ["violn", "violn", "violin", ["violin"]],
  ["celo", "celo", "cello", ["cello"]],
  ["ches", "ches", "chess", ["chess"]],
  ["fotography", "fotography", "photography", ["photography"]],
  ["saxaphone", "saxaphone", "saxophone", ["saxophone"]],
  ["ukelele", "ukelele", "ukulele", ["ukulele"]],
  ["calclus", "calclus", "calculus", ["calculus-ap"]],
  ["algbra 2", "algbra", "algebra", ["algebra-ii"]],
  ["music theroy", "theroy", "theory", ["music-theory"]],
  ["bass giutar", "giutar", "guitar", ["bass-guitar"]],
  ["jazz dacne", "dacne", "dance", ["jazz-dance"]],
  ["sign langauge", "langauge", "language", ["sign-language-asl"]],
])('in "%s" the word "%s" is read as "%s"', (query, from, to, services) => {
  expect(read(query)).toEqual(reading({ services, corrections: [{ from, to }] }));
});

test("place names and the words of dates, times, prices and people are corrected as well", () => {
  expect(read("broklyn")).toMatchObject({ areas: ["brooklyn"], unmatched: [] });
  expect(read("uper west side")).toMatchObject({ areas: ["upper-west-side"], unmatched: [] });
  expect(read("wiliamsburg")).toMatchObject({ areas: ["williamsburg"], unmatched: [] });
  expect(read("tomorow")).toMatchObject({ dates: { from: "2026-12-03" }, unmatched: [] });
  expect(read("nxt saturday").unmatched).toEqual(["nxt"]);
  expect(read("wednsday")).toMatchObject({ dates: { from: "2026-12-02" }, unmatched: [] });
  expect(read("evning")).toMatchObject({ time: { from: "17:00" }, unmatched: [] });
  expect(read("undr $50")).toMatchObject({ price: { maxCents: 5000 }, unmatched: [] });
  expect(read("onlne")).toMatchObject({ mode: "online", unmatched: [] });
  expect(read("beginer")).toMatchObject({ level: "beginner", unmatched: [] });
  expect(read("chidren")).toMatchObject({ audience: "kids", unmatched: [] });
});

test("several mistakes in one query are all corrected and all reported in order", () => {
  expect(read("middel scool math tomorow")).toEqual(
    reading({
      services: ["middle-school-math"],
      dates: { from: "2026-12-03", to: "2026-12-03" },
      corrections: [
        { from: "middel", to: "middle" },
        { from: "scool", to: "school" },
        { from: "tomorow", to: "tomorrow" },
      ],
    }),
  );
});

test("a corrected condition keeps its place in the text as it was typed", () => {
  expect(parse("cheap guitr").parts.at(-1)).toEqual({
    kind: "service",
    words: ["guitar"],
    values: ["guitar"],
    start: 6,
    end: 11,
  });
});

test.each<[why: string, query: string, unmatched: string[]]>([
  ["it is too short", "pian", ["pian"]],
  ["its last letter is wrong and it is short", "yogq", ["yogq"]],
  ["it has two mistakes in seven letters", "pianxxo", ["pianxxo"]],
  ["two services are equally near", "baskeball", ["baskeball"]],
  ["two services are equally near", "potery", ["potery"]],
  ["one neighbour is little evidence for a short word", "late art lessons", ["late"]],
  ["a part of a name means nothing alone", "westt", ["westt"]],
  ["it holds a digit", "pian0", ["pian0"]],
  ["it is written in other letters", "пиано", ["пиано"]],
])('a word is left alone when %s: "%s"', (_, query, unmatched) => {
  const { corrections, unmatched: left } = read(query);
  expect({ corrections, left }).toEqual({ corrections: [], left: unmatched });
});

test("a word that meant something is never corrected", () => {
  for (const query of ["piano", "drum", "tutor", "monday", "bronx", "kids", "lessons", "viola"]) {
    expect(read(query).corrections).toEqual([]);
  }
});

test("a query taken at its word is not corrected", () => {
  const context = { now: WEDNESDAY, timezone: "America/New_York", index, isLiteral: true };
  const { services, corrections, unmatched } = parseSearchQuery("piono lessons", context);
  expect({ services, corrections, unmatched }).toEqual({
    services: [],
    corrections: [],
    unmatched: ["piono"],
  });
});

const COMMON_SERVICES = (
  "piano guitar violin drums singing ukulele saxophone flute cello trumpet clarinet keyboard " +
  "percussion trombone spanish french italian german japanese korean portuguese russian arabic " +
  "hebrew mandarin physics chemistry biology geometry algebra calculus python javascript " +
  "statistics literature swimming tennis basketball soccer boxing pilates karate gymnastics " +
  "photography drawing acting ballet pottery chess painting"
).split(" ");

/** Mistakes that make another word ("flue"), fall between two services, or leave too little. */
const NOT_RECOVERABLE = new Set(
  (
    "iano pian violi rums winging signing lute flue flut ello cell drench trench herman tenns " +
    "basetball baskeball plates lottery potery potetry pottry potter hess chews panting"
  ).split(" "),
);

const KEY_ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

function neighboursOnKeyboard(letter: string): string[] {
  const row = KEY_ROWS.findIndex((keys) => keys.includes(letter));
  const column = KEY_ROWS[row]?.indexOf(letter) ?? 0;
  const beside = [
    [0, -1],
    [0, 1],
    [-1, 0],
    [-1, 1],
    [1, 0],
    [1, -1],
  ] as const;
  return beside.flatMap(([down, right]) => KEY_ROWS[row + down]?.[column + right] ?? []);
}

function typingMistakes(word: string): string[] {
  const mistakes = [...word].flatMap((letter, at) => {
    const head = word.slice(0, at);
    const tail = word.slice(at + 1);
    return [
      head + tail,
      head + letter + letter + tail,
      head + tail.slice(0, 1) + letter + tail.slice(1),
      ...neighboursOnKeyboard(letter).map((other) => head + other + tail),
    ];
  });
  return [...new Set(mistakes)].filter((it) => it !== word);
}

test.each(COMMON_SERVICES)(
  'every dropped, doubled, swapped or neighbouring letter in "%s" is understood',
  (word) => {
    const wanted = read(word).services.join();
    const readings = typingMistakes(word).map((typed) => ({
      typed,
      services: read(typed).services.join(),
    }));
    const failed = readings.filter((it) => it.services !== wanted);
    expect(readings.length).toBeGreaterThan(20);
    expect(failed.filter((it) => !NOT_RECOVERABLE.has(it.typed))).toEqual([]);
    // What cannot be recovered is not guessed at either.
    expect(failed.filter((it) => it.services !== "")).toEqual([]);
  },
);
