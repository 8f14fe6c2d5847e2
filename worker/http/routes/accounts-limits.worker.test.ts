import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { createMember, PASSWORD } from "../../../tests/accounts.ts";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createStrictApi, newClient, repeat, statusesOf } from "../../../tests/limits.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.parse("2026-12-01T15:00:00Z");
const MINUTE_MS = 60_000;

type Api = ReturnType<typeof createStrictApi>;

const login = (api: Api, email: string, password: string, headers = newClient()) =>
  api.post("/api/auth/login", { email, password }, { headers });

test("an account takes five sign-ins a minute, from however many clients, and then not the right password either", async () => {
  const api = createStrictApi(NOW);
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
  const api = createStrictApi(NOW);
  const client = newClient();
  const people = await Promise.all(Array.from({ length: 6 }, () => createMember()));
  const email = (index: number) => people[index]?.email ?? "";
  const statuses = await repeat(6, (index) => login(api, email(index), PASSWORD, client));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await login(api, email(5), PASSWORD)).status).toBe(200);
});

test("a refused sign-in says the same whether there is such an account", async () => {
  const api = createStrictApi(NOW);
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
  const api = createStrictApi(NOW);
  const { email, id } = await createMember();
  const before = await query("SELECT id FROM sessions WHERE user_id = ?", id);
  const answers = await Promise.all(Array.from({ length: 10 }, () => login(api, email, PASSWORD)));
  expect(statusesOf(answers).sort()).toEqual([...Array(5).fill(200), ...Array(5).fill(429)]);
  const after = await query("SELECT id FROM sessions WHERE user_id = ?", id);
  expect(after.length - before.length).toBe(5);
});

test("however long somebody guesses, five a minute is all they get", async () => {
  const api = createStrictApi(NOW);
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

test("the setting multiplies the limits, and no code path leaves them out", async () => {
  const api = createStrictApi(NOW, { RATE_LIMIT_SCALE: "2" });
  const { email } = await createMember();
  const statuses = await repeat(11, () => login(api, email, PASSWORD));
  expect(statuses).toEqual([...Array(10).fill(200), 429]);
});

test("what is counted is kept without any address", async () => {
  const api = createStrictApi(NOW);
  const client = newClient();
  await login(api, "counted@example.test", PASSWORD, client);
  const rows = JSON.stringify(await query("SELECT * FROM rate_counters"));
  expect(rows).toContain("sign-in:");
  expect(rows).not.toContain("counted");
  expect(rows).not.toContain(client["cf-connecting-ip"]);
});
