import { beforeAll, expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { createInstructor, type TestInstructor } from "../../../tests/factories.ts";

// A Tuesday, 10:00 in New York.
const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
const people: Record<string, TestInstructor> = {};

beforeAll(async () => {
  people.ann = await createInstructor({ hourlyRateCents: 5000, areas: ["park-slope"] });
  people.bob = await createInstructor({
    hourlyRateCents: 9000,
    areas: ["manhattan"],
    weekly: { 6: ["18:00-20:00"] },
    locationTypes: ["online"],
  });
  people.cleo = await createInstructor({
    service: "guitar",
    hourlyRateCents: 7000,
    areas: ["queens"],
    weekly: { 3: ["09:00-10:00"] },
    locationTypes: ["student_home"],
  });
  people.dan = await createInstructor({ service: "yoga", hourlyRateCents: 4000, areas: [] });
  await query(
    `UPDATE offerings SET levels = '["advanced"]', audiences = '["adults"]' WHERE id = ?`,
    people.bob.offeringId,
  );
  await query("UPDATE instructors SET years_experience = 20 WHERE id = ?", people.cleo.id);
});

interface Item {
  instructor: { id: string };
}

const search = (params: Record<string, string>) =>
  api.get(`/api/search/instructors?${new URLSearchParams(params)}`);

/** Who is found, by name and in order. */
async function find(params: Record<string, string>): Promise<string[]> {
  const { json } = await search(params);
  return json.items.map(({ instructor }: Item) => nameOf(instructor.id));
}

const nameOf = (id: string) => Object.keys(people).find((name) => people[name]?.id === id) ?? id;

const FOUND: [params: Record<string, string>, names: string][] = [
  [{ service: "piano" }, "ann bob"],
  [{ category: "music" }, "ann bob cleo"],
  [{ min_price_cents: "7000" }, "bob cleo"],
  [{ max_price_cents: "5000" }, "ann dan"],
  [{ min_price_cents: "5000", max_price_cents: "7000" }, "ann cleo"],
  [{ date_from: "2026-12-05", date_to: "2026-12-05" }, "ann bob dan"],
  [{ date_from: "2026-12-02", date_to: "2026-12-02" }, "ann cleo dan"],
  [{ date_to: "2026-12-01" }, "ann dan"],
  [{ date_from: "2026-12-10", service: "guitar" }, "cleo"],
  [{ date_from: "2026-11-01", date_to: "2026-11-30" }, ""],
  [{ time_from: "17:00" }, "bob"],
  [{ time_to: "09:30" }, "ann cleo dan"],
  [{ time_from: "18:00", time_to: "24:00" }, "bob"],
  [{ time_from: "09:30", time_to: "09:45" }, ""],
  [{ area: "brooklyn" }, "ann"],
  [{ area: "park-slope" }, "ann"],
  [{ area: "harlem" }, "bob"],
  [{ mode: "online" }, "ann bob dan"],
  [{ mode: "in_person" }, "ann cleo dan"],
  [{ level: "beginner" }, "ann cleo dan"],
  [{ level: "advanced" }, "ann bob cleo dan"],
  [{ audience: "kids" }, "ann cleo dan"],
  [{ audience: "adults", service: "piano", area: "manhattan" }, "bob"],
];

test("every filter leaves exactly those who satisfy it", async () => {
  for (const [params, names] of FOUND) {
    expect((await find(params)).toSorted().join(" "), JSON.stringify(params)).toBe(names);
  }
});

test("a filter wins over the words of its kind, and leaves those of other kinds alone", async () => {
  for (const [q, filters, names] of [
    ["piano", { service: "guitar" }, "cleo"],
    ["guitar", { category: "music" }, "ann bob cleo"],
    ["piano under $60", { max_price_cents: "9000" }, "ann bob"],
    ["piano under $60", { min_price_cents: "6000" }, "bob"],
    ["on saturday", { date_from: "2026-12-02", date_to: "2026-12-02" }, "ann cleo dan"],
    ["weekends after 5pm", { date_from: "2026-12-02", date_to: "2026-12-04" }, ""],
    ["after 5pm", { time_from: "09:00", time_to: "10:00" }, "ann cleo dan"],
    ["in queens", { area: "manhattan" }, "bob"],
    ["online", { mode: "in_person" }, "ann cleo dan"],
    ["advanced", { level: "beginner" }, "ann cleo dan"],
    ["for adults", { audience: "teens" }, "ann cleo dan"],
    ["piano in brooklyn", { max_price_cents: "9000" }, "ann"],
  ] as [string, Record<string, string>, string][]) {
    const label = `${q} ${JSON.stringify(filters)}`;
    expect((await find({ q, ...filters })).toSorted().join(" "), label).toBe(names);
  }
});

test("an empty field of a form is a filter that is not set", async () => {
  const empty = { service: "", category: "", min_price_cents: "", date_from: "", time_to: "" };
  expect(
    await find({ q: "guitar", ...empty, mode: "", level: "", audience: "", area: "" }),
  ).toEqual(["cleo"]);
});

test("results come in the order that was asked for", async () => {
  const orders = {
    price_asc: ["dan", "ann", "cleo", "bob"],
    price_desc: ["bob", "cleo", "ann", "dan"],
    experience: ["cleo", "ann", "bob", "dan"],
    soonest: ["ann", "dan", "cleo", "bob"],
  };
  for (const [sort, names] of Object.entries(orders)) {
    expect(await find({ mode: "", min_price_cents: "0", sort }), sort).toEqual(names);
  }
  const { json } = await search({ min_price_cents: "0" });
  const scores = json.items.map(({ match_score }: { match_score: number }) => match_score);
  expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
  expect(scores.every((score: number) => score > 0 && score <= 1)).toBe(true);
});

test("pages cut one list, and past its end there is nothing", async () => {
  const pages = [];
  for (const page of ["1", "2", "3"]) {
    pages.push(await search({ min_price_cents: "0", sort: "price_asc", per_page: "3", page }));
  }
  expect(pages.map(({ json }) => [json.items.length, json.has_prev, json.has_next])).toEqual([
    [3, false, true],
    [1, true, false],
    [0, true, false],
  ]);
  expect(pages.map(({ json }) => json.total)).toEqual([4, 4, 4]);
});

const BAD: Record<string, string>[] = [
  ...["NaN", "-1", "1.5", "1e3", "1000001", "0x10", "99999999999", "free"].flatMap((price) => [
    { min_price_cents: price },
    { max_price_cents: price },
  ]),
  ...["2026-02-30", "2026-13-01", "tomorrow", "2026-1-1", "20261201"].flatMap((date) => [
    { date_from: date },
    { date_to: date },
  ]),
  ...["25:00", "9:00", "12:60", "noon", "24:01"].flatMap((time) => [
    { time_from: time },
    { time_to: time },
  ]),
  ...["Piano", "no-such", "piano ", "%"].map((service) => ({ service })),
  { category: "sport" },
  { area: "boston" },
  { mode: "hybrid" },
  { level: "expert" },
  { audience: "dogs" },
  { sort: "rating" },
  ...["0", "-1", "1.5", "x"].flatMap((page) => [{ page }, { per_page: page }]),
  { per_page: "101" },
];

test("a value that means nothing is refused by name, never guessed at or ignored", async () => {
  for (const params of BAD) {
    const { status, json } = await search({ q: "piano", ...params });
    expect([status, json.code], JSON.stringify(params)).toEqual([400, "invalid_parameter"]);
    expect(json.detail).toContain(Object.keys(params)[0]);
  }
  const unknown = await search({ q: "piano", servcie: "piano" });
  expect([unknown.status, unknown.json.code]).toEqual([400, "unknown_parameter"]);
});

test("a blank question without a filter asks nothing; one filter is enough", async () => {
  for (const params of [
    {},
    { q: "" },
    { q: " \t\u00a0 " },
    { q: "", sort: "soonest" },
    { service: "" },
  ]) {
    const { status, json } = await search(params as Record<string, string>);
    expect([status, json.code], JSON.stringify(params)).toEqual([400, "empty_query"]);
  }
  expect((await search({ service: "piano" })).status).toBe(200);
});

test("200 characters are read and 201 are not, whatever they take in bytes", async () => {
  const lengthened = (one: string, count: number) => `piano ${one.repeat(count - 6)}`;
  for (const one of ["x", "é", "🎹"]) {
    expect((await search({ q: lengthened(one, 200) })).status, one).toBe(200);
    const { status, json } = await search({ q: lengthened(one, 201) });
    expect([status, json.code], one).toEqual([400, "query_too_long"]);
  }
});

test("whatever is typed is just words: never an error of ours, and nothing is broken after it", async () => {
  const inputs = [
    "x".repeat(10_000),
    "🎹".repeat(150),
    "👩‍👩‍👧‍👦 lessons",
    "\u202Epiano\u202C \u200F\u200E",
    "'; DROP TABLE users; --",
    "1 OR 1=1) UNION SELECT * FROM users",
    "%_%_%",
    "\\",
    "(a+)+$".repeat(30),
    `${"a".repeat(99)}!${"a".repeat(99)}`,
    "\0piano\0",
    "\uD83C",
    "<script>alert(1)</script>",
    "{{7*7}} <%= 7 * 7 %>",
    "$$$ under under $ under $-5 between and",
    "$99999999999999999999",
    "in 99999999999 days",
    "13/45 2026-99-99 25:99",
    "constructor __proto__ toString hasOwnProperty",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
    "!?.,;:-–—…",
  ];
  for (const q of inputs) {
    const { status } = await search({ q });
    expect([200, 400], q.slice(0, 40)).toContain(status);
    if ([...q].length <= 200) expect(status, q.slice(0, 40)).toBe(200);
  }
  for (const tail of ["%ff%fe", "%00", "%", "piano%E0%A4%A"]) {
    expect((await api.get(`/api/search/instructors?q=${tail}`)).status, tail).toBe(200);
  }
  expect(await find({ q: "guitar" })).toEqual(["cleo"]);
});
