import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { page } from "../../app/page-guard.ts";
import { parseSettings } from "../../worker/env.ts";
import { createApp } from "../../worker/http/app.ts";
import { toLoadContext } from "../../worker/http/load-context.ts";
import { createMember, PASSWORD, sessionCookieOf, signIn } from "../accounts.ts";
import { createTestApi, testRandom } from "../api.ts";
import { countRows, query } from "../database.ts";
import { createAdmin, createPerson, createStudent } from "../factories.ts";
import { ROWS } from "../matrix/rows.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const api = createTestApi({ now: NOW });

/** A page for whoever may see their lessons, behind the real guard; its status for somebody. */
async function openPage({ cookie }: { cookie: string }): Promise<number> {
  const settings = parseSettings({ METRICS_SAMPLE: "0" });
  const options = { settings, clock: () => NOW, random: testRandom, log: () => {}, version: "" };
  const app = createApp(options);
  const load = page("view_own_bookings", async () => new Response("lessons"));
  app.get("/lessons", async (c) => {
    const context = await toLoadContext(c, options);
    const answer: unknown = await load({ request: c.req.raw, params: {}, context }).catch(
      (thrown) => thrown,
    );
    if (answer instanceof Response) return answer;
    throw answer;
  });
  const execution = createExecutionContext();
  const request = new Request("http://localhost/lessons", { headers: { cookie } });
  const { status } = await app.fetch(request, env, execution);
  await waitOnExecutionContext(execution);
  return status;
}

test("what an admin revokes is gone with the next request from the guard, /me and the pages, and comes back so", async () => {
  const [student, admin] = [await createStudent(), await createAdmin()];
  const path = `/api/admin/users/${student.id}/permissions/view_own_bookings`;
  const look = async () => {
    const me = await api.get("/api/auth/me", { as: student });
    return {
      listed: me.json.permissions.includes("view_own_bookings"),
      guard: (await api.get("/api/bookings", { as: student })).status,
      page: await openPage(student),
    };
  };
  const [all, none] = [
    { listed: true, guard: 200, page: 200 },
    { listed: false, guard: 403, page: 403 },
  ];
  expect(await look()).toEqual(all);
  const revoked = await api.send(path, { method: "PUT", body: { granted: false }, as: admin });
  expect(revoked.status).toBe(200);
  expect(await look()).toEqual(none);
  expect((await api.send(path, { method: "DELETE", as: admin })).status).toBe(200);
  expect(await look()).toEqual(all);
});

test("a cookie that was copied is worth nothing on any route after the sign-out, and changes nothing", async () => {
  const { email } = await createMember({ roles: ["student", "instructor", "admin"] });
  const copied = await signIn(email, NOW);
  expect(await openPage(copied)).toBe(200);
  expect((await api.post("/api/auth/logout", {}, { as: copied })).status).toBe(204);
  const closed = ROWS.filter(({ cells }) => cells.guest === "401");
  expect(closed.length).toBeGreaterThan(60);
  const before = await countRows();
  for (const { method, path, name } of closed) {
    const { status, json } = await api.send(path.replaceAll(/:\w+/g, "none"), {
      method,
      as: copied,
    });
    expect([name, status, json.code]).toEqual([name, 401, "unauthenticated"]);
  }
  expect(await openPage(copied)).toBe(302);
  expect(await countRows()).toEqual(before);
});

test("no other site can make anybody write anything, whichever way its browser says that it is one", async () => {
  const everything = await createPerson({ roles: ["student", "instructor", "admin"] });
  const unsafe = ROWS.filter(({ method, path }) => method !== "GET" && !path.includes("/public/"));
  expect(unsafe.length).toBeGreaterThan(40);
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.test" },
    { "sec-fetch-site": "cross-site" },
    { origin: "https://evil.test", "sec-fetch-site": "same-origin" },
  ];
  const before = await countRows();
  for (const { method, path, name } of unsafe) {
    for (const headers of foreign) {
      const { status, json } = await api.send(path.replaceAll(/:\w+/g, "none"), {
        method,
        body: {},
        headers,
        as: everything,
      });
      expect([name, headers, status, json.code]).toEqual([name, headers, 403, "csrf"]);
    }
  }
  expect(await countRows()).toEqual(before);
});

