import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  bookingBody,
  createInstructor,
  createStudent,
  type TestInstructor,
} from "../../../tests/factories.ts";

const NOW = "2026-12-01T15:00:00Z";

interface Item {
  instructor: { id: string; display_name: string };
  offering: { hourly_rate_cents: number };
  next_slot: { start_at: string } | null;
}

/** Two isolates, each with listings of its own, that have both searched already. */
async function createIsolates(q: string) {
  const apis = [createTestApi({ now: NOW }), createTestApi({ now: NOW })];
  /** What the very next search of each shows of somebody. */
  const show = async ({ id }: TestInstructor, words = q) => {
    const answers = await Promise.all(
      apis.map((api) => api.get(`/api/search/instructors?per_page=100&q=${words}`)),
    );
    const [one, other] = answers.map(({ json }) =>
      json.items.find(({ instructor }: Item) => instructor.id === id),
    ) as (Item | undefined)[];
    expect(other).toEqual(one);
    return one ?? null;
  };
  for (const api of apis) await api.get(`/api/search/instructors?q=${q}`);
  return { api: apis[0] as ReturnType<typeof createTestApi>, show };
}

test("somebody new is found by the next search of every isolate", async () => {
  const { show } = await createIsolates("harp");
  const teacher = await createInstructor({ service: "harp" });
  expect(await show(teacher)).not.toBeNull();
});

test("a booked time is gone from the next search of every isolate", async () => {
  const teacher = await createInstructor({ weekly: { 3: ["09:00-11:00"] } });
  const { api, show } = await createIsolates("piano+tomorrow");
  const startAt = async () => (await show(teacher))?.next_slot?.start_at ?? null;
  const book = async (start_time: string) => {
    const when = { date: "2026-12-02", start_time };
    const as = await createStudent();
    expect((await api.post("/api/bookings", bookingBody(teacher, when), { as })).status).toBe(201);
  };
  expect(await startAt()).toBe("2026-12-02T14:00:00Z");
  await book("09:00");
  expect(await startAt()).toBe("2026-12-02T15:00:00Z");
  await book("10:00");
  expect(await startAt()).toBeNull();
  expect((await show(teacher, "piano"))?.next_slot?.start_at).toBe("2026-12-09T14:00:00Z");
});

test("a lesson that an instructor takes elsewhere takes their own time as well", async () => {
  const [pupil, teacher] = [
    await createInstructor({ weekly: { 3: ["09:00-10:00"] } }),
    await createInstructor({ service: "guitar" }),
  ];
  await query(
    "INSERT INTO user_roles (user_id, role, granted_at) VALUES (?, 'student', 0)",
    pupil.id,
  );
  const { api, show } = await createIsolates("piano+tomorrow");
  expect(await show(pupil)).not.toBeNull();
  const when = { date: "2026-12-02", start_time: "09:00" };
  const booked = await api.post("/api/bookings", bookingBody(teacher, when), { as: pupil });
  expect(booked.status).toBe(201);
  expect(await show(pupil)).toBeNull();
});

test("who is suspended or deactivated is not found, and is again once active", async () => {
  const teacher = await createInstructor();
  const { show } = await createIsolates("piano");
  for (const status of ["suspended", "deactivated"]) {
    await query("UPDATE users SET status = ? WHERE id = ?", status, teacher.id);
    expect(await show(teacher), status).toBeNull();
    await query("UPDATE users SET status = 'active' WHERE id = ?", teacher.id);
    expect(await show(teacher)).not.toBeNull();
  }
});

test("an offering that is hidden, priced anew or deleted shows so in the next search", async () => {
  const teacher = await createInstructor();
  const { show } = await createIsolates("piano+under+%2470");
  const change = async (assignments: string) =>
    await query(`UPDATE offerings SET ${assignments} WHERE id = ?`, teacher.offeringId);
  expect((await show(teacher))?.offering.hourly_rate_cents).toBe(6000);
  await change("is_active = 0");
  expect(await show(teacher)).toBeNull();
  await change("is_active = 1, hourly_rate_cents = 6950");
  expect((await show(teacher))?.offering.hourly_rate_cents).toBe(6950);
  await change("hourly_rate_cents = 7001");
  expect(await show(teacher)).toBeNull();
  await change("hourly_rate_cents = 7000, service_slug = 'guitar'");
  expect(await show(teacher)).toBeNull();
  expect(await show(teacher, "guitar")).not.toBeNull();
  await query("DELETE FROM offerings WHERE id = ?", teacher.offeringId);
  expect(await show(teacher, "guitar")).toBeNull();
});

test("an area that is added or removed counts from the next search on", async () => {
  const teacher = await createInstructor({ areas: ["park-slope"] });
  const { show } = await createIsolates("piano+in+brooklyn");
  expect(await show(teacher)).not.toBeNull();
  await query("DELETE FROM instructor_areas WHERE instructor_id = ?", teacher.id);
  expect(await show(teacher)).toBeNull();
  await query(
    "INSERT INTO instructor_areas (instructor_id, area_slug) VALUES (?, 'brooklyn')",
    teacher.id,
  );
  expect(await show(teacher)).not.toBeNull();
});

test("a new name and new terms show in the next search", async () => {
  const teacher = await createInstructor({ weekly: { 2: ["09:00-17:00"] } });
  const { show } = await createIsolates("piano+today");
  await query("UPDATE users SET first_name = 'Nora', last_name = 'Quinn' WHERE id = ?", teacher.id);
  expect((await show(teacher))?.instructor.display_name).toBe("Nora Q.");
  expect((await show(teacher))?.next_slot?.start_at).toBe("2026-12-01T17:00:00Z");
  await query("UPDATE instructors SET minimum_notice_hours = 4 WHERE id = ?", teacher.id);
  expect((await show(teacher))?.next_slot?.start_at).toBe("2026-12-01T19:00:00Z");
  await query("UPDATE instructors SET minimum_notice_hours = 24 WHERE id = ?", teacher.id);
  expect(await show(teacher)).toBeNull();
});

test("time that passes counts without anything else changing", async () => {
  const teacher = await createInstructor({ service: "cello", weekly: { 2: ["09:00-17:00"] } });
  const api = createTestApi({ now: NOW });
  const startOf = async () => {
    const { json } = await api.get("/api/search/instructors?q=cello");
    expect(json.items[0].instructor.id).toBe(teacher.id);
    return json.items[0].next_slot.start_at;
  };
  expect(await startOf()).toBe("2026-12-01T17:00:00Z");
  api.clock.now += 2 * 3_600_000;
  expect(await startOf()).toBe("2026-12-01T19:00:00Z");
  api.clock.now += 100 * 86_400_000;
  expect(await startOf()).toBe("2027-03-16T13:00:00Z");
});
