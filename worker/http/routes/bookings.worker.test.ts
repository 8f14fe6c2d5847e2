import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { bookingBody, createInstructor, createStudent } from "../../../tests/factories.ts";

const NOW = "2026-12-01T15:00:00Z";
const TEN = { date: "2026-12-02", start_time: "10:00" };

test("a student books a free hour, and it is gone from the public availability at the next read", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor();
  const student = await createStudent();
  const path = `/api/public/instructors/${instructor.id}/availability?start_date=2026-12-02&end_date=2026-12-02`;
  const slots = async () => {
    const { json } = await api.get(path);
    return json.availability_by_date["2026-12-02"].available_slots.map(
      ({ start_time, end_time }: Record<string, string>) => `${start_time}-${end_time}`,
    );
  };
  expect(await slots()).toEqual(["09:00-17:00"]);

  const booked = await api.post("/api/bookings", bookingBody(instructor, TEN), { as: student });

  expect(booked.status).toBe(201);
  expect(await slots()).toEqual(["09:00-10:00", "11:00-17:00"]);
});

test("the answer to a booking is the whole lesson, and reading it again gives the same", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor({ firstName: "Sarah", lastName: "chen" });
  const student = await createStudent({ firstName: "Tom", lastName: "Ivers" });
  const body = bookingBody(instructor, TEN, {
    duration_minutes: 45,
    location_type: "student_home",
    location_detail: "  12 Main St, Apt 3\nring twice ",
    student_note: "I can read notes.",
  });

  const booked = await api.post("/api/bookings", body, { as: student });

  expect(booked.json).toEqual({
    id: expect.stringMatching(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/),
    status: "confirmed",
    instructor: { id: instructor.id, display_name: "Sarah C." },
    student: { id: student.id, display_name: "Tom I." },
    offering_id: instructor.offeringId,
    service_name: "Piano",
    ...TEN,
    end_time: "10:45",
    start_at: "2026-12-02T15:00:00Z",
    end_at: "2026-12-02T15:45:00Z",
    timezone: "America/New_York",
    duration_minutes: 45,
    hourly_rate_cents: 6000,
    price_cents: 4500,
    location_type: "student_home",
    location_detail: "12 Main St, Apt 3\nring twice",
    student_note: "I can read notes.",
    instructor_note: null,
    created_at: NOW,
    updated_at: NOW,
  });
  expect(booked.headers.get("location")).toBe(`/api/bookings/${booked.json.id}`);
  expect(booked.headers.get("cache-control")).toBe("private, no-store");
  for (const reader of [student, instructor]) {
    const read = await api.get(`/api/bookings/${booked.json.id}`, { as: reader });
    expect(read.status).toBe(200);
    expect(read.json).toEqual(booked.json);
  }
});

test("a booking writes one row, one move in its history, and raises the version of its instructor alone", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor();
  const bystander = await createInstructor();
  const student = await createStudent();

  const { json } = await api.post("/api/bookings", bookingBody(instructor, TEN), { as: student });

  expect(
    await query("SELECT id, policy_version FROM bookings WHERE student_id = ?", student.id),
  ).toEqual([{ id: json.id, policy_version: 1 }]);
  expect(await query("SELECT * FROM booking_events WHERE booking_id = ?", json.id)).toEqual([
    {
      id: expect.any(Number),
      booking_id: json.id,
      actor_id: student.id,
      from_status: null,
      to_status: "confirmed",
      from_start_at: null,
      to_start_at: Date.parse(json.start_at),
      reason: null,
      created_at: Date.parse(NOW),
    },
  ]);
  const versions = await query<{ id: string; v: number }>(
    "SELECT id, availability_version AS v FROM instructors WHERE id IN (?, ?)",
    instructor.id,
    bystander.id,
  );
  expect(Object.fromEntries(versions.map(({ id, v }) => [id, v]))).toEqual({
    [instructor.id]: 2,
    [bystander.id]: 1,
  });
});

test("a lesson that an instructor takes raises the versions of both calendars", async () => {
  const api = createTestApi({ now: NOW });
  const teacher = await createInstructor();
  const learner = await createInstructor({ roles: ["student", "instructor"] });

  const booked = await api.post("/api/bookings", bookingBody(teacher, TEN), { as: learner });

  expect(booked.status).toBe(201);
  expect(
    await query(
      "SELECT availability_version AS v FROM instructors WHERE id IN (?, ?)",
      teacher.id,
      learner.id,
    ),
  ).toEqual([{ v: 2 }, { v: 2 }]);
});

test("a booking keeps what it was made of when the offering, the service and the zone change", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor({ hourlyRateCents: 7350, service: "drums" });
  const student = await createStudent();
  const body = bookingBody(instructor, TEN, { duration_minutes: 30 });
  const booked = await api.post("/api/bookings", body, { as: student });
  await query("UPDATE offerings SET hourly_rate_cents = 9900 WHERE id = ?", instructor.offeringId);
  await query("UPDATE services SET name = 'Percussion' WHERE slug = 'drums'");
  await query("UPDATE instructors SET timezone = 'Asia/Tokyo' WHERE id = ?", instructor.id);

  const read = await api.get(`/api/bookings/${booked.json.id}`, { as: student });

  expect(read.json).toEqual(booked.json);
  expect(read.json).toMatchObject({ price_cents: 3675, service_name: "Drums", ...TEN });
});

test("a price that falls on half a cent is rounded up, once", async () => {
  const api = createTestApi({ now: NOW });
  const student = await createStudent();
  // 67.05 an hour: half an hour is 33.525, three quarters are 50.2875.
  const instructor = await createInstructor({ hourlyRateCents: 6705 });
  const book = (start_time: string, minutes: number) =>
    api.post(
      "/api/bookings",
      bookingBody(instructor, { ...TEN, start_time }, { duration_minutes: minutes }),
      { as: student },
    );
  expect((await book("10:00", 30)).json.price_cents).toBe(3353);
  expect((await book("11:00", 45)).json.price_cents).toBe(5029);
});

test("blank and absent words are the same: nothing", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor();
  const student = await createStudent();
  const words = { location_detail: "  ", student_note: null };
  const booked = await api.post("/api/bookings", bookingBody(instructor, TEN, words), {
    as: student,
  });
  expect(booked.status).toBe(201);
  expect(booked.json).toMatchObject({ location_detail: null, student_note: null });
});
