import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { createMember, createToken, PASSWORD } from "../../../tests/accounts.ts";
import { createTestApi, type TestResponse } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createStudent } from "../../../tests/factories.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.parse("2026-12-01T15:00:00Z");
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** With the limits as they are for everybody. */
function createStrictApi(settings: Record<string, string> = {}, now = NOW) {
  return createTestApi({ now, settings: { RATE_LIMIT_SCALE: "1", ...settings } });
}

let serial = 0;

/** A client that nobody else in this file is. */
function newClient(): { "cf-connecting-ip": string } {
  serial += 1;
  return { "cf-connecting-ip": `203.0.${serial >> 8}.${serial & 255}` };
}

type Api = ReturnType<typeof createStrictApi>;

const login = (api: Api, email: string, password: string, headers = newClient()) =>
  api.post("/api/auth/login", { email, password }, { headers });
const requestReset = (api: Api, email: string, headers = newClient()) =>
  api.post("/api/auth/password-reset/request", { email }, { headers });

const statusesOf = (answers: TestResponse[]) => answers.map(({ status }) => status);

/** One after the other. */
async function repeat(times: number, send: (index: number) => Promise<TestResponse>) {
  const answers = [];
  for (let index = 0; index < times; index += 1) answers.push(await send(index));
  return statusesOf(answers);
}

test("an account takes five sign-ins a minute, from however many clients, and then not the right password either", async () => {
  const api = createStrictApi();
  const { email } = await createMember();
  const spellings = [email, email.toUpperCase(), ` ${email}`, email, `${email} `];
  const tried = await repeat(5, (index) => login(api, spellings[index] ?? "", "wrong password"));
  expect(tried).toEqual(Array(5).fill(401));
  const sessions = await countRows();
  const refused = await login(api, email, PASSWORD);
  expect([refused.status, refused.json.code]).toEqual([429, "rate_limited"]);
  expect(refused.headers.get("retry-after")).toBe("60");
  expect(refused.headers.get("ratelimit-policy")).toBe('"sign-in";q=5;w=60');
  expect(refused.headers.getSetCookie().join()).not.toContain("session=");
  expect(await countRows()).toEqual(sessions);
  api.clock.now = NOW + MINUTE_MS - 1;
  expect((await login(api, email, PASSWORD)).status).toBe(429);
  api.clock.now = NOW + MINUTE_MS;
  expect((await login(api, email, PASSWORD)).status).toBe(200);
});

test("a client tries five sign-ins a minute, for however many accounts, and others go on", async () => {
  const api = createStrictApi();
  const client = newClient();
  const people = await Promise.all(Array.from({ length: 6 }, () => createMember()));
  const email = (index: number) => people[index]?.email ?? "";
  const statuses = await repeat(6, (index) => login(api, email(index), PASSWORD, client));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await login(api, email(5), PASSWORD)).status).toBe(200);
});

test("a refused sign-in says the same whether there is such an account", async () => {
  const api = createStrictApi();
  const { email } = await createMember();
  const shown = [];
  for (const address of [email, "nobody@example.test"]) {
    for (let index = 0; index < 6; index += 1) await login(api, address, "wrong password");
    const { status, headers, json } = await login(api, address, "wrong password");
    const limits = ["retry-after", "ratelimit", "ratelimit-policy"].map((name) =>
      headers.get(name),
    );
    shown.push({ status, limits, ...json, request_id: "" });
  }
  expect(shown[0]?.status).toBe(429);
  expect(shown[1]).toEqual(shown[0]);
});

test("of ten sign-ins at the same time exactly five are let through", async () => {
  const api = createStrictApi();
  const { email, id } = await createMember();
  const before = await query("SELECT id FROM sessions WHERE user_id = ?", id);
  const answers = await Promise.all(Array.from({ length: 10 }, () => login(api, email, PASSWORD)));
  expect(statusesOf(answers).sort()).toEqual([...Array(5).fill(200), ...Array(5).fill(429)]);
  const after = await query("SELECT id FROM sessions WHERE user_id = ?", id);
  expect(after.length - before.length).toBe(5);
});

test("however long somebody guesses, five a minute is all they get", async () => {
  const api = createStrictApi();
  const { email } = await createMember();
  let guessed = 0;
  for (let second = 0; second < 600; second += 5) {
    api.clock.now = NOW + second * 1000;
    const { status } = await login(api, email, "wrong password");
    expect([401, 429]).toContain(status);
    if (status === 401) guessed += 1;
  }
  expect(guessed).toBe(50);
});

