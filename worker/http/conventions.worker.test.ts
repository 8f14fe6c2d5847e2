import type { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi, type TestResponse } from "../../tests/api.ts";
import { createInstructor, createPerson } from "../../tests/factories.ts";
import { ERROR_CODES } from "../domain/errors.ts";

const NOW = "2026-12-01T15:00:00Z";
const api = createTestApi({ now: NOW });

function expectProblem({ status, json, headers }: TestResponse, wanted: [number, string]) {
  expect([status, json?.code]).toEqual(wanted);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(json).toMatchObject({
    type: expect.stringMatching(/^urn:instainstru:problem:[a-z_]+$/),
    title: expect.stringMatching(/^\S.+\.$/),
    status,
    detail: expect.stringMatching(/^\S.+\.$/),
    request_id: headers.get("x-request-id"),
  });
  expect(ERROR_CODES).toContain(json.code);
  const known = [
    "type",
    "title",
    "status",
    "detail",
    "code",
    "request_id",
    "errors",
    "alternatives",
  ];
  expect(Object.keys(json).filter((name) => !known.includes(name))).toEqual([]);
  if (json.code === "validation_failed") expect(json.errors.length).toBeGreaterThan(0);
}

/** A path of a route with something in the place of its parameters. */
function toPath(pattern: string): string {
  return pattern.replaceAll(/:\w+/g, "0123456789abcdefghjkmnpqrs");
}

test("every kind of refusal is a problem of one shape", async () => {
  const { cookie } = await createPerson({ roles: ["student"] });
  const powerless = await createPerson({ roles: [] });
  const { id } = await createInstructor();
  const login = "/api/auth/login";
  const availability = `/api/public/instructors/${id}/availability`;
  const send = api.send;
  expectProblem(await send("/api/nothing/here"), [404, "not_found"]);
  expectProblem(await send("/api/bookings/none", { as: { cookie } }), [404, "not_found"]);
  expectProblem(await send("/api/auth/me"), [401, "unauthenticated"]);
  expectProblem(await send("/api/auth/me", { method: "DELETE" }), [405, "method_not_allowed"]);
  expectProblem(await send("/api/auth/me", { method: "PATCH", body: {}, as: powerless }), [
    403,
    "forbidden",
  ]);
  expectProblem(await send(login, { body: {}, headers: { origin: "https://evil.test" } }), [
    403,
    "csrf",
  ]);
  expectProblem(await send(login, { body: "{" }), [400, "malformed_json"]);
  expectProblem(await send(login, { body: "{}", headers: { "content-type": "text/html" } }), [
    415,
    "unsupported_media_type",
  ]);
  expectProblem(await send(login, { body: "x".repeat(65_537) }), [413, "payload_too_large"]);
  expectProblem(await send(login, { body: {} }), [422, "validation_failed"]);
  expectProblem(await send(login, { body: { email: "a@b.co", password: "x" } }), [
    401,
    "invalid_credentials",
  ]);
  expectProblem(await send(`${availability}?x=1`), [400, "unknown_parameter"]);
  expectProblem(await send("/api/instructors?page=0"), [400, "invalid_parameter"]);
  expectProblem(await send(`${availability}?start_date=x`), [400, "invalid_range"]);
});

test("what is wrong with a body is told field by field", async () => {
  const { json } = await api.post("/api/auth/register", {
    email: "no address",
    first_name: "",
    last_name: 5,
    role: "admin",
  });
  expect(json.errors).toEqual([
    { path: "email", message: "must be an e-mail address" },
    { path: "password", message: "is missing" },
    { path: "first_name", message: "is empty" },
    { path: "last_name", message: "must be text" },
    { path: "role", message: "is not a known field" },
  ]);
});

test("a request id of up to 64 harmless characters is kept, any other is replaced", async () => {
  const idOf = async (sent: string) => {
    const answer = await api.get("/api/nothing", { headers: { "x-request-id": sent } });
    expect(answer.json.request_id).toBe(answer.headers.get("x-request-id"));
    return answer.json.request_id;
  };
  for (const kept of ["a", "Trace-1_2.3", "x".repeat(64), "0".repeat(64)]) {
    expect(await idOf(kept)).toBe(kept);
  }
  for (const harmful of ["", "x".repeat(65), "a b", "a/b", "<script>", "a,b", '"a"', "a;b"]) {
    expect(await idOf(harmful)).toMatch(/^[0-9a-z]{26}$/);
  }
  expect(await idOf("")).not.toBe(await idOf(""));
});

