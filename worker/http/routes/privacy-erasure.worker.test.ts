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
import { createStrictApi, newClient } from "../../../tests/limits.ts";
import { createFullPerson, SECRET, tablesWith } from "../../../tests/personal-rows.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import { PERSONAL_TABLES } from "../../domain/personal-data.ts";
import { hashPassword } from "../../platform/password.ts";

/** Checking a password takes its time, several of them much of a loaded machine's. */
const PATIENTLY = 30_000;

const NOW = Date.UTC(2026, 11, 1, 15);
const PASSWORD = "correct horse battery";
const api = createTestApi({ now: NOW });

/** Hashed once: it takes its time. */
const passwordHash = hashPassword(PASSWORD);

async function givePassword({ id }: TestPerson): Promise<void> {
  await query("UPDATE users SET password_hash = ? WHERE id = ?", await passwordHash, id);
}

async function createOthers() {
  return {
    teacher: await createInstructor({ firstName: "Grace", lastName: "Hopper" }),
    student: await createStudent({ firstName: "Ada", lastName: "Lovelace" }),
  };
}

const eraseOwn = (as: TestPerson, mode = "delete", password = PASSWORD) =>
  api.post("/api/privacy/delete/me", { mode, password }, { as });

const userRow = async (id: string) => (await query("SELECT * FROM users WHERE id = ?", id))[0];

test("a person who is erased is nowhere any more, and lessons stay for the others", {
  timeout: PATIENTLY,
}, async () => {
  const others = await createOthers();
  const person = await createFullPerson(others);
  await givePassword(person);
  const { status, json, headers } = await eraseOwn(person);
  expect(status).toBe(200);
  expect(headers.getSetCookie().some((one) => /^session=; Max-Age=0/.test(one))).toBe(true);
  expect(json).toMatchObject({
    mode: "delete",
    erased_at: "2026-12-01T15:00:00Z",
    cancelled_lessons: 0,
    removed: { sessions: 1, search_events: 2, search_history: 1, emails: 2, guests: 1 },
    anonymized: {
      users: 1,
      bookings: 2,
      instructors: 1,
      offerings: 1,
      booking_events: 1,
      emails: 1,
    },
  });
  expect(await tablesWith(person.words)).toEqual([]);
  expect(await tablesWith(`${SECRET}-feed-${person.id}`)).toEqual([]);
  expect(await tablesWith(person.email)).toEqual([]);
  expect(await userRow(person.id)).toMatchObject({
    email: `deleted-${person.id}@deleted.invalid`,
    password_hash: "none",
    first_name: "Deleted user",
    last_name: "",
    status: "deactivated",
    erased_at: NOW,
    measuring_declined_at: null,
  });
  const taught = await api.get(`/api/bookings/${person.taught}`, { as: others.student });
  expect(taught.json).toMatchObject({
    status: "completed",
    instructor: { display_name: "Deleted user" },
    student_note: "the other one wrote this",
  });
  const taken = await api.get(`/api/bookings/${person.taken}`, { as: others.teacher });
  expect(taken.json).toMatchObject({
    status: "cancelled",
    student: { display_name: "Deleted user" },
    student_note: null,
  });
});

test("each table keeps, loses or makes nobody's what the map of personal data says", async () => {
  for (const mode of ["delete", "anonymize"] as const) {
    const person = await createFullPerson(await createOthers());
    const admin = await createAdmin();
    const { json } = await api.post(
      `/api/privacy/delete/user/${person.id}`,
      { mode },
      { as: admin },
    );
    for (const [table, { onDelete, onAnonymize }] of Object.entries(PERSONAL_TABLES)) {
      const fate = mode === "delete" ? onDelete : onAnonymize;
      const effects = ["removed", "anonymized"].filter((effect) => json[effect][table] > 0);
      // Mail to the others stays without the name.
      const expected =
        table === "emails" ? ["removed", "anonymized"] : fate === "kept" ? [] : [fate];
      expect([mode, table, effects]).toEqual([mode, table, expected]);
    }
  }
});

test("a person who is made anonymous leaves their searches and lessons under nobody's name", {
  timeout: PATIENTLY,
}, async () => {
  const person = await createFullPerson(await createOthers());
  await givePassword(person);
  const { json } = await eraseOwn(person, "anonymize");
  expect(json).toMatchObject({ mode: "anonymize", anonymized: { search_events: 2, users: 1 } });
  expect(await tablesWith(`${SECRET}-feed-${person.id}`)).toEqual([]);
  expect(await tablesWith(person.email)).toEqual([]);
  // Only what was searched for is still there.
  expect(await tablesWith(person.words)).toEqual(["search_events", "search_history"]);
  expect(await tablesWith(person.guestId)).toEqual([]);
  expect(
    await query(
      "SELECT DISTINCT user_id, guest_id, ip_hash, city, referrer FROM search_events WHERE user_id = ?",
      person.id,
    ),
  ).toEqual([{ user_id: person.id, guest_id: null, ip_hash: null, city: null, referrer: null }]);
});

