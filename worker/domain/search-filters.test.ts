import fc from "fast-check";
import { expect, test } from "vitest";
import boroughs from "../../db/seed/data/areas.json" with { type: "json" };
import { catalog } from "../../db/seed/facts.ts";
import {
  applyFilters,
  CONDITION_KINDS,
  dropConditions,
  listConditions,
  NO_FILTERS,
  type SearchFilters,
  withoutConditions,
} from "./search-filters.ts";
import { createReader } from "./search-query/fixtures.ts";

const TODAY = "2026-12-02";
const { parse } = createReader(catalog, boroughs);

const FULL = "piano under $80 in brooklyn tomorrow evening online beginner for kids";

const apply = (text: string, filters: Partial<SearchFilters>) =>
  applyFilters(parse(text), { ...NO_FILTERS, ...filters }, TODAY);

test("without filters the words stand as they were read", () => {
  expect(applyFilters(parse(FULL), NO_FILTERS, TODAY)).toEqual(parse(FULL));
});

test("each filter replaces the words of its kind and touches no other", () => {
  for (const [filters, changed] of [
    [{ service: "guitar" }, { services: ["guitar"], category: null }],
    [{ category: "arts" }, { services: [], category: "arts" }],
    [{ minPriceCents: 1000 }, { price: { minCents: 1000, maxCents: null } }],
    [{ maxPriceCents: 0 }, { price: { minCents: null, maxCents: 0 } }],
    [{ timeFrom: "08:00" }, { time: { from: "08:00", to: null } }],
    [{ timeTo: "10:00" }, { time: { from: null, to: "10:00" } }],
    [{ area: "queens" }, { areas: ["queens"] }],
    [{ mode: "in_person" }, { mode: "in_person" }],
    [{ level: "advanced" }, { level: "advanced" }],
    [{ audience: "seniors" }, { audience: "seniors" }],
  ] as [Partial<SearchFilters>, object][]) {
    expect(apply(FULL, filters), JSON.stringify(filters)).toEqual({ ...parse(FULL), ...changed });
  }
});

test("a range of dates open at one end begins today, or reaches ninety days", () => {
  const dates = (filters: Partial<SearchFilters>) => apply("on weekends", filters);
  expect(dates({ dateTo: "2026-12-09" })).toMatchObject({
    dates: { from: TODAY, to: "2026-12-09" },
    weekdays: null,
  });
  expect(dates({ dateFrom: "2026-12-20" }).dates).toEqual({ from: "2026-12-20", to: "2027-03-19" });
  expect(dates({}).weekdays).toEqual([6, 7]);
});

test("an area that was chosen is nearer than near me", () => {
  expect(apply("piano near me", {}).nearMe).toBe(true);
  expect(apply("piano near me", { area: "queens" })).toMatchObject({
    nearMe: false,
    areas: ["queens"],
  });
});

test("taking kinds away takes their words and their filters", () => {
  const filters = { ...NO_FILTERS, maxPriceCents: 7000, area: "queens", dateFrom: TODAY };
  const without = (...kinds: (typeof CONDITION_KINDS)[number][]) =>
    withoutConditions(FULL, parse(FULL), filters, kinds);
  expect(without("price")).toEqual({
    query: "piano in brooklyn tomorrow evening online beginner for kids",
    filters: { ...filters, maxPriceCents: null },
  });
  expect(without("date", "time").filters).toEqual({ ...filters, dateFrom: null });
  expect(parse(without("date", "time").query)).toMatchObject({ dates: null, time: null });
  expect(without()).toEqual({ query: FULL, filters });
  expect(without(...CONDITION_KINDS).query).toBe("");
});

test("of the conditions themselves exactly those kinds go", () => {
  const { services, category, price, dates, weekdays, time, areas, mode, level, audience } =
    parse(FULL);
  const all = { services, category, price, dates, weekdays, time, areas, mode, level, audience };
  const music = { ...all, services: [], category: "music", weekdays: [6] };
  const cleared = {
    service: { services: [] },
    category: { category: null },
    price: { price: { minCents: null, maxCents: null } },
    date: { dates: null, weekdays: null },
    time: { time: null },
    area: { areas: [] },
    mode: { mode: null },
    level: { level: null },
    audience: { audience: null },
  };
  for (const kind of CONDITION_KINDS) {
    expect(dropConditions(all, [kind]), kind).toEqual({ ...all, ...cleared[kind] });
    expect(dropConditions(music, [kind]), kind).toEqual({ ...music, ...cleared[kind] });
  }
});

const PHRASES: Record<string, string[]> = {
  service: ["piano", "guitar or violin", "algebra 2", "kids yoga", "spanish, french"],
  price: ["under $80", "between $40 and $90", "cheap", "at least 50 dollars an hour"],
  date: ["tomorrow", "next week", "on weekends", "on saturday", "in 3 days"],
  time: ["in the evening", "after 5pm", "between 2pm and 5pm", "before noon"],
  area: ["in brooklyn", "in park slope or queens", "near harlem", "near me"],
  mode: ["online", "in person", "over zoom"],
  level: ["for beginners", "advanced"],
  audience: ["for my 7 year old", "for adults", "for a teen"],
};

test("whatever is asked in whatever order, taking one kind away leaves the rest as it was", () => {
  const phrase = fc
    .constantFrom(...Object.keys(PHRASES))
    .chain((kind) =>
      fc.constantFrom(...(PHRASES[kind] ?? [])).map((text) => [kind, text] as const),
    );
  const asked = fc.uniqueArray(phrase, { minLength: 2, maxLength: 5, selector: ([kind]) => kind });
  fc.assert(
    fc.property(asked, fc.constantFrom(" ", ", "), (phrases, joint) => {
      const text = phrases.map(([, words]) => words).join(joint);
      const parsed = parse(text);
      for (const kind of listConditions(parsed)) {
        const left = parse(withoutConditions(text, parsed, NO_FILTERS, [kind]).query);
        expect(listConditions(left), `${text} without ${kind}`).toEqual(
          listConditions(parsed).filter((other) => other !== kind),
        );
        expect(dropConditions(left, []), `${text} without ${kind}`).toEqual(
          dropConditions(parsed, [kind]),
        );
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});
