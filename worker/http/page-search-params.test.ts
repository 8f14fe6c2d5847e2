import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_FILTERS } from "../domain/search-filters.ts";
import { parsePageSearch, toPageParams } from "./page-search-params.ts";

const names = {
  services: new Map([["piano", "Piano"]]),
  categories: new Map([["music", "Music"]]),
  areas: new Map([["brooklyn", "Brooklyn"]]),
};

function read(search: string) {
  return parsePageSearch(new URLSearchParams(search), names);
}

test("prices are dollars on the page and cents behind it", () => {
  const { filters, problems } = read("min_price=%2440&max_price=49.5");
  expect(filters).toEqual({ ...NO_FILTERS, minPriceCents: 4000, maxPriceCents: 4950 });
  expect(problems).toEqual([]);
});

test("a field that cannot be used is told, shown as it was typed, and left out", () => {
  const { query, filters, values, problems } = read("q=harp&max_price=cheap&date_from=2026-02-30");
  expect(query).toBe("harp");
  expect(filters).toEqual(NO_FILTERS);
  expect(values).toMatchObject({ max_price: "cheap", date_from: "2026-02-30" });
  expect(problems.map(({ path }) => path)).toEqual(["max_price", "date_from"]);
});

test("fields that were left empty and parameters of others are nothing", () => {
  expect(read("q=&area=&utm_source=mail&max_price=")).toMatchObject({
    query: "",
    filters: NO_FILTERS,
    problems: [],
  });
});

test("an end before its beginning is told and left open", () => {
  const { filters, problems } = read(
    "min_price=80&max_price=60&date_from=2026-12-03&date_to=2026-12-01&time_from=17:00&time_to=17:00",
  );
  expect(problems.map(({ path }) => path)).toEqual(["max_price", "date_to", "time_to"]);
  expect(filters).toEqual({
    ...NO_FILTERS,
    minPriceCents: 8000,
    dateFrom: "2026-12-03",
    timeFrom: "17:00",
  });
});

test("200 characters are read and one more is told", () => {
  expect(read(`q=${"a".repeat(200)}`).problems).toEqual([]);
  expect(read(`q=${"a".repeat(201)}`).problems.map(({ path }) => path)).toEqual(["q"]);
});

test("a page or an order that does not exist is the first page, best first", () => {
  expect(read("page=0&sort=name")).toMatchObject({ page: 1, sort: "relevance", problems: [] });
  expect(read("page=3&sort=soonest")).toMatchObject({ page: 3, sort: "soonest" });
});

test("the address of a search is read back as the same search", () => {
  const cents = fc.option(fc.integer({ min: 0, max: 500_000 }));
  const filters = fc.record({
    minPriceCents: cents,
    extraCents: cents,
    area: fc.constantFrom(null, "brooklyn"),
    mode: fc.constantFrom(null, "online" as const, "in_person" as const),
    level: fc.constantFrom(null, "beginner" as const),
  });
  fc.assert(
    fc.property(filters, fc.constantFrom("", "piano & harp", "é?=%"), (some, query) => {
      const { extraCents, ...rest } = some;
      const maxPriceCents = extraCents === null ? null : extraCents + (rest.minPriceCents ?? 0);
      const all = { ...NO_FILTERS, ...rest, maxPriceCents };
      const back = read(String(new URLSearchParams(toPageParams(query, all))));
      expect(back).toMatchObject({ query, filters: all, problems: [] });
    }),
  );
});

test("no address makes it throw", () => {
  const pair = fc.tuple(
    fc.constantFrom(
      "q",
      "page",
      "min_price",
      "date_from",
      "time_to",
      "area",
      "literal",
      "__proto__",
    ),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const search = read(String(new URLSearchParams(pairs)));
      expect(search.page).toBeGreaterThan(0);
    }),
  );
});
