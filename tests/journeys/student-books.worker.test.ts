import { expect, test } from "vitest";
import { createTestApi, type TestResponse } from "../api.ts";
import { createInstructor } from "../factories.ts";

/** What a browser would send back. */
function cookieOf({ headers }: TestResponse) {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return { cookie: cookies.join("; ") };
}

test("somebody new finds a time, signs up, books it and sees it, and so does the instructor", async () => {
  const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
  const teacher = await createInstructor({
    firstName: "Sarah",
    lastName: "Chen",
    service: "cello",
    weekly: { 3: ["09:00-12:00"] },
  });

  const found = await api.get("/api/instructors?service=cello");
  const [profile] = found.json.items;
  expect(profile).toMatchObject({ id: teacher.id, display_name: "Sarah C." });
  const [offering] = profile.offerings;
  const next = await api.get(
    `/api/public/instructors/${profile.id}/next-available?duration_minutes=60`,
  );
  expect(next.json).toMatchObject({ found: true, date: "2026-12-02", start_time: "09:00" });
  const lesson = {
    instructor_id: profile.id,
    offering_id: offering.id,
    start_at: next.json.start_at,
    duration_minutes: 60,
    location_type: offering.location_types[0],
  };
  expect((await api.post("/api/bookings", lesson)).json.code).toBe("unauthenticated");

  const registered = await api.post("/api/auth/register", {
    email: "tom@example.test",
    password: "correct horse battery",
    first_name: "Tom",
    last_name: "Ivers",
  });
  expect(registered.status).toBe(201);
  const student = cookieOf(registered);
  expect((await api.post("/api/bookings/check", lesson, { as: student })).json).toEqual({
    available: true,
    price_cents: 6000,
  });
  const booked = await api.post("/api/bookings", lesson, { as: student });
  expect(booked.status).toBe(201);

  for (const [as, role] of [
    [student, "student"],
    [teacher, "instructor"],
  ] as const) {
    const { json } = await api.get(`/api/bookings?as=${role}`, { as });
    expect(json).toMatchObject({ total: 1, items: [{ id: booked.json.id }] });
    expect(json.items[0]).toEqual(booked.json);
  }
  const path = `/api/public/instructors/${teacher.id}`;
  const day = `${path}/availability?start_date=2026-12-02&end_date=2026-12-02`;
  expect(
    (await api.get(day)).json.availability_by_date["2026-12-02"].available_slots,
  ).toMatchObject([{ start_time: "10:00", end_time: "12:00" }]);
  const following = await api.get(`${path}/next-available?duration_minutes=60`);
  expect(following.json).toMatchObject({ start_at: booked.json.end_at });
});

test("who loses a slot while signing in takes one of the times that are offered instead", async () => {
  const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
  const teacher = await createInstructor({ bufferMinutes: 15 });
  const signUp = async (email: string) =>
    cookieOf(
      await api.post("/api/auth/register", {
        email,
        password: "correct horse battery",
        first_name: "Ada",
        last_name: "Byron",
      }),
    );
  const [quick, slow] = [await signUp("quick@example.test"), await signUp("slow@example.test")];
  const lesson = {
    instructor_id: teacher.id,
    offering_id: teacher.offeringId,
    date: "2026-12-02",
    start_time: "09:00",
    duration_minutes: 45,
    location_type: "online",
  };
  expect((await api.post("/api/bookings", lesson, { as: quick })).status).toBe(201);
  const lost = await api.post("/api/bookings", lesson, { as: slow });
  expect(lost.json).toMatchObject({ status: 409, code: "slot_taken" });
  const { date: _, start_time: __, ...rest } = lesson;
  const [start_at] = lost.json.alternatives;
  const second = await api.post("/api/bookings", { ...rest, start_at }, { as: slow });
  expect(second.json).toMatchObject({
    status: "confirmed",
    date: "2026-12-02",
    start_time: "10:00",
  });
});
