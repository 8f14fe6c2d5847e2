import { expect, test, vi } from "vitest";
import { createMember, createToken, PASSWORD } from "../../../tests/accounts.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createStudent } from "../../../tests/factories.ts";
import { createStrictApi, newClient, repeat } from "../../../tests/limits.ts";

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.parse("2026-12-01T15:00:00Z");
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

type Api = ReturnType<typeof createStrictApi>;

const requestReset = (api: Api, email: string, headers = newClient()) =>
  api.post("/api/auth/password-reset/request", { email }, { headers });

test("a client signs up ten times an hour, and answers that an address is taken count", async () => {
  const api = createStrictApi(NOW);
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
  const api = createStrictApi(NOW);
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
  const api = createStrictApi(NOW);
  const client = newClient();
  const statuses = await repeat(11, (index) =>
    requestReset(api, `many-${index}@example.test`, client),
  );
  expect(statuses).toEqual([...Array(10).fill(202), 429]);
  expect(await query("SELECT id FROM emails WHERE address LIKE 'many-%'")).toHaveLength(10);
});

test("a client tries twenty links an hour, of whichever kind, and then not a good one either", async () => {
  const api = createStrictApi(NOW);
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
  const api = createStrictApi(NOW);
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
  const api = createStrictApi(NOW);
  const person = await createStudent();
  const request = () =>
    api.send("/api/auth/email-verification/request", { method: "POST", as: person });
  expect(await repeat(4, request)).toEqual([202, 202, 202, 429]);
  expect(await query("SELECT id FROM emails WHERE user_id = ?", person.id)).toHaveLength(3);
  api.clock.now = NOW + HOUR_MS;
  expect((await request()).status).toBe(202);
});