test("signing in is impossible at once, with the old cookie and with the old password", {
  timeout: PATIENTLY,
}, async () => {
  for (const mode of ["delete", "anonymize"]) {
    const person = await createStudent();
    await givePassword(person);
    expect((await eraseOwn(person, mode)).status).toBe(200);
    expect((await api.get("/api/auth/me", { as: person })).status).toBe(401);
    expect((await api.get("/api/privacy/export/me", { as: person })).status).toBe(401);
    const login = await api.post("/api/auth/login", { email: person.email, password: PASSWORD });
    expect([login.status, login.json.code]).toEqual([401, "invalid_credentials"]);
    const again = await eraseOwn(person, mode);
    expect([again.status, again.json.code]).toEqual([401, "unauthenticated"]);
    // The address is free again.
    const names = { first_name: "New", last_name: "Person" };
    const signUp = { email: person.email, password: PASSWORD, ...names };
    expect((await api.post("/api/auth/register", signUp)).status).toBe(201);
  }
});

test("a wrong password or a wrong way erases nothing", { timeout: PATIENTLY }, async () => {
  const person = await createFullPerson(await createOthers());
  await givePassword(person);
  const before = await userRow(person.id);
  const wrong = await eraseOwn(person, "delete", `${PASSWORD}!`);
  expect([wrong.status, wrong.json.errors]).toEqual([
    422,
    [{ path: "password", message: "is not your password" }],
  ]);
  expect((await eraseOwn(person, "destroy")).json.errors[0].path).toBe("mode");
  expect(await userRow(person.id)).toEqual(before);
  expect(await tablesWith(`${person.words} bio`)).toEqual(["instructors"]);
  expect((await api.get("/api/auth/me", { as: person })).status).toBe(200);
});

test("guessing the password is limited, and the right one comes too late then", {
  timeout: PATIENTLY,
}, async () => {
  const strict = createStrictApi(NOW);
  const person = await createStudent();
  await givePassword(person);
  const guess = (password: string) =>
    strict.post(
      "/api/privacy/delete/me",
      { mode: "delete", password },
      { as: person, headers: newClient() },
    );
  for (let attempt = 1; attempt <= 5; attempt++) {
    expect((await guess(`wrong number ${attempt}`)).status).toBe(422);
  }
  expect((await guess(PASSWORD)).status).toBe(429);
  expect((await userRow(person.id))?.erased_at).toBeNull();
  strict.clock.now += 60_000;
  expect((await guess(PASSWORD)).status).toBe(200);
});

test("one client guesses five passwords a minute, for however many accounts, and others go on", {
  timeout: PATIENTLY,
}, async () => {
  const strict = createStrictApi(NOW);
  const client = newClient();
  const people = await Promise.all(Array.from({ length: 6 }, createStudent));
  const last = people[5] as TestPerson;
  await givePassword(last);
  const guess = (as: TestPerson, password: string, headers = client) =>
    strict.post("/api/privacy/delete/me", { mode: "delete", password }, { as, headers });
  for (const person of people.slice(0, 5)) {
    expect((await guess(person, "wrong number")).status).toBe(422);
  }
  const rows = await countRows();
  expect((await guess(last, PASSWORD)).json.code).toBe("rate_limited");
  expect(await countRows()).toEqual(rows);
  expect((await guess(last, PASSWORD, newClient())).status).toBe(200);
});

test("whoever may not delete their account, and whoever may not manage others, is refused", async () => {
  const person = await createStudent();
  await givePassword(person);
  await query(
    "INSERT INTO permission_overrides (user_id, permission, granted, created_at) VALUES (?, 'delete_own_account', 0, 0)",
    person.id,
  );
  expect((await eraseOwn(person)).json.code).toBe("forbidden");
  const other = await createInstructor();
  const path = `/api/privacy/delete/user/${other.id}`;
  expect((await api.post(path, {}, { as: person })).json.code).toBe("forbidden");
  expect((await api.post(path, {})).json.code).toBe("unauthenticated");
  expect((await userRow(other.id))?.erased_at).toBeNull();
});

test("an admin erases a person the same way, once, and it is written down", {
  timeout: PATIENTLY,
}, async () => {
  const admin = await createAdmin();
  const [one, other] = [
    await createFullPerson(await createOthers()),
    await createFullPerson(await createOthers()),
  ];
  await givePassword(one);
  const own = await eraseOwn(one);
  const erase = (id: string) => api.post(`/api/privacy/delete/user/${id}`, {}, { as: admin });
  const theirs = await erase(other.id);
  expect(theirs.json).toEqual(own.json);
  const again = await erase(other.id);
  expect([again.status, again.json.code]).toEqual([404, "not_found"]);
  expect((await erase("nobody")).json.code).toBe("not_found");
  expect(
    await query(
      "SELECT actor_id, details FROM audit_log WHERE action = 'account_erased' AND subject_id IN (?, ?) ORDER BY id",
      one.id,
      other.id,
    ),
  ).toEqual([
    { actor_id: one.id, details: '{"mode":"delete"}' },
    { actor_id: admin.id, details: '{"mode":"delete"}' },
  ]);
});

