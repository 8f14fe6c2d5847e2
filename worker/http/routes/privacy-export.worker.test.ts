import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  createAdmin,
  createInstructor,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import { createFullPerson, SECRET } from "../../../tests/personal-rows.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const FRESH_MS = 10 * 60_000;
const api = createTestApi({ now: NOW });

async function signInAt({ id }: TestPerson, at: number): Promise<void> {
  await query("UPDATE sessions SET authenticated_at = ? WHERE user_id = ?", at, id);
}

async function createTeacherAndStudent() {
  const teacher = await createInstructor({ firstName: "Grace", lastName: "Hopper" });
  return { teacher, student: await createStudent({ firstName: "Ada", lastName: "Lovelace" }) };
}

test("a person gets everything about them as one file, with others as first name and initial", async () => {
  const person = await createFullPerson(await createTeacherAndStudent());
  await signInAt(person, NOW);
  const { status, headers, json, text } = await api.get("/api/privacy/export/me", { as: person });
  expect(status).toBe(200);
  expect(headers.get("content-disposition")).toBe('attachment; filename="personal-data.json"');
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(json).toMatchObject({
    format: "instainstru-personal-data-1",
    exported_at: "2026-12-01T15:00:00Z",
    account: { id: person.id, email: person.email, clears_searches: true },
    profile: { bio: `${person.words} bio`, timezone: "America/New_York" },
    areas: [{ area_slug: "brooklyn" }],
    blackouts: [
      { start_on: "2026-12-24", end_on: "2026-12-26", reason: `${person.words} holiday` },
    ],
    bookings_as_student: [{ other_party: "Grace H.", student_note: `${person.words} note` }],
    bookings_as_instructor: [{ other_party: "Ada L.", instructor_note: `${person.words} remark` }],
    search_history: [{ query: `${person.words} Piano`, search_count: 2 }],
    search_interactions: [{ type: "click", result_position: 1 }],
    calendar_feed: { created_at: "2026-11-01T00:00:00Z" },
  });
  expect(json.search_events).toHaveLength(2);
  expect(json.emails).toHaveLength(2);
  expect(text).not.toMatch(/Hopper|Lovelace|the other one wrote this/);
});

test("no secret, no hash of one and nothing of other people's addresses is in it", async () => {
  const others = await createTeacherAndStudent();
  const person = await createFullPerson(others);
  await signInAt(person, NOW);
  const { text } = await api.get("/api/privacy/export/me", { as: person });
  const hashes = await query<{ hash: string }>(
    `SELECT password_hash AS hash FROM users WHERE id = ?1
     UNION SELECT token_hash FROM sessions WHERE user_id = ?1
     UNION SELECT token_hash FROM calendar_feeds WHERE user_id = ?1
     UNION SELECT id FROM guests WHERE converted_user_id = ?1`,
    person.id,
  );
  expect(hashes).toHaveLength(4);
  for (const { hash } of hashes) expect(text).not.toContain(hash);
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain(others.teacher.email);
  expect(text).not.toContain(others.student.email);
});

test("a person with thousands of rows gets every one of them, once and in order", async () => {
  const person = await createStudent();
  await signInAt(person, NOW);
  await query(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
     INSERT INTO search_events (id, user_id, normalized_query, search_type, result_count, services,
       device, searched_at)
     SELECT ?1 || '-' || i, ?1, 'q' || i, 'filter', 0, '[]', 'mobile', ?2 FROM n`,
    person.id,
    NOW,
  );
  const { json } = await api.get("/api/privacy/export/me", { as: person });
  const queries = json.search_events.map((event: Record<string, string>) => event.normalized_query);
  expect(queries).toEqual(Array.from({ length: 2500 }, (_, index) => `q${index + 1}`));
});

test("reading it needs a sign-in of at most ten minutes ago", async () => {
  const person = await createStudent();
  const admin = await createAdmin();
  for (const [as, path] of [
    [person, "/api/privacy/export/me"],
    [admin, `/api/privacy/export/user/${person.id}`],
  ] as const) {
    await signInAt(as, NOW - FRESH_MS);
    expect((await api.get(path, { as })).status).toBe(200);
    await signInAt(as, NOW - FRESH_MS - 1);
    const before = await countRows();
    const stale = await api.get(path, { as });
    expect([stale.status, stale.json.code]).toEqual([403, "fresh_sign_in_required"]);
    expect(await countRows()).toEqual(before);
  }
  expect((await api.get("/api/privacy/export/me")).json.code).toBe("unauthenticated");
});

test("an admin exports another person, which is written down, and nobody else may", async () => {
  const person = await createFullPerson(await createTeacherAndStudent());
  const admin = await createAdmin();
  const path = `/api/privacy/export/user/${person.id}`;
  await signInAt(admin, NOW);
  await signInAt(person, NOW);
  const own = await api.get("/api/privacy/export/me", { as: person });
  const theirs = await api.get(path, { as: admin });
  expect(theirs.json).toEqual({
    ...own.json,
    audit_log: [
      ...own.json.audit_log,
      expect.objectContaining({ action: "data_exported", about_you: true, by_you: false }),
    ],
  });
  expect(
    await query(
      "SELECT actor_id FROM audit_log WHERE subject_id = ? AND actor_id NOTNULL",
      person.id,
    ),
  ).toEqual([{ actor_id: admin.id }]);
  expect((await api.get(path, { as: person })).json.code).toBe("forbidden");
  const before = await countRows();
  const nobody = await api.get("/api/privacy/export/user/nobody", { as: admin });
  expect([nobody.status, nobody.json.code]).toEqual([404, "not_found"]);
  expect(await countRows()).toEqual(before);
});

test("the two choices are kept, one at a time, and declining again keeps the first time", async () => {
  const person = await createStudent();
  const choose = (body: unknown) =>
    api.send("/api/privacy/choices", { method: "PUT", body, as: person });
  const read = async () =>
    (
      await query(
        "SELECT measuring_declined_at AS declined, clears_searches AS clears FROM users WHERE id = ?",
        person.id,
      )
    )[0];
  expect((await choose({ measuring_declined: true })).status).toBe(204);
  expect(await read()).toEqual({ declined: NOW, clears: 0 });
  api.clock.now = NOW + 1000;
  await choose({ measuring_declined: true, clear_searches: true });
  expect(await read()).toEqual({ declined: NOW, clears: 1 });
  await choose({});
  expect(await read()).toEqual({ declined: NOW, clears: 1 });
  await choose({ measuring_declined: false });
  expect(await read()).toEqual({ declined: null, clears: 1 });
  await choose({ clear_searches: false });
  expect(await read()).toEqual({ declined: null, clears: 0 });
  api.clock.now = NOW;
  for (const body of [{ measuring_declined: 1 }, { clear_searches: null }, { other: true }]) {
    expect((await choose(body)).json.code).toBe("validation_failed");
  }
});