test("when the count cannot be kept nobody is let in", async () => {
  const { email } = await createMember();
  const watched = watchDatabase(env.DB, {
    beforeBatch: (texts) => {
      if (texts.some((text) => text.includes("rate_counters"))) throw new Error("down");
    },
  });
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const before = await countRows();
  for (const [path, body] of [
    ["login", { email, password: PASSWORD }],
    ["register", { email: "x@example.test", password: PASSWORD, first_name: "A", last_name: "B" }],
    ["password-reset/request", { email }],
  ] as const) {
    const answer = await api.post(`/api/auth/${path}`, body);
    expect([path, answer.status, answer.json.code]).toEqual([path, 500, "internal_error"]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  expect(await countRows()).toEqual(before);
});

test("a client signs up ten times an hour, and answers that an address is taken count", async () => {
  const api = createStrictApi();
  const client = newClient();
  const { email } = await createMember();
  const register = (address: string, headers = client) =>
    api.post(
      "/api/auth/register",
      { email: address, password: PASSWORD, first_name: "A", last_name: "B" },
      { headers },
    );
  expect(await repeat(10, () => register(email))).toEqual(Array(10).fill(409));
  const before = await countRows();
  expect((await register("late@example.test")).status).toBe(429);
  expect(await countRows()).toEqual(before);
  api.clock.now = NOW + HOUR_MS - 1;
  expect((await register("late@example.test")).status).toBe(429);
  api.clock.now = NOW + HOUR_MS;
  expect((await register("late@example.test")).status).toBe(201);
});

test("an address gets three reset mails an hour, from however many clients, whether it is known or not", async () => {
  const api = createStrictApi();
  const { email } = await createMember();
  for (const address of [email, "unheard-of@example.test"]) {
    api.clock.now = NOW;
    expect(await repeat(4, () => requestReset(api, address))).toEqual([202, 202, 202, 429]);
    const mails = () => query("SELECT id FROM emails WHERE address = ?", address);
    expect(await mails()).toHaveLength(3);
    api.clock.now = NOW + HOUR_MS - 1;
    expect((await requestReset(api, address.toUpperCase())).status).toBe(429);
    api.clock.now = NOW + HOUR_MS;
    expect((await requestReset(api, address)).status).toBe(202);
    expect(await mails()).toHaveLength(4);
  }
});

test("a client asks for ten resets an hour, for however many addresses", async () => {
  const api = createStrictApi();
  const client = newClient();
  const statuses = await repeat(11, (index) =>
    requestReset(api, `many-${index}@example.test`, client),
  );
  expect(statuses).toEqual([...Array(10).fill(202), 429]);
  expect(await query("SELECT id FROM emails WHERE address LIKE 'many-%'")).toHaveLength(10);
});

test("a client tries twenty links an hour, of whichever kind, and then not a good one either", async () => {
  const api = createStrictApi();
  const headers = newClient();
  const person = await createStudent();
  const token = await createToken(person.id, { expiresAt: NOW + 2 * HOUR_MS });
  const post = (path: string, body: object) => api.post(`/api/auth/${path}`, body, { headers });
  const kinds = [
    () => post("password-reset/verify", { token: "guess" }),
    () => post("password-reset/confirm", { token: "guess", new_password: PASSWORD }),
    () => post("email-verification/confirm", { token: "guess" }),
  ];
  const statuses = await repeat(20, (index) => (kinds[index % 3] ?? kinds[0])?.() as never);
  expect(new Set(statuses)).toEqual(new Set([200, 422]));
  const good = { token, new_password: "eight purple chairs" };
  expect((await post("password-reset/confirm", good)).status).toBe(429);
  api.clock.now = NOW + HOUR_MS;
  expect((await post("password-reset/confirm", good)).status).toBe(204);
});

test("an account gives its password again five times a minute, wherever it is signed in", async () => {
  const api = createStrictApi();
  const person = await createMember();
  const confirm = (password: string) =>
    api.post("/api/auth/confirm-password", { password }, { as: person, headers: newClient() });
  const change = () =>
    api.post(
      "/api/auth/password",
      { current_password: PASSWORD, new_password: "eight purple chairs" },
      { as: person, headers: newClient() },
    );
  expect(await repeat(5, () => confirm("wrong password"))).toEqual(Array(5).fill(422));
  expect((await confirm(PASSWORD)).status).toBe(429);
  expect((await change()).status).toBe(429);
  api.clock.now = NOW + MINUTE_MS;
  expect((await confirm(PASSWORD)).status).toBe(204);
});

test("an account asks for three verification mails an hour", async () => {
  const api = createStrictApi();
  const person = await createStudent();
  const request = () =>
    api.send("/api/auth/email-verification/request", { method: "POST", as: person });
  expect(await repeat(4, request)).toEqual([202, 202, 202, 429]);
  expect(await query("SELECT id FROM emails WHERE user_id = ?", person.id)).toHaveLength(3);
  api.clock.now = NOW + HOUR_MS;
  expect((await request()).status).toBe(202);
});

test("the setting multiplies the limits, and no code path leaves them out", async () => {
  const api = createStrictApi({ RATE_LIMIT_SCALE: "2" });
  const { email } = await createMember();
  const statuses = await repeat(11, () => login(api, email, PASSWORD));
  expect(statuses).toEqual([...Array(10).fill(200), 429]);
});

test("what is counted is kept without any address", async () => {
  const api = createStrictApi();
  const client = newClient();
  await login(api, "counted@example.test", PASSWORD, client);
  const rows = JSON.stringify(await query("SELECT * FROM rate_counters"));
  expect(rows).toContain("sign-in:");
  expect(rows).not.toContain("counted");
  expect(rows).not.toContain(client["cf-connecting-ip"]);
});
