import { expect, test, vi } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createPerson } from "../../../tests/factories.ts";

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 30_000 });

const NOW = "2026-12-01T15:00:00Z";
const PASSWORD = "seven green tables";
const api = createTestApi({ now: NOW });

function registration(email: string, more: Record<string, unknown> = {}) {
  return { email, password: PASSWORD, first_name: "Tom", last_name: "Ivers", ...more };
}

/** The cookies that an answer sets, as a browser would send them back. */
function cookieOf({ headers }: { headers: Headers }): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

test("signing up makes a student who is signed in at once", async () => {
  const answer = await api.post("/api/auth/register", registration("tom@example.test"));
  expect(answer.status).toBe(201);
  expect(answer.json).toEqual({
    id: expect.stringMatching(/^[0-9a-z]{26}$/),
    email: "tom@example.test",
    first_name: "Tom",
    last_name: "Ivers",
    timezone: "America/New_York",
    roles: ["student"],
    permissions: expect.arrayContaining(["create_bookings", "manage_own_profile"]),
    account_status: "active",
    email_verified: false,
  });
  const me = await api.get("/api/auth/me", { headers: { cookie: cookieOf(answer) } });
  expect([me.status, me.json]).toEqual([200, answer.json]);
});

test("the session's cookie is out of reach for scripts and other sites, and only for TLS where there is TLS", async () => {
  const plain = await api.post("/api/auth/register", registration("plain@example.test"));
  const [cookie] = plain.headers.getSetCookie();
  expect(cookie).toMatch(/^session=[^;]+; Max-Age=5184000; Path=\/; HttpOnly; SameSite=Lax$/);
  const secure = createTestApi({ now: NOW, origin: "https://lessons.test" });
  const answer = await secure.post("/api/auth/register", registration("tls@example.test"));
  const [prefixed] = answer.headers.getSetCookie();
  expect(prefixed).toMatch(
    /^__Host-session=[^;]+; Max-Age=5184000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  const headers = { cookie: cookieOf(answer) };
  expect((await secure.get("/api/auth/me", { headers })).status).toBe(200);
  // Without the prefix another host of the domain could have set it.
  const planted = { cookie: cookieOf(answer).replaceAll("__Host-", "") };
  expect((await secure.get("/api/auth/me", { headers: planted })).status).toBe(401);
});

test("nobody becomes anything else by asking for it", async () => {
  const before = await countRows();
  for (const more of [
    { role: "admin" },
    { roles: ["admin"] },
    { permissions: ["manage_users"] },
    { account_status: "active" },
    { id: "mine" },
    { email_verified_at: 1 },
  ]) {
    const body = registration("eve@example.test", more);
    const { status, json } = await api.post("/api/auth/register", body);
    expect([status, json.code]).toEqual([422, "validation_failed"]);
    expect(json.errors).toEqual([{ path: Object.keys(more)[0], message: "is not a known field" }]);
  }
  expect(await countRows()).toEqual(before);
});

test("an address is one account in any spelling, and a second sign-up is told so", async () => {
  const first = await api.post("/api/auth/register", registration("  Ann.Lee+x@Example.TEST "));
  expect(first.json.email).toBe("ann.lee+x@example.test");
  const before = await countRows();
  for (const email of [
    "ann.lee+x@example.test",
    "ANN.LEE+X@EXAMPLE.TEST",
    " Ann.Lee+x@example.test",
  ]) {
    const { status, json, headers } = await api.post("/api/auth/register", registration(email));
    expect([status, json.code]).toEqual([409, "email_taken"]);
    expect(headers.getSetCookie()).toEqual([]);
    const login = await api.post("/api/auth/login", { email, password: PASSWORD });
    expect([login.status, login.json.id]).toEqual([200, first.json.id]);
  }
  expect(await countRows()).toEqual({ ...before, sessions: (before.sessions ?? 0) + 3 });
});

test("of many sign-ups with one address at the same time one wins, and the others leave nothing", async () => {
  const before = await countRows();
  const answers = await Promise.all(
    ["race@example.test", "RACE@example.test", "race@EXAMPLE.test"].map((email) =>
      api.post("/api/auth/register", registration(email)),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const after = await countRows();
  for (const table of ["users", "user_roles", "sessions"]) {
    expect([table, after[table]]).toEqual([table, (before[table] ?? 0) + 1]);
  }
});

test("letters that only look like an address's are no address", async () => {
  for (const email of [
    "аnn@example.test", // Cyrillic а
    "\u212Aim@example.test", // the sign of Kelvin
    "\u017Fam@example.test", // the long s
    "ann@exаmple.test",
    "ann@example.test\u200B",
    "ann\u0000@example.test",
    "ann@example.test\r\nBcc: all@example.test",
    "ann@@example.test",
    "ann@localhost",
    "@example.test",
    "ann example@example.test",
    `${"a".repeat(250)}@example.test`,
    "",
  ]) {
    const { status, json } = await api.post("/api/auth/register", registration(email));
    expect([email, status, json.errors?.[0].path]).toEqual([email, 422, "email"]);
  }
});

test("a password is ten characters or more, and none that everybody tries", async () => {
  const messageOf = async (password: string) => {
    const body = registration("weak@example.test", { password });
    const { status, json } = await api.post("/api/auth/register", body);
    expect([status, json.errors?.[0].path]).toEqual([422, "password"]);
    return json.errors[0].message;
  };
  expect(await messageOf("")).toBe("Use at least 10 characters.");
  expect(await messageOf("ninechars")).toBe("Use at least 10 characters.");
  expect(await messageOf("🎹🎸🎻🎺🎷🥁🎤🎧🎼")).toBe("Use at least 10 characters.");
  expect(await messageOf("x".repeat(201))).toBe("Use at most 200 characters.");
  expect(await messageOf("x".repeat(1025))).toBe("is too long");
  for (const common of ["password123", "PassWord123", "1234567890", "qwertyuiop"]) {
    expect(await messageOf(common)).toMatch(/common/);
  }
  expect(await query("SELECT id FROM users WHERE email = 'weak@example.test'")).toEqual([]);
});

test("a password is the same however its letters were composed, and its case and spaces count", async () => {
  const password = "café au lait, s'il vous plaît";
  const email = "cafe@example.test";
  const body = registration(email, { password: password.normalize("NFC") });
  expect((await api.post("/api/auth/register", body)).status).toBe(201);
  const statusOf = async (attempt: string) =>
    (await api.post("/api/auth/login", { email, password: attempt })).status;
  expect(await statusOf(password.normalize("NFD"))).toBe(200);
  expect(await statusOf(password.toUpperCase())).toBe(401);
  expect(await statusOf(`${password} `)).toBe(401);
});

test("names are lines of text: trimmed, up to 50 characters, in any script, without control characters", async () => {
  const good = await api.post(
    "/api/auth/register",
    registration("names@example.test", { first_name: "  Zoë-李 ", last_name: "O’Brien 🎻" }),
  );
  expect([good.json.first_name, good.json.last_name]).toEqual(["Zoë-李", "O’Brien 🎻"]);
  for (const name of [
    "",
    "   ",
    "x".repeat(51),
    "Tom\r\nSet-Cookie: session=stolen",
    "Tom\nBcc: all@example.test",
    "Tom\u0000",
    "Tom\u007f",
    "Tom\ud800",
  ]) {
    const body = registration("bad-name@example.test", { first_name: name });
    const { status, json, headers } = await api.post("/api/auth/register", body);
    expect([name, status, json.errors[0].path]).toEqual([name, 422, "first_name"]);
    expect(headers.getSetCookie()).toEqual([]);
  }
});

test("people change their names and zone, and nothing else", async () => {
  const person = await createPerson({ roles: ["student"], firstName: "Old", lastName: "Name" });
  const patch = (body: unknown) => api.send("/api/auth/me", { method: "PATCH", body, as: person });
  const changed = await patch({ first_name: " New ", timezone: "Europe/Berlin" });
  expect(changed.json).toMatchObject({
    first_name: "New",
    last_name: "Name",
    timezone: "Europe/Berlin",
  });
  expect((await api.get("/api/auth/me", { as: person })).json).toEqual(changed.json);
  expect((await patch({})).json).toEqual(changed.json);
  const refusals: [unknown, string][] = [
    [{ email: "other@example.test" }, "email"],
    [{ roles: ["admin"] }, "roles"],
    [{ account_status: "active" }, "account_status"],
    [{ first_name: null }, "first_name"],
    [{ last_name: "" }, "last_name"],
    [{ timezone: "Mars/Olympus" }, "timezone"],
    [{ timezone: "+05:30" }, "timezone"],
    [[], ""],
  ];
  for (const [body, path] of refusals) {
    const { status, json } = await patch(body);
    expect([body, status, json.errors[0].path]).toEqual([body, 422, path]);
  }
  expect((await api.get("/api/auth/me", { as: person })).json).toEqual(changed.json);
});
