import { beforeAll, expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { createInstructor } from "../../../tests/factories.ts";

// A Tuesday, 10:00 in New York.
const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

beforeAll(async () => {
  await createInstructor({ hourlyRateCents: 5000, areas: ["park-slope"] });
  await createInstructor({ hourlyRateCents: 9000, areas: ["brooklyn"] });
  await createInstructor({
    hourlyRateCents: 9000,
    areas: ["queens"],
    weekly: { 6: ["18:00-20:00"] },
  });
  await createInstructor({ service: "guitar", areas: ["queens"], locationTypes: ["student_home"] });
  await createInstructor({ service: "guitar", hourlyRateCents: 7550, areas: ["manhattan"] });
});

const search = (params: Record<string, string>) =>
  api.get(`/api/search/instructors?${new URLSearchParams(params)}`);

interface Chip {
  kind: string;
  label: string;
  without: Record<string, string>;
}

interface Suggestion {
  kind: string;
  label: string;
  count: number;
  params: Record<string, string>;
}

/** What is left of a reading when a condition of this kind goes. */
const CLEARED: Record<string, object> = {
  service: { services: [] },
  category: { category: null },
  price: { price: { min_cents: null, max_cents: null } },
  date: { dates: null, weekdays: null },
  time: { time: null },
  area: { areas: [], near_me: false },
  mode: { mode: null },
  level: { level: null },
  audience: { audience: null, age: null },
};

const ASKED: Record<string, string>[] = [
  { q: "piano under $80 in brooklyn tomorrow evening" },
  { q: "online guitar lessons for my 7 year old next week after 5pm" },
  { q: "beginner piano or guitar, in park slope or queens, between $40 and $90" },
  { q: "piono on saturday in person for adults" },
  { q: "music near me this weekend" },
  { q: "tomorrow evening piano", max_price_cents: "8000", area: "brooklyn" },
  { q: "piano under $60", min_price_cents: "1000", max_price_cents: "8000" },
  { q: "weekends in manhattan", service: "guitar", mode: "online", level: "advanced" },
  { date_from: "2026-12-02", date_to: "2026-12-03", time_from: "09:00", category: "music" },
  { q: "Piano in BROOKLYN, under $80!", audience: "teens" },
];

test("taking a chip away takes away that condition and nothing else", async () => {
  let taken = 0;
  for (const params of ASKED) {
    const { json } = await search(params);
    expect(json.applied_filters.length, JSON.stringify(params)).toBeGreaterThan(1);
    for (const { kind, without } of json.applied_filters as Chip[]) {
      const label = `${JSON.stringify(params)} without ${kind}: ${JSON.stringify(without)}`;
      const left = await search(without);
      expect(left.status, label).toBe(200);
      const { corrections: _, unmatched: __, ...parsed } = left.json.parsed;
      const { corrections, unmatched, ...before } = json.parsed;
      expect(parsed, label).toEqual({ ...before, ...CLEARED[kind] });
      const kinds = (chips: Chip[]) => chips.map((chip) => chip.kind);
      expect(kinds(left.json.applied_filters), label).toEqual(
        kinds(json.applied_filters).filter((other) => other !== kind),
      );
      taken += 1;
    }
  }
  expect(taken).toBeGreaterThan(35);
});

test("taking the last chip away leaves nothing to ask", async () => {
  for (const params of [{ q: "piano" }, { service: "piano" }, { q: "under $80" }]) {
    const { json } = await search(params as Record<string, string>);
    expect(json.applied_filters).toHaveLength(1);
    expect((await search(json.applied_filters[0].without)).json.code).toBe("empty_query");
  }
});

test("chips say what they stand for in a few words", async () => {
  const labels = async (params: Record<string, string>) =>
    (await search(params)).json.applied_filters.map(({ label }: Chip) => label);
  expect(await labels({ q: "piono under $80 in brooklyn tomorrow evening" })).toEqual([
    "Piano",
    "up to $80",
    "Wed, Dec 2",
    "5:00 pm – 9:00 pm",
    "Brooklyn",
  ]);
  expect(
    await labels({
      category: "music",
      min_price_cents: "4950",
      mode: "in_person",
      time_from: "18:00",
    }),
  ).toEqual(["Music", "from $49.50", "after 6:00 pm", "in person"]);
});

const EMPTY: [params: Record<string, string>, kinds: string[]][] = [
  [{ q: "piano in brooklyn tomorrow evening" }, ["any_date", "any_time"]],
  [{ q: "piano in queens on wednesday" }, ["any_area", "online"]],
  [{ q: "guitar under $50" }, ["raise_price"]],
  [{ q: "online guitar in queens" }, ["any_area", "any_mode"]],
  [{ q: "guitar in queens", mode: "online" }, ["any_area", "any_mode"]],
  [{ service: "piano", max_price_cents: "4000", area: "queens" }, ["raise_price"]],
];

test("every relaxation finds as many as it says, and only where nothing was found", async () => {
  for (const [params, kinds] of EMPTY) {
    const { json } = await search(params);
    expect(json.total, JSON.stringify(params)).toBe(0);
    expect(json.items).toEqual([]);
    expect(
      json.suggestions.map(({ kind }: Suggestion) => kind),
      JSON.stringify(params),
    ).toEqual(kinds);
    for (const { kind, count, params: relaxed } of json.suggestions as Suggestion[]) {
      const { json: found } = await search(relaxed);
      expect(count, `${kind} ${JSON.stringify(relaxed)}`).toBeGreaterThan(0);
      expect(found.total, `${kind} ${JSON.stringify(relaxed)}`).toBe(count);
    }
  }
  expect((await search({ q: "piano in brooklyn" })).json.suggestions).toEqual([]);
});

test("the price to raise to is the lowest at which somebody is left", async () => {
  const { json } = await search({ q: "guitar in manhattan under $50" });
  expect(json.suggestions).toContainEqual({
    kind: "raise_price",
    label: "up to $75.50",
    count: 1,
    params: { q: "guitar in manhattan", max_price_cents: "7550" },
  });
});

test("what nobody teaches finds nobody, and nothing is offered in its place", async () => {
  const { json } = await search({ q: "harp lessons" });
  expect(json).toMatchObject({
    total: 0,
    items: [],
    suggestions: [],
    parsed: { services: ["harp"] },
  });
});
