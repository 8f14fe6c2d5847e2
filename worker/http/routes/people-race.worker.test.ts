import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi, type TestResponse } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  createAdmin,
  createPerson,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = "2026-12-01T15:00:00Z";
const api = createTestApi({ now: NOW });

interface Sender {
  send: typeof api.send;
}

const setRoles = (by: TestPerson, { id }: TestPerson, roles: string[], { send }: Sender = api) =>
  send(`/api/admin/users/${id}/roles`, { method: "PUT", body: { roles }, as: by });

const detailsAbout = async ({ id }: TestPerson) =>
  (
    await query<{ details: string }>(
      "SELECT details FROM audit_log WHERE subject_id = ? ORDER BY rowid",
      id,
    )
  ).map(({ details }) => JSON.parse(details));

/** Who may manage roles now. */
const listAdmins = async (): Promise<string[]> =>
  (await query<{ id: string }>("SELECT user_id AS id FROM user_roles WHERE role = 'admin'")).map(
    ({ id }) => id,
  );

/** As many admins as asked for, and no others in the whole database. */
async function createOnlyAdmins(count: number): Promise<TestPerson[]> {
  await query("DELETE FROM user_roles WHERE role = 'admin'");
  await query("DELETE FROM permission_overrides WHERE permission = 'manage_roles'");
  return await Promise.all(Array.from({ length: count }, () => createAdmin()));
}

const isRefused = ({ status, json }: TestResponse) => status === 409 && json.code === "last_admin";

test("the last one who can manage roles loses it in no way, and nothing is written", async () => {
  const [admin] = (await createOnlyAdmins(1)) as [TestPerson];
  const helper = await createStudent();
  const grant = { method: "PUT", body: { granted: true }, as: admin };
  await api.send(`/api/admin/users/${helper.id}/permissions/manage_users`, grant);
  const before = await countRows();
  const base = `/api/admin/users/${admin.id}`;
  for (const [path, body, as] of [
    ["roles", { roles: ["student"] }, admin],
    ["roles", { roles: [] }, admin],
    ["permissions/manage_roles", { granted: false }, admin],
    ["status", { status: "deactivated" }, helper],
  ] as const) {
    const answer = await api.send(`${base}/${path}`, { method: "PUT", body, as });
    expect([path, isRefused(answer)]).toEqual([path, true]);
  }
  expect(await countRows()).toEqual(before);
  const { json } = await api.get("/api/auth/me", { as: admin });
  expect(json).toMatchObject({ roles: ["admin"], account_status: "active" });
  expect(json.permissions).toContain("manage_roles");
  const due = await query(
    "SELECT is_rotation_due AS due FROM sessions WHERE user_id = ?",
    admin.id,
  );
  expect(due).toEqual([{ due: 0 }]);
});

test("somebody who manages roles by an exception is enough for the last role to go, and is the last then", async () => {
  const [admin] = (await createOnlyAdmins(1)) as [TestPerson];
  const other = await createStudent();
  const override = (name: string, method: string, as: TestPerson) =>
    api.send(`/api/admin/users/${other.id}/permissions/${name}`, {
      method,
      ...(method === "PUT" && { body: { granted: true } }),
      as,
    });
  await override("manage_permissions", "PUT", admin);
  await override("manage_roles", "PUT", admin);
  expect((await setRoles(admin, admin, ["student"])).status).toBe(200);
  expect(await listAdmins()).toEqual([]);
  expect(isRefused(await override("manage_roles", "DELETE", other))).toBe(true);
  expect((await setRoles(other, admin, ["admin"])).status).toBe(200);
  expect((await override("manage_roles", "DELETE", other)).status).toBe(200);
});

test("of two admins who take the role from each other at once one stays", async () => {
  for (let round = 0; round < 6; round++) {
    const [one, two] = (await createOnlyAdmins(2)) as [TestPerson, TestPerson];
    const answers = await Promise.all([setRoles(one, two, []), setRoles(two, one, [])]);
    expect((await listAdmins()).length).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual(
      expect.arrayContaining([200, expect.toSatisfy((status) => status === 409 || status === 403)]),
    );
  }
});

