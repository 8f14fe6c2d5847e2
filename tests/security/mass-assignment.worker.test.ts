import { expect, test } from "vitest";
import { createTestApi } from "../api.ts";
import { countRows } from "../database.ts";
import { createInstructor, createPerson } from "../factories.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

/** What is the server's to say, sent by whoever hopes that a body is written down as it comes. */
const NOT_THEIRS = {
  id: "x",
  user_id: "x",
  role: "admin",
  roles: ["admin"],
  permissions: ["manage_roles"],
  account_status: "active",
  is_admin: true,
  price_cents: 1,
  hourly_rate: 1,
  created_at: 0,
  email_verified_at: 1,
  password_hash: "x",
};

/** Fields that are asked for there, by those who may set them. */
const ASKED: Record<string, string[]> = {
  "PUT /api/admin/users/:userId/roles": ["roles"],
};

test("no route takes a field that it does not ask for, and nothing is written", async () => {
  const { id } = await createInstructor();
  const writing = api.routes.filter(({ method }) => /POST|PUT|PATCH/.test(method));
  let looking = 0;
  for (const { method, path } of writing) {
    const name = `${method} ${path}`;
    // Some routes end the session of whoever asks, or close their account.
    const as = await createPerson({ roles: ["student", "instructor", "admin"] });
    const send = (body: unknown) => api.send(path.replaceAll(/:\w+/g, id), { method, body, as });
    if ((await send("{")).json?.code !== "malformed_json") continue;
    looking += 1;
    const before = await countRows();
    for (const [field, value] of Object.entries(NOT_THEIRS)) {
      if (ASKED[name]?.includes(field)) continue;
      const { status, json } = await send({ [field]: value });
      expect([name, field, status, json.code]).toEqual([name, field, 422, "validation_failed"]);
      expect(json.errors).toContainEqual({ path: field, message: "is not a known field" });
    }
    expect([name, await countRows()]).toEqual([name, before]);
  }
  expect(looking).toBeGreaterThan(25);
});
