import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi, type TestResponse } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createAdmin,
  createBooking,
  createInstructor,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";

const NOW = "2026-12-01T15:00:00Z";
const api = createTestApi({ now: NOW });

function setStatus(as: TestPerson, { id }: TestPerson, status: string): Promise<TestResponse> {
  return api.send(`/api/admin/users/${id}/status`, { method: "PUT", body: { status }, as });
}

const statusOf = async ({ id }: TestPerson) =>
  (await query<{ status: string }>("SELECT status FROM users WHERE id = ?", id))[0]?.status;

test("deactivating somebody ends all their sessions at once and for good", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  await query(
    `INSERT INTO sessions (id, user_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
     SELECT id || '-phone', user_id, token_hash || '-phone', 'phone', created_at, last_seen_at, expires_at
     FROM sessions WHERE user_id = ?`,
    person.id,
  );
  expect((await api.get("/api/auth/me", { as: person })).status).toBe(200);
  const { status, json } = await setStatus(admin, person, "deactivated");
  expect([status, json.account_status]).toEqual([200, "deactivated"]);
  expect((await api.get("/api/auth/me", { as: person })).status).toBe(401);
  expect(await query("SELECT id FROM sessions WHERE user_id = ?", person.id)).toEqual([]);
  await setStatus(admin, person, "active");
  expect((await api.get("/api/auth/me", { as: person })).status).toBe(401);
});

test("somebody suspended stays signed in, keeps what they have and books nothing new", async () => {
  const admin = await createAdmin();
  const instructor = await createInstructor();
  const student = await createStudent();
  await createBooking({ instructor, student, startAt: "2026-12-03T15:00:00Z" });
  expect((await setStatus(admin, student, "suspended")).status).toBe(200);
  const listed = await api.get("/api/bookings", { as: student });
  expect([listed.status, listed.json.total]).toEqual([200, 1]);
  const body = bookingBody(instructor, { date: "2026-12-02", start_time: "10:00" });
  expect((await api.post("/api/bookings", body, { as: student })).status).toBe(403);
  await setStatus(admin, student, "active");
  expect((await api.post("/api/bookings", body, { as: student })).status).toBe(201);
});

test("a suspended instructor is gone from all public answers at once, and back with the suspension lifted", async () => {
  const admin = await createAdmin();
  const instructor = await createInstructor();
  const availability = `/api/public/instructors/${instructor.id}/availability`;
  const answers = async () => [
    (await api.get(availability)).status,
    (await api.get(`/api/instructors/${instructor.id}`)).status,
    (await api.get("/api/search/instructors?q=piano")).json.items.some(
      (hit: { instructor: { id: string } }) => hit.instructor.id === instructor.id,
    ),
  ];
  const version = async () =>
    (
      await query<{ version: number }>(
        "SELECT availability_version AS version FROM instructors WHERE id = ?",
        instructor.id,
      )
    )[0]?.version;
  expect(await answers()).toEqual([200, 200, true]);
  expect(await env.AVAILABILITY.get(`availability:${instructor.id}`)).not.toBeNull();
  await setStatus(admin, instructor, "suspended");
  expect(await env.AVAILABILITY.get(`availability:${instructor.id}`)).toBeNull();
  expect(await version()).toBe(2);
  expect(await answers()).toEqual([404, 404, false]);
  await setStatus(admin, instructor, "active");
  expect(await version()).toBe(3);
  expect(await answers()).toEqual([200, 200, true]);
});

test("nobody with lessons ahead, on either side, is deactivated, until they are over to the millisecond", async () => {
  const admin = await createAdmin();
  const instructor = await createInstructor();
  const student = await createStudent();
  await createBooking({ instructor, student, startAt: "2026-12-01T14:00:00Z" });
  for (const person of [instructor, student]) {
    const early = createTestApi({ now: "2026-12-01T14:59:59.999Z" });
    const before = await countRows();
    const request = { method: "PUT", body: { status: "deactivated" }, as: admin };
    const refused = await early.send(`/api/admin/users/${person.id}/status`, request);
    expect([refused.status, refused.json.code]).toEqual([409, "future_bookings"]);
    expect(await countRows()).toEqual(before);
    expect(await statusOf(person)).toBe("active");
    expect((await early.get("/api/auth/me", { as: person })).status).toBe(200);
    expect((await setStatus(admin, person, "deactivated")).status).toBe(200);
  }
});

test("lessons that were cancelled or are done hold nobody, and one far ahead does", async () => {
  const admin = await createAdmin();
  const instructor = await createInstructor();
  const student = await createStudent();
  for (const status of ["cancelled", "completed", "no_show"] as const) {
    await createBooking({ instructor, student, startAt: "2026-12-05T15:00:00Z", status });
  }
  const id = await createBooking({ instructor, student, startAt: "2027-11-05T15:00:00Z" });
  expect((await setStatus(admin, student, "deactivated")).json.code).toBe("future_bookings");
  expect((await setStatus(admin, instructor, "deactivated")).json.code).toBe("future_bookings");
  await query(
    "UPDATE bookings SET status = 'cancelled', cancelled_by = 'admin', cancelled_at = 1 WHERE id = ?",
    id,
  );
  expect((await setStatus(admin, student, "deactivated")).status).toBe(200);
  expect((await setStatus(admin, instructor, "deactivated")).status).toBe(200);
});

test("of a booking and the instructor's deactivation at the same time only one happens", async () => {
  const admin = await createAdmin();
  const outcomes = new Set<string>();
  for (let round = 0; round < 8; round++) {
    const instructor = await createInstructor();
    const student = await createStudent();
    const body = bookingBody(instructor, { date: "2026-12-02", start_time: "10:00" });
    const [booked, changed] = await Promise.all([
      api.post("/api/bookings", body, { as: student }),
      setStatus(admin, instructor, "deactivated"),
    ]);
    const lessons = await query("SELECT id FROM bookings WHERE instructor_id = ?", instructor.id);
    const isGone = (await statusOf(instructor)) === "deactivated";
    expect([lessons.length, isGone]).not.toEqual([1, true]);
    expect([booked.status === 201, changed.status === 200]).toEqual([lessons.length === 1, isGone]);
    outcomes.add(`${booked.status} ${changed.status}`);
  }
  expect([...outcomes].every((outcome) => /^(201 409|422 200|404 200)$/.test(outcome))).toBe(true);
});

test("nobody changes their own status, not even to what it is", async () => {
  const admin = await createAdmin();
  const before = await countRows();
  for (const status of ["active", "suspended", "deactivated"]) {
    const { status: answered, json } = await setStatus(admin, admin, status);
    expect([answered, json.code]).toEqual([403, "forbidden"]);
  }
  expect(await countRows()).toEqual(before);
});
