import { expect, test } from "vitest";
import { listConditions, NO_FILTERS } from "./search-filters.ts";
import { labelOf, moneyLabel, searchLabel, whyLabels } from "./search-labels.ts";
import { type createReader, reading } from "./search-query/fixtures.ts";

type Fields = Parameters<typeof reading>[0];

const NAMES = {
  services: new Map([
    ["piano", "Piano"],
    ["guitar", "Guitar"],
  ]),
  categories: new Map([["music", "Music"]]),
  areas: new Map([
    ["brooklyn", "Brooklyn"],
    ["queens", "Queens"],
  ]),
};

function labels(fields: Fields): string[] {
  const parsed: ReturnType<ReturnType<typeof createReader>["parse"]> = {
    ...reading(fields),
    parts: [],
  };
  return listConditions(parsed).map((kind) => labelOf(kind, parsed, NAMES));
}

test("money is whole dollars where it is, and cents where there are some", () => {
  expect([0, 6500, 4950, 7505, 123_400].map(moneyLabel)).toEqual([
    "$0",
    "$65",
    "$49.50",
    "$75.05",
    "$1234",
  ]);
});

test("each condition reads as a person would say it", () => {
  for (const [fields, label] of [
    [{ services: ["piano"] }, "Piano"],
    [{ services: ["guitar", "piano"] }, "Guitar or Piano"],
    [{ services: ["gone"] }, "gone"],
    [{ category: "music" }, "Music"],
    [{ price: { minCents: null, maxCents: 8000 } }, "up to $80"],
    [{ price: { minCents: 4950, maxCents: null } }, "from $49.50"],
    [{ price: { minCents: 4000, maxCents: 8000 } }, "$40–$80"],
    [{ dates: { from: "2026-12-03", to: "2026-12-03" } }, "Thu, Dec 3"],
    [{ dates: { from: "2026-12-31", to: "2027-01-03" } }, "Thu, Dec 31 – Sun, Jan 3"],
    [{ weekdays: [6, 7] }, "Sat, Sun"],
    [
      { weekdays: [1], dates: { from: "2026-12-07", to: "2026-12-13" } },
      "Mon, Dec 7 – Sun, Dec 13 (Mon)",
    ],
    [{ time: { from: "17:00", to: "21:00" } }, "5:00 pm – 9:00 pm"],
    [{ time: { from: "00:00", to: "12:30" } }, "12:00 am – 12:30 pm"],
    [{ time: { from: "18:00", to: "24:00" } }, "6:00 pm – 12:00 am"],
    [{ time: { from: "11:45", to: null } }, "after 11:45 am"],
    [{ time: { from: null, to: "09:00" } }, "before 9:00 am"],
    [{ areas: ["brooklyn", "queens"] }, "Brooklyn or Queens"],
    [{ nearMe: true }, "near me"],
    [{ mode: "in_person" }, "in person"],
    [{ mode: "online" }, "online"],
    [{ level: "middle_school" }, "middle school"],
    [{ level: "beginner" }, "beginners"],
    [{ audience: "kids" }, "for kids"],
  ] as [Fields, string][]) {
    expect(labels(fields), JSON.stringify(fields)).toEqual([label]);
  }
});

test("a condition that is not there has no words", () => {
  const nothing = { ...reading({}), parts: [] };
  const kinds = [
    "service",
    "category",
    "price",
    "date",
    "time",
    "mode",
    "level",
    "audience",
  ] as const;
  expect(kinds.map((kind) => labelOf(kind, nothing, NAMES))).toEqual(kinds.map(() => ""));
  const open = { ...nothing, time: { from: null, to: null } };
  expect(labelOf("time", open, NAMES)).toBe("");
  const renamed = { ...nothing, category: "crafts", areas: ["hoboken"] };
  expect(labelOf("category", renamed, NAMES)).toBe("");
  expect(labelOf("area", renamed, NAMES)).toBe("hoboken");
});

test("several conditions come in one order, and a category beside a service is none", () => {
  expect(
    labels({
      audience: "teens",
      services: ["piano"],
      category: "music",
      areas: ["queens"],
      price: { minCents: null, maxCents: 8000 },
    }),
  ).toEqual(["Piano", "up to $80", "Queens", "for teens"]);
  expect(labels({})).toEqual([]);
});

const OFFERING = {
  id: "o",
  service: { slug: "piano", name: "Piano", category: "music" },
  hourlyRateCents: 6500,
  durationOptions: [60],
  locationTypes: [],
  levels: [],
  audiences: [],
  description: "",
};

test("a result says what, for how much, when and where, and no more than is known", () => {
  const instructor = (...slugs: string[]) => ({
    id: "i",
    displayName: "Sarah C.",
    bio: "",
    yearsExperience: 1,
    timezone: "America/New_York",
    minimumNoticeHours: 0,
    bufferMinutes: 0,
    areas: slugs.map((slug) => ({ slug, name: NAMES.areas.get(slug) ?? slug, borough: "" })),
    offerings: [],
  });
  const slot = { date: "2026-12-03", startTime: "18:00" };
  const both = instructor("queens", "brooklyn");
  expect(whyLabels(both, OFFERING, slot, ["brooklyn"])).toEqual([
    "teaches Piano",
    "$65/h",
    "free Thu 6:00 pm",
    "Brooklyn",
  ]);
  expect(whyLabels(both, OFFERING, slot, []).at(-1)).toBe("Queens");
  expect(whyLabels(instructor(), OFFERING, null, [])).toEqual(["teaches Piano", "$65/h"]);
});

test("a search is remembered by its words, and one by filters alone by what was chosen", () => {
  const label = (query: string, filters = {}) =>
    searchLabel({ query, filters: { ...NO_FILTERS, ...filters } }, NAMES);
  expect(label("  Piano   lessons ", { service: "guitar" })).toBe("Piano lessons");
  expect(label(" ", { service: "piano", area: "brooklyn" })).toBe("Piano, Brooklyn");
  expect(label("", { category: "music", mode: "in_person" })).toBe("Music, in person");
  expect(label("", { level: "high_school", audience: "teens" })).toBe("high school, teens");
  expect(label("", { minPriceCents: 5000 })).toBe("filters");
});

test("what has no name any more is remembered by its slug", () => {
  const gone = { ...NO_FILTERS, service: "lute", category: "crafts", area: "hoboken" };
  expect(searchLabel({ query: "", filters: gone }, NAMES)).toBe("lute, crafts, hoboken");
});
