import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows } from "../../../tests/database.ts";
import { bookingBody, createInstructor, createStudent } from "../../../tests/factories.ts";
import { createStrictApi, newClient, repeat, statusesOf } from "../../../tests/limits.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import { API_KEY_PREFIX } from "../../domain/api-key.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");
const WISH = { start_at: "2026-12-04T15:00:00Z" };

test("a person checks thirty times a minute, not once more to its last millisecond, and others go on", async () => {
  const api = createStrictApi(NOW);
  const [student, body] = [await createStudent(), bookingBody(await createInstructor(), WISH)];
  const check = (as = student) => api.post("/api/bookings/check", body, { as });
  expect(await repeat(30, () => check())).toEqual(Array(30).fill(200));
  api.clock.now = NOW + 59_999;
  const refused = await check();
  expect([refused.status, refused.json.code, refused.headers.get("retry-after")]).toEqual([
    429,
    "rate_limited",
    "1",
  ]);
  expect(refused.headers.get("ratelimit-policy")).toBe('"availability-check";q=30;w=60');
  expect((await check(await createStudent())).status).toBe(200);
  // Checking uses up nothing of what may be booked.
  expect((await api.post("/api/bookings", body, { as: student })).status).toBe(201);
  api.clock.now = NOW + 60_000;
  expect(await repeat(31, () => check())).toEqual([...Array(30).fill(200), 429]);
});

test("of thirty bookings at the same time exactly twenty are tried, and twenty more when the minute is over", async () => {
  const api = createStrictApi(NOW);
  const [student, body] = [await createStudent(), bookingBody(await createInstructor(), WISH)];
  const book = () => api.post("/api/bookings", body, { as: student });
  const answers = await Promise.all(Array.from({ length: 30 }, book));
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([count(201), count(409), count(429)]).toEqual([1, 19, 10]);
  api.clock.now = NOW + 59_999;
  expect((await book()).status).toBe(429);
  api.clock.now = NOW + 60_000;
  expect(await repeat(21, book)).toEqual([...Array(20).fill(409), 429]);
});

test("whatever becomes of a booking it is counted once, and one too many uses up no key", async () => {
  const api = createStrictApi(NOW);
  const [student, instructor] = [await createStudent(), await createInstructor()];
  const book = (key: string, wish: { start_at: string } = WISH) =>
    api.post("/api/bookings", bookingBody(instructor, wish), {
      as: student,
      headers: { "idempotency-key": key },
    });
  const night = { start_at: "2026-12-04T08:00:00Z" };
  const other = { start_at: "2026-12-04T17:00:00Z" };
  expect((await book("first")).status).toBe(201);
  expect(statusesOf(await Promise.all([book("first"), book("first", other)]))).toEqual([201, 422]);
  expect(await repeat(16, () => book("night", night))).toEqual(Array(16).fill(422));
  expect((await book("taken")).status).toBe(409);
  const before = await countRows();
  expect((await book("late", other)).status).toBe(429);
  expect((await book("first")).status).toBe(429);
  expect(await countRows()).toEqual(before);
  api.clock.now = NOW + 60_000;
  expect((await book("late", other)).status).toBe(201);
});

test("when the count cannot be kept nothing is booked", async () => {
  const [student, body] = [await createStudent(), bookingBody(await createInstructor(), WISH)];
  const watched = watchDatabase(env.DB, {
    beforeBatch: (texts) => {
      if (texts.some((text) => text.includes("rate_counters"))) throw new Error("down");
    },
  });
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const before = await countRows();
  const { status, json } = await api.post("/api/bookings", body, { as: student });
  expect([status, json.code]).toEqual([500, "internal_error"]);
  expect(await countRows()).toEqual(before);
});

test("public reads need no database to be counted: they are answered, limited and told while it is down", async () => {
  const { id } = await createInstructor();
  let isDown = false;
  const watched = watchDatabase(env.DB, {
    beforeBatch: () => {
      if (isDown) throw new Error("down");
    },
  });
  const settings = { RATE_LIMIT_SCALE: "1" };
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db }, settings });
  const headers = newClient();
  const read = (more = {}) =>
    api.get(`/api/public/instructors/${id}/availability`, { headers: { ...headers, ...more } });
  const { headers: first } = await read();
  isDown = true;
  expect((await read({ "if-none-match": first.get("etag") ?? "" })).status).toBe(304);
  expect(await repeat(99, () => read())).toEqual([...Array(98).fill(200), 429]);
});

test("while no API key can be looked up, public reads with one are counted by client, and all else is refused", async () => {
  const { id } = await createInstructor();
  const path = `/api/public/instructors/${id}/availability`;
  const up = createTestApi({ now: NOW });
  await up.get(path);
  const { db } = watchDatabase(env.DB, {
    beforeBatch: () => {
      throw new Error("down");
    },
  });
  const api = createTestApi({
    now: NOW,
    bindings: { DB: db },
    settings: { RATE_LIMIT_SCALE: "1" },
  });
  const headers = { ...newClient(), authorization: `Bearer ${API_KEY_PREFIX}unknown-now` };
  expect(await repeat(101, () => api.get(path, { headers }))).toEqual([
    ...Array(100).fill(200),
    429,
  ]);
  const own = await api.get("/api/bookings", { headers: { ...headers, ...newClient() } });
  expect(own.status).toBe(500);
  expect(api.logged.map(({ event }) => event)).toContain("api_key_not_read");
});
