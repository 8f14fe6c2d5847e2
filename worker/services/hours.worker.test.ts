import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createHoursEditorRepository } from "../../db/repositories/hours-editor.ts";
import { countRows, query } from "../../tests/database.ts";
import {
  createBooking,
  createInstructor,
  createStudent,
  everyDay,
  type TestPerson,
} from "../../tests/factories.ts";
import { listScans } from "../../tests/query-plans.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import type { Actor } from "../domain/actor.ts";
import type { HoursEdit } from "../domain/hours-edit.ts";
import { createHoursService } from "./hours.ts";

const NOW = Date.UTC(2026, 11, 2, 15);
const MONDAY = "2026-11-30";
const EVENING = [{ startMinute: 1080, endMinute: 1200 }];

function hoursOn(db: D1Database) {
  const dropped: string[] = [];
  const database = openDatabase(db.withSession("first-primary"), noDatabaseUse());
  const service = createHoursService({
    hours: createHoursEditorRepository(database),
    cache: { drop: async (ids: readonly string[]) => void dropped.push(...ids) } as never,
    now: NOW,
  });
  return { service, dropped };
}

function actorOf({ id }: TestPerson): Actor {
  return { id, permissions: ["manage_availability"] } as unknown as Actor;
}

function days(...dates: [string, typeof EVENING | null][]): HoursEdit {
  return { kind: "week", from: MONDAY, days: dates.map(([date, ranges]) => ({ date, ranges })) };
}

test("a week with its lessons and the days off ahead is one round trip without a scan", async () => {
  const [instructor, student] = [
    await createInstructor({ weekly: everyDay("09:00-17:00") }),
    await createStudent(),
  ];
  await createBooking({ instructor, student, startAt: "2026-12-03T17:00:00Z" });
  for (const [id, startOn, endOn] of [
    ["over", "2026-11-30", "2026-12-01"],
    ["today", "2026-12-01", "2026-12-02"],
    ["later", "2027-05-01", "2027-05-09"],
  ]) {
    await query(
      "INSERT INTO blackouts (id, instructor_id, start_on, end_on, created_at) VALUES (?, ?, ?, ?, 0)",
      `${instructor.id}-${id}`,
      instructor.id,
      startOn,
      endOn,
    );
  }
  const watched = watchDatabase(env.DB);
  const { service } = hoursOn(watched.db);
  const overview = await service.getOverview(actorOf(instructor), MONDAY);
  expect(watched.batches.length).toBe(1);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
  expect(overview.today).toBe("2026-12-02");
  expect(overview.upcomingBlackouts.map(({ startOn }) => startOn)).toEqual([
    "2026-12-01",
    "2027-05-01",
  ]);
  expect(overview.week?.days.map(({ lessons }) => lessons.length)).toEqual([0, 0, 0, 1, 0, 0, 0]);
  expect(overview.week?.days.map(({ source }) => source === "blackout")).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  const weekly = await service.getOverview(actorOf(instructor), null);
  expect([weekly.week, weekly.upcomingBlackouts.length]).toEqual([null, 2]);
});

test("several days of a week are saved in one batch, and the same again writes nothing", async () => {
  const instructor = await createInstructor({ weekly: everyDay("09:00-17:00") });
  const watched = watchDatabase(env.DB);
  const { service, dropped } = hoursOn(watched.db);
  const actor = actorOf(instructor);
  const { seen } = await service.getOverview(actor, MONDAY);
  const edit = days(["2026-12-03", EVENING], ["2026-12-04", []]);
  watched.batches.length = 0;
  const edited = await service.edit(actor, edit, seen);
  expect(watched.batches.length).toBe(2);
  expect(edited.changedDates).toEqual(["2026-12-03", "2026-12-04"]);
  expect(dropped).toEqual([instructor.id]);
  const before = await countRows();
  await service.edit(actor, edit, seen);
  expect([await countRows(), watched.batches.length, dropped.length]).toEqual([before, 3, 1]);
});

test("of two who saw the same week the second writes nothing, even if they save at once", async () => {
  const instructor = await createInstructor({ weekly: everyDay("09:00-17:00") });
  const { service } = hoursOn(env.DB);
  const actor = actorOf(instructor);
  const { seen } = await service.getOverview(actor, MONDAY);
  const results = await Promise.allSettled([
    service.edit(actor, days(["2026-12-03", EVENING]), seen),
    service.edit(actor, days(["2026-12-04", EVENING]), seen),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = results.find((result) => result.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "precondition_failed" });
  const rows = await query(
    "SELECT date FROM availability_hours WHERE instructor_id = ? AND date IS NOT NULL",
    instructor.id,
  );
  expect(rows.length).toBe(1);
});
