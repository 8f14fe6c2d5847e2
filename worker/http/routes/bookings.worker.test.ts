import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { bookingBody, createInstructor, createStudent } from "../../../tests/factories.ts";

test("a student books a free hour, and it is gone from the public availability at the next read", async () => {
  const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
  const instructor = await createInstructor({ firstName: "Sarah", lastName: "Chen" });
  const student = await createStudent({ firstName: "Tom", lastName: "Ivers" });
  const path = `/api/public/instructors/${instructor.id}/availability?start_date=2026-12-02&end_date=2026-12-02`;
  const booked = await api.post(
    "/api/bookings",
    bookingBody(instructor, { date: "2026-12-02", start_time: "10:00" }),
    { as: student },
  );
  expect(booked.status).toBe(201);
  const after = await api.get(path);
  expect(after.json.availability_by_date["2026-12-02"].available_slots).toHaveLength(2);
});
