import { expect, test } from "vitest";
import type { Offering } from "./catalog.ts";
import { findMatch, type Listing, type SearchConditions } from "./search-match.ts";
import { rankMatches } from "./search-ranking.ts";
import { listSlotsWithin } from "./search-slot.ts";

// A Tuesday, 10:00 in New York.
const NOW = Date.UTC(2026, 11, 1, 15);
const HOUR_MS = 3_600_000;

const ANYTHING: SearchConditions = {
  services: [],
  category: null,
  price: { minCents: null, maxCents: null },
  dates: null,
  weekdays: null,
  time: null,
  areas: [],
  mode: null,
  level: null,
  audience: null,
};

const BOROUGHS = new Map([
  ["brooklyn", null],
  ["park-slope", "brooklyn"],
  ["dumbo", "brooklyn"],
  ["queens", null],
]);

function offer(more: Partial<Offering> = {}): Offering {
  return {
    id: "offering",
    service: { slug: "piano", name: "Piano", category: "music" },
    hourlyRateCents: 6000,
    durationOptions: [30, 60],
    locationTypes: ["online"],
    levels: [],
    audiences: [],
    description: "",
    ...more,
  };
}

interface Given {
  id?: string;
  offerings?: Offering[];
  areas?: string[];
  weekly?: Listing["inputs"]["weekly"];
  years?: number;
  bio?: string;
  timezone?: string;
}

const hours = (from: number, to: number) => [{ startMinute: from * 60, endMinute: to * 60 }];

function list({
  id = "i",
  offerings = [offer()],
  areas = [],
  weekly = {},
  ...more
}: Given = {}): Listing {
  const timezone = more.timezone ?? "America/New_York";
  return {
    profile: {
      id,
      displayName: id,
      bio: more.bio ?? "",
      yearsExperience: more.years ?? 5,
      timezone,
      minimumNoticeHours: 0,
      bufferMinutes: 0,
      areas: areas.map((slug) => ({ slug, name: slug, borough: slug })),
      offerings,
    },
    inputs: {
      timezone,
      minimumNoticeMinutes: 0,
      bufferMinutes: 0,
      weekly,
      dates: {},
      blackouts: [],
      taught: [],
      taken: [],
    },
  };
}

const match = (given: Given, conditions: Partial<SearchConditions>) =>
  findMatch(list(given), { ...ANYTHING, ...conditions }, BOROUGHS, NOW);

const isFound = (given: Given, conditions: Partial<SearchConditions>) =>
  match(given, conditions) !== null;

test("prices include both ends", () => {
  const priced = (minCents: number | null, maxCents: number | null) =>
    isFound({}, { price: { minCents, maxCents } });
  expect([priced(6000, 6000), priced(null, 6000), priced(6000, null)]).toEqual([true, true, true]);
  expect([priced(6001, null), priced(null, 5999)]).toEqual([false, false]);
});

test("a borough and its neighbourhoods find each other, two neighbourhoods do not", () => {
  const serves = (area: string, ...wanted: string[]) =>
    isFound({ areas: [area] }, { areas: wanted });
  expect(serves("brooklyn", "park-slope")).toBe(true);
  expect(serves("park-slope", "brooklyn")).toBe(true);
  expect(serves("park-slope", "park-slope")).toBe(true);
  expect(serves("dumbo", "park-slope")).toBe(false);
  expect(serves("queens", "brooklyn")).toBe(false);
  expect(serves("queens", "brooklyn", "queens")).toBe(true);
  expect(isFound({}, { areas: ["brooklyn"] })).toBe(false);
});

