import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import {
  createMember,
  createToken,
  mailKinds,
  PASSWORD,
  sessionCookieOf,
  signIn,
} from "../../../tests/accounts.ts";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createPerson, type TestPerson } from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.parse("2026-12-01T15:00:00Z");
const NEXT = "eight purple chairs";
const api = createTestApi({ now: NOW });

const change = (as: { cookie: string }, current: string, next: string, via = api) =>
  via.post("/api/auth/password", { current_password: current, new_password: next }, { as });
const statusOf = async (cookie: string | null) =>
  (await api.get("/api/auth/me", { as: { cookie: cookie ?? "" } })).status;
const login = async (email: string, password: string) =>
  (await api.post("/api/auth/login", { email, password })).status;
const sessionsOf = ({ id }: TestPerson) =>
  query("SELECT * FROM sessions WHERE user_id = ? ORDER BY id", id);

/** Everything that a refused change must leave as it was. */
async function snapshot({ id }: TestPerson) {
  const rows = await query("SELECT * FROM users WHERE id = ?", id);
  return [await countRows(), rows, await query("SELECT * FROM sessions WHERE user_id = ?", id)];
}

test("a new password signs in and the old one does not, and the person is told by mail", async () => {
  const person = await createMember();
  const answer = await change(person, PASSWORD, NEXT);
  expect([answer.status, answer.text]).toEqual([204, ""]);
  expect(await login(person.email, PASSWORD)).toBe(401);
  expect(await login(person.email, NEXT)).toBe(200);
  expect(await mailKinds(person.id)).toEqual(["password_changed"]);
});

test("with a new password all other sessions end, and this one goes on with another token, at once", async () => {
  const person = await createMember();
  const elsewhere = await signIn(person.email, NOW);
  const [before] = await query(
    "SELECT * FROM sessions WHERE id <> ? AND user_id = ?",
    "",
    person.id,
  );
  const answer = await change(person, PASSWORD, NEXT);
  const cookie = sessionCookieOf(answer);
  expect(cookie).not.toBe(person.cookie);
  expect(await statusOf(cookie)).toBe(200);
  expect(await statusOf(person.cookie)).toBe(401);
  expect(await statusOf(elsewhere.cookie)).toBe(401);
  const after = await sessionsOf(person);
  expect(after).toHaveLength(1);
  // How long it has been and may yet be is the same; that the password was given is new.
  expect(after).toMatchObject([
    { id: before?.id, created_at: before?.created_at, expires_at: before?.expires_at },
  ]);
  expect(after).toMatchObject([{ authenticated_at: NOW, previous_token_hash: null }]);
});

test("a wrong password changes nothing and ends nothing", async () => {
  const person = await createMember();
  const before = await snapshot(person);
  for (const wrong of ["not the password", "", PASSWORD.toUpperCase(), `${PASSWORD} `]) {
    const answer = await change(person, wrong, NEXT);
    expect([answer.status, answer.json.code]).toEqual([422, "validation_failed"]);
    expect(answer.json.errors).toEqual([
      { path: "current_password", message: "is not your password" },
    ]);
    expect(sessionCookieOf(answer)).toBeNull();
  }
  expect(await snapshot(person)).toEqual(before);
});

test("a new password follows the rule for passwords, and one that does not changes nothing", async () => {
  const person = await createMember();
  const before = await snapshot(person);
  for (const next of ["", "ninechars", "password123", "x".repeat(201), "x".repeat(1025)]) {
    const { status, json } = await change(person, PASSWORD, next);
    expect([status, json.errors[0].path]).toEqual([422, "new_password"]);
  }
  const huge = await change(person, PASSWORD, "x".repeat(1_000_000));
  expect([huge.status, huge.json.code]).toEqual([413, "payload_too_large"]);
  expect(await snapshot(person)).toEqual(before);
});

