import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { createMember, createToken, mailKinds, PASSWORD, signIn } from "../../../tests/accounts.ts";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.parse("2026-12-01T15:00:00Z");
const NEXT = "eight purple chairs";
const api = createTestApi({ now: NOW });

const request = (email: unknown, via = api) =>
  via.post("/api/auth/password-reset/request", { email });
const verify = (token: string, via = api) => via.post("/api/auth/password-reset/verify", { token });
const confirm = (token: string, next = NEXT, via = api) =>
  via.post("/api/auth/password-reset/confirm", { token, new_password: next });
const login = async (email: string, password: string) =>
  (await api.post("/api/auth/login", { email, password })).status;

test("asking for a reset answers and does the same whether there is such an account", async () => {
  const known = await createMember();
  const gone = await createMember({ roles: ["student"], status: "deactivated" });
  // The client's first time writes more than its next ones.
  await request("first@example.test");
  const seen = [];
  for (const email of [known.email, "nobody@example.test", gone.email]) {
    const watched = watchDatabase(env.DB);
    const via = createTestApi({ now: NOW, bindings: { DB: watched.db } });
    const before = await countRows();
    const answer = await request(email, via);
    const after = await countRows();
    expect([answer.status, answer.json]).toEqual([202, { status: "accepted" }]);
    const kept = ["content-type", "cache-control"].map((name) => answer.headers.get(name));
    seen.push({
      kept,
      statements: watched.batches.map((batch) => batch.map(({ sql }) => sql)),
      cost: watched.statements().map(({ rowsRead, rowsWritten }) => [rowsRead, rowsWritten]),
      written: Object.keys(after).filter((table) => after[table] !== before[table]),
    });
  }
  expect(seen[0]?.written).toEqual(["emails"]);
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  const outbox = await query(
    "SELECT kind, user_id, address FROM emails WHERE address <> 'first@example.test' ORDER BY address",
  );
  const mails = [known.email, "nobody@example.test", gone.email].sort();
  expect(outbox).toEqual(
    mails.map((address) => ({ kind: "password_reset", user_id: null, address })),
  );
});

test("a mail goes to the one spelling of an address, and to none that is no address", async () => {
  await request("  Mixed.Case@Example.TEST ");
  expect(await query("SELECT address FROM emails WHERE address LIKE 'mixed%'")).toEqual([
    { address: "mixed.case@example.test" },
  ]);
  const before = await countRows();
  for (const email of [
    "аnn@example.test", // Cyrillic а
    "ann@example.test\r\nBcc: all@example.test",
    "ann@example.test, eve@example.test",
    "ann@localhost",
    "",
    null,
    ["ann@example.test"],
  ]) {
    const { status, json } = await request(email);
    expect([email, status, json.errors[0].path]).toEqual([email, 422, "email"]);
  }
  expect(await countRows()).toEqual(before);
});

test("a link says whose it is without saying it, works until its hour is over, and asking uses nothing up", async () => {
  const person = await createMember();
  const token = await createToken(person.id, { expiresAt: NOW });
  const at = (now: number) => createTestApi({ now });
  const masked = `${person.email[0]}•••@e•••.test`;
  for (const _ of [1, 2]) {
    const { status, json } = await verify(token, at(NOW - 1));
    expect([status, json]).toEqual([200, { valid: true, email_masked: masked }]);
  }
  expect((await verify(token, at(NOW))).json).toEqual({ valid: false });
  expect((await confirm(token, NEXT, at(NOW))).json.code).toBe("invalid_token");
  expect((await confirm(token, NEXT, at(NOW - 1))).status).toBe(204);
  expect((await verify(token, at(NOW - 1))).json).toEqual({ valid: false });
});

