import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { createHistory, query } from "../../../tests/database.ts";
import { createBooking, createInstructor, createStudent } from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = "2026-12-15T15:00:00Z";
const api = createTestApi({ now: NOW });
const PATH = "/api/bookings/stats";
const DAY_MS = 86_400_000;

test("an instructor without a lesson has figures that are all nothing", async () => {
  const { status, json } = await api.get(PATH, { as: await createInstructor() });
  expect([status, json]).toEqual([
    200,
    {
      timezone: "America/New_York",
      upcoming_count: 0,
      next_lessons: [],
      completed_count: 0,
      earned_this_month_cents: 0,
      earned_total_cents: 0,
      profile_views_30d: 0,
      search_appearances_30d: 0,
    },
  ]);
});

test("what is ahead is counted, and the three next lessons are told soonest first", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const book = (startAt: string, status?: "cancelled") =>
    createBooking({ instructor, student, startAt, ...(status && { status }) });
  const fourth = await book("2026-12-19T15:00:00Z");
  const first = await book("2026-12-15T14:30:00Z");
  const third = await book("2026-12-18T15:00:00Z");
  const second = await book("2026-12-16T15:00:00Z");
  await book("2026-12-17T15:00:00Z", "cancelled");
  await book("2026-12-15T14:00:00Z", "cancelled");
  await book("2026-12-14T14:00:00Z");
  const { json } = await api.get(PATH, { as: instructor });
  expect(json.upcoming_count).toBe(4);
  const ids = json.next_lessons.map(({ id }: { id: string }) => id);
  expect(ids).toEqual([first, second, third]);
  expect(ids).not.toContain(fourth);
  expect(json.next_lessons[0].student.display_name).toBe("Test P.");
});

test("earned is what completed lessons cost and what students paid for cancelling late, by the local month", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const book = (
    startAt: string,
    status: "completed" | "cancelled" | "no_show" | "confirmed" = "completed",
  ) => createBooking({ instructor, student, startAt, status });
  // 23:45 on the last of November and 00:00 on the first of December in New York.
  await book("2026-12-01T03:45:00Z");
  await book("2026-12-01T05:00:00Z");
  await book("2026-12-10T15:00:00Z", "no_show");
  await book("2026-12-11T15:00:00Z", "confirmed");
  const late = await book("2026-12-12T15:00:00Z", "cancelled");
  const earlier = await book("2026-11-12T15:00:00Z", "cancelled");
  const byInstructor = await book("2026-12-13T15:00:00Z", "cancelled");
  const setFee = (id: string, cents: number, by: string) =>
    query(
      "UPDATE bookings SET cancellation_fee_cents = ?, cancelled_by = ? WHERE id = ?",
      cents,
      by,
      id,
    );
  await setFee(late, 3000, "student");
  await setFee(earlier, 1500, "student");
  await setFee(byInstructor, 0, "instructor");
  const { json } = await api.get(PATH, { as: instructor });
  expect([json.completed_count, json.earned_this_month_cents, json.earned_total_cents]).toEqual([
    2, 9000, 16_500,
  ]);
  await query("UPDATE instructors SET timezone = 'America/Chicago' WHERE id = ?", instructor.id);
  expect((await api.get(PATH, { as: instructor })).json.earned_this_month_cents).toBe(3000);
});

test("views and appearances are those that were tracked in the last thirty days, to the millisecond", async () => {
  const [instructor, other] = [await createInstructor(), await createInstructor()];
  const since = Date.parse(NOW) - 30 * DAY_MS;
  const add = (id: string, event: string, type: string, at: number) =>
    query(
      "INSERT INTO search_interactions (id, search_event_id, type, instructor_id, position, elapsed_ms, created_at) VALUES (?, ?, ?, ?, 1, 1, ?)",
      `${id}-${event}-${type}`,
      event,
      type,
      id,
      at,
    );
  await add(instructor.id, "a", "impression", since);
  await add(instructor.id, "b", "impression", since - 1);
  await add(instructor.id, "c", "impression", Date.parse(NOW));
  await add(instructor.id, "a", "view_profile", since);
  await add(instructor.id, "a", "click", since);
  await add(other.id, "a", "view_profile", since);
  const { json } = await api.get(PATH, { as: instructor });
  expect([json.profile_views_30d, json.search_appearances_30d]).toEqual([1, 2]);
});

test("figures are one's own, and only of those who teach", async () => {
  const student = await createStudent();
  expect((await api.get(PATH)).status).toBe(401);
  expect((await api.get(PATH, { as: student })).status).toBe(403);
  await query("INSERT INTO user_roles VALUES (?, 'instructor', 1)", student.id);
  expect((await api.get(PATH, { as: student })).status).toBe(404);
});

test("the figures take one round trip and walk through no table, whatever others have", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const other = await createInstructor();
  await createHistory({ instructor: other, student, count: 2000, status: "completed", endAt: NOW });
  await createBooking({ instructor, student, startAt: "2026-12-16T15:00:00Z" });
  const watched = watchDatabase(env.DB);
  const own = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const { json } = await own.get(PATH, { as: instructor });
  expect(json.upcoming_count).toBe(1);
  const [, ...trips] = watched.batches;
  expect(trips.length).toBe(1);
  expect(await listScans(env.DB, trips.flat())).toEqual([]);
  for (const { sql, rowsRead } of trips.flat()) expect(rowsRead, sql).toBeLessThan(20);
});
