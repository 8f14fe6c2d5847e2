import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { createMember, createToken, mailKinds } from "../../../tests/accounts.ts";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createStudent } from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.parse("2026-12-01T15:00:00Z");
const api = createTestApi({ now: NOW });

const confirm = (token: string, via = api) =>
  via.post("/api/auth/email-verification/confirm", { token });
const request = (as: { cookie: string }, via = api) =>
  via.send("/api/auth/email-verification/request", { method: "POST", as });
const isVerified = async (as: { cookie: string }) =>
  (await api.get("/api/auth/me", { as })).json.email_verified;
const createLink = (userId: string, expiresAt: number) =>
  createToken(userId, { kind: "email_verification", expiresAt });

test("signing up mails a link, once, and tells the sender; a taken address mails nothing", async () => {
  const send = vi.fn();
  const via = createTestApi({ now: NOW, bindings: { MAIL: { send } as unknown as Queue } });
  const body = {
    email: "new@example.test",
    password: "seven green tables",
    first_name: "Tom",
    last_name: "Ivers",
  };
  const answer = await via.post("/api/auth/register", body);
  expect(answer.json.email_verified).toBe(false);
  expect(await mailKinds(answer.json.id)).toEqual(["email_verification"]);
  expect(send.mock.calls).toEqual([[{ kind: "mail" }]]);
  const before = await countRows();
  expect((await via.post("/api/auth/register", body)).status).toBe(409);
  expect(await countRows()).toEqual(before);
  expect(send).toHaveBeenCalledTimes(1);
});

test("the link verifies the address, for whoever opens it, and works once", async () => {
  const person = await createStudent();
  const token = await createLink(person.id, NOW + 1);
  expect(await isVerified(person)).toBe(false);
  const answer = await confirm(token);
  expect([answer.status, answer.text]).toEqual([204, ""]);
  expect(await isVerified(person)).toBe(true);
  expect((await confirm(token)).json.code).toBe("invalid_token");
  expect(await isVerified(person)).toBe(true);
});

test("the link works until its time is over, to the millisecond", async () => {
  const person = await createStudent();
  const token = await createLink(person.id, NOW);
  expect((await confirm(token)).status).toBe(422);
  expect(await isVerified(person)).toBe(false);
  expect((await confirm(token, createTestApi({ now: NOW - 1 }))).status).toBe(204);
  expect(await isVerified(person)).toBe(true);
});

test("when the address was verified first stays, also when another link is used later", async () => {
  const person = await createStudent();
  const tokens = [await createLink(person.id, NOW + 9), await createLink(person.id, NOW + 9)];
  await confirm(tokens[0] ?? "");
  expect((await confirm(tokens[1] ?? "", createTestApi({ now: NOW + 5 }))).status).toBe(204);
  const users = await query("SELECT email_verified_at AS at FROM users WHERE id = ?", person.id);
  expect(users).toEqual([{ at: NOW }]);
});

test("used, forged and foreign links are one refusal, and nothing is written", async () => {
  const person = await createStudent();
  const gone = await createStudent({ status: "deactivated" });
  const tokens = [
    await createToken(person.id, { expiresAt: NOW + 1 }),
    await createLink(gone.id, NOW + 1),
    await createToken(person.id, { kind: "email_verification", expiresAt: NOW + 1, usedAt: 1 }),
    "made-up",
    person.cookie,
  ];
  const before = [await countRows(), await query("SELECT * FROM users ORDER BY id")];
  for (const token of tokens) {
    const { status, json } = await confirm(token);
    expect([status, json.code]).toEqual([422, "invalid_token"]);
  }
  for (const token of ["", "x".repeat(257), null, "\ud800"]) {
    const { status, json } = await confirm(token as string);
    expect([status, json.errors[0].path]).toEqual([422, "token"]);
  }
  expect([await countRows(), await query("SELECT * FROM users ORDER BY id")]).toEqual(before);
});

test("of many who use one link at the same time one is told that it worked", async () => {
  const person = await createStudent();
  const token = await createLink(person.id, NOW + 1);
  const answers = await Promise.all([1, 2, 3, 4].map(() => confirm(token)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 422, 422, 422]);
});

test("people ask for another link for themselves, until their address is verified", async () => {
  const person = await createMember();
  const answer = await request(person);
  expect([answer.status, answer.json]).toEqual([202, { status: "accepted" }]);
  expect(await mailKinds(person.id)).toEqual(["email_verification"]);
  await query("UPDATE users SET email_verified_at = 1 WHERE id = ?", person.id);
  const before = await countRows();
  expect((await request(person)).status).toBe(202);
  expect((await request({ cookie: "" })).status).toBe(401);
  expect(await countRows()).toEqual(before);
});

test("asking for a link and using it walks through no table", async () => {
  const person = await createStudent();
  const token = await createLink(person.id, NOW + 1);
  const watched = watchDatabase(env.DB);
  const via = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  await request(person, via);
  expect((await confirm(token, via)).status).toBe(204);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});
