import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { seedDemo } from "../../../db/seed/apply.ts";
import { generateDemo } from "../../../db/seed/demo.ts";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { bookingBody, createInstructor, createStudent } from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { type WatchedStatement, watchDatabase } from "../../../tests/watched-database.ts";

const NOW = Date.UTC(2026, 9, 20, 14, 5);

/** What the history writes is not part of looking for instructors. */
const isHistory = ({ sql }: WatchedStatement) => /search_history|guests/.test(sql);

const QUESTIONS = [
  "q=piano",
  "q=piano+tomorrow+evening",
  "q=guitar+or+piano+in+brooklyn+this+weekend+under+%24100",
  "q=music+next+week+after+5pm",
  "category=tutoring&date_from=2026-10-25&date_to=2026-10-30",
  "min_price_cents=0&per_page=100",
  "mode=online&time_from=09:00&time_to=12:00&sort=soonest",
  "q=xylophone+zzz",
];

async function addInstructors(count: number, seed: number) {
  const size = { instructors: count, students: 20, bookings: 60, searches: 0 };
  const rows = generateDemo({ seed, now: NOW, passwordHash: "x", ...size });
  // The demo accounts would be there twice.
  const emails = rows.users.map((user) => ({ ...user, email: `${seed}-${user.email}` }));
  await seedDemo(env.DB, { ...rows, users: emails });
}

/** Round trips and rows of a search in an isolate that has searched before. */
async function measureAll() {
  const watched = watchDatabase(env.DB);
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  await api.get("/api/search/instructors?q=piano");
  const costs = [];
  for (const question of QUESTIONS) {
    watched.batches.length = 0;
    const { status, json } = await api.get(`/api/search/instructors?${question}`);
    expect(status, question).toBe(200);
    const reads = watched.statements().filter((statement) => !isHistory(statement));
    const rows = reads.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
    costs.push({ question, rows, trips: watched.batches.length, items: json.items.length });
    expect(await listScans(env.DB, watched.statements()), question).toEqual([]);
  }
  return costs;
}

test("a search costs two round trips and a few rows, whether 1,000 teach or 10,000", {
  timeout: 240_000,
}, async () => {
  await addInstructors(1000, 1);
  const few = await measureAll();
  await addInstructors(9000, 2);
  const [{ n } = { n: 0 }] = await query<{ n: number }>("SELECT count(*) AS n FROM instructors");
  expect(n).toBe(10_000);
  const many = await measureAll();
  for (const [index, { question, rows, trips, items }] of many.entries()) {
    expect(trips, question).toBeLessThanOrEqual(2);
    expect(rows, question).toBeLessThanOrEqual(40 * Math.max(1, items));
    expect(rows, question).toBeLessThanOrEqual(1.5 * (few[index]?.rows ?? 0));
  }
  expect(many.map(({ items }) => items)).toContain(100);
});

test("following a change reads that instructor and nobody else", async () => {
  const watched = watchDatabase(env.DB);
  const teacher = await createInstructor();
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  await api.get("/api/search/instructors?q=piano");
  const when = { date: "2026-10-22", start_time: "09:00" };
  const as = await createStudent();
  expect((await api.post("/api/bookings", bookingBody(teacher, when), { as })).status).toBe(201);
  watched.batches.length = 0;
  await api.get("/api/search/instructors?q=piano");
  const reads = watched.statements().filter((statement) => !isHistory(statement));
  expect(reads.reduce((sum, { rowsRead }) => sum + rowsRead, 0)).toBeLessThan(100);
});

test("measuring adds one message to a search and no row", async () => {
  const watched = watchDatabase(env.DB);
  const sent: unknown[] = [];
  const EVENTS = { send: async (message: unknown) => void sent.push(message) };
  const bindings = { DB: watched.db, EVENTS: EVENTS as unknown as Queue };
  const api = createTestApi({ now: NOW, bindings });
  const cost = async (headers: Record<string, string>) => {
    watched.batches.length = 0;
    sent.length = 0;
    const address = { "cf-connecting-ip": "203.0.113.9" };
    await api.get("/api/search/instructors?q=piano", { headers: { ...address, ...headers } });
    const statements = watched.statements().map(({ sql }) => sql);
    return { statements, trips: watched.batches.length, messages: sent.length };
  };
  // The first of an isolate and day also fetches the day's salt, after the answer.
  await cost({});
  const declined = await cost({ "sec-gpc": "1" });
  const measured = await cost({});
  expect(measured.messages).toBe(1);
  expect(declined.messages).toBe(0);
  expect(measured.statements).toEqual(declined.statements);
  expect(measured.trips).toBe(declined.trips);
});
