import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi, type TestResponse } from "../../../tests/api.ts";
import { createHistory } from "../../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
  everyDay,
  type TestInstructor,
  type TestPerson,
} from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import {
  isOfSender,
  rowsReadBy,
  type WatchedStatement,
  watchDatabase,
} from "../../../tests/watched-database.ts";

const NOW = "2026-12-01T15:00:00Z";
// 13:00 in New York.
const ONE = { date: "2026-12-02", start_time: "13:00" };
const ONE_AT = "2026-12-02T18:00:00Z";

type Api = ReturnType<typeof createTestApi>;

/** What a request asks of the database: the rows apart from those of who sends it. */
async function measure(send: (api: Api) => Promise<TestResponse>) {
  const watched = watchDatabase(env.DB);
  const answer = await send(createTestApi({ now: NOW, bindings: { DB: watched.db } }));
  const all = watched.statements();
  const ofSender = all.filter(isOfSender);
  expect(ofSender[0]?.sql).toContain("FROM sessions");
  expect(rowsReadBy(ofSender)).toBeLessThanOrEqual(24);
  const own = (batch: readonly WatchedStatement[]) => batch.filter((one) => !isOfSender(one));
  return {
    answer,
    trips: watched.batches.length,
    batches: watched.batches.map(own).filter((batch) => batch.length > 0),
    rows: rowsReadBy(all) - rowsReadBy(ofSender),
  };
}

/** A student and an instructor with that many lessons behind them, half of them never closed. */
async function createOldAcquaintances(count: number) {
  const [instructor, student] = [
    await createInstructor({ bufferMinutes: 0 }),
    await createStudent(),
  ];
  const people = { instructor, student, count: count / 2 };
  await createHistory({ ...people, status: "confirmed", endAt: "2026-12-02T18:00:00Z" });
  await createHistory({ ...people, status: "completed", endAt: "2026-12-01T14:00:00Z" });
  return { instructor, student };
}

const bookWith = (instructor: TestInstructor, as: TestPerson, when = ONE) =>
  measure((api) =>
    api.post("/api/bookings", bookingBody(instructor, when), {
      as,
      headers: { "idempotency-key": "k" },
    }),
  );

test("a booking is one read and one write, who sends it included, of at most 60 rows, after 10,000 lessons as after ten", async () => {
  const rows: number[] = [];
  // The very first move of a lesson has no counter to read yet: a row less.
  for (const count of [2, 10, 10_000]) {
    const { instructor, student } = await createOldAcquaintances(count);
    const booked = await bookWith(instructor, student);
    expect(booked.answer.status).toBe(201);
    expect(booked.batches.map((batch) => batch.some(({ rowsWritten }) => rowsWritten > 0))).toEqual(
      [false, true],
    );
    expect(booked.trips).toBe(2);
    rows.push(booked.rows);
  }
  expect(rows[2]).toBe(rows[1]);
  expect(rows[2]).toBeLessThanOrEqual(60);
});

test("a booking stays below 60 rows on a day that is full for both", async () => {
  const instructor = await createInstructor({ weekly: everyDay("08:00-12:00", "12:00-20:00") });
  const [student, others, elsewhere] = [
    await createStudent(),
    await createStudent(),
    await createInstructor(),
  ];
  for (const hour of ["14", "15", "16", "17", "19", "20"]) {
    await createBooking({ instructor, student: others, startAt: `2026-12-02T${hour}:00:00Z` });
  }
  for (const hour of ["15", "16", "17", "19"]) {
    const startAt = `2026-12-02T${hour}:00:00Z`;
    if (hour !== "17") await createBooking({ instructor: elsewhere, student, startAt });
  }
  const booked = await bookWith(instructor, student);
  expect(booked.answer.status).toBe(201);
  expect(booked.rows).toBeLessThanOrEqual(60);
});

test("refusals and repetitions cost no more round trips than they need", async () => {
  const { instructor, student } = await createOldAcquaintances(10_000);
  const tripsOf = async (send: (api: Api) => Promise<TestResponse>) => {
    const { answer, trips } = await measure(send);
    return [answer.json.code ?? answer.status, trips];
  };
  const post =
    (when: typeof ONE, headers: Record<string, string> = {}) =>
    (api: Api) =>
      api.post("/api/bookings", bookingBody(instructor, when), { as: student, headers });
  const key = { "idempotency-key": "k" };
  expect(await tripsOf(post({ ...ONE, start_time: "08:00" }))).toEqual(["outside_availability", 2]);
  expect(await tripsOf(post(ONE, key))).toEqual([201, 2]);
  expect(await tripsOf(post(ONE, key))).toEqual([201, 2]);
  expect(await tripsOf(post({ ...ONE, start_time: "14:00" }, key))).toEqual([
    "idempotency_mismatch",
    2,
  ]);
  // The third looks for other times.
  expect(await tripsOf(post(ONE))).toEqual(["slot_taken", 3]);
  const busy = await createInstructor();
  const elsewhere = (api: Api) =>
    api.post("/api/bookings", bookingBody(busy, ONE), { as: student });
  expect(await tripsOf(elsewhere)).toEqual(["student_conflict", 2]);
  // With a key the refusal is kept as well.
  const kept = (api: Api) =>
    api.post("/api/bookings", bookingBody(busy, ONE), {
      as: student,
      headers: { "idempotency-key": "other" },
    });
  expect(await tripsOf(kept)).toEqual(["student_conflict", 3]);
});

