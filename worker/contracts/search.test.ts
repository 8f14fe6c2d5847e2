import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { NO_FILTERS, type SearchFilters } from "../domain/search-filters.ts";
import { searchQuery, toFilters, toSearchParams } from "./search.ts";

const known = (...slugs: string[]) => new Map(slugs.map((slug) => [slug, true]));
const Schema = searchQuery({
  services: known("piano", "guitar"),
  categories: known("music"),
  areas: known("brooklyn", "park-slope"),
});

const read = (params: Record<string, string>) => v.safeParse(Schema, params);

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const date = orNull(fc.constantFrom("2026-12-01", "2028-02-29"));
const time = orNull(fc.constantFrom("00:00", "09:30", "23:59", "24:00"));
const cents = orNull(fc.integer({ min: 0, max: 1_000_000 }));
const filters: fc.Arbitrary<SearchFilters> = fc.record({
  service: orNull(fc.constantFrom("piano", "guitar")),
  category: orNull(fc.constant("music")),
  minPriceCents: cents,
  maxPriceCents: cents,
  dateFrom: date,
  dateTo: date,
  timeFrom: time,
  timeTo: time,
  area: orNull(fc.constantFrom("brooklyn", "park-slope")),
  mode: orNull(fc.constantFrom("online", "in_person")),
  level: orNull(fc.constantFrom("beginner", "middle_school")),
  audience: orNull(fc.constantFrom("kids", "seniors")),
});

test("what a search is asked with can be written as an address and read back the same", () => {
  fc.assert(
    fc.property(fc.string(), filters, (query, chosen) => {
      const result = read(toSearchParams(query, chosen));
      expect(result.success).toBe(true);
      const { q, sort, page, per_page, ...rest } = v.parse(Schema, toSearchParams(query, chosen));
      expect([q, toFilters(rest)]).toEqual([query, chosen]);
      expect([sort, page, per_page]).toEqual(["relevance", 1, 20]);
    }),
    { seed: 1 },
  );
});

test("nothing asked is an empty address, and empty fields ask nothing", () => {
  expect(toSearchParams("", NO_FILTERS)).toEqual({});
  const {
    q: _,
    sort: __,
    page: ___,
    per_page: ____,
    ...rest
  } = v.parse(Schema, {
    service: "",
    min_price_cents: "",
    date_to: "",
    time_from: "",
    area: "",
    mode: "",
    level: "",
    audience: "",
  });
  expect(toFilters(rest)).toEqual(NO_FILTERS);
});

test("slugs have to be known, of their own kind", () => {
  for (const params of [
    { service: "music" },
    { category: "piano" },
    { area: "constructor" },
    { service: "__proto__" },
  ]) {
    expect(read(params as Record<string, string>).success, JSON.stringify(params)).toBe(false);
  }
});