test("of two changes at once one is made, and its password is the one that signs in", async () => {
  const person = await createMember();
  const passwords = ["nine yellow doors", "four orange lamps"];
  const answers = await Promise.all(passwords.map((next) => change(person, PASSWORD, next)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
  const won = answers.findIndex(({ status }) => status === 204);
  expect(await login(person.email, passwords[won] ?? "")).toBe(200);
  expect(await login(person.email, passwords[1 - won] ?? "")).toBe(401);
  expect(await mailKinds(person.id)).toEqual(["password_changed"]);
});

test("when the reply is lost the change stands, and the new password signs in", async () => {
  const person = await createMember();
  const watched = watchDatabase(env.DB, {
    afterBatch: (texts) => {
      if (texts.some((text) => text.includes("SET password_hash"))) throw new Error("lost");
    },
  });
  const lossy = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const lost = await change(person, PASSWORD, NEXT, lossy);
  expect([lost.status, sessionCookieOf(lost)]).toEqual([500, null]);
  expect(await statusOf(person.cookie)).toBe(401);
  expect(await login(person.email, NEXT)).toBe(200);
});

test("links to reset the password stop working when it is changed", async () => {
  const person = await createMember();
  const token = await createToken(person.id, { expiresAt: NOW + 1 });
  const isValid = async () =>
    (await api.post("/api/auth/password-reset/verify", { token })).json.valid;
  expect(await isValid()).toBe(true);
  await change(person, PASSWORD, NEXT);
  expect(await isValid()).toBe(false);
});

test("only who is signed in and may change their password does, and only their own", async () => {
  const person = await createMember();
  const other = await createMember();
  await query(
    "INSERT INTO permission_overrides VALUES (?, 'change_own_password', 0, 1)",
    person.id,
  );
  const before = await snapshot(person);
  expect((await change({ cookie: "" }, PASSWORD, NEXT)).status).toBe(401);
  expect((await change(person, PASSWORD, NEXT)).status).toBe(403);
  const body = { current_password: PASSWORD, new_password: NEXT, user_id: person.id };
  const foreign = await api.post("/api/auth/password", body, { as: other });
  expect(foreign.json.errors).toEqual([{ path: "user_id", message: "is not a known field" }]);
  const headers = { origin: "https://evil.example" };
  const crossSite = await api.post(
    "/api/auth/password",
    { current_password: PASSWORD, new_password: NEXT },
    { as: other, headers },
  );
  expect([crossSite.status, crossSite.json.code]).toEqual([403, "csrf"]);
  expect(await login(other.email, PASSWORD)).toBe(200);
  expect((await snapshot(person)).slice(1)).toEqual(before.slice(1));
});

test("giving the password again makes the session fresh, and this one only", async () => {
  const person = await createMember();
  const elsewhere = await signIn(person.email, NOW - 3_600_000);
  const confirm = (password: string) =>
    api.post("/api/auth/confirm-password", { password }, { as: person });
  const wrong = await confirm("not the password");
  expect([wrong.status, wrong.json.errors]).toEqual([
    422,
    [{ path: "password", message: "is not your password" }],
  ]);
  const freshest = () =>
    query("SELECT authenticated_at AS at FROM sessions WHERE user_id = ? ORDER BY 1", person.id);
  expect(await freshest()).toEqual([{ at: 0 }, { at: NOW - 3_600_000 }]);
  expect((await confirm(PASSWORD)).status).toBe(204);
  expect(await freshest()).toEqual([{ at: NOW - 3_600_000 }, { at: NOW }]);
  expect(await statusOf(person.cookie)).toBe(200);
  expect(await statusOf(elsewhere.cookie)).toBe(200);
  const guest = await api.post("/api/auth/confirm-password", { password: PASSWORD });
  expect(guest.status).toBe(401);
});

test("nobody without a password of their own gets past the check", async () => {
  const person = await createPerson({ roles: ["student"] });
  for (const password of ["", "none"]) {
    const answer = await api.post("/api/auth/confirm-password", { password }, { as: person });
    expect(answer.status).toBe(422);
  }
});

test("changing a password walks through no table", async () => {
  const person = await createMember();
  const watched = watchDatabase(env.DB);
  const via = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  expect((await change(person, PASSWORD, NEXT, via)).status).toBe(204);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});
