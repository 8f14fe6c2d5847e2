import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { createStudents, listBrokenBuffers, listOverlaps, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createInstructor,
  createStudent,
  everyDay,
} from "../../../tests/factories.ts";

const NOW = "2026-12-01T15:00:00Z";
const tomorrow = (start_time: string) => ({ date: "2026-12-02", start_time });

function count(answers: readonly { status: number; json: { code?: string } }[]) {
  const names = answers.map(({ status, json }) => `${status} ${json.code ?? "booked"}`);
  return Object.fromEntries(
    [...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]),
  );
}

test("of 200 people who want one slot at once one gets it, and the others hear what else is free", {
  timeout: 60_000,
}, async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor();
  const students = await createStudents(200);
  const body = bookingBody(instructor, tomorrow("10:00"));

  const answers = await Promise.all(students.map((as) => api.post("/api/bookings", body, { as })));

  expect(count(answers)).toEqual({ "201 booked": 1, "409 slot_taken": 199 });
  const winner = answers.find(({ status }) => status === 201);
  expect(await query("SELECT id FROM bookings WHERE instructor_id = ?", instructor.id)).toEqual([
    { id: winner?.json.id },
  ]);
  expect(
    await query("SELECT to_status FROM booking_events WHERE booking_id = ?", winner?.json.id),
  ).toEqual([{ to_status: "confirmed" }]);
  expect(
    await query("SELECT availability_version AS v FROM instructors WHERE id = ?", instructor.id),
  ).toEqual([{ v: 2 }]);
  for (const { status, json } of answers) {
    if (status === 409) {
      expect(json.alternatives).toEqual([
        "2026-12-02T14:00:00Z",
        "2026-12-02T16:00:00Z",
        "2026-12-02T16:15:00Z",
      ]);
    }
  }
});

test("the alternatives that come with a taken time can be booked", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor({ bufferMinutes: 30 });
  const [first, second] = [await createStudent(), await createStudent()];
  const body = bookingBody(instructor, tomorrow("11:00"));
  await api.post("/api/bookings", body, { as: first });
  const { json } = await api.post("/api/bookings", body, { as: second });
  expect(json.alternatives).toEqual([
    "2026-12-02T14:15:00Z",
    "2026-12-02T14:30:00Z",
    "2026-12-02T17:30:00Z",
  ]);
  for (const start_at of json.alternatives) {
    const check = bookingBody(instructor, { start_at });
    const checked = await api.post("/api/bookings/check", check, { as: second });
    expect(checked.json.available).toBe(true);
  }
});

test("when nothing else is free the alternatives are none", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor({
    weekly: {},
    dates: { "2026-12-02": ["10:00-11:00"] },
  });
  const body = bookingBody(instructor, tomorrow("10:00"));
  await api.post("/api/bookings", body, { as: await createStudent() });
  const { json } = await api.post("/api/bookings", body, { as: await createStudent() });
  expect(json).toMatchObject({ code: "slot_taken", alternatives: [] });
});

test("simultaneous lessons that overlap without starting together leave no two in each other's way", {
  timeout: 20_000,
}, async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor({
    bufferMinutes: 15,
    durations: [30, 60, 105],
    weekly: everyDay("09:00-12:00"),
  });
  const students = await createStudents(36);
  const answers = await Promise.all(
    students.map((as, index) => {
      const start_at = new Date(Date.parse("2026-12-02T14:00:00Z") + (index % 12) * 900_000);
      const duration_minutes = [30, 60, 105][Math.floor(index / 12)];
      const body = bookingBody(
        instructor,
        { start_at: start_at.toISOString() },
        { duration_minutes },
      );
      return api.post("/api/bookings", body, { as });
    }),
  );
  const { "201 booked": booked = 0, ...refused } = count(answers);
  expect(booked).toBeGreaterThanOrEqual(1);
  expect(Object.keys(refused).sort()).toEqual(["409 slot_taken", "422 outside_availability"]);
  expect(
    await query("SELECT id FROM bookings WHERE instructor_id = ?", instructor.id),
  ).toHaveLength(booked);
  expect(await listOverlaps()).toEqual([]);
  expect(await listBrokenBuffers()).toEqual([]);
});

test("one student cannot be with thirty instructors at once", { timeout: 20_000 }, async () => {
  const api = createTestApi({ now: NOW });
  const student = await createStudent();
  const instructors = await Promise.all(Array.from({ length: 30 }, () => createInstructor()));
  const answers = await Promise.all(
    instructors.map((instructor, index) => {
      const start = tomorrow(["10:00", "10:15", "10:30"][index % 3] as string);
      return api.post("/api/bookings", bookingBody(instructor, start), { as: student });
    }),
  );
  expect(count(answers)).toEqual({ "201 booked": 1, "409 student_conflict": 29 });
  expect(await query("SELECT id FROM bookings WHERE student_id = ?", student.id)).toHaveLength(1);
});

test("who teaches and learns is in one place at a time, whichever of both is booked first", {
  timeout: 20_000,
}, async () => {
  const api = createTestApi({ now: NOW });
  const both = await createInstructor({ roles: ["student", "instructor"] });
  const others = await Promise.all(Array.from({ length: 10 }, () => createInstructor()));
  const students = await createStudents(10);
  const answers = await Promise.all([
    ...others.map((instructor) =>
      api.post("/api/bookings", bookingBody(instructor, tomorrow("10:00")), { as: both }),
    ),
    ...students.map((as) =>
      api.post("/api/bookings", bookingBody(both, tomorrow("10:30")), { as }),
    ),
  ]);
  const counts = count(answers);
  expect(counts["201 booked"]).toBe(1);
  expect((counts["409 slot_taken"] ?? 0) + (counts["409 student_conflict"] ?? 0)).toBe(19);
  expect(await listOverlaps()).toEqual([]);

  const teaching = bookingBody(both, tomorrow("14:00"));
  const learning = bookingBody(others[0] as (typeof others)[0], tomorrow("13:30"));
  expect((await api.post("/api/bookings", teaching, { as: await createStudent() })).status).toBe(
    201,
  );
  expect((await api.post("/api/bookings", learning, { as: both })).json.code).toBe(
    "student_conflict",
  );
  const after = bookingBody(others[0] as (typeof others)[0], tomorrow("15:00"));
  expect((await api.post("/api/bookings", after, { as: both })).status).toBe(201);
  const during = bookingBody(both, tomorrow("15:45"));
  expect((await api.post("/api/bookings", during, { as: await createStudent() })).json.code).toBe(
    "slot_taken",
  );
});

test("two people who want to teach each other at one time do not both succeed", async () => {
  const api = createTestApi({ now: NOW });
  const roles = { roles: ["student", "instructor"] as const };
  const one = await createInstructor({ roles: [...roles.roles] });
  const other = await createInstructor({ roles: [...roles.roles] });
  const answers = await Promise.all([
    api.post("/api/bookings", bookingBody(one, tomorrow("10:00")), { as: other }),
    api.post("/api/bookings", bookingBody(other, tomorrow("10:00")), { as: one }),
  ]);
  expect(count(answers)).toEqual({ "201 booked": 1, "409 slot_taken": 1 });
});
