import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createOwnLessonsRepository } from "../../db/repositories/own-lessons.ts";
import { query } from "../../tests/database.ts";
import { createBooking, createInstructor, createStudent } from "../../tests/factories.ts";
import { listScans } from "../../tests/query-plans.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import type { Actor } from "../domain/actor.ts";
import { createOwnLessonsService } from "./own-lessons.ts";

const NOW = Date.UTC(2026, 11, 1, 15);

function loadFor(studentId: string, { db = env.DB, now = NOW } = {}) {
  const ownLessons = createOwnLessonsRepository(
    openDatabase(db.withSession("first-primary"), noDatabaseUse()),
  );
  const actor = { id: studentId, permissions: ["view_own_bookings"] } as unknown as Actor;
  return createOwnLessonsService({ ownLessons, now }).load(actor);
}

test("the next two lessons come soonest first, one under way included until the millisecond it ends", async () => {
  const [student, instructor] = [await createStudent(), await createInstructor()];
  const on = (startAt: string, status: "confirmed" | "cancelled" = "confirmed") =>
    createBooking({ instructor, student, startAt, status });
  const later = await on("2026-12-03T15:00:00Z");
  const underWay = await on("2026-12-01T14:30:00Z");
  await on("2026-12-04T15:00:00Z");
  await on("2026-12-02T15:00:00Z", "cancelled");
  const endsAt = Date.parse("2026-12-01T15:30:00Z");
  const idsAt = async (now: number) =>
    (await loadFor(student.id, { now })).ahead.map(({ id }) => id);
  expect(await idsAt(endsAt - 1)).toEqual([underWay, later]);
  expect((await idsAt(endsAt))[0]).toBe(later);
  expect(await loadFor((await createStudent()).id)).toEqual({ ahead: [], past: [] });
});

test("the last three different instructors come latest first, with the service of the last lesson", async () => {
  const student = await createStudent();
  const teachers = [];
  for (const service of ["piano", "guitar", "cello", "violin"]) {
    teachers.push(await createInstructor({ service }));
  }
  const [piano, guitar, cello, violin] = teachers;
  if (!piano || !guitar || !cello || !violin) throw new Error("There are four.");
  const taught = (instructor: typeof piano, day: string) =>
    createBooking({
      instructor,
      student,
      startAt: `2026-11-${day}T15:00:00Z`,
      status: "completed",
    });
  await taught(piano, "01");
  await taught(guitar, "02");
  await taught(cello, "03");
  await taught(violin, "04");
  await taught(piano, "05");
  const { past } = await loadFor(student.id);
  expect(past.map(({ serviceSlug }) => serviceSlug)).toEqual(["piano", "violin", "cello"]);
  expect(past[0]).toMatchObject({
    instructorId: piano.id,
    displayName: "Test P.",
    lastAt: Date.parse("2026-11-05T15:00:00Z"),
  });
});

test("who cannot be booked, and whose lessons did not take place, are not offered again", async () => {
  const student = await createStudent();
  const [gone, missed, cancelled] = [
    await createInstructor(),
    await createInstructor(),
    await createInstructor(),
  ];
  const startAt = "2026-11-01T15:00:00Z";
  await createBooking({ instructor: gone, student, startAt, status: "completed" });
  await createBooking({ instructor: missed, student, startAt, status: "no_show" });
  await createBooking({ instructor: cancelled, student, startAt, status: "cancelled" });
  expect((await loadFor(student.id)).past.map(({ instructorId }) => instructorId)).toEqual([
    gone.id,
  ]);
  await query("UPDATE users SET status = 'suspended' WHERE id = ?", gone.id);
  expect((await loadFor(student.id)).past).toEqual([]);
});

test("whoever may not see their lessons gets none, and it is one round trip that walks through no table", async () => {
  const student = await createStudent();
  const watched = watchDatabase(env.DB);
  await loadFor(student.id, { db: watched.db });
  expect(watched.batches).toHaveLength(1);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
  const ownLessons = createOwnLessonsRepository(
    openDatabase(env.DB.withSession(), noDatabaseUse()),
  );
  const revoked = { id: student.id, permissions: [] } as unknown as Actor;
  const loading = createOwnLessonsService({ ownLessons, now: NOW }).load(revoked);
  await expect(loading).rejects.toMatchObject({ code: "forbidden" });
});