test("all conditions have to hold for one and the same offering", () => {
  const offerings = [
    offer({ hourlyRateCents: 4000, levels: ["beginner"] }),
    offer({ hourlyRateCents: 9000, levels: ["advanced"], locationTypes: ["student_home"] }),
  ];
  const cheap = { price: { minCents: null, maxCents: 5000 } };
  expect(isFound({ offerings }, { ...cheap, level: "beginner" })).toBe(true);
  expect(isFound({ offerings }, { ...cheap, level: "advanced" })).toBe(false);
  expect(isFound({ offerings }, { ...cheap, mode: "in_person" })).toBe(false);
  expect(isFound({ offerings }, { mode: "in_person", level: "advanced" })).toBe(true);
});

test("a named service leaves no room for the rest of its category", () => {
  const guitar = offer({ service: { slug: "guitar", name: "Guitar", category: "music" } });
  expect(isFound({ offerings: [guitar] }, { services: ["piano"], category: "music" })).toBe(false);
  expect(isFound({ offerings: [guitar] }, { category: "music" })).toBe(true);
  expect(isFound({ offerings: [guitar] }, { category: "arts" })).toBe(false);
  expect(isFound({ offerings: [] }, {})).toBe(false);
});

test("the cheapest offering is shown that fits into the time asked for", () => {
  const offerings = [
    offer({ id: "long", hourlyRateCents: 4000, durationOptions: [90] }),
    offer({ id: "short", hourlyRateCents: 8000, durationOptions: [60, 30] }),
  ];
  const given = { offerings, weekly: { 3: hours(9, 10), 4: hours(9, 11) } };
  const on = (date: string) => match(given, { dates: { from: date, to: date } });
  expect(on("2026-12-02")).toMatchObject({
    offering: { id: "short" },
    nextStartAt: Date.parse("2026-12-02T14:00:00Z"),
  });
  expect(on("2026-12-03")?.offering.id).toBe("long");
  expect(match(given, {})).toMatchObject({
    offering: { id: "long" },
    nextStartAt: Date.parse("2026-12-03T14:00:00Z"),
  });
  expect(on("2026-12-04")).toBeNull();
  expect(match({ offerings }, {})?.nextStartAt).toBeNull();
});

test("a lesson ends by the end that was asked for; without one only its start counts", () => {
  const given = { offerings: [offer({ durationOptions: [60] })], weekly: { 3: hours(9, 12) } };
  const within = (from: string | null, to: string | null) =>
    match(given, { time: { from, to } })?.nextStartAt ?? null;
  expect(within("11:00", "12:00")).toBe(Date.parse("2026-12-02T16:00:00Z"));
  expect(within("11:15", "12:00")).toBeNull();
  expect(within(null, "10:00")).toBe(Date.parse("2026-12-02T14:00:00Z"));
  expect(within(null, "09:45")).toBeNull();
  expect(within("11:00", null)).toBe(Date.parse("2026-12-02T16:00:00Z"));
  expect(within("11:15", null)).toBeNull();
});

test("a lesson past midnight belongs to the day on which it starts", () => {
  const weekly = { 3: hours(23, 24), 4: hours(0, 1) };
  const given = { offerings: [offer({ durationOptions: [120] })], weekly };
  const on = (date: string, time: SearchConditions["time"] = null) =>
    isFound(given, { dates: { from: date, to: date }, time });
  expect(on("2026-12-02")).toBe(true);
  expect(on("2026-12-02", { from: "22:00", to: null })).toBe(true);
  expect(on("2026-12-02", { from: "22:00", to: "24:00" })).toBe(false);
  expect(on("2026-12-03")).toBe(false);
});

test("days and hours are those of the instructor's own clock", () => {
  const given = { weekly: { 3: hours(9, 10) }, timezone: "Europe/London" };
  const conditions = {
    dates: { from: "2026-12-02", to: "2026-12-02" },
    time: { from: "09:00", to: "10:00" },
  };
  expect(match(given, conditions)?.nextStartAt).toBe(Date.parse("2026-12-02T09:00:00Z"));
});

