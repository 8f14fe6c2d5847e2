import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { createHistory, query } from "../../../tests/database.ts";
import {
  createAdmin,
  createBooking,
  createInstructor,
  createStudent,
  type TestInstructor,
  type TestPerson,
} from "../../../tests/factories.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const REASON = "The account was deleted.";
const api = createTestApi({ now: NOW });

async function erase({ id }: TestPerson, mode = "delete", through = api) {
  return await through.post(
    `/api/privacy/delete/user/${id}`,
    { mode },
    { as: await createAdmin() },
  );
}

const bookingRow = async (id: string) =>
  (await query("SELECT * FROM bookings WHERE id = ?", id))[0];

const mailsAbout = async (bookingId: string) =>
  await query<{ user_id: string; kind: string; data: string }>(
    "SELECT user_id, kind, data FROM emails WHERE data ->> 'bookingId' = ?",
    bookingId,
  );

const versionOf = async ({ id }: TestInstructor) =>
  (
    await query<{ version: number }>(
      "SELECT availability_version AS version FROM instructors WHERE id = ?",
      id,
    )
  )[0]?.version ?? 0;

test("a student's lessons ahead are cancelled by the policy's fee, with mail to the instructor", async () => {
  for (const mode of ["delete", "anonymize"]) {
    const [instructor, student] = [
      await createInstructor(),
      await createStudent({ firstName: "Sam" }),
    ];
    const at = (startAt: string) => createBooking({ instructor, student, startAt });
    const [free, half, full] = [
      await at("2026-12-02T15:00:00Z"),
      await at("2026-12-02T03:00:00Z"),
      await at("2026-12-01T19:00:00Z"),
    ];
    const version = await versionOf(instructor);
    const { status, json } = await erase(student, mode);
    expect([status, json.cancelled_lessons]).toEqual([200, 3]);
    for (const [id, percent] of [
      [free, 0],
      [half, 50],
      [full, 100],
    ] as const) {
      expect(await bookingRow(id)).toMatchObject({
        status: "cancelled",
        cancelled_by: "student",
        cancelled_at: NOW,
        cancellation_reason: REASON,
        cancellation_fee_percent: percent,
        cancellation_fee_cents: 60 * percent,
      });
      const [mail, ...more] = await mailsAbout(id);
      expect(more).toEqual([]);
      expect(mail).toMatchObject({ user_id: instructor.id, kind: "lesson_cancelled" });
      expect(JSON.parse(mail?.data ?? "")).toMatchObject({ otherName: "Sam P.", reason: REASON });
      expect(
        await query(
          "SELECT from_status, to_status, reason FROM booking_events WHERE booking_id = ?",
          id,
        ),
      ).toEqual([{ from_status: "confirmed", to_status: "cancelled", reason: REASON }]);
    }
    expect(await versionOf(instructor)).toBe(version + 3);
  }
});

test("an instructor's lessons ahead cost nobody anything, and their students are told", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const id = await createBooking({ instructor, student, startAt: "2026-12-01T16:00:00Z" });
  expect((await erase(instructor)).json.cancelled_lessons).toBe(1);
  expect(await bookingRow(id)).toMatchObject({
    status: "cancelled",
    cancelled_by: "instructor",
    cancellation_fee_cents: 0,
  });
  expect(await mailsAbout(id)).toMatchObject([{ user_id: student.id }]);
  const { json } = await api.get(`/api/bookings/${id}`, { as: student });
  expect(json.instructor.display_name).toBe("Deleted user");
});

test("a lesson that has begun is no lesson ahead, one a quarter of an hour later is", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const begun = await createBooking({ instructor, student, startAt: "2026-12-01T15:00:00Z" });
  const ahead = await createBooking({
    instructor: await createInstructor(),
    student,
    startAt: "2026-12-01T16:00:00Z",
  });
  expect((await erase(student)).json.cancelled_lessons).toBe(1);
  expect((await bookingRow(begun))?.status).toBe("confirmed");
  expect((await bookingRow(ahead))?.status).toBe("cancelled");
});

test("the freed time is bookable at the next read", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  await createBooking({ instructor, student, startAt: "2026-12-02T14:00:00Z" });
  const path = `/api/public/instructors/${instructor.id}/next-available?duration_minutes=60`;
  const before = await api.get(path);
  await erase(student);
  const after = await api.get(path);
  expect([before.status, after.status]).toEqual([200, 200]);
  const lesson = { start_at: "2026-12-02T14:00:00Z", duration_minutes: 60 };
  const checked = await api.post(`/api/public/instructors/${instructor.id}/check-slots`, {
    items: [lesson],
  });
  expect(checked.json.items[0]).toMatchObject({ available: true });
});

test("a lesson that is booked just while somebody is erased does not survive it", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  let booked = "";
  const { db } = watchDatabase(env.DB, {
    // Slips in between what was read and what is written, once.
    beforeBatch: async (texts) => {
      if (booked || !texts.some((sql) => sql.includes("erased_at = "))) return;
      booked = await createBooking({ instructor, student, startAt: "2026-12-03T15:00:00Z" });
    },
  });
  const racing = createTestApi({ now: NOW, bindings: { DB: db } });
  const { status, json } = await erase(student, "delete", racing);
  expect([status, json.cancelled_lessons]).toEqual([200, 1]);
  expect((await bookingRow(booked))?.status).toBe("cancelled");
  expect(await mailsAbout(booked)).toHaveLength(1);
});

test("somebody who is booked again and again meanwhile is left whole, and told why", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  let day = 2;
  const { db } = watchDatabase(env.DB, {
    beforeBatch: async (texts) => {
      if (!texts.some((sql) => sql.includes("erased_at = "))) return;
      day += 1;
      await createBooking({ instructor, student, startAt: `2026-12-0${day}T15:00:00Z` });
    },
  });
  const racing = createTestApi({ now: NOW, bindings: { DB: db } });
  const { status, json } = await erase(student, "delete", racing);
  expect([status, json.code]).toEqual([409, "future_bookings"]);
  const rows = await query("SELECT status, erased_at FROM users WHERE id = ?", student.id);
  expect(rows).toEqual([{ status: "active", erased_at: null }]);
  // All or nothing: none of the attempts cancelled any.
  expect(
    await query("SELECT 1 FROM bookings WHERE student_id = ? AND status = 'cancelled'", student.id),
  ).toEqual([]);
});

test("more lessons than one transaction takes are all cancelled, each with one mail", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  await createHistory({
    instructor,
    student,
    count: 95,
    status: "confirmed",
    endAt: "2026-12-20T15:00:00Z",
  });
  expect((await erase(instructor)).json.cancelled_lessons).toBe(95);
  expect(
    await query(
      "SELECT status, count(*) AS n FROM bookings WHERE instructor_id = ? GROUP BY 1",
      instructor.id,
    ),
  ).toEqual([{ status: "cancelled", n: 95 }]);
  expect(await query("SELECT 1 FROM emails WHERE user_id = ?", student.id)).toHaveLength(95);
});
