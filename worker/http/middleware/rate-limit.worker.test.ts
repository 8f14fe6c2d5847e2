import { expect, test } from "vitest";
import { createInstructor, createStudent } from "../../../tests/factories.ts";
import { createStrictApi, newClient, repeat, statusesOf } from "../../../tests/limits.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");
const LIST = "/api/services/categories";

test("a client reads 100 times a minute, on all public routes together, and again when the minute is over", async () => {
  const api = createStrictApi(NOW);
  const headers = newClient();
  const first = await api.get(LIST, { headers });
  expect(first.headers.get("ratelimit")).toBe('"public-reads";r=99;t=60');
  expect(first.headers.get("ratelimit-policy")).toBe('"public-reads";q=100;w=60');
  expect(await repeat(98, () => api.get(LIST, { headers }))).toEqual(Array(98).fill(200));
  const { id } = await createInstructor();
  const last = await api.get(`/api/instructors/${id}`, { headers });
  expect([last.status, last.headers.get("ratelimit")]).toEqual([200, '"public-reads";r=0;t=60']);

  api.clock.now = NOW + 59_999;
  const refused = await api.get(LIST, { headers });
  expect([refused.status, refused.json.code]).toEqual([429, "rate_limited"]);
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(refused.headers.get("ratelimit")).toBe('"public-reads";r=0;t=1');
  expect((await api.get(LIST, { headers: newClient() })).status).toBe(200);

  api.clock.now = NOW + 60_000;
  const again = await api.get(LIST, { headers });
  expect([again.status, again.headers.get("ratelimit")]).toEqual([200, '"public-reads";r=99;t=60']);
});

test("a script of another site can read the refusal and what is left, whatever the answer is", async () => {
  const api = createStrictApi(NOW);
  const headers = newClient();
  const { id } = await createInstructor();
  const availability = `/api/public/instructors/${id}/availability`;
  const good = await api.get(availability, { headers });
  const etag = good.headers.get("etag") ?? "";
  const answers = [
    good,
    await api.get(availability, { headers: { ...headers, "if-none-match": etag } }),
    await api.send(availability, { method: "HEAD", headers }),
    await api.get(`${availability}?x=1`, { headers }),
    await api.get("/api/public/instructors/nobody/availability", { headers }),
    await api.post(`/api/public/instructors/${id}/check-slots`, {}, { headers }),
  ];
  await repeat(94, () => api.get(LIST, { headers }));
  answers.push(await api.get(availability, { headers }));
  expect(statusesOf(answers)).toEqual([200, 304, 200, 400, 404, 422, 429]);
  for (const { status, headers: told } of answers) {
    expect([status, told.get("access-control-allow-origin")]).toEqual([status, "*"]);
    expect(told.get("access-control-expose-headers")).toContain("Retry-After");
    expect(told.get("access-control-expose-headers")).toContain("RateLimit");
    expect([status, told.get("ratelimit-policy")]).toEqual([status, '"public-reads";q=100;w=60']);
  }
});

test("preflights and what is not public are not counted", async () => {
  const api = createStrictApi(NOW);
  const headers = newClient();
  await repeat(110, () => api.send(LIST, { method: "OPTIONS", headers }));
  await repeat(110, () => api.get("/api/healthz", { headers }));
  const { headers: told } = await api.get(LIST, { headers });
  expect(told.get("ratelimit")).toContain("r=99");
  expect((await api.get("/api/healthz", { headers })).headers.has("ratelimit")).toBe(false);
});

test("an API key reads 600 times a minute from wherever, apart from its clients and from other keys", async () => {
  const api = createStrictApi(NOW);
  const body = { name: "a", scopes: ["public:read", "bookings:read"] };
  const keyOf = async () => {
    const { json } = await api.post("/api/api-keys", body, { as: await createStudent() });
    return { authorization: `Bearer ${json.key}` };
  };
  const [key, other] = [await keyOf(), await keyOf()];
  const client = newClient();
  const read = (path = LIST) => api.get(path, { headers: { ...key, ...newClient() } });
  expect(new Set(await repeat(599, () => read()))).toEqual(new Set([200]));
  const last = await read("/api/bookings");
  expect([last.status, last.headers.get("ratelimit")]).toEqual([
    200,
    '"public-reads-key";r=0;t=60',
  ]);
  expect([(await read()).status, (await read("/api/bookings")).status]).toEqual([429, 429]);
  expect((await api.get(LIST, { headers: { ...other, ...client } })).status).toBe(200);
  expect((await api.get(LIST, { headers: client })).headers.get("ratelimit")).toContain("r=99");
});

test("whoever tries keys uses up what they may read themselves", async () => {
  const api = createStrictApi(NOW);
  const headers = { ...newClient(), authorization: "Bearer ik_live_guess" };
  expect(new Set(await repeat(100, () => api.get("/api/bookings", { headers })))).toEqual(
    new Set([401]),
  );
  expect((await api.get("/api/bookings", { headers })).status).toBe(429);
});

test("an address that a client makes up for itself is not looked at", async () => {
  const api = createStrictApi(NOW);
  const client = newClient();
  const madeUp = (index: number) => ({ ...client, "x-forwarded-for": `198.51.100.${index}` });
  const reads = await repeat(101, (index) => api.get(LIST, { headers: madeUp(index) }));
  expect(reads).toEqual([...Array(100).fill(200), 429]);
  const login = { email: "nobody@example.test", password: "wrong password" };
  const tries = await repeat(6, (index) =>
    api.post(
      "/api/auth/login",
      { ...login, email: `${index}${login.email}` },
      { headers: madeUp(index) },
    ),
  );
  expect(tries).toEqual([...Array(5).fill(401), 429]);
});

test("a local run raises the limits by a setting", async () => {
  const api = createStrictApi(NOW, { RATE_LIMIT_SCALE: "2" });
  const headers = newClient();
  expect(new Set(await repeat(200, () => api.get(LIST, { headers })))).toEqual(new Set([200]));
  expect((await api.get(LIST, { headers })).status).toBe(429);
});
