import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
  type TestInstructor,
} from "../../../tests/factories.ts";
import { brokenCache, watchCache } from "../../../tests/watched-cache.ts";

/** Tuesday, ten in the morning in New York. */
const NOW = "2026-12-01T15:00:00Z";

function pathOf({ id }: { id: string }): string {
  return `/api/public/instructors/${id}/availability?start_date=2026-12-02&end_date=2026-12-02`;
}

async function bookTen(api: ReturnType<typeof createTestApi>, instructor: TestInstructor) {
  const student = await createStudent();
  const body = bookingBody(instructor, { date: "2026-12-02", start_time: "10:00" });
  return await api.post("/api/bookings", body, { as: student });
}

test("a slow reader who fills the cache after a booking does not bring the booked time back", async () => {
  const instructor = await createInstructor();
  let reachedPut = () => {};
  let letPutGo = () => {};
  const atPut = new Promise<void>((resolve) => {
    reachedPut = resolve;
  });
  const gate = new Promise<void>((resolve) => {
    letPutGo = resolve;
  });
  const slowCache = watchCache(env.AVAILABILITY, async ({ operation }) => {
    if (operation !== "put") return;
    reachedPut();
    await gate;
  });
  const slow = createTestApi({ now: NOW, bindings: { AVAILABILITY: slowCache.kv } });
  const api = createTestApi({ now: NOW });

  // The reader has read the database and is about to fill the cache when somebody books.
  const reading = slow.get(pathOf(instructor));
  await atPut;
  expect((await bookTen(api, instructor)).status).toBe(201);
  letPutGo();
  expect((await reading).json.version).toBe(1);

  expect(slowCache.calls.map(({ operation }) => operation)).toEqual(["get", "put", "delete"]);
  expect((await api.get(pathOf(instructor))).json).toMatchObject({
    version: 2,
    total_available_slots: 2,
  });
});

test("a fill that nothing raced with stays", async () => {
  const instructor = await createInstructor();
  const cache = watchCache(env.AVAILABILITY);
  await createTestApi({ now: NOW, bindings: { AVAILABILITY: cache.kv } }).get(pathOf(instructor));
  expect(cache.calls.map(({ operation }) => operation)).toEqual(["get", "put"]);
  expect(await env.AVAILABILITY.get(`availability:${instructor.id}`)).not.toBeNull();
});

test("with KV down every answer still comes, right, from the database", async () => {
  const instructor = await createInstructor();
  const bindings = { AVAILABILITY: brokenCache(env.AVAILABILITY).kv };
  const api = createTestApi({ now: NOW, bindings });
  expect((await api.get(pathOf(instructor))).json.total_available_slots).toBe(1);
  expect((await bookTen(api, instructor)).status).toBe(201);
  expect((await api.get(pathOf(instructor))).json.total_available_slots).toBe(2);
  const base = `/api/public/instructors/${instructor.id}`;
  const next = await api.get(`${base}/next-available`);
  expect([next.status, next.json.found]).toEqual([200, true]);
  const items = [{ start_at: "2026-12-02T15:00:00Z", duration_minutes: 60 }];
  const checked = await api.post(`${base}/check-slots`, { items });
  expect(checked.json.items[0].code).toBe("slot_taken");
  const failed = api.logged.map(({ event, facts }) => `${event} ${facts.operation}`);
  expect(new Set(failed)).toEqual(
    new Set(["cache_failed get", "cache_failed put", "cache_failed delete"]),
  );
});

test("when only filling or only dropping fails, nobody gets an error", async () => {
  for (const operation of ["put", "delete"] as const) {
    const instructor = await createInstructor();
    const bindings = { AVAILABILITY: brokenCache(env.AVAILABILITY, [operation]).kv };
    const api = createTestApi({ now: NOW, bindings });
    expect((await api.get(pathOf(instructor))).status).toBe(200);
    expect((await bookTen(api, instructor)).status).toBe(201);
    // Whatever a reader was told, the database has the last word.
    expect((await bookTen(api, instructor)).json.code).toBe("slot_taken");
  }
});

test("an entry that is no entry of ours is read past and replaced", async () => {
  const instructor = await createInstructor();
  const key = `availability:${instructor.id}`;
  const api = createTestApi({ now: NOW });
  const right = await api.get(pathOf(instructor));
  const good = JSON.parse((await env.AVAILABILITY.get(key)) ?? "");
  const foreign = [
    "not JSON {",
    "",
    "null",
    "[]",
    '"text"',
    "42",
    "{}",
    // As an earlier or a later release would have written it.
    JSON.stringify({ ...good, shape: undefined }),
    JSON.stringify({ ...good, shape: good.shape + 1 }),
    JSON.stringify({ shape: 0, zone: "America/New_York", ranges: [], coveredTo: "2999-12-31" }),
  ];
  for (const value of foreign) {
    await env.AVAILABILITY.put(key, value);
    const { status, text } = await api.get(pathOf(instructor));
    expect([value, status, text]).toEqual([value, 200, right.text]);
    expect(JSON.parse((await env.AVAILABILITY.get(key)) ?? "")).toEqual(good);
  }
});

test("a change made in the database is seen once the version is raised and the entry dropped", async () => {
  const instructor = await createInstructor();
  const api = createTestApi({ now: NOW });
  const read = async () => (await api.get(pathOf(instructor))).json;
  const change = async (sql: string) => {
    await env.DB.batch([
      env.DB.prepare(sql).bind(instructor.id),
      env.DB.prepare(
        "UPDATE instructors SET availability_version = availability_version + 1 WHERE id = ?",
      ).bind(instructor.id),
    ]);
    await env.AVAILABILITY.delete(`availability:${instructor.id}`);
  };
  expect(await read()).toMatchObject({ version: 1, total_available_slots: 1 });
  await change("UPDATE instructors SET minimum_notice_hours = 48 WHERE id = ?");
  const later = await read();
  expect([later.version, later.policy.minimum_notice_minutes]).toEqual([2, 2880]);
  expect(later.availability_by_date["2026-12-02"].status).toBe("too_soon");
  await change("UPDATE instructors SET minimum_notice_hours = 0 WHERE id = ?");
  await change(
    "INSERT INTO blackouts (id, instructor_id, start_on, end_on, created_at) VALUES ('b1', ?, '2026-12-02', '2026-12-02', 0)",
  );
  expect((await read()).availability_by_date["2026-12-02"].status).toBe("blackout");
  await change("DELETE FROM blackouts WHERE instructor_id = ?");
  const student = await createStudent();
  const booking = await createBooking({ instructor, student, startAt: "2026-12-02T14:00:00Z" });
  await change("UPDATE instructors SET buffer_minutes = 60 WHERE id = ?");
  const [slot] = (await read()).availability_by_date["2026-12-02"].available_slots;
  expect(slot.start_time).toBe("11:00");
  await query("UPDATE bookings SET status = 'completed' WHERE id = ?", booking);
  await change("DELETE FROM availability_hours WHERE instructor_id = ? AND weekday = 3");
  expect((await read()).availability_by_date["2026-12-02"].status).toBe("closed");
  await change("UPDATE users SET status = 'suspended' WHERE id = ?");
  expect((await api.get(pathOf(instructor))).status).toBe(404);
});
