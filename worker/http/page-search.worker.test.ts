import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getSearchFacts } from "../../db/seed/search-facts.ts";
import { testRandom } from "../../tests/api.ts";
import { createInstructor } from "../../tests/factories.ts";
import { parseSettings } from "../env.ts";
import { createApp } from "./app.ts";
import { createPageSearch } from "./page-search.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const HOUR_MS = 3_600_000;

/** The page's search behind an address of its own, as one guest's browser asks it. */
function createPage() {
  const sent: { event: { eventId: string; searchType: string; resultCount: number } }[] = [];
  const EVENTS = { send: async (message: (typeof sent)[number]) => void sent.push(message) };
  const clock = { now: NOW };
  const app = createApp({
    settings: parseSettings({ METRICS_SAMPLE: "0" }),
    clock: () => clock.now,
    random: testRandom,
    log: () => {},
    version: "test",
  });
  app.get("/search", async (c) => {
    const search = createPageSearch(c, testRandom, getSearchFacts());
    const answer = await search.run(new URL(c.req.url));
    return c.json({ ...answer, history: await search.listHistory(10) });
  });
  const cookie = `guest=${testRandom.newToken()}`;
  const open = async (search: string, headers: Record<string, string> = {}) => {
    const context = createExecutionContext();
    const request = new Request(`http://localhost/search?${search}`, {
      headers: { cookie, ...headers },
    });
    const bindings = { ...env, EVENTS: EVENTS as unknown as Queue };
    const response = await app.fetch(request, bindings, context);
    // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
    const answer: any = await response.json();
    await waitOnExecutionContext(context);
    return answer;
  };
  return { clock, open, sent };
}

test("reload, order, page and going back are the same search; sending the form again is another", async () => {
  const { clock, open, sent } = createPage();
  await createInstructor({ service: "cello" });
  const first = await open("q=cello&s=a");
  clock.now += 30 * HOUR_MS;
  for (const again of ["q=cello&s=a", "q=Cello+&s=a&sort=soonest", "q=cello&s=a&page=2"]) {
    expect((await open(again)).result.eventId).toBe(first.result.eventId);
  }
  expect((await open("q=cello&s=a")).history).toMatchObject([{ query: "cello", searchCount: 1 }]);
  const second = await open("q=cello&s=b");
  expect(second.history).toMatchObject([{ query: "cello", searchCount: 2 }]);
  expect(new Set(sent.map(({ event }) => event.eventId)).size).toBe(2);
});

test("other filters, words taken literally, and another person are other searches", async () => {
  const { open } = createPage();
  const { open: openElsewhere } = createPage();
  const answers = [
    await open("q=cello&s=a"),
    await open("q=cello&s=a&area=brooklyn"),
    await open("q=cello&s=a&literal=1"),
    await openElsewhere("q=cello&s=a"),
  ];
  expect(new Set(answers.map(({ result }) => result.eventId)).size).toBe(4);
});

test("a link without the form's number is one search a day", async () => {
  const { clock, open } = createPage();
  const first = await open("service=cello&via=service_pill");
  clock.now += HOUR_MS;
  expect((await open("service=cello")).result.eventId).toBe(first.result.eventId);
  clock.now += 24 * HOUR_MS;
  expect((await open("service=cello")).result.eventId).not.toBe(first.result.eventId);
});

test("what was tapped is the kind of search, and what nobody can tap is not", async () => {
  const { open, sent } = createPage();
  await open("q=cello&s=a&via=search_history");
  await open("q=cello&s=b&via=telepathy");
  await open("category=music&s=c&via=category");
  expect(sent.map(({ event }) => event.searchType)).toEqual([
    "search_history",
    "natural_language",
    "category",
  ]);
});

test("a page that is only fetched ahead is no search and no last search", async () => {
  const { open, sent } = createPage();
  const answer = await open("q=cello&s=a", { "sec-purpose": "prefetch" });
  expect(answer).toMatchObject({ isMeasured: false, history: [] });
  expect(answer.cookies.some((cookie: string) => cookie.startsWith("search="))).toBe(false);
  expect(sent).toEqual([]);
});

test("whoever declines is not measured but has a history", async () => {
  const { open, sent } = createPage();
  const answer = await open("q=cello&s=a", { "sec-gpc": "1" });
  expect(answer).toMatchObject({ isMeasured: false, history: [{ query: "cello" }] });
  expect(sent).toEqual([]);
});

test("nothing to search for, and too much of it, is no search", async () => {
  const { open, sent } = createPage();
  expect(await open("q=+&sort=soonest&s=a")).toMatchObject({ result: null, cookies: [] });
  expect(await open(`q=${"a".repeat(201)}`)).toMatchObject({
    result: null,
    problems: [{ path: "q" }],
  });
  expect(sent).toEqual([]);
});

test("chips and suggestions are addresses of the page, with prices in dollars", async () => {
  const { open } = createPage();
  await createInstructor({ service: "cello" });
  const answer = await open("q=cello+under+%2430&area=brooklyn&min_price=1.50");
  expect(answer.chips).toContainEqual({
    label: "Brooklyn",
    params: { q: "cello under $30", min_price: "1.50" },
  });
});
