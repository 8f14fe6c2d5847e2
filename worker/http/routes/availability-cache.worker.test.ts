import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
} from "../../../tests/factories.ts";
import { watchCache } from "../../../tests/watched-cache.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

/** Tuesday, ten in the morning in New York. */
const NOW = "2026-12-01T15:00:00Z";

function pathOf({ id }: { id: string }, range = ""): string {
  return `/api/public/instructors/${id}/availability${range}`;
}

function watchedApi(settings = {}) {
  const cache = watchCache(env.AVAILABILITY);
  const database = watchDatabase(env.DB);
  const bindings = { AVAILABILITY: cache.kv, DB: database.db };
  const api = createTestApi({ now: NOW, settings, bindings });
  return { api, cache, database };
}

async function keptKeys(): Promise<string[]> {
  return (await env.AVAILABILITY.list()).keys.map(({ name }) => name);
}

test("a warm answer is one KV read and no statement, and its Server-Timing says so", async () => {
  const instructor = await createInstructor();
  await createTestApi({ now: NOW }).get(pathOf(instructor));
  const { api, cache, database } = watchedApi();
  const ranges = ["", "?start_date=2027-01-01&end_date=2027-02-28", "?end_date=2026-12-05"];
  for (const [index, range] of ranges.entries()) {
    const { status, headers } = await api.get(pathOf(instructor, range));
    expect([status, cache.calls.length, database.batches.length]).toEqual([200, index + 1, 0]);
    expect(headers.get("server-timing")).toContain('desc="0 statements, 0 rows read"');
  }
  const next = await api.get(`/api/public/instructors/${instructor.id}/next-available`);
  expect([next.json.found, database.batches.length]).toEqual([true, 0]);
  expect(cache.calls.map(({ operation }) => operation)).toEqual(["get", "get", "get", "get"]);
});

test("a cold answer is one batch of three statements that read only what is this instructor's", async () => {
  const busy = await createInstructor({
    dates: { "2026-12-03": ["09:00-10:00"], "2026-12-04": [] },
    blackouts: ["2026-12-05", "2026-12-10/2026-12-12"],
  });
  const student = await createStudent();
  for (let day = 1; day <= 28; day += 1) {
    const startAt = new Date(Date.UTC(2026, 11, day, 16)).toISOString();
    await createBooking({ instructor: busy, student, startAt });
    const long = new Date(Date.UTC(2026, 5, day, 16)).toISOString();
    await createBooking({ instructor: busy, student, startAt: long });
  }
  // 1 instructor and their user, 7 weekdays, 2 dates, 2 blackouts, 28 lessons.
  const rowsInWindow = 2 + 7 + 2 + 2 + 28;
  const { api, cache, database } = watchedApi();
  const { headers } = await api.get(pathOf(busy));
  const [answering, afterwards, ...more] = database.batches;
  expect(answering).toHaveLength(3);
  const rowsRead = answering?.reduce((sum, one) => sum + one.rowsRead, 0);
  expect(rowsRead).toBeLessThanOrEqual(rowsInWindow + 10);
  expect(headers.get("server-timing")).toContain(`"3 statements, ${rowsRead} rows read"`);
  // Once the answer is out, the version is looked at again.
  expect([afterwards?.length, afterwards?.[0]?.rowsRead, more]).toEqual([1, 1, []]);
  expect(cache.calls.map(({ operation }) => operation)).toEqual(["get", "put"]);
});

test("an instructor has one entry, of raw inputs: nothing in it depends on the range or the hour", async () => {
  const instructor = await createInstructor({ bufferMinutes: 15, blackouts: ["2026-12-24"] });
  const student = await createStudent();
  await createBooking({ instructor, student, startAt: "2026-12-02T16:00:00Z" });
  const entryAt = async (time: string, range = "") => {
    await env.AVAILABILITY.delete(`availability:${instructor.id}`);
    const api = createTestApi({ now: `2026-12-01T${time}:00Z` });
    await api.get(pathOf(instructor, range));
    expect((await keptKeys()).filter((key) => key.includes(instructor.id))).toHaveLength(1);
    return await env.AVAILABILITY.get(`availability:${instructor.id}`);
  };
  const entry = await entryAt("15:00");
  expect(await entryAt("20:59", "?start_date=2027-01-15&end_date=2027-01-20")).toBe(entry);
  expect(JSON.parse(entry ?? "").inputs).toEqual({
    timezone: "America/New_York",
    minimumNoticeMinutes: 120,
    bufferMinutes: 15,
    weekly: Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, [{ startMinute: 540, endMinute: 1020 }]]),
    ),
    dates: {},
    blackouts: [{ startOn: "2026-12-24", endOn: "2026-12-24" }],
    taught: [{ start: Date.UTC(2026, 11, 2, 16), end: Date.UTC(2026, 11, 2, 17) }],
    taken: [],
  });
});

