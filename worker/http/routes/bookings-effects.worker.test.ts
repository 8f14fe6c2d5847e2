import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  bookingBody,
  createInstructor,
  createStudent,
  type TestInstructor,
} from "../../../tests/factories.ts";
import { brokenCache, watchCache } from "../../../tests/watched-cache.ts";

const NOW = "2026-12-01T15:00:00Z";
const TEN = { date: "2026-12-02", start_time: "10:00" };
const pathOf = ({ id }: TestInstructor) =>
  `/api/public/instructors/${id}/availability?start_date=2026-12-02&end_date=2026-12-02`;

const brokenQueue = {
  send: async () => {
    throw new Error("Queue is down");
  },
} as unknown as Queue;

test("with cache and queue down a booking is made, answered and kept all the same", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const api = createTestApi({
    now: NOW,
    bindings: { AVAILABILITY: brokenCache(env.AVAILABILITY).kv, EVENTS: brokenQueue },
  });
  const fromSearch = { cookie: `${student.cookie}; search=event-1.${Date.parse(NOW) - 60_000}` };

  const booked = await api.post("/api/bookings", bookingBody(instructor, TEN), { as: fromSearch });

  expect(booked.status).toBe(201);
  const failures = api.logged.map(({ event, facts }) => [event, facts.operation, facts.error]);
  expect(failures).toContainEqual(["cache_failed", "delete", "Error: KV is down"]);
  expect(failures).toContainEqual(["queue_failed", undefined, "Error: Queue is down"]);
  expect(await query("SELECT id FROM bookings WHERE student_id = ?", student.id)).toEqual([
    { id: booked.json.id },
  ]);
  expect((await api.get(pathOf(instructor))).json).toMatchObject({
    version: 2,
    total_available_slots: 2,
  });
});

test("a booking drops the entries of whoever of the two teaches, after the write, and a refusal drops none", async () => {
  const instructor = await createInstructor();
  const learner = await createStudent();
  const teacher = await createInstructor({ roles: ["student", "instructor"] });
  for (const [hour, student, dropped] of [
    [10, learner, [instructor]],
    [11, teacher, [instructor, teacher]],
  ] as const) {
    const seen: unknown[] = [];
    const cache = watchCache(env.AVAILABILITY, async ({ operation, key }) => {
      const rows = await query("SELECT id FROM bookings WHERE student_id = ?", student.id);
      seen.push([operation, key, rows.length]);
    });
    const api = createTestApi({ now: NOW, bindings: { AVAILABILITY: cache.kv } });
    const body = bookingBody(instructor, { ...TEN, start_time: `${hour}:00` });
    expect((await api.post("/api/bookings", body, { as: student })).status).toBe(201);
    const expected = dropped.map(({ id }) => ["delete", `availability:${id}`, 1]);
    expect(seen).toHaveLength(expected.length);
    expect(seen).toEqual(expect.arrayContaining(expected));
    expect((await api.post("/api/bookings", body, { as: student })).json.code).toBe("slot_taken");
    expect((await api.post("/api/bookings/check", body, { as: student })).json.available).toBe(
      false,
    );
    expect(seen).toHaveLength(expected.length);
  }
});

test("a stale cache entry decides nothing: neither who books nor which other times are told", async () => {
  const [instructor, first, second] = [
    await createInstructor(),
    await createStudent(),
    await createStudent(),
  ];
  const api = createTestApi({
    now: NOW,
    bindings: { AVAILABILITY: brokenCache(env.AVAILABILITY, ["delete"]).kv },
  });
  expect((await api.get(pathOf(instructor))).json.total_available_slots).toBe(1);
  const body = bookingBody(instructor, TEN);
  await api.post("/api/bookings", body, { as: first });
  // The entry is still there, from before the booking.
  expect((await api.get(pathOf(instructor))).json.version).toBe(1);
  const refused = await api.post("/api/bookings", body, { as: second });
  expect(refused.json.code).toBe("slot_taken");
  expect(refused.json.alternatives).toEqual([
    "2026-12-02T14:00:00Z",
    "2026-12-02T16:00:00Z",
    "2026-12-02T16:15:00Z",
  ]);
  expect((await api.post("/api/bookings/check", body, { as: second })).json.code).toBe(
    "slot_taken",
  );
});

test("a booking is ascribed to the search before it, and a repeated request says the same of it", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const sent: unknown[] = [];
  const queue = { send: async (message: unknown) => void sent.push(message) } as unknown as Queue;
  const api = createTestApi({ now: NOW, bindings: { EVENTS: queue } });
  const searchedAt = Date.parse(NOW) - 90_000;
  const request = {
    as: { cookie: `${student.cookie}; search=event-1.${searchedAt}` },
    headers: { "idempotency-key": "k" },
  };
  const body = bookingBody(instructor, TEN);
  const first = await api.post("/api/bookings", body, request);
  const again = await api.post("/api/bookings", body, request);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(sent.length).toBeGreaterThan(0);
  // Delivered twice it is one row: the queue's consumer keeps one per search, instructor and kind.
  for (const message of sent) {
    expect(message).toMatchObject({
      kind: "interactions",
      interactions: [
        {
          type: "book",
          searchEventId: "event-1",
          instructorId: instructor.id,
          elapsedMs: 90_000,
          position: null,
        },
      ],
    });
  }
});
