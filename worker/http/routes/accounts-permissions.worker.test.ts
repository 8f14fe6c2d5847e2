import { expect, test } from "vitest";
import permissionsJson from "../../../db/seed/data/permissions.json" with { type: "json" };
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  bookingBody,
  createInstructor,
  createPerson,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import type { Role } from "../../domain/permission.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
const held = permissionsJson.roles as Record<Role, string[]>;

async function permissionsOf(person: TestPerson): Promise<string[]> {
  const { json } = await api.get("/api/auth/me", { as: person });
  return [...json.permissions].sort();
}

async function override({ id }: TestPerson, permission: string, granted: boolean) {
  await query(
    `INSERT INTO permission_overrides (user_id, permission, granted, created_at) VALUES (?, ?, ?, 0)
     ON CONFLICT DO UPDATE SET granted = excluded.granted`,
    id,
    permission,
    granted ? 1 : 0,
  );
}

test("each role has its permissions, and several roles have all of theirs once", async () => {
  for (const roles of [["student"], ["instructor"], ["admin"], ["student", "instructor"], []]) {
    const person = await createPerson({ roles: roles as Role[] });
    const union = new Set((roles as Role[]).flatMap((role) => held[role]));
    expect(await permissionsOf(person)).toEqual([...union].sort());
    const { json } = await api.get("/api/auth/me", { as: person });
    expect([...json.roles].sort()).toEqual([...roles].sort());
  }
});

test("a grant adds and a revoke removes, seen by /me and by the guard in the next request", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  const book = async (start_time: string) => {
    const body = bookingBody(instructor, { date: "2026-12-02", start_time });
    return (await api.post("/api/bookings", body, { as: student })).status;
  };
  expect(await book("09:00")).toBe(201);
  await override(student, "create_bookings", false);
  expect(await permissionsOf(student)).toEqual(
    held.student.filter((name) => name !== "create_bookings").sort(),
  );
  expect(await book("10:00")).toBe(403);
  await override(student, "create_bookings", true);
  expect(await permissionsOf(student)).toEqual([...held.student].sort());
  expect(await book("11:00")).toBe(201);
  await override(student, "view_system_analytics", true);
  expect(await permissionsOf(student)).toEqual([...held.student, "view_system_analytics"].sort());
});

test("a revoked permission is gone whichever route asks for it", async () => {
  const person = await createPerson({ roles: ["student", "instructor"] });
  const rename = async () =>
    (await api.send("/api/auth/me", { method: "PATCH", body: {}, as: person })).status;
  const listed = async (as: string) =>
    (await api.get(`/api/bookings?as=${as}`, { as: person })).status;
  expect([await rename(), await listed("student"), await listed("instructor")]).toEqual([
    200, 200, 200,
  ]);
  for (const name of ["manage_own_profile", "view_own_bookings", "view_incoming_bookings"]) {
    await override(person, name, false);
  }
  expect([await rename(), await listed("student"), await listed("instructor")]).toEqual([
    403, 403, 403,
  ]);
});

test("a role taken away takes its permissions along", async () => {
  const person = await createPerson({ roles: ["student", "admin"] });
  expect(await permissionsOf(person)).toContain("manage_users");
  await query("DELETE FROM user_roles WHERE user_id = ? AND role = 'admin'", person.id);
  expect(await permissionsOf(person)).toEqual([...held.student].sort());
});