test("each move of a lesson is one read and one write, of at most 70 rows, whatever lies behind", async () => {
  const { instructor, student } = await createOldAcquaintances(10_000);
  const startAt = "2026-12-04T18:00:00Z";
  const id = await createBooking({ instructor, student, startAt });
  const move = async (name: string, body: object | null, as: TestPerson, now = NOW) => {
    const moved = await measure((api) => {
      api.clock.now = Date.parse(now);
      return api.send(`/api/bookings/${id}/${name}`, {
        ...{ method: "POST", as, headers: { "idempotency-key": name } },
        ...(body && { body }),
      });
    });
    expect([name, moved.answer.status, moved.batches.length]).toEqual([name, 200, 2]);
    expect(moved.rows).toBeLessThanOrEqual(70);
  };
  await move("reschedule", { start_at: "2026-12-03T19:00:00Z" }, student);
  await move("no-show", null, instructor, "2026-12-03T19:15:00Z");
  await move("complete", null, instructor, "2026-12-03T20:00:00Z");
  const history = await measure((api) => api.get(`/api/bookings/${id}/history`, { as: student }));
  expect(history.answer.json.items).toHaveLength(3);
  expect(history.batches).toHaveLength(1);
});

test("looking for other times reads the lessons of the weeks around, not all there ever were", async () => {
  const { instructor } = await createOldAcquaintances(10_000);
  await createBooking({ instructor, student: await createStudent(), startAt: ONE_AT });
  const refused = await bookWith(instructor, await createStudent());
  expect(refused.answer.json.alternatives).toHaveLength(3);
  // Twelve lessons a day for the sixteen days before.
  expect(refused.rows).toBeLessThanOrEqual(12 * 18 + 60);
});

test("a list reads its page and counts, and what lies ahead costs nothing of what is over", async () => {
  const { instructor, student } = await createOldAcquaintances(10_000);
  await createBooking({ instructor, student, startAt: "2026-12-03T18:00:00Z" });
  for (const [as, role] of [
    [student, "student"],
    [instructor, "instructor"],
  ] as const) {
    const list = (search: string) =>
      measure((api) => api.get(`/api/bookings?as=${role}&${search}`, { as }));
    const upcoming = await list("when=upcoming");
    expect(upcoming.answer.json.total).toBe(15);
    expect(upcoming.batches).toHaveLength(1);
    expect(upcoming.rows).toBeLessThanOrEqual(15 * 4 + 10);
    const past = await list("when=past&per_page=20");
    expect(past.answer.json).toMatchObject({ total: 9986, items: { length: 20 } });
    const [count, page] = past.batches[0] ?? [];
    expect(page?.rowsRead).toBeLessThanOrEqual(20 * 3 + 20);
    // A total is a count: each of the person's own lessons once, nobody else's.
    expect(count?.rowsRead).toBeLessThanOrEqual(10_001 + 1);
  }
});

test("one lesson is one statement of a handful of rows", async () => {
  const { instructor, student } = await createOldAcquaintances(1000);
  const id = await createBooking({ instructor, student, startAt: "2026-12-03T18:00:00Z" });
  const read = await measure((api) => api.get(`/api/bookings/${id}`, { as: student }));
  expect(read.answer.status).toBe(200);
  expect(read.batches.map((batch) => batch.length)).toEqual([1]);
  expect(read.rows).toBeLessThanOrEqual(3);
});

test("no statement on the way of a booking walks through a table", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const watched = watchDatabase(env.DB);
  const api = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const body = bookingBody(instructor, ONE);
  const key = (name: string) => ({ as: student, headers: { "idempotency-key": name } });
  const booked = await api.post("/api/bookings", body, key("a"));
  const answers = [
    booked,
    await api.post("/api/bookings", body, key("b")),
    await api.post("/api/bookings", bookingBody(instructor, { start_at: ONE_AT }), { as: student }),
    await api.post("/api/bookings/check", body, { as: student }),
    await api.get(`/api/bookings/${booked.json.id}`, { as: student }),
    await api.get(`/api/bookings/${booked.json.id}`, { as: instructor }),
  ];
  for (const when of ["upcoming", "past", "cancelled"]) {
    answers.push(await api.get(`/api/bookings?when=${when}`, { as: student }));
    answers.push(await api.get(`/api/bookings?when=${when}&as=instructor`, { as: instructor }));
  }
  expect(answers.map(({ status }) => status)).toEqual([201, 409, 409, ...Array(9).fill(200)]);
  expect(watched.statements().length).toBeGreaterThan(40);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});
