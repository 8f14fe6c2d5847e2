import { expect, test } from "vitest";
import { createTestApi, type TestResponse } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  createAdmin,
  createBooking,
  createInstructor,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";

const NOW = "2026-12-02T15:00:00Z";
const api = () => createTestApi({ now: NOW });

/** The ids on a page of somebody's lessons. */
async function listIds(as: TestPerson, search: string): Promise<string[]> {
  const { status, json } = await api().get(`/api/bookings${search}`, { as });
  expect(status).toBe(200);
  return json.items.map(({ id }: { id: string }) => id);
}

/** Every byte of the answer but for what is drawn or measured anew for each request. */
function withoutChance({ status, headers, text, json }: TestResponse) {
  const all = JSON.stringify({ status, headers: [...headers], text });
  return all
    .replaceAll(json.request_id, "")
    .replaceAll(/'nonce-[^']+'/g, "")
    .replaceAll(/dur=[\d.]+/g, "");
}

test("upcoming, past and cancelled share out all lessons, each in its own order", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const create = (
    startAt: string,
    status: "confirmed" | "completed" | "no_show" | "cancelled" = "confirmed",
  ) => createBooking({ instructor, student, startAt, status });
  const ended = await create("2026-12-02T14:00:00Z");
  const running = await create("2026-12-02T15:00:00Z");
  const later = await create("2026-12-04T15:00:00Z");
  const soon = await create("2026-12-02T16:00:00Z");
  const completed = await create("2026-11-01T15:00:00Z", "completed");
  const missed = await create("2026-11-02T15:00:00Z", "no_show");
  const calledOff = await create("2026-12-03T15:00:00Z", "cancelled");
  const calledOffLongAgo = await create("2026-10-03T15:00:00Z", "cancelled");

  for (const [as, role] of [
    [student, "student"],
    [instructor, "instructor"],
  ] as const) {
    expect(await listIds(as, `?as=${role}&when=upcoming`)).toEqual([running, soon, later]);
    expect(await listIds(as, `?as=${role}&when=past`)).toEqual([ended, missed, completed]);
    expect(await listIds(as, `?as=${role}&when=cancelled`)).toEqual([calledOff, calledOffLongAgo]);
  }
  expect(await listIds(student, "")).toEqual([running, soon, later]);
});

test("a lesson is upcoming until the very millisecond of its end", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  // As long as a lesson can be, so that it began as long ago as it can.
  await createBooking({
    instructor,
    student,
    startAt: "2026-12-02T11:00:00Z",
    durationMinutes: 240,
  });
  const { clock, get } = api();
  const totals = async () => {
    const lists = ["upcoming", "past"].map((when) =>
      get(`/api/bookings?when=${when}`, { as: student }),
    );
    return (await Promise.all(lists)).map(({ json }) => [json.items.length, json.total]);
  };
  clock.now = Date.parse("2026-12-02T15:00:00Z") - 1;
  expect(await totals()).toEqual([
    [1, 1],
    [0, 0],
  ]);
  clock.now += 1;
  expect(await totals()).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test("the roles are two lists: what one takes and what one gives", async () => {
  const both = await createInstructor({ roles: ["student", "instructor"] });
  const [teacher, student] = [await createInstructor(), await createStudent()];
  const taken = await createBooking({
    instructor: teacher,
    student: both,
    startAt: "2026-12-03T15:00:00Z",
  });
  const given = await createBooking({ instructor: both, student, startAt: "2026-12-03T17:00:00Z" });
  expect(await listIds(both, "?as=student")).toEqual([taken]);
  expect(await listIds(both, "?as=instructor")).toEqual([given]);
  expect(await listIds(both, "")).toEqual([taken]);
  const strangers = [await createStudent(), await createAdmin()];
  for (const stranger of strangers) expect(await listIds(stranger, "")).toEqual([]);
});

test("pages cover the list without gap or repetition, also where lessons start together", async () => {
  const student = await createStudent();
  for (let n = 0; n < 7; n += 1) {
    const instructor = await createInstructor();
    await createBooking({
      instructor,
      student,
      startAt: "2026-12-03T15:00:00Z",
      status: "cancelled",
    });
  }
  // Ids that come in another order than the rows do.
  await query("UPDATE bookings SET id = 'tie-' || (1000 - rowid) WHERE student_id = ?", student.id);
  const page = async (search: string) =>
    (await api().get(`/api/bookings?when=cancelled&${search}`, { as: student })).json;
  const all = (await page("per_page=100")).items;
  const pages = await Promise.all([1, 2, 3].map((n) => page(`per_page=3&page=${n}`)));
  expect(pages.flatMap(({ items }) => items)).toEqual(all);
  const ids: string[] = all.map(({ id }: { id: string }) => id);
  expect(ids).toHaveLength(7);
  expect(ids).toEqual([...new Set(ids)].sort());
  const envelopes = pages.map(({ items, ...rest }) => ({ ...rest, items: items.length }));
  expect(envelopes).toEqual([
    { items: 3, total: 7, page: 1, per_page: 3, has_next: true, has_prev: false },
    { items: 3, total: 7, page: 2, per_page: 3, has_next: true, has_prev: true },
    { items: 1, total: 7, page: 3, per_page: 3, has_next: false, has_prev: true },
  ]);
  expect(await page("per_page=7")).toMatchObject({ has_next: false, has_prev: false });
  expect(await page("page=9")).toEqual({
    items: [],
    total: 7,
    page: 9,
    per_page: 20,
    has_next: false,
    has_prev: true,
  });
});

test("a list is only for who may see it, and only asked in known words", async () => {
  const [student, instructor] = [await createStudent(), await createInstructor()];
  const get = async (search: string, as?: TestPerson) => {
    const { status, json } = await api().get(`/api/bookings${search}`, as ? { as } : {});
    return `${status} ${json.code}`;
  };
  expect(await get("")).toBe("401 unauthenticated");
  expect(await get("?as=instructor", student)).toBe("403 forbidden");
  expect(await get("?as=instructor", instructor)).toBe("200 undefined");
  await query("INSERT INTO permission_overrides VALUES (?, 'view_own_bookings', 0, 0)", student.id);
  expect(await get("", student)).toBe("403 forbidden");
  for (const search of [
    "?when=soon",
    "?as=admin",
    "?page=0",
    "?per_page=101",
    "?page=1.5",
    "?page=1&page=2",
  ]) {
    expect(await get(search, instructor)).toBe("400 invalid_parameter");
  }
  expect(await get("?student_id=x", instructor)).toBe("400 unknown_parameter");
});

test("somebody else's lesson and one that does not exist are the same answer, byte for byte", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const id = await createBooking({ instructor, student, startAt: "2026-12-03T15:00:00Z" });
  const unknown = "7zzzzzzzzzzzzzzzzzzzzzzzzz";
  const colleague = await createInstructor({ roles: ["student", "instructor"] });
  for (const stranger of [await createStudent(), colleague]) {
    const theirs = await api().get(`/api/bookings/${id}`, { as: stranger });
    const nobodys = await api().get(`/api/bookings/${unknown}`, { as: stranger });
    expect([theirs.status, theirs.json.code]).toEqual([404, "not_found"]);
    expect(withoutChance(theirs)).toBe(withoutChance(nobodys));
  }
  expect((await api().get(`/api/bookings/${id}`)).status).toBe(401);
  for (const reader of [instructor, student, await createAdmin()]) {
    expect((await api().get(`/api/bookings/${id}`, { as: reader })).status).toBe(200);
  }
});