test("an address without a route is 404 for every method, and one with a route tells its methods", async () => {
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
    expectProblem(await api.send("/api/nowhere", { method }), [404, "not_found"]);
  }
  const allowed = Map.groupBy(api.routes, ({ path }) => path);
  expect(allowed.size).toBeGreaterThan(15);
  for (const [pattern, siblings] of allowed) {
    const methods = siblings.map(({ method }) => method);
    const answer = await api.send(toPath(pattern), { method: "PROPFIND" });
    expectProblem(answer, [405, "method_not_allowed"]);
    const allow = answer.headers.get("allow")?.split(", ") ?? [];
    expect([...allow].sort()).toEqual(
      [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].sort(),
    );
    const options = await api.send(toPath(pattern), { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")]).toEqual([204, allow.join(", ")]);
  }
});

test("a method that an address does not have is 405 there, also where another route's id could stand", async () => {
  const { cookie } = await createPerson({ roles: ["student", "instructor", "admin"] });
  const methodsOf = Map.groupBy(api.routes, ({ path }) => path);
  for (const [pattern, siblings] of methodsOf) {
    const own = siblings.map(({ method }) => method as string);
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]) {
      if (own.includes(method === "HEAD" ? "GET" : method)) continue;
      const { status } = await api.send(toPath(pattern), { method, as: { cookie } });
      expect([method, pattern, status]).toEqual([method, pattern, 405]);
    }
  }
});

test("every route says who may keep its answer, and protects whoever shows it", async () => {
  const { cookie } = await createPerson({ roles: ["student", "instructor", "admin"] });
  for (const { method, path } of api.routes) {
    for (const as of [undefined, { cookie }]) {
      const { headers } = await api.send(toPath(path), { method, ...(as && { as }) });
      const kept = path === "/api/openapi.json" ? "public, max-age=300" : "private, no-store";
      expect([path, headers.get("cache-control")]).toEqual([path, kept]);
      expect(headers.get("x-request-id")).toBeTruthy();
      expect(headers.get("server-timing")).toMatch(/^total;dur=[\d.]+, db;dur=[\d.]+;desc="\d+ st/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("permissions-policy")).toContain("geolocation=()");
      expect(headers.has("x-powered-by")).toBe(false);
      expect(headers.has("access-control-allow-credentials")).toBe(false);
    }
  }
});

test("only real tiers insist on TLS", async () => {
  const REACHABLE = {
    RESEND_API_KEY: "re_key",
    SITE_URL: "https://example.com",
    WEBHOOK_KEY: "k".repeat(32),
  };
  const transport = async (tier: string) => {
    const { headers } = await createTestApi({
      now: NOW,
      settings: { ...REACHABLE, TIER: tier },
    }).get("/api/x");
    return headers.get("strict-transport-security");
  };
  expect(await transport("int")).toBeNull();
  expect(await transport("prod")).toBe("max-age=63072000; includeSubDomains");
});

test("cookies can say anything and break nothing", async () => {
  const { id } = await createInstructor();
  const cookies = ["%00", "%0D%0A", "", "%", "garbage", "first-primary", "%F0%9F%8E%B9", '"x"'];
  for (const value of [...cookies, "a".repeat(4000)]) {
    for (const name of ["bookmark", "session"]) {
      const headers = { cookie: `${name}=${value}` };
      const read = await api.get(`/api/instructors/${id}`, { headers });
      expect([name, value.slice(0, 20), read.status]).toEqual([name, value.slice(0, 20), 200]);
      expect((await api.get("/api/auth/me", { headers })).status).toBe(401);
      expect((await api.get("/api/readyz", { headers })).status).toBe(200);
    }
  }
});

test("a write leaves a bookmark with the reader, and a read leaves nothing", async () => {
  const { cookie } = await createPerson({ roles: ["student"] });
  const body = { first_name: "Ada" };
  const written = await api.send("/api/auth/me", { method: "PATCH", body, as: { cookie } });
  const [bookmark, ...more] = written.headers.getSetCookie();
  expect(bookmark).toMatch(/^bookmark=[\w-]+; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(more).toEqual([]);
  const read = await api.get("/api/auth/me", {
    headers: { cookie: `${cookie}; ${bookmark?.split(";")[0]}` },
  });
  expect(read.json.first_name).toBe("Ada");
  expect(read.headers.getSetCookie()).toEqual([]);
});

test("health is told without the database, and readiness with it", async () => {
  const down = async () => {
    throw new Error("D1_ERROR: the database is down");
  };
  const DB = { withSession: () => ({ prepare: () => ({ bind: () => ({}) }), batch: down }) };
  const broken = createTestApi({ now: NOW, bindings: { DB: DB as unknown as typeof env.DB } });
  const healthy = await broken.get("/api/healthz");
  expect([healthy.status, healthy.json]).toEqual([200, { status: "ok", version: "test" }]);
  expectProblem(await broken.get("/api/readyz"), [500, "internal_error"]);
  expect((await api.get("/api/readyz")).json).toEqual({ status: "ok", version: "test" });
});