test("the notice and the time of day are applied to a warm entry as to a cold one", async () => {
  const instructor = await createInstructor();
  const { api, database } = watchedApi();
  const startOf = async (now: string) => {
    api.clock.now = Date.parse(now);
    const { json } = await api.get(pathOf(instructor, "?end_date=2026-12-01"));
    return json.availability_by_date["2026-12-01"].available_slots[0]?.start_time ?? null;
  };
  expect(await startOf("2026-12-01T11:00:00Z")).toBe("09:00");
  expect(await startOf("2026-12-01T15:01:00Z")).toBe("12:15");
  expect(await startOf("2026-12-01T19:45:00Z")).toBe("16:45");
  expect(await startOf("2026-12-01T20:00:00Z")).toBeNull();
  expect(database.batches).toHaveLength(2);
});

test("an entry that ages keeps to the range it covers, and is read anew after that", async () => {
  const instructor = await createInstructor();
  const { api, database } = watchedApi({ PUBLIC_AVAILABILITY_CACHE_TTL: "86400" });
  const coldReads = () => database.batches.filter(({ length }) => length === 3).length;
  const start = api.clock.now;
  for (const days of [0, 1, 2, 3]) {
    api.clock.now = start + days * 86_400_000;
    const end = new Date(api.clock.now + 89 * 86_400_000).toISOString().slice(0, 10);
    const { json } = await api.get(pathOf(instructor, `?end_date=${end}`));
    expect(json.total_available_slots).toBe(90);
    expect(coldReads()).toBe(1);
  }
  api.clock.now = start + 4 * 86_400_000;
  await api.get(pathOf(instructor));
  expect(coldReads()).toBe(2);
});

test("entries live as long as the setting says", async () => {
  for (const ttl of [undefined, "60", "86400"]) {
    const instructor = await createInstructor();
    const { api, cache } = watchedApi(ttl ? { PUBLIC_AVAILABILITY_CACHE_TTL: ttl } : {});
    await api.get(pathOf(instructor));
    expect(cache.calls.find(({ operation }) => operation === "put")).toMatchObject({
      key: `availability:${instructor.id}`,
      expirationTtl: Number(ttl ?? 300),
    });
  }
});

test("a range beyond what an entry covers is read from the database, is right, and is not kept", async () => {
  const instructor = await createInstructor({ dates: { "2027-06-02": [] } });
  const student = await createStudent();
  await createBooking({ instructor, student, startAt: "2027-06-01T15:00:00Z" });
  const { api, cache, database } = watchedApi();
  const far = "?start_date=2027-06-01&end_date=2027-06-03";
  const { json } = await api.get(pathOf(instructor, far));
  const days = Object.values<{ status: string; available_slots: { start_time: string }[] }>(
    json.availability_by_date,
  );
  expect(days.map(({ status, available_slots }) => [status, available_slots.length])).toEqual([
    ["open", 2],
    ["closed", 0],
    ["open", 1],
  ]);
  expect(database.batches.map(({ length }) => length)).toEqual([3]);
  expect(cache.calls).toEqual([]);
});

test("what somebody books is gone at the next read, for the instructor and for a student who teaches", async () => {
  const instructor = await createInstructor();
  const learner = await createInstructor();
  await query("INSERT INTO user_roles VALUES (?, 'student', 0)", learner.id);
  const api = createTestApi({ now: NOW });
  const day = "?start_date=2026-12-02&end_date=2026-12-02";
  const slotsOf = async (person: { id: string }) => {
    const { json } = await api.get(pathOf(person, day));
    return [json.total_available_slots, json.version];
  };
  expect([await slotsOf(instructor), await slotsOf(learner)]).toEqual([
    [1, 1],
    [1, 1],
  ]);
  const body = bookingBody(instructor, { date: "2026-12-02", start_time: "10:00" });
  expect((await api.post("/api/bookings", body, { as: learner })).status).toBe(201);
  expect([await slotsOf(instructor), await slotsOf(learner)]).toEqual([
    [2, 2],
    [2, 2],
  ]);
});

test("a booking that is refused drops nothing and raises no version", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  const { api, cache } = watchedApi();
  await api.get(pathOf(instructor));
  cache.calls.length = 0;
  const body = bookingBody(instructor, { date: "2026-12-02", start_time: "08:00" });
  expect((await api.post("/api/bookings", body, { as: student })).status).toBe(422);
  expect(cache.calls).toEqual([]);
  expect((await api.get(pathOf(instructor))).json.version).toBe(1);
});