test("of ten admins who all take the role from the next and from themselves at least one stays", async () => {
  const admins = await createOnlyAdmins(10);
  const answers = await Promise.all(
    admins.flatMap((admin, index) => [
      setRoles(admin, admins[(index + 1) % admins.length] as TestPerson, []),
      setRoles(admin, admin, []),
    ]),
  );
  expect((await listAdmins()).length).toBeGreaterThan(0);
  for (const { status } of answers) expect([200, 403, 409, 412]).toContain(status);
});

test("the same change by many at once is made and written down once, and all are told of it", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => setRoles(admin, person, ["instructor"])),
  );
  for (const { status, json } of answers)
    expect([status, json.roles]).toEqual([200, ["instructor"]]);
  expect(await detailsAbout(person)).toEqual([{ from: ["student"], to: ["instructor"] }]);
});

test("different changes at once are written down in the order in which they were made", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  const wanted = [["instructor"], ["student", "instructor"], []];
  const answers = await Promise.all(wanted.map((roles) => setRoles(admin, person, roles)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const details = await detailsAbout(person);
  expect(details.length).toBe(3);
  for (const [index, { from }] of details.entries()) {
    expect(from).toEqual(index === 0 ? ["student"] : details[index - 1].to);
  }
  const held = await query<{ role: string }>(
    "SELECT role FROM user_roles WHERE user_id = ? ORDER BY role",
    person.id,
  );
  expect(held.map(({ role }) => role)).toEqual(details.at(-1).to);
});

test("a change that somebody else has overtaken is made on what is there by then", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  let overtaken = false;
  const watched = watchDatabase(env.DB, {
    beforeBatch: async ([sql = ""]) => {
      if (overtaken || !sql.startsWith("DELETE FROM user_roles")) return;
      overtaken = true;
      await setRoles(admin, person, ["instructor"]);
    },
  });
  const slow = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  expect((await setRoles(admin, person, ["admin"], slow)).status).toBe(200);
  expect(await detailsAbout(person)).toEqual([
    { from: ["student"], to: ["instructor"] },
    { from: ["instructor"], to: ["admin"] },
  ]);
});

test("a change that is overtaken every time gives up and says so", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  let serial = 0;
  const watched = watchDatabase(env.DB, {
    beforeBatch: async ([sql = ""]) => {
      if (!sql.startsWith("DELETE FROM user_roles")) return;
      serial += 1;
      await query(
        "INSERT INTO audit_log VALUES (?, NULL, 'data_exported', ?, '{}', 0)",
        `overtaking-${serial}`,
        person.id,
      );
    },
  });
  const slow = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const { status, json } = await setRoles(admin, person, ["admin"], slow);
  expect([status, json.code, serial]).toEqual([412, "precondition_failed", 5]);
  expect((await api.get("/api/auth/me", { as: person })).json.roles).toEqual(["student"]);
});

test("somebody erased between the look and the change is not found, and nothing is written", async () => {
  const admin = await createAdmin();
  const person = await createPerson({ roles: ["student"] });
  const watched = watchDatabase(env.DB, {
    beforeBatch: async ([sql = ""]) => {
      if (!sql.startsWith("DELETE FROM user_roles")) return;
      await query("UPDATE users SET erased_at = 1 WHERE id = ?", person.id);
    },
  });
  const slow = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const before = await countRows();
  expect((await setRoles(admin, person, ["student", "admin"], slow)).status).toBe(404);
  expect(await countRows()).toEqual(before);
});

test("after a reply that was lost the same request answers well and writes nothing more", async () => {
  const admin = await createAdmin();
  const person = await createStudent();
  const watched = watchDatabase(env.DB, {
    afterBatch: ([sql = ""]) => {
      if (sql.startsWith("DELETE FROM user_roles")) throw new Error("The connection was lost.");
    },
  });
  const failing = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  expect((await setRoles(admin, person, ["instructor"], failing)).status).toBe(500);
  const before = await countRows();
  const { status, json } = await setRoles(admin, person, ["instructor"]);
  expect([status, json.roles, json.audit.length]).toEqual([200, ["instructor"], 1]);
  expect(await countRows()).toEqual(before);
});
