import { expect, test } from "vitest";
import permissionsJson from "../../../db/seed/data/permissions.json" with { type: "json" };
import { createTestApi, type TestResponse } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createAdmin,
  createInstructor,
  createPerson,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";

const NOW = "2026-12-01T15:00:00Z";
const api = createTestApi({ now: NOW });

function put(path: string, body: unknown, as: TestPerson): Promise<TestResponse> {
  return api.send(`/api/admin/users/${path}`, { method: "PUT", body, as });
}

const setRoles = (as: TestPerson, { id }: TestPerson, roles: string[]) =>
  put(`${id}/roles`, { roles }, as);

const setOverride = (as: TestPerson, { id }: TestPerson, name: string, granted: boolean) =>
  put(`${id}/permissions/${name}`, { granted }, as);

const takeBack = (as: TestPerson, { id }: TestPerson, name: string) =>
  api.send(`/api/admin/users/${id}/permissions/${name}`, { method: "DELETE", as });

async function me(person: TestPerson): Promise<{ roles: string[]; permissions: string[] }> {
  return (await api.get("/api/auth/me", { as: person })).json;
}

const entriesAbout = ({ id }: TestPerson) =>
  query(
    "SELECT actor_id AS actor, action, details, created_at AS at FROM audit_log WHERE subject_id = ? ORDER BY rowid",
    id,
  );

test("a grant and a revoke are seen by the guard, by /me and in the account at the next request", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  const mayRead = async () => (await api.get("/api/admin/users", { as: person })).status;
  const sees = async () => (await me(person)).permissions.includes("view_all_users");
  expect([await mayRead(), await sees()]).toEqual([403, false]);

  const granted = await setOverride(admin, person, "view_all_users", true);
  expect([granted.status, granted.json.permissions.includes("view_all_users")]).toEqual([
    200,
    true,
  ]);
  expect([await mayRead(), await sees()]).toEqual([200, true]);

  const revoked = await setOverride(admin, person, "view_all_users", false);
  expect(revoked.json.permissions).not.toContain("view_all_users");
  expect([await mayRead(), await sees()]).toEqual([403, false]);

  await setOverride(admin, person, "view_all_users", true);
  const back = await takeBack(admin, person, "view_all_users");
  expect([back.status, back.json.overrides]).toEqual([200, []]);
  expect([await mayRead(), await sees()]).toEqual([403, false]);
});

test("a revoke wins over what any of the roles gives, and taking it back gives it again", async () => {
  const admin = await createAdmin();
  const instructor = await createInstructor();
  const person = await createPerson({ roles: ["student", "instructor"] });
  const book = async (start_time: string) => {
    const body = bookingBody(instructor, { date: "2026-12-02", start_time });
    return (await api.post("/api/bookings", body, { as: person })).status;
  };
  await setOverride(admin, person, "create_bookings", false);
  expect(await book("09:00")).toBe(403);
  await takeBack(admin, person, "create_bookings");
  expect(await book("09:00")).toBe(201);
});

test("roles given are those held from the next request on, and no others", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  const roles = permissionsJson.roles as Record<string, string[]>;
  const { status, json } = await setRoles(admin, person, ["instructor", "admin", "admin"]);
  expect([status, json.roles]).toEqual([200, ["admin", "instructor"]]);
  expect((await me(person)).roles.sort()).toEqual(["admin", "instructor"]);
  expect((await me(person)).permissions.sort()).toEqual([...(roles.admin ?? [])].sort());
  await setRoles(admin, person, ["instructor"]);
  expect((await me(person)).permissions.sort()).toEqual([...(roles.instructor ?? [])].sort());
  expect((await setRoles(admin, person, [])).json.permissions).toEqual([]);
  expect(await me(person)).toMatchObject({ roles: [], permissions: [] });
});

test("each change is written down once, with who made it, when, and what was before and after", async () => {
  const admin = await createAdmin({ firstName: "Ada", lastName: "Root" });
  const person = await createStudent();
  await setRoles(admin, person, ["instructor"]);
  await setOverride(admin, person, "export_analytics", true);
  await setOverride(admin, person, "export_analytics", false);
  await takeBack(admin, person, "export_analytics");
  const last = await put(`${person.id}/status`, { status: "suspended" }, admin);
  const at = Date.parse(NOW);
  const entry = (action: string, details: unknown) => ({ actor: admin.id, action, at, details });
  const permission = "export_analytics";
  const expected = [
    entry("roles_changed", { from: ["student"], to: ["instructor"] }),
    entry("permission_changed", { permission, from: null, to: true }),
    entry("permission_changed", { permission, from: true, to: false }),
    entry("permission_changed", { permission, from: false, to: null }),
    entry("status_changed", { from: "active", to: "suspended" }),
  ];
  const written = await entriesAbout(person);
  expect(written.map((row) => ({ ...row, details: JSON.parse(row.details as string) }))).toEqual(
    expected,
  );
  expect(last.json.audit.length).toBe(5);
  expect(last.json.audit[0]).toEqual({
    id: expect.stringMatching(/^[0-9a-z]{26}$/),
    action: "status_changed",
    details: { from: "active", to: "suspended" },
    actor: { id: admin.id, first_name: "Ada", last_name: "Root" },
    created_at: "2026-12-01T15:00:00Z",
  });
});