test("a reset sets the password, ends every session, verifies the address and is told by mail", async () => {
  const person = await createMember();
  const elsewhere = await signIn(person.email, NOW);
  const bystander = await createMember();
  const token = await createToken(person.id, { expiresAt: NOW + 1 });
  const older = await createToken(person.id, { expiresAt: NOW + 1 });
  const answer = await confirm(token);
  expect([answer.status, answer.text, answer.headers.getSetCookie()[0] ?? ""]).toEqual([
    204,
    "",
    expect.not.stringContaining("session="),
  ]);
  expect([await login(person.email, PASSWORD), await login(person.email, NEXT)]).toEqual([
    401, 200,
  ]);
  for (const [who, status] of [
    [person, 401],
    [elsewhere, 401],
    [bystander, 200],
  ] as const) {
    expect((await api.get("/api/auth/me", { as: who })).status).toBe(status);
  }
  expect(await mailKinds(person.id)).toEqual(["password_changed"]);
  const users = await query("SELECT email_verified_at AS at FROM users WHERE id = ?", person.id);
  expect(users).toEqual([{ at: NOW }]);
  // A link is used once, and with it every other one.
  for (const spent of [token, older]) {
    expect((await confirm(spent, "nine yellow doors")).json.code).toBe("invalid_token");
  }
  expect(await login(person.email, NEXT)).toBe(200);
});

test("a password that will not do is told at its field, and the link still works", async () => {
  const person = await createMember();
  const token = await createToken(person.id, { expiresAt: NOW + 1 });
  const before = await countRows();
  for (const next of ["short", "password123", "x".repeat(1025)]) {
    const { status, json } = await confirm(token, next);
    expect([status, json.errors[0].path]).toEqual([422, "new_password"]);
  }
  expect((await confirm(token, "x".repeat(1_000_000))).status).toBe(413);
  expect(await countRows()).toEqual(before);
  expect(await login(person.email, PASSWORD)).toBe(200);
  expect((await confirm(token)).status).toBe(204);
});

test("used, expired, forged and foreign links are one refusal, and nothing is written", async () => {
  const person = await createMember();
  const gone = await createMember({ roles: ["student"], status: "deactivated" });
  const good = { expiresAt: NOW + 1 };
  const hash = await query<{ hash: string }>("SELECT token_hash AS hash FROM sessions LIMIT 1");
  const tokens = [
    await createToken(person.id, { ...good, usedAt: NOW - 1 }),
    await createToken(person.id, { expiresAt: NOW }),
    await createToken(person.id, { ...good, kind: "email_verification" }),
    await createToken(gone.id, good),
    "made-up",
    hash[0]?.hash ?? "",
    "' OR 1=1 --",
    person.cookie.replace("session=", ""),
  ];
  const before = [await countRows(), await query("SELECT * FROM users WHERE id = ?", person.id)];
  const answers = [];
  for (const token of tokens) {
    expect((await verify(token)).json).toEqual({ valid: false });
    const { status, json } = await confirm(token);
    answers.push({ status, ...json, request_id: "" });
  }
  expect(answers[0]).toMatchObject({ status: 422, code: "invalid_token" });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const after = [await countRows(), await query("SELECT * FROM users WHERE id = ?", person.id)];
  expect(after).toEqual(before);
});

test("of many who use one link at the same time one sets the password", async () => {
  const person = await createMember();
  const token = await createToken(person.id, { expiresAt: NOW + 1 });
  const passwords = ["nine yellow doors", "four orange lamps", "two silver forks"];
  const answers = await Promise.all(passwords.map((next) => confirm(token, next)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 422, 422]);
  for (const [index, { status }] of answers.entries()) {
    const expected = status === 204 ? 200 : 401;
    expect(await login(person.email, passwords[index] ?? "")).toBe(expected);
  }
  expect(await mailKinds(person.id)).toEqual(["password_changed"]);
});

test("when the reply to a reset is lost it stands, and trying again does no harm", async () => {
  const person = await createMember();
  const token = await createToken(person.id, { expiresAt: NOW + 1 });
  const watched = watchDatabase(env.DB, {
    afterBatch: (texts) => {
      if (texts.some((text) => text.includes("SET password_hash"))) throw new Error("lost");
    },
  });
  const lossy = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  expect((await confirm(token, NEXT, lossy)).status).toBe(500);
  expect((await confirm(token)).json.code).toBe("invalid_token");
  expect(await login(person.email, NEXT)).toBe(200);
});

test("no step of a reset walks through a table", async () => {
  const person = await createMember();
  const token = await createToken(person.id, { expiresAt: NOW + 1 });
  const watched = watchDatabase(env.DB);
  const via = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  await request(person.email, via);
  await verify(token, via);
  expect((await confirm(token, NEXT, via)).status).toBe(204);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});
