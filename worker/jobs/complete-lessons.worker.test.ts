import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createBookingEventRepository } from "../../db/repositories/booking-events.ts";
import { testRandom } from "../../tests/api.ts";
import { createHistory, query } from "../../tests/database.ts";
import { createBooking, createInstructor, createStudent } from "../../tests/factories.ts";
import { listScans } from "../../tests/query-plans.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import { completeLessonsJob } from "./complete-lessons.ts";

const END = Date.parse("2026-12-02T16:00:00Z");
const DAY_MS = 86_400_000;

const tick = (now: number, db = env.DB) =>
  completeLessonsJob({
    lessons: createBookingEventRepository(openDatabase(db.withSession(), noDatabaseUse())),
    random: testRandom,
    now,
  }).run();

async function createPeople() {
  return { instructor: await createInstructor(), student: await createStudent() };
}

const stateOf = async (id: string) =>
  (await query<{ status: string }>("SELECT status FROM bookings WHERE id = ?", id))[0]?.status;

test("a lesson is completed by itself a day after its end, to the millisecond, and that is on record", async () => {
  const id = await createBooking({ ...(await createPeople()), startAt: "2026-12-02T15:00:00Z" });
  expect(await tick(END + DAY_MS - 1)).toBeNull();
  expect(await stateOf(id)).toBe("confirmed");
  expect(await tick(END + DAY_MS)).toEqual({ completed: 1 });
  expect(await stateOf(id)).toBe("completed");
  expect(await query("SELECT * FROM booking_events WHERE booking_id = ?", id)).toEqual([
    {
      ...{ id: expect.any(Number), booking_id: id, actor_id: null, reason: "automatically" },
      ...{ from_status: "confirmed", to_status: "completed", created_at: END + DAY_MS },
      ...{ from_start_at: END - 3_600_000, to_start_at: END - 3_600_000 },
    },
  ]);
});

test("of many lessons, ticks at once and later complete each once, and leave what is not due alone", async () => {
  const people = await createPeople();
  const endAt = new Date(END).toISOString();
  await createHistory({ ...people, count: 250, status: "confirmed", endAt });
  const [ahead, cancelled, noShow] = [
    await createBooking({ ...people, startAt: "2026-12-03T15:15:00Z" }),
    await createBooking({ ...people, startAt: endAt, status: "cancelled" }),
    await createBooking({ ...people, startAt: endAt, status: "no_show" }),
  ];
  await Promise.all([tick(END + DAY_MS), tick(END + DAY_MS), tick(END + DAY_MS)]);
  expect(await tick(END + DAY_MS)).toBeNull();
  expect(
    await query(
      `SELECT count(*) AS events, count(DISTINCT e.booking_id) AS lessons FROM booking_events AS e
         JOIN bookings AS b ON b.id = e.booking_id
       WHERE b.instructor_id = ? AND b.status = 'completed'`,
      people.instructor.id,
    ),
  ).toEqual([{ events: 250, lessons: 250 }]);
  expect([await stateOf(ahead), await stateOf(cancelled), await stateOf(noShow)]).toEqual([
    "confirmed",
    "cancelled",
    "no_show",
  ]);
});

test("a tick with nothing to do reads next to nothing, however many lessons there are", async () => {
  const people = await createPeople();
  const endAt = new Date(END).toISOString();
  const measure = async () => {
    const watched = watchDatabase(env.DB);
    expect(await tick(END + DAY_MS - 1, watched.db)).toBeNull();
    expect(await listScans(env.DB, watched.statements())).toEqual([]);
    return watched.statements().reduce((sum, { rowsRead }) => sum + rowsRead, 0);
  };
  const rows = await measure();
  await createHistory({ ...people, count: 2000, status: "completed", endAt });
  await createBooking({ ...people, startAt: "2026-12-04T15:15:00Z" });
  expect(await measure()).toBe(rows);
  expect(rows).toBeLessThanOrEqual(15);
});
