import { expect, test } from "vitest";
import { getSearchFacts } from "../../db/seed/search-facts.ts";
import { NO_FILTERS } from "../domain/search-filters.ts";
import type { Visitor } from "../domain/visitor.ts";
import { createSearchService, type SearchRequest } from "./search.ts";

const NOW = Date.UTC(2026, 11, 1, 15);

const BROOKLYNITE: Visitor = {
  identity: { guestId: "guest" },
  isPerson: true,
  mayBeMeasured: true,
  device: "desktop",
  country: "US",
  region: "New York",
  city: "Brooklyn",
  borough: "brooklyn",
  ipAddress: null,
  referrer: null,
};

const REQUEST: SearchRequest = {
  query: "",
  filters: NO_FILTERS,
  sort: "relevance",
  page: 1,
  perPage: 20,
  timezone: "America/New_York",
  isLiteral: false,
  searchType: "natural_language",
  eventId: "event",
};

function listingIn(area: string) {
  const inputs = {
    timezone: "America/New_York",
    minimumNoticeMinutes: 0,
    bufferMinutes: 0,
    weekly: {},
    dates: {},
    blackouts: [],
    taught: [],
    taken: [],
  };
  const offering = {
    id: `o-${area}`,
    service: { slug: "piano", name: "Piano", category: "music" },
    hourlyRateCents: 6000,
    durationOptions: [60],
    locationTypes: [],
    levels: [],
    audiences: [],
    description: "",
  };
  const profile = {
    id: area,
    displayName: area,
    bio: "",
    yearsExperience: 1,
    timezone: inputs.timezone,
    minimumNoticeHours: 0,
    bufferMinutes: 0,
    areas: [{ slug: area, name: area, borough: area }],
    offerings: [offering],
  };
  return { profile, inputs };
}

/** Search over one instructor of each of these areas, and what it wrote down. */
function createSearch(...areas: string[]) {
  const recorded: object[] = [];
  const unused = () => {
    throw new Error("Search has no use for this.");
  };
  const service = createSearchService({
    facts: getSearchFacts(),
    listings: { list: async () => areas.map(listingIn) },
    history: {
      record: async (_, search) => {
        recorded.push({ history: search });
        return [];
      },
      list: unused,
      delete: unused,
      clear: unused,
      moveToUser: unused,
    },
    tracking: {
      recordSearch: (search) => void recorded.push({ event: search }),
      recordInteractions: unused,
      recordBooking: unused,
    },
    now: NOW,
  });
  const find = async (more: Partial<SearchRequest>, visitor: Partial<Visitor> = {}) => {
    const result = await service.search({ ...REQUEST, ...more }, { ...BROOKLYNITE, ...visitor });
    return { ...result, ids: result.items.map(({ instructor }) => instructor.id) };
  };
  return { find, recorded };
}

test("near me is the borough that the request came from, unless a place was named", async () => {
  const { find } = createSearch("park-slope", "queens");
  expect((await find({ query: "piano near me" })).ids).toEqual(["park-slope"]);
  expect((await find({ query: "piano near me" }, { borough: "queens" })).ids).toEqual(["queens"]);
  const area = { ...NO_FILTERS, area: "queens" };
  expect((await find({ query: "piano near me", filters: area })).ids).toEqual(["queens"]);
  expect((await find({ query: "piano" })).ids).toEqual(["park-slope", "queens"]);
});

test("near me asks for nothing where nobody knows where that is, and says so by its chip", async () => {
  const { find } = createSearch("park-slope", "queens");
  const found = await find({ query: "piano near me" }, { borough: null });
  expect(found.ids).toEqual(["park-slope", "queens"]);
  expect(found.parsed).toMatchObject({ nearMe: true, areas: [] });
  expect(found.chips.map(({ label }) => label)).toEqual(["Piano", "near me"]);
});

test("words taken literally are not corrected", async () => {
  const { find } = createSearch("queens");
  expect((await find({ query: "piono" })).parsed.services).toEqual(["piano"]);
  const literal = await find({ query: "piono", isLiteral: true });
  expect(literal.parsed).toMatchObject({ services: [], corrections: [], unmatched: ["piono"] });
});

test("days are those of whoever asks", async () => {
  const { find } = createSearch("queens");
  const dates = async (timezone: string) =>
    (await find({ query: "piano today", timezone })).parsed.dates?.from;
  expect(await dates("America/New_York")).toBe("2026-12-01");
  expect(await dates("Pacific/Kiritimati")).toBe("2026-12-02");
});

test("a search by filters alone is remembered by the names of what was chosen", async () => {
  const { find, recorded } = createSearch("queens");
  const chosen = { service: "piano", area: "park-slope", mode: "in_person", level: "high_school" };
  const filters = { ...NO_FILTERS, ...chosen } as SearchRequest["filters"];
  await find({ filters, searchType: "filter" });
  await find({ filters: { ...NO_FILTERS, maxPriceCents: 100 }, searchType: "filter" });
  const history = recorded.filter((one) => "history" in one);
  expect(history).toMatchObject([
    { history: { query: "Piano, Park Slope, in person, high school", resultCount: 0 } },
    { history: { query: "filters" } },
  ]);
});

test("a bot leaves no history, a category tap an event alone", async () => {
  const { find, recorded } = createSearch("queens");
  const filters = { ...NO_FILTERS, category: "music" };
  await find({ filters, searchType: "category" });
  expect(recorded).toEqual([
    {
      event: {
        eventId: "event",
        normalizedQuery: "music",
        searchType: "category",
        resultCount: 1,
        services: [],
        category: "music",
      },
    },
  ]);
  recorded.length = 0;
  await find({ query: "piano" }, { isPerson: false });
  expect(recorded.filter((one) => "history" in one)).toEqual([]);
});