test("suspended people still see their lessons, deactivated ones nothing", async () => {
  const suspended = await createStudent({ status: "suspended" });
  const gone = await createStudent({ status: "deactivated" });
  const instructor = await createInstructor();
  const id = await createBooking({
    instructor,
    student: suspended,
    startAt: "2026-12-03T15:00:00Z",
  });
  expect(await listIds(suspended, "")).toEqual([id]);
  expect((await api().get(`/api/bookings/${id}`, { as: suspended })).status).toBe(200);
  expect((await api().get("/api/bookings", { as: gone })).status).toBe(401);
});

test("no answer about lessons has an e-mail address or a surname in it", async () => {
  const instructor = await createInstructor({ firstName: "Sarah", lastName: "Chenoweth" });
  const student = await createStudent({ firstName: "Tomás", lastName: "émile-Ivers" });
  const id = await createBooking({ instructor, student, startAt: "2026-12-03T15:00:00Z" });
  const body = {
    instructor_id: instructor.id,
    offering_id: instructor.offeringId,
    date: "2026-12-04",
    start_time: "10:00",
    duration_minutes: 60,
    location_type: "online",
  };
  const keyed = { as: student, headers: { "idempotency-key": "k" } };
  const answers = [
    await api().post("/api/bookings", body, keyed),
    await api().post("/api/bookings", body, keyed),
    await api().post("/api/bookings", body, { as: student }),
    await api().post("/api/bookings/check", body, { as: student }),
    await api().get(`/api/bookings/${id}`, { as: instructor }),
    await api().get("/api/bookings", { as: student }),
    await api().get("/api/bookings?as=instructor", { as: instructor }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 409, 200, 200, 200, 200]);
  for (const { text } of answers) expect(text).not.toMatch(/@|Chenoweth|Ivers|example\.test/i);
  const people = answers[4]?.json;
  expect(people.instructor).toEqual({ id: instructor.id, display_name: "Sarah C." });
  expect(people.student).toEqual({ id: student.id, display_name: "Tomás É." });
});

test("a cancelled lesson tells by whom, when, why and for how much", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const id = await createBooking({
    instructor,
    student,
    startAt: "2026-12-03T15:00:00Z",
    status: "cancelled",
  });
  await query(
    "UPDATE bookings SET cancelled_at = ?, cancellation_fee_percent = 50, cancellation_fee_cents = 3000 WHERE id = ?",
    Date.parse("2026-12-01T09:30:00Z"),
    id,
  );
  const { json } = await api().get(`/api/bookings/${id}`, { as: instructor });
  expect(json.status).toBe("cancelled");
  expect(json.cancellation).toEqual({
    by: "student",
    reason: "plans changed",
    at: "2026-12-01T09:30:00Z",
    fee_percent: 50,
    fee_cents: 3000,
  });
});
