import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  createAdmin,
  createBooking,
  createInstructor,
  createPerson,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = "2026-12-01T15:00:00Z";
const api = createTestApi({ now: NOW });

test("one account shows everything that is known of it, in one round trip", async () => {
  const admin = await createAdmin();
  const person = await createPerson({ roles: ["student"], status: "suspended" });
  await query(
    "INSERT INTO permission_overrides VALUES (?, 'export_analytics', 1, 7), (?, 'view_instructors', 0, 8)",
    person.id,
    person.id,
  );
  const watched = watchDatabase(env.DB);
  const own = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const { status, json } = await own.get(`/api/admin/users/${person.id}`, { as: admin });
  expect(status).toBe(200);
  expect(watched.batches.length).toBe(2);
  expect(await listScans(env.DB, watched.batches[1] ?? [])).toEqual([]);
  expect(json).toMatchObject({
    id: person.id,
    email: person.email,
    roles: ["student"],
    account_status: "suspended",
    timezone: "America/New_York",
    has_instructor_profile: false,
    overrides: expect.arrayContaining([
      { permission: "export_analytics", granted: true, created_at: "1970-01-01T00:00:00.007Z" },
      { permission: "view_instructors", granted: false, created_at: "1970-01-01T00:00:00.008Z" },
    ]),
    bookings: { as_student: { total: 0 }, as_instructor: { total: 0 } },
    audit: [],
  });
  expect(json.permissions).toContain("export_analytics");
  expect(json.permissions).not.toContain("view_instructors");
  expect(json.permissions).not.toContain("create_bookings");
});

test("lessons are counted for each side by what became of them, upcoming until they are over", async () => {
  const admin = await createAdmin();
  const instructor = await createInstructor();
  const student = await createStudent();
  const statuses = ["confirmed", "completed", "cancelled", "no_show"] as const;
  for (const [index, status] of statuses.entries()) {
    const startAt = `2026-11-2${index}T15:00:00Z`;
    await createBooking({ instructor, student, startAt, status });
  }
  await createBooking({ instructor, student, startAt: "2026-12-01T14:00:00Z" });
  await createBooking({ instructor, student, startAt: "2026-12-01T15:00:00Z" });
  const countsOf = async ({ id }: TestPerson, now = NOW) => {
    const own = createTestApi({ now });
    return (await own.get(`/api/admin/users/${id}`, { as: admin })).json.bookings;
  };
  const counts = { total: 6, upcoming: 1, completed: 1, cancelled: 1, no_show: 1 };
  const none = { total: 0, upcoming: 0, completed: 0, cancelled: 0, no_show: 0 };
  expect(await countsOf(student)).toEqual({ as_student: counts, as_instructor: none });
  expect(await countsOf(instructor)).toEqual({ as_student: none, as_instructor: counts });
  const before = await countsOf(student, "2026-12-01T14:59:59.999Z");
  expect(before.as_student.upcoming).toBe(2);
});

test("nobody without the right one of the four permissions gets anywhere, and nothing is written", async () => {
  const { id } = await createStudent();
  const routes = api.routes.filter(({ path }) => path.startsWith("/api/admin/users"));
  expect(routes.length).toBe(6);
  const needed = (method: string, path: string) => {
    if (method === "GET") return "view_all_users";
    if (path.endsWith("/roles")) return "manage_roles";
    return path.endsWith("/status") ? "manage_users" : "manage_permissions";
  };
  const bodyOf = (path: string) => {
    if (path.endsWith("/roles")) return { roles: ["admin"] };
    return path.endsWith("/status") ? { status: "deactivated" } : { granted: true };
  };
  const others = await Promise.all([
    createStudent(),
    createPerson({ roles: ["instructor"] }),
    createPerson({ roles: [] }),
  ]);
  const almost = new Map<string, TestPerson>();
  for (const { method, path } of routes) {
    const name = needed(method, path);
    if (almost.has(name)) continue;
    const admin = await createAdmin();
    await query("INSERT INTO permission_overrides VALUES (?, ?, 0, 0)", admin.id, name);
    almost.set(name, admin);
  }
  const before = await countRows();
  for (const { method, path } of routes) {
    const target = path.replace(":userId", id).replace(":permission", "view_financials");
    const body = method === "PUT" ? { body: bodyOf(path) } : {};
    const guest = await api.send(target, { method, ...body });
    expect([path, guest.status]).toEqual([path, 401]);
    for (const as of [...others, almost.get(needed(method, path)) as TestPerson]) {
      const { status, json } = await api.send(target, { method, ...body, as });
      expect([method, path, status, json.code]).toEqual([method, path, 403, "forbidden"]);
    }
  }
  expect(await countRows()).toEqual(before);
});

test("unknown and erased people, and unknown permissions, are 404 on every route", async () => {
  const admin = await createAdmin();
  const known = await createStudent();
  const erased = await createStudent({ status: "deactivated" });
  await query("UPDATE users SET erased_at = 1 WHERE id = ?", erased.id);
  const before = await countRows();
  const user = (id: string) => `/api/admin/users/${id}`;
  const send = async (path: string, method: string, body?: unknown) => {
    const { status, json } = await api.send(path, {
      method,
      ...(body !== undefined && { body }),
      as: admin,
    });
    expect([method, path, status, json.code]).toEqual([method, path, 404, "not_found"]);
  };
  for (const id of [erased.id, "0123456789abcdefghjkmnpqrs", "nobody", "%00", "x".repeat(3000)]) {
    await send(user(id), "GET");
    await send(`${user(id)}/roles`, "PUT", { roles: ["admin"] });
    await send(`${user(id)}/status`, "PUT", { status: "active" });
    await send(`${user(id)}/permissions/manage_users`, "PUT", { granted: true });
    await send(`${user(id)}/permissions/manage_users`, "DELETE");
  }
  for (const name of ["manage_everything", "MANAGE_USERS", "constructor", "%F0%9F%8E%B9"]) {
    await send(`${user(known.id)}/permissions/${name}`, "PUT", { granted: true });
    await send(`${user(known.id)}/permissions/${name}`, "DELETE");
  }
  expect(await countRows()).toEqual(before);
  const { json } = await api.get(`/api/admin/users?q=${erased.email}`, { as: admin });
  expect(json.total).toBe(0);
});

test("a body that is not understood is refused, field by field, and nothing is written", async () => {
  const admin = await createAdmin();
  const { id } = await createStudent();
  const before = await countRows();
  for (const [part, body, path] of [
    ["roles", { roles: ["owner"] }, "roles.0"],
    ["roles", { roles: ["student", null] }, "roles.1"],
    ["roles", { roles: "admin" }, "roles"],
    ["roles", { roles: ["admin", "admin", "admin", "admin"] }, "roles"],
    ["roles", {}, "roles"],
    ["roles", { roles: [], role: "admin" }, "role"],
    ["status", { status: "erased" }, "status"],
    ["status", { status: null }, "status"],
    ["permissions/manage_users", { granted: "true" }, "granted"],
    ["permissions/manage_users", { granted: null }, "granted"],
    ["permissions/manage_users", {}, "granted"],
  ] as const) {
    const request = { method: "PUT", body, as: admin };
    const { status, json } = await api.send(`/api/admin/users/${id}/${part}`, request);
    expect([part, status, json.code, json.errors[0].path]).toEqual([
      part,
      422,
      "validation_failed",
      path,
    ]);
  }
  expect(await countRows()).toEqual(before);
});
