import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createAdmin,
  createBooking,
  createInstructor,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
const ME = "/api/instructors/me";

async function statusOf({ id }: TestPerson) {
  const [row] = await query<{ status: string }>("SELECT status FROM users WHERE id = ?", id);
  return row?.status;
}

test("a suspended instructor is not listed, keeps access, and comes back by themselves", async () => {
  await createAdmin();
  const instructor = await createInstructor();
  const publicPath = `/api/instructors/${instructor.id}`;
  const times = `/api/public/instructors/${instructor.id}/availability`;
  expect((await api.get(times)).status).toBe(200);
  expect((await api.send(`${ME}/suspend`, { method: "POST", as: instructor })).status).toBe(204);
  expect([(await api.get(publicPath)).status, (await api.get(times)).status]).toEqual([404, 404]);
  const { json } = await api.get(ME, { as: instructor });
  expect([json.account_status, json.offerings.length]).toEqual(["suspended", 1]);
  expect((await api.send(`${ME}/suspend`, { method: "POST", as: instructor })).status).toBe(204);
  expect((await api.send(`${ME}/reactivate`, { method: "POST", as: instructor })).status).toBe(204);
  expect([(await api.get(publicPath)).status, (await api.get(times)).status]).toEqual([200, 200]);
  const audit = await query(
    "SELECT actor_id, details FROM audit_log WHERE subject_id = ? ORDER BY rowid",
    instructor.id,
  );
  expect(audit).toEqual([
    { actor_id: instructor.id, details: '{"from":"active","to":"suspended"}' },
    { actor_id: instructor.id, details: '{"from":"suspended","to":"active"}' },
  ]);
});

test("whoever was suspended by an admin does not come back by themselves", async () => {
  const admin = await createAdmin();
  const instructor = await createInstructor();
  const path = `/api/admin/users/${instructor.id}/status`;
  await api.send(path, { method: "PUT", body: { status: "suspended" }, as: admin });
  const answer = await api.send(`${ME}/reactivate`, { method: "POST", as: instructor });
  expect([answer.status, await statusOf(instructor)]).toEqual([403, "suspended"]);
});

test("a lesson ahead keeps an instructor, until the millisecond at which it is over", async () => {
  await createAdmin();
  const student = await createStudent();
  const instructor = await createInstructor();
  await createBooking({ instructor, student, startAt: "2026-12-01T15:00:00Z" });
  await createBooking({
    instructor,
    student,
    startAt: "2026-12-08T15:00:00Z",
    status: "cancelled",
  });
  const before = await countRows();
  for (const change of ["suspend", "deactivate"]) {
    const during = createTestApi({ now: "2026-12-01T15:59:59.999Z" });
    const refused = await during.send(`${ME}/${change}`, { method: "POST", as: instructor });
    expect([refused.status, refused.json.code]).toEqual([409, "future_bookings"]);
  }
  expect([await countRows(), await statusOf(instructor)]).toEqual([before, "active"]);
  const after = createTestApi({ now: "2026-12-01T16:00:00Z" });
  expect((await after.send(`${ME}/suspend`, { method: "POST", as: instructor })).status).toBe(204);
});

test("whoever takes a lesson can stop teaching, but not leave before it is over", async () => {
  await createAdmin();
  const teacher = await createInstructor();
  const instructor = await createInstructor();
  await createBooking({
    instructor: teacher,
    student: instructor,
    startAt: "2026-12-02T15:00:00Z",
  });
  const refused = await api.send(`${ME}/deactivate`, { method: "POST", as: instructor });
  expect(refused.json.code).toBe("future_bookings");
  expect((await api.send(`${ME}/suspend`, { method: "POST", as: instructor })).status).toBe(204);
});

test("a deactivated instructor is signed out everywhere at once", async () => {
  await createAdmin();
  const instructor = await createInstructor();
  const { status, headers } = await api.send(`${ME}/deactivate`, {
    method: "POST",
    as: instructor,
  });
  expect(status).toBe(204);
  expect(headers.getSetCookie().join()).toMatch(/session=;.*Max-Age=0/);
  expect((await api.get("/api/auth/me", { as: instructor })).status).toBe(401);
  expect(await query("SELECT id FROM sessions WHERE user_id = ?", instructor.id)).toEqual([]);
});

test("the last one who can manage roles cannot deactivate themselves", async () => {
  const admins = await query<{ user_id: string }>(
    "SELECT user_id FROM user_roles WHERE role = 'admin'",
  );
  for (const { user_id } of admins)
    await query("DELETE FROM user_roles WHERE user_id = ?", user_id);
  const only = await createInstructor({ roles: ["instructor", "admin"] });
  const refused = await api.send(`${ME}/deactivate`, { method: "POST", as: only });
  expect([refused.status, refused.json.code]).toEqual([409, "last_admin"]);
  expect([await statusOf(only), (await api.get(ME, { as: only })).status]).toEqual(["active", 200]);
});

test("of a booking and a suspension at the same moment only one is made", async () => {
  await createAdmin();
  for (let round = 0; round < 6; round++) {
    const instructor = await createInstructor();
    const student = await createStudent();
    const body = bookingBody(instructor, { date: "2026-12-02", start_time: "10:00" });
    const requests = [
      () => api.post("/api/bookings", body, { as: student }),
      () => api.send(`${ME}/suspend`, { method: "POST", as: instructor }),
    ];
    const order = round % 2 === 0 ? requests : requests.toReversed();
    await Promise.all(order.map((send) => send()));
    const lessons = await query("SELECT id FROM bookings WHERE instructor_id = ?", instructor.id);
    const isSuspended = (await statusOf(instructor)) === "suspended";
    expect([lessons.length, isSuspended]).toEqual(isSuspended ? [0, true] : [1, false]);
  }
});

test("a lesson that is booked between looking and suspending keeps the instructor", async () => {
  await createAdmin();
  for (const change of ["suspend", "deactivate"]) {
    const instructor = await createInstructor();
    const student = await createStudent();
    const { db } = watchDatabase(env.DB, {
      beforeBatch: async (sql) => {
        if (!sql.some((text) => text.includes("UPDATE users SET status"))) return;
        await createBooking({ instructor, student, startAt: "2026-12-02T15:00:00Z" });
      },
    });
    const own = createTestApi({ now: "2026-12-01T15:00:00Z", bindings: { DB: db } });
    const refused = await own.send(`${ME}/${change}`, { method: "POST", as: instructor });
    expect([refused.json.code, await statusOf(instructor)]).toEqual(["future_bookings", "active"]);
    const entries = await query("SELECT id FROM audit_log WHERE subject_id = ?", instructor.id);
    expect(entries).toEqual([]);
  }
});

test("what an admin does in between is not overwritten", async () => {
  const admin = await createAdmin();
  const instructor = await createInstructor();
  const { db } = watchDatabase(env.DB, {
    beforeBatch: async (sql) => {
      if (!sql.some((text) => text.includes("UPDATE users SET status"))) return;
      const path = `/api/admin/users/${instructor.id}/status`;
      await api.send(path, { method: "PUT", body: { status: "suspended" }, as: admin });
    },
  });
  const own = createTestApi({ now: "2026-12-01T15:00:00Z", bindings: { DB: db } });
  const late = await own.send(`${ME}/suspend`, { method: "POST", as: instructor });
  expect([late.status, late.json.code]).toEqual([412, "precondition_failed"]);
  const back = await api.send(`${ME}/reactivate`, { method: "POST", as: instructor });
  expect([back.status, await statusOf(instructor)]).toEqual([403, "suspended"]);
});