test("weekdays and dates both have to hold", () => {
  const given = { weekly: { 3: hours(9, 10), 6: hours(9, 10) } };
  const dates = { from: "2026-12-01", to: "2026-12-04" };
  expect(isFound(given, { weekdays: [6, 7] })).toBe(true);
  expect(isFound(given, { weekdays: [6, 7], dates })).toBe(false);
  expect(isFound(given, { weekdays: [3], dates })).toBe(true);
});

test("without a date search looks 30 days ahead, with one 90, and never back", () => {
  const given = list({});
  given.inputs.dates = {
    "2027-01-15": hours(9, 10),
    "2026-11-30": hours(9, 10),
    "2027-03-15": hours(9, 10),
  };
  const when = (from: string, to: string) => ({ weekdays: null, time: null, dates: { from, to } });
  const starts = (conditions: Parameters<typeof listSlotsWithin>[1]) =>
    listSlotsWithin(given.inputs, conditions, 60, NOW, 5);
  expect(starts({ weekdays: null, time: null, dates: null })).toEqual([]);
  expect(starts(when("2026-11-01", "2027-12-31"))).toEqual([Date.parse("2027-01-15T14:00:00Z")]);
  expect(starts(when("2026-11-30", "2026-11-30"))).toEqual([]);
});

test("relevance counts service, price, time, profile and experience, and the id decides a tie", () => {
  const order = (better: Given, worse: Given, conditions: Partial<SearchConditions> = {}) => {
    const wanted = { ...ANYTHING, ...conditions };
    const all = [list({ id: "b", ...worse }), list({ id: "a", ...better })];
    const matches = all.flatMap((one) => findMatch(one, wanted, BOROUGHS, NOW) ?? []);
    const ranked = rankMatches(matches, wanted, "relevance", NOW);
    expect(rankMatches(matches.toReversed(), wanted, "relevance", NOW)).toEqual(ranked);
    for (const { score } of ranked) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    return ranked.map(({ listing, score }) => [listing.profile.id, score] as const);
  };
  for (const [better, worse] of [
    [{ offerings: [offer({ hourlyRateCents: 5900 })] }, {}],
    [{ weekly: { 2: hours(9, 17) } }, { weekly: { 3: hours(9, 17) } }],
    [{ weekly: { 1: hours(9, 17) } }, {}],
    [{ years: 6 }, {}],
    [{ bio: "x".repeat(200) }, { bio: "x".repeat(199) }],
    [{ areas: ["queens"] }, {}],
    [{ offerings: [offer({ description: "x" })] }, {}],
    [{ offerings: [offer({ levels: ["beginner"] })] }, {}],
    [{ offerings: [offer({ audiences: ["kids"] })] }, {}],
  ] as [Given, Given][]) {
    const [first, second] = order({ id: "z", ...better }, worse);
    expect(first?.[0], JSON.stringify(better)).toBe("z");
    expect(first?.[1]).toBeGreaterThan(second?.[1] ?? 1);
  }
  expect(order({}, {}).map(([id]) => id)).toEqual(["a", "b"]);
  expect(order({ years: 15 }, { years: 40 }).map(([id]) => id)).toEqual(["a", "b"]);
  const [named, category, any] = [{ services: ["piano"] }, { category: "music" }, {}].map(
    (conditions) => order({}, {}, conditions)[0]?.[1] ?? 0,
  );
  expect(named).toBeGreaterThan(category ?? 0);
  expect(category).toBeGreaterThan(any ?? 0);
});

test("who has no free time soon comes last by soonest, and all of them in the order of their ids", () => {
  const all = ["d", "c", "b"].map((id) => list({ id }));
  const free = list({ id: "z", weekly: { 3: hours(9, 10) } });
  const matches = [...all, free].flatMap((one) => findMatch(one, ANYTHING, BOROUGHS, NOW) ?? []);
  const ranked = rankMatches(matches, ANYTHING, "soonest", NOW);
  expect(ranked.map(({ listing }) => listing.profile.id)).toEqual(["z", "b", "c", "d"]);
  expect(ranked[0]?.nextStartAt).toBe(NOW + 23 * HOUR_MS);
});
