import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  createAdmin,
  createBooking,
  createInstructor,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import { tablesWith } from "../../../tests/personal-rows.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = Date.parse("2026-12-01T15:00:00Z");
const DAY_MS = 86_400_000;
const api = createTestApi({ now: NOW });

const BODY = { name: "Website", scopes: ["public:read", "bookings:read"], expires_in_days: 30 };

async function createKey(as: TestPerson, body: object = BODY) {
  const { status, json } = await api.post("/api/api-keys", body, { as });
  expect(status).toBe(201);
  return json as { id: string; key: string; hint: string };
}

const withKey = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

test("a key is shown once, lies nowhere in the clear, and is listed by its last characters", async () => {
  const person = await createStudent();
  const { id, key, hint } = await createKey(person);
  expect(key).toMatch(/^ik_live_\S{20,}$/);
  expect(key.endsWith(hint)).toBe(true);
  const { json, text } = await api.get("/api/api-keys", { as: person });
  expect(json.items).toEqual([
    {
      id,
      name: "Website",
      scopes: ["public:read", "bookings:read"],
      hint,
      created_at: "2026-12-01T15:00:00Z",
      expires_at: "2026-12-31T15:00:00Z",
      last_used_at: null,
    },
  ]);
  expect(text).not.toContain(key);
  expect(await tablesWith(key)).toEqual([]);
});

test("a key reads its owner's lessons and nobody else's, whatever else the owner may do", async () => {
  const instructor = await createInstructor();
  const [admin, other] = [await createAdmin(), await createStudent()];
  const mine = await createBooking({
    instructor,
    student: admin,
    startAt: "2026-12-03T15:00:00Z",
  });
  const theirs = await createBooking({
    instructor,
    student: other,
    startAt: "2026-12-03T16:00:00Z",
  });
  const { key } = await createKey(admin);
  expect((await api.get(`/api/bookings/${theirs}`, { as: admin })).status).toBe(200);
  expect((await api.get(`/api/bookings/${theirs}`, withKey(key))).json.code).toBe("not_found");
  expect((await api.get(`/api/bookings/${mine}`, withKey(key))).json.id).toBe(mine);
  const { json } = await api.get("/api/bookings", withKey(key));
  expect(json.items.map(({ id }: { id: string }) => id)).toEqual([mine]);
});

test("what a key is not for is refused, and says which scope it would take", async () => {
  const { key } = await createKey(await createStudent(), { ...BODY, scopes: ["public:read"] });
  const refused = await api.get("/api/bookings", withKey(key));
  expect([refused.status, refused.json.code]).toEqual([403, "forbidden"]);
  expect(refused.headers.get("www-authenticate")).toBe(
    'Bearer error="insufficient_scope", scope="bookings:read"',
  );
  expect((await api.get("/api/instructors", withKey(key))).status).toBe(200);
});

test("a permission that its owner loses is lost to the key as well", async () => {
  const student = await createStudent();
  const { key } = await createKey(student);
  await query(
    "INSERT INTO permission_overrides (user_id, permission, granted, created_at) VALUES (?, 'view_own_bookings', 0, 0)",
    student.id,
  );
  expect((await api.get("/api/bookings", withKey(key))).status).toBe(403);
});