test("whoever took their data along and erased themselves gets it a second time from nobody", async () => {
  const { id, email } = await createMember();
  const [student, admin] = [await signIn(email, NOW), await createAdmin()];
  await query("UPDATE sessions SET authenticated_at = ? WHERE user_id = ?", NOW, admin.id);
  const taken = await api.get("/api/privacy/export/me", { as: student });
  expect(taken.status).toBe(200);
  expect(taken.text).toContain(email);
  const erase = { mode: "delete", password: PASSWORD };
  expect((await api.post("/api/privacy/delete/me", erase, { as: student })).status).toBe(200);

  const codeOf = async (answer: ReturnType<typeof api.send>) => {
    const { status, json, text } = await answer;
    expect(text).not.toContain(email);
    return `${status} ${json.code}`;
  };
  const before = await countRows();
  const ofUser = (deed: string) => `/api/privacy/${deed}/user/${id}`;
  expect([
    await codeOf(api.get("/api/privacy/export/me", { as: student })),
    await codeOf(api.post("/api/privacy/delete/me", erase, { as: student })),
    await codeOf(api.get(ofUser("export"), { as: admin })),
    await codeOf(api.post(ofUser("delete"), {}, { as: admin })),
    await codeOf(api.post("/api/auth/login", { email, password: PASSWORD })),
  ]).toEqual([
    "401 unauthenticated",
    "401 unauthenticated",
    "404 not_found",
    "404 not_found",
    "401 invalid_credentials",
  ]);
  expect(await openPage(student)).toBe(302);
  expect(await countRows()).toEqual(before);
});

/** What somebody signs in with who is not the owner of these addresses, but looks like it. */
const LOOK_ALIKES = [
  "\u212Aim.sass@example.test", // the sign of Kelvin, whose lower case is k
  "kim.\u017Fass@example.test", // the long s, whose upper case is S
  "k\u0131m.sass@example.test", // the i without a dot
  "kim.sa\u00DF@example.test",
  "k\u0456m.sass@example.test", // from Ukraine
  "\uFF4Bim.sass@example.test", // as wide as a Chinese letter
  "ki\u0307m.sass@example.test", // with another dot
  "kim\u200B.sass@example.test",
  "kim.sass@ex\u0430mple.test",
  "kim.sass@example.test\u0000",
];

test("an address that only looks like another's is nobody's account and reaches nobody's", async () => {
  const owner = await createMember();
  await query("UPDATE users SET email = 'kim.sass@example.test' WHERE id = ?", owner.id);
  const before = await countRows();
  for (const email of LOOK_ALIKES) {
    const who = { email, password: PASSWORD };
    const names = { first_name: "Kim", last_name: "Sass" };
    const answers = [
      await api.post("/api/auth/login", who),
      await api.post("/api/auth/register", { ...who, ...names }),
      await api.post("/api/auth/password-reset/request", { email }),
    ];
    expect([email, ...answers.map(({ status }) => status)]).toEqual([email, 422, 422, 422]);
    expect(answers.map(sessionCookieOf)).toEqual([null, null, null]);
  }
  expect(await countRows()).toEqual(before);
});

test("one address is one account however its letters are cased and whatever space is around it", async () => {
  const owner = await createMember();
  await query("UPDATE users SET email = 'una@example.test' WHERE id = ?", owner.id);
  for (const email of ["una@example.test", "UNA@EXAMPLE.TEST", "  Una@Example.Test "]) {
    const who = { email, password: PASSWORD };
    expect((await api.post("/api/auth/login", who)).json.id).toBe(owner.id);
    const again = { ...who, first_name: "Una", last_name: "Two" };
    expect((await api.post("/api/auth/register", again)).json.code).toBe("email_taken");
  }
  expect(await query("SELECT id FROM users WHERE lower(email) = 'una@example.test'")).toEqual([
    { id: owner.id },
  ]);
});
