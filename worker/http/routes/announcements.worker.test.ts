import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createAdmin, createInstructor, createStudent } from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = "2026-12-01T15:00:00Z";
const DAY_MS = 86_400_000;

const body = (more: object = {}) => ({
  title: "Holiday hours",
  body: "Fewer lessons around the holidays.",
  link_path: "/services",
  starts_at: "2026-12-01T00:00:00Z",
  ends_at: "2026-12-08T00:00:00Z",
  ...more,
});

/** The database of a test file is shared, so every test begins without announcements. */
async function begin() {
  await query("DELETE FROM announcement_dismissals");
  await query("DELETE FROM announcements");
  const api = createTestApi({ now: NOW });
  const admin = await createAdmin();
  const announce = async (more: object = {}) => {
    const { status, json } = await api.post("/api/admin/announcements", body(more), { as: admin });
    expect(status).toBe(201);
    return json.id as string;
  };
  const current = async (request: Parameters<typeof api.get>[1] = {}) =>
    (await api.get("/api/announcements/current", request)).json.announcement;
  const dismiss = (id: string, request: Parameters<typeof api.get>[1] = {}) =>
    api.send(`/api/announcements/${id}/dismiss`, { method: "POST", ...request });
  return { api, admin, announce, current, dismiss };
}

test("everybody sees what is for them, the most important first, and nothing before or after its time", async () => {
  const { api, announce, current } = await begin();
  const [student, teacher] = [await createStudent(), await createInstructor()];
  expect(await current()).toBeNull();
  await announce({ title: "All" });
  await announce({ title: "Guests", audience: "guests", priority: 1 });
  await announce({ title: "Students", audience: "students", priority: 1 });
  await announce({ title: "Teachers", audience: "instructors", priority: 1 });
  expect((await current()).title).toBe("Guests");
  expect((await current({ as: student })).title).toBe("Students");
  expect(await current({ as: teacher })).toMatchObject({
    title: "Teachers",
    body: "Fewer lessons around the holidays.",
    link_path: "/services",
  });
  api.clock.now = Date.parse("2026-12-01T00:00:00Z") - 1;
  expect(await current()).toBeNull();
  api.clock.now += 1;
  expect((await current()).title).toBe("Guests");
  api.clock.now = Date.parse("2026-12-08T00:00:00Z") - 1;
  expect((await current()).title).toBe("Guests");
  api.clock.now += 1;
  expect(await current()).toBeNull();
});

test("whoever dismisses one sees the next, for a day, and nobody else is concerned", async () => {
  const { api, announce, current, dismiss } = await begin();
  const [student, other] = [await createStudent(), await createStudent()];
  const first = await announce({ title: "First", priority: 2 });
  await announce({ title: "Second", priority: 1 });
  expect((await dismiss(first, { as: student })).status).toBe(204);
  expect((await dismiss(first, { as: student })).status).toBe(204);
  expect((await current({ as: student })).title).toBe("Second");
  expect((await current({ as: other })).title).toBe("First");
  api.clock.now += DAY_MS - 1;
  expect((await current({ as: student })).title).toBe("Second");
  api.clock.now += 1;
  expect((await current({ as: student })).title).toBe("First");
});

test("a guest is known by the cookie that dismissing gives", async () => {
  const { announce, current, dismiss } = await begin();
  const id = await announce();
  const { headers } = await dismiss(id);
  const cookie = headers.get("set-cookie")?.split(";")[0] ?? "";
  expect(cookie).toMatch(/^guest=/);
  expect(await current({ headers: { cookie } })).toBeNull();
  expect(await current()).toMatchObject({ id });
});

test("an announcement can be changed and listed", async () => {
  const { api, admin, announce, current } = await begin();
  const id = await announce();
  const changed = body({ title: "Changed", link_path: null, priority: 7 });
  const path = `/api/admin/announcements/${id}`;
  const { json } = await api.send(path, { method: "PUT", body: changed, as: admin });
  expect(json).toMatchObject({ id, title: "Changed", link_path: null, priority: 7 });
  expect((await api.get(path, { as: admin })).json).toEqual(json);
  expect((await api.get("/api/admin/announcements", { as: admin })).json.items).toEqual([json]);
  expect(await current()).toMatchObject({ title: "Changed", link_path: null });
});

test("only those who moderate manage them", async () => {
  const { api, announce } = await begin();
  const id = await announce();
  const student = await createStudent();
  const before = await countRows();
  const ways = [
    ["GET", "/api/admin/announcements"],
    ["POST", "/api/admin/announcements"],
    ["GET", `/api/admin/announcements/${id}`],
    ["PUT", `/api/admin/announcements/${id}`],
  ] as const;
  for (const [method, path] of ways) {
    const sent = method === "GET" ? { method } : { method, body: body() };
    expect((await api.send(path, sent)).status).toBe(401);
    expect((await api.send(path, { ...sent, as: student })).status).toBe(403);
  }
  expect(await countRows()).toEqual(before);
});

test("what cannot be announced is refused at its field, and nothing is written", async () => {
  const { api, admin, announce } = await begin();
  const id = await announce();
  const before = await countRows();
  const wrong: [string, object][] = [
    ["title", { title: " " }],
    ["title", { title: "x".repeat(81) }],
    ["body", { body: "x".repeat(301) }],
    ["link_path", { link_path: "https://evil.test" }],
    ["link_path", { link_path: "//evil.test" }],
    ["link_path", { link_path: "/\\evil.test" }],
    ["audience", { audience: "nobody" }],
    ["priority", { priority: 101 }],
    ["starts_at", { starts_at: "tomorrow" }],
    ["ends_at", { ends_at: "2026-12-01T00:00:00Z" }],
    ["created_by", { created_by: "me" }],
  ];
  for (const [field, more] of wrong) {
    for (const [method, path] of [
      ["POST", "/api/admin/announcements"],
      ["PUT", `/api/admin/announcements/${id}`],
    ] as const) {
      const { status, json } = await api.send(path, { method, body: body(more), as: admin });
      expect([status, json.errors?.[0]?.path], JSON.stringify(more)).toEqual([422, field]);
    }
  }
  const unknown = "/api/admin/announcements/none";
  expect((await api.get(unknown, { as: admin })).status).toBe(404);
  const put = await api.send(unknown, { method: "PUT", body: body(), as: admin });
  expect(put.status).toBe(404);
  const dismissed = await api.send("/api/announcements/none/dismiss", {
    method: "POST",
    as: admin,
  });
  expect(dismissed.status).toBe(204);
  expect(await countRows()).toEqual(before);
});

test("finding the one to show is one statement through an index", async () => {
  const { announce } = await begin();
  await announce();
  const student = await createStudent();
  const watched = watchDatabase(env.DB);
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  await api.get("/api/announcements/current", { as: student });
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});