test("the same change again answers the same and writes nothing", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  for (const again of [
    () => setRoles(admin, person, ["student", "instructor"]),
    () => setOverride(admin, person, "view_financials", true),
    () => setOverride(admin, person, "view_financials", false),
    () => takeBack(admin, person, "view_financials"),
    () => put(`${person.id}/status`, { status: "suspended" }, admin),
    () => put(`${person.id}/status`, { status: "active" }, admin),
  ]) {
    const first = await again();
    const before = await countRows();
    await query("UPDATE sessions SET is_rotation_due = 0 WHERE user_id = ?", person.id);
    const second = await again();
    expect([second.status, second.json]).toEqual([200, first.json]);
    expect(await countRows()).toEqual(before);
    const due = await query(
      "SELECT is_rotation_due AS due FROM sessions WHERE user_id = ?",
      person.id,
    );
    expect(due).toEqual([{ due: 0 }]);
  }
});

test("every session of somebody whose rights have changed gets another token, and nobody else's", async () => {
  const admin = await createAdmin();
  const other = await createStudent();
  for (const change of [
    (person: TestPerson) => setRoles(admin, person, ["instructor"]),
    (person: TestPerson) => setOverride(admin, person, "view_financials", true),
    (person: TestPerson) => put(`${person.id}/status`, { status: "suspended" }, admin),
  ]) {
    const person = await createStudent();
    await change(person);
    const due = ({ id }: TestPerson) =>
      query("SELECT is_rotation_due AS due FROM sessions WHERE user_id = ?", id);
    expect(await due(person)).toEqual([{ due: 1 }]);
    expect(await due(other)).toEqual([{ due: 0 }]);
  }
});

test("who may make exceptions, but not manage roles, can hand neither of the two out or away", async () => {
  const admin = await createAdmin();
  const helper = await createStudent();
  const person = await createStudent();
  await setOverride(admin, helper, "manage_permissions", true);
  await setOverride(admin, person, "manage_roles", true);
  const before = await countRows();
  for (const name of ["manage_roles", "manage_permissions"]) {
    for (const target of [helper, person, admin]) {
      for (const answer of [
        await setOverride(helper, target, name, true),
        await setOverride(helper, target, name, false),
        await takeBack(helper, target, name),
      ]) {
        expect([answer.status, answer.json.code]).toEqual([403, "forbidden"]);
      }
    }
  }
  expect((await setRoles(helper, helper, ["admin"])).status).toBe(403);
  expect(await countRows()).toEqual(before);
  expect((await setOverride(helper, person, "view_financials", true)).status).toBe(200);
  await setOverride(admin, helper, "manage_roles", true);
  expect((await takeBack(helper, person, "manage_roles")).status).toBe(200);
});

test("the role of an instructor lists nobody who has no profile", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  const { json } = await setRoles(admin, person, ["student", "instructor"]);
  expect([json.roles, json.has_instructor_profile]).toEqual([["instructor", "student"], false]);
  expect((await me(person)).permissions).toContain("manage_availability");
  expect((await api.get(`/api/instructors/${person.id}`)).status).toBe(404);
  const path = `/api/public/instructors/${person.id}/availability`;
  expect((await api.get(path)).status).toBe(404);
});

test("the log refuses every change of what was written, also past the API", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  await setOverride(admin, person, "view_financials", true);
  const before = await entriesAbout(person);
  expect(before.length).toBe(1);
  for (const sql of [
    "UPDATE audit_log SET details = '{}' WHERE subject_id = ?",
    "UPDATE audit_log SET created_at = created_at WHERE subject_id = ?",
    "DELETE FROM audit_log WHERE subject_id = ?",
  ]) {
    await expect(query(sql, person.id), sql).rejects.toThrow("audit_log_append_only");
  }
  expect(await entriesAbout(person)).toEqual(before);
});

test("of a long history the latest fifty entries are shown, newest first", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  await query(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 55)
     INSERT INTO audit_log (id, actor_id, action, subject_id, details, created_at)
     SELECT 'entry-' || i, NULL, 'data_exported', ?, '{}', i FROM n`,
    person.id,
  );
  const { json } = await api.get(`/api/admin/users/${person.id}`, { as: admin });
  expect(json.audit.length).toBe(50);
  expect([json.audit[0].id, json.audit.at(-1).id]).toEqual(["entry-55", "entry-6"]);
  expect(json.audit[0]).not.toHaveProperty("actor");
});
