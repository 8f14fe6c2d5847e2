import { expect, test } from "vitest";
import { createTestApi } from "../api.ts";
import { createStudent } from "../factories.ts";

const NOW = "2026-12-01T15:00:00Z";
const SECRET = "a guess that is wrong";

test("what looks like somebody trying doors is told once each, with the request and not the person", async () => {
  const api = createTestApi({ now: NOW });
  const student = await createStudent();
  const headers = { "x-request-id": "trace-1" };
  const credentials = { email: student.email, password: SECRET };
  await api.post("/api/auth/login", credentials, { headers });
  await api.post("/api/auth/logout", {}, { headers: { ...headers, origin: "https://evil.test" } });
  await api.get("/api/admin/users", { as: student, headers });
  const reset = { token: SECRET, new_password: "a fine long password" };
  await api.post("/api/auth/password-reset/confirm", reset, { headers });
  await api.get("/api/privacy/export/me", { as: student, headers });
  const told = api.logged.map(({ event, facts }) => [event, facts.code, facts.request_id]);
  const codes = [
    "invalid_credentials",
    "csrf",
    "forbidden",
    "invalid_token",
    "fresh_sign_in_required",
  ];
  expect(told).toEqual(codes.map((code) => ["refused", code, "trace-1"]));
  const text = JSON.stringify(api.logged);
  for (const personal of [student.id, student.email, student.cookie.split("=")[1], SECRET]) {
    expect(text).not.toContain(personal);
  }
});

test("what anybody may get wrong is not told", async () => {
  const api = createTestApi({ now: NOW });
  await api.get("/api/nothing");
  await api.get("/api/auth/me");
  await api.get("/api/instructors/nobody");
  await api.post("/api/auth/login", {});
  expect(api.logged).toEqual([]);
});

test("whoever is over a limit is told of", async () => {
  const api = createTestApi({ now: NOW, settings: { RATE_LIMIT_SCALE: "1" } });
  const headers = { "cf-connecting-ip": "192.0.2.77" };
  const credentials = { email: "nobody@example.test", password: SECRET };
  for (let i = 0; i < 6; i++) await api.post("/api/auth/login", credentials, { headers });
  expect(api.logged.map(({ facts }) => facts.code)).toEqual([
    ...Array(5).fill("invalid_credentials"),
    "rate_limited",
  ]);
  expect(JSON.stringify(api.logged)).not.toContain("192.0.2.77");
});