test("a bad, expired or revoked key, or one of a closed account, is 401 everywhere, also beside a session", async () => {
  const person = await createStudent();
  const [revoked, expiring, closed] = [
    await createKey(person),
    await createKey(person),
    await createStudent(),
  ];
  const ofClosed = await createKey(closed);
  await query("UPDATE users SET status = 'deactivated' WHERE id = ?", closed.id);
  const del = { method: "DELETE", as: person };
  expect((await api.send(`/api/api-keys/${revoked.id}`, del)).status).toBe(204);
  const later = createTestApi({ now: NOW + 30 * DAY_MS });
  const justBefore = createTestApi({ now: NOW + 30 * DAY_MS - 1 });
  expect((await justBefore.get("/api/instructors", withKey(expiring.key))).status).toBe(200);

  const wrong = ["", "x", "ik_live_x", "a b", "ik_live_".repeat(50), revoked.key, ofClosed.key];
  for (const path of ["/api/instructors", "/api/bookings"]) {
    for (const key of wrong) {
      const { status, json, headers } = await api.get(path, { as: person, ...withKey(key) });
      expect([path, key, status, json.code]).toEqual([path, key, 401, "unauthenticated"]);
      expect(headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
    }
    expect((await later.get(path, withKey(expiring.key))).status).toBe(401);
  }
});

test("a key can do nothing but read: not book, not manage keys, not read the account", async () => {
  const { id, key } = await createKey(await createStudent());
  const before = await countRows();
  const tried = [
    await api.get("/api/api-keys", withKey(key)),
    await api.post("/api/api-keys", BODY, withKey(key)),
    await api.send(`/api/api-keys/${id}`, { method: "DELETE", ...withKey(key) }),
    await api.get("/api/auth/me", withKey(key)),
    await api.post("/api/bookings", {}, withKey(key)),
    await api.get("/api/privacy/export/me", withKey(key)),
  ];
  expect(tried.map(({ status }) => status)).toEqual(Array(6).fill(401));
  expect(await countRows()).toEqual(before);
});

test("other kinds of authorization are not looked at", async () => {
  for (const authorization of ["Basic abc", "Bearerx", "Digest a=b", ""]) {
    expect((await api.get("/api/instructors", { headers: { authorization } })).status).toBe(200);
  }
});

test("somebody else's key cannot be revoked, and a key is revoked once", async () => {
  const [owner, other] = [await createStudent(), await createStudent()];
  const { id, key } = await createKey(owner);
  const revoke = (as: TestPerson) => api.send(`/api/api-keys/${id}`, { method: "DELETE", as });
  expect((await revoke(other)).status).toBe(404);
  expect((await api.get("/api/instructors", withKey(key))).status).toBe(200);
  expect([(await revoke(owner)).status, (await revoke(owner)).status]).toEqual([204, 404]);
});

test("ten keys are made and no more, also when many are asked for at once; expired ones do not count", async () => {
  const person = await createStudent();
  const make = (at = api) => at.post("/api/api-keys", BODY, { as: person });
  for (let made = 0; made < 8; made += 1) await make();
  const answers = await Promise.all([make(), make(), make(), make()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.json.code).toBe("limit_reached");
  // Their sessions have ended by then as well.
  await query(
    "UPDATE api_keys SET created_at = 0, expires_at = ? WHERE user_id = ?",
    NOW,
    person.id,
  );
  expect((await make()).status).toBe(201);
});

test("a body that is not quite right is refused field by field and makes no key", async () => {
  const person = await createStudent();
  const before = await countRows();
  const wrong: [object, string][] = [
    [{ name: "" }, "name"],
    [{ name: "x".repeat(61) }, "name"],
    [{ scopes: [] }, "scopes"],
    [{ scopes: ["admin"] }, "scopes.0"],
    [{ scopes: ["public:read", "public:read", "public:read"] }, "scopes"],
    [{ expires_in_days: 0 }, "expires_in_days"],
    [{ expires_in_days: 366 }, "expires_in_days"],
    [{ expires_in_days: 1.5 }, "expires_in_days"],
    [{ user_id: "x" }, "user_id"],
  ];
  for (const [change, path] of wrong) {
    const { status, json } = await api.post(
      "/api/api-keys",
      { ...BODY, ...change },
      { as: person },
    );
    expect([change, status, json.errors?.[0]?.path]).toEqual([change, 422, path]);
  }
  expect(await countRows()).toEqual(before);
  for (const days of [1, 365]) await createKey(person, { ...BODY, expires_in_days: days });
});

test("use is noted every quarter of an hour, and costs no write in between", async () => {
  const person = await createStudent();
  const { key } = await createKey(person);
  const usedAt = async (ms: number) => {
    const at = createTestApi({ now: NOW + ms });
    expect((await at.get("/api/instructors", withKey(key))).status).toBe(200);
    const { json } = await api.get("/api/api-keys", { as: person });
    return json.items[0].last_used_at;
  };
  expect(await usedAt(0)).toBe("2026-12-01T15:00:00Z");
  expect(await usedAt(15 * 60_000 - 1)).toBe("2026-12-01T15:00:00Z");
  expect(await usedAt(15 * 60_000)).toBe("2026-12-01T15:15:00Z");
});

test("a use that cannot be noted is answered all the same", async () => {
  const { key } = await createKey(await createStudent());
  const watched = watchDatabase(env.DB, {
    beforeBatch: (texts) => {
      if (texts.some((sql) => sql.startsWith("UPDATE api_keys"))) throw new Error("down");
    },
  });
  const failing = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  expect((await failing.get("/api/instructors", withKey(key))).status).toBe(200);
  expect(failing.logged.map(({ event }) => event)).toEqual(["key_use_not_noted"]);
});

test("no key comes to lie under an account that was erased meanwhile", async () => {
  const person = await createStudent();
  const watched = watchDatabase(env.DB, {
    beforeBatch: async (texts) => {
      if (!texts.some((sql) => sql.includes("INSERT INTO api_keys"))) return;
      await query("UPDATE users SET erased_at = ? WHERE id = ?", NOW, person.id);
    },
  });
  const slow = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  expect((await slow.post("/api/api-keys", BODY, { as: person })).status).toBe(409);
  expect(await query("SELECT id FROM api_keys WHERE user_id = ?", person.id)).toEqual([]);
});