test("of two erasures at once one does it and the other finds nobody", async () => {
  const person = await createFullPerson(await createOthers());
  await givePassword(person);
  const admins = [await createAdmin(), await createAdmin()];
  const answers = await Promise.all(
    admins.map((as) => api.post(`/api/privacy/delete/user/${person.id}`, {}, { as })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  expect(
    await query(
      "SELECT 1 FROM audit_log WHERE subject_id = ? AND action = 'account_erased'",
      person.id,
    ),
  ).toHaveLength(1);
});

test("a reply that is lost leaves a person erased whole, and one that never arrived leaves all", async () => {
  for (const isDone of [true, false]) {
    const person = await createFullPerson(await createOthers());
    const admin = await createAdmin();
    const fail = (texts: readonly string[]) => {
      if (texts.some((sql) => sql.includes("erased_at = "))) throw new Error("connection lost");
    };
    const { db } = watchDatabase(env.DB, isDone ? { afterBatch: fail } : { beforeBatch: fail });
    const broken = createTestApi({ now: NOW, bindings: { DB: db } });
    const lost = await broken.post(`/api/privacy/delete/user/${person.id}`, {}, { as: admin });
    expect(lost.status).toBe(500);
    expect((await userRow(person.id))?.erased_at).toBe(isDone ? NOW : null);
    const again = await api.post(`/api/privacy/delete/user/${person.id}`, {}, { as: admin });
    expect(again.status).toBe(isDone ? 404 : 200);
    expect(await tablesWith(person.words)).toEqual([]);
  }
});

test("a failure in the middle undoes all of it", async () => {
  const person = await createFullPerson(await createOthers());
  const admin = await createAdmin();
  await query(
    `CREATE TRIGGER in_the_way BEFORE UPDATE OF bio ON instructors BEGIN SELECT RAISE(ABORT, 'in_the_way'); END`,
  );
  try {
    const path = `/api/privacy/delete/user/${person.id}`;
    expect((await api.post(path, {}, { as: admin })).status).toBe(500);
  } finally {
    await query("DROP TRIGGER in_the_way");
  }
  expect((await userRow(person.id))?.status).toBe("active");
  expect((await api.get("/api/auth/me", { as: person })).status).toBe(200);
  expect(await tablesWith(`${person.words} note`)).toEqual(["bookings"]);
});

test("an erased instructor is gone from the public at the next read", async () => {
  const instructor = await createInstructor();
  await givePassword(instructor);
  const paths = [
    `/api/instructors/${instructor.id}`,
    `/api/public/instructors/${instructor.id}/availability`,
  ];
  const finds = async () => {
    const { json } = await api.get("/api/search/instructors?q=piano&per_page=100");
    return JSON.stringify(json).includes(instructor.id);
  };
  for (const path of paths) expect((await api.get(path)).status).toBe(200);
  expect(await finds()).toBe(true);
  await eraseOwn(instructor);
  for (const path of paths) expect([path, (await api.get(path)).status]).toEqual([path, 404]);
  expect(await finds()).toBe(false);
});

test("what was on its way when somebody was erased comes to lie nowhere", async () => {
  const person = await createStudent();
  const { teacher } = await createOthers();
  await givePassword(person);
  await eraseOwn(person);
  const late = [
    "INSERT INTO search_events (id, user_id, normalized_query, search_type, result_count, services, device, searched_at) VALUES ('late', ?1, 'q', 'filter', 0, '[]', 'mobile', 0)",
    "INSERT INTO sessions (id, user_id, token_hash, user_agent, created_at, last_seen_at, expires_at) VALUES ('late', ?1, 'late', '', 0, 0, 0)",
    "INSERT INTO search_history (id, user_id, normalized_query, query, search_type, search_count, result_count, first_searched_at, last_searched_at, last_event_id) VALUES ('late', ?1, 'q', 'q', 'filter', 1, 0, 0, 0, 'late')",
  ];
  for (const sql of late) await query(sql, person.id);
  for (const table of ["search_events", "sessions", "search_history"]) {
    expect(await query(`SELECT 1 FROM ${table} WHERE user_id = ?`, person.id)).toEqual([]);
  }
  await createBooking({ instructor: teacher, student: person, startAt: "2026-12-05T15:00:00Z" });
  expect(await query("SELECT 1 FROM bookings WHERE student_id = ?", person.id)).toEqual([]);
  await expect(
    query("UPDATE users SET first_name = 'Back' WHERE id = ?", person.id),
  ).rejects.toThrow("account_erased");
});

test("the last one who can manage roles cannot be erased, and of two at once one stays", {
  timeout: PATIENTLY,
}, async () => {
  // Nobody else in this database may manage roles from here on.
  await query("DELETE FROM user_roles WHERE role = 'admin'");
  const admin = await createAdmin();
  await givePassword(admin);
  const refused = await eraseOwn(admin);
  expect([refused.status, refused.json.code]).toEqual([409, "last_admin"]);
  expect((await userRow(admin.id))?.erased_at).toBeNull();
  expect((await api.get("/api/auth/me", { as: admin })).status).toBe(200);

  const second = await createAdmin();
  await givePassword(second);
  const answers = await Promise.all([eraseOwn(admin), eraseOwn(second)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});
