import { expect, test } from "vitest";
import { createTestApi, type TestResponse } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createAdmin,
  createBooking,
  createInstructor,
  createPerson,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";

// A Tuesday, 10:00 in New York.
const NOW = "2026-12-01T15:00:00Z";
const TEN = { date: "2026-12-02", start_time: "10:00" };

function codeOf({ status, json }: TestResponse) {
  return `${status} ${json.code ?? json.status}`;
}

async function revoke(person: TestPerson, permission: string) {
  await query("INSERT INTO permission_overrides VALUES (?, ?, 0, 0)", person.id, permission);
}

const listVersions = () => query("SELECT id, availability_version FROM instructors ORDER BY id");

/** Posts each body in turn and expects its code, and that nothing in the database is another. */
async function expectRefusals(
  as: TestPerson | undefined,
  refusals: readonly (readonly [body: unknown, answer: string])[],
) {
  const api = createTestApi({ now: NOW });
  const before = { rows: await countRows(), versions: await listVersions() };
  for (const [body, answer] of refusals) {
    const response = await api.post("/api/bookings", body, as && { as });
    expect(codeOf(response), JSON.stringify(body)).toBe(answer);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  }
  expect({ rows: await countRows(), versions: await listVersions() }).toEqual(before);
}

test("of several things wrong with a request, the first check that fails answers, and nothing is written", async () => {
  const [nobody, busy] = [await createStudent(), await createStudent()];
  await revoke(nobody, "create_bookings");
  const suspended = await createInstructor({ status: "suspended" });
  const instructor = await createInstructor({ dates: { "2026-12-01": [] } });
  const other = await createInstructor();
  const self = await createInstructor({ roles: ["student", "instructor"] });
  const hidden = await createInstructor({ status: "suspended", isOfferingActive: false });
  // Lessons that stand in the way when all else is right, and outside of hours as well.
  await createBooking({ instructor, student: nobody, startAt: "2026-12-02T15:00:00Z" });
  await createBooking({ instructor, student: nobody, startAt: "2026-12-02T23:00:00Z" });
  await createBooking({ instructor, student: nobody, startAt: "2026-12-01T16:00:00Z" });
  await createBooking({ instructor: other, student: busy, startAt: "2026-12-02T15:00:00Z" });
  await createBooking({ instructor: other, student: busy, startAt: "2026-12-02T16:00:00Z" });

  const wrongTime = { start_at: "2026-12-01T14:07:00Z" };
  const wrong = { duration_minutes: 90, location_type: "neutral" };
  const malformed = { ...bookingBody(hidden, wrongTime, wrong), role: "admin" };
  await expectRefusals(undefined, [[malformed, "401 unauthenticated"]]);
  await expectRefusals({ ...nobody, cookie: "session=token-unknown" }, [
    [malformed, "401 unauthenticated"],
  ]);
  await expectRefusals(nobody, [[malformed, "403 forbidden"]]);
  await expectRefusals(self, [[bookingBody(self, wrongTime, wrong), "422 self_booking"]]);
  await expectRefusals(busy, [
    [malformed, "422 validation_failed"],
    [bookingBody(hidden, wrongTime, wrong), "404 not_found"],
    [bookingBody(suspended, wrongTime, wrong), "422 instructor_unavailable"],
    [bookingBody(instructor, wrongTime, wrong), "422 invalid_duration"],
    [bookingBody(instructor, wrongTime, { location_type: "neutral" }), "422 invalid_location"],
    [bookingBody(instructor, wrongTime), "422 invalid_start"],
    [bookingBody(instructor, { start_at: "2026-12-01T16:07:00Z" }), "422 invalid_start"],
    [bookingBody(instructor, { start_at: "2026-12-01T16:00:00Z" }), "422 insufficient_notice"],
    [bookingBody(instructor, { start_at: "2026-12-02T23:00:00Z" }), "422 outside_availability"],
    [bookingBody(instructor, TEN), "409 slot_taken"],
    [bookingBody(instructor, { ...TEN, start_time: "11:00" }), "409 student_conflict"],
  ]);
});

test("each refusal of a rule names the field of the body that it is about", async () => {
  const api = createTestApi({ now: NOW });
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const suspended = await createInstructor({ status: "suspended" });
  const self = await createInstructor({ roles: ["student", "instructor"] });
  const pathsOf = async (body: unknown, as = student) => {
    const { status, json } = await api.post("/api/bookings", body, { as });
    return [status, json.errors.map(({ path }: { path: string }) => path)];
  };
  const evening = { ...TEN, start_time: "20:00" };
  expect(await pathsOf(bookingBody(self, TEN), self)).toEqual([422, ["instructor_id"]]);
  expect(await pathsOf(bookingBody(suspended, TEN))).toEqual([422, ["instructor_id"]]);
  for (const [start, more, field] of [
    [TEN, { duration_minutes: 90 }, "duration_minutes"],
    [TEN, { location_type: "neutral" }, "location_type"],
    [{ ...TEN, start_time: "10:07" }, {}, "start_time"],
    [{ start_at: "2026-12-01T16:00:00Z" }, {}, "start_at"],
    [evening, {}, "start_time"],
    [{ start_at: "2026-12-03T01:00:00Z" }, {}, "start_at"],
  ] as const) {
    expect(await pathsOf(bookingBody(instructor, start, more))).toEqual([422, [field]]);
  }
});

test("check 1: one has to be signed in and hold create_bookings, now, not when the session began", async () => {
  const api = createTestApi({ now: NOW });
  const instructor = await createInstructor();
  const body = bookingBody(instructor, TEN);
  const teacherOnly = await createInstructor();
  const gone = await createStudent({ status: "deactivated" });
  await expectRefusals(undefined, [[body, "401 unauthenticated"]]);
  await expectRefusals({ ...teacherOnly, cookie: "session=token-unknown" }, [
    [body, "401 unauthenticated"],
  ]);
  await expectRefusals(gone, [[body, "401 unauthenticated"]]);
  await expectRefusals(teacherOnly, [[body, "403 forbidden"]]);
  await expectRefusals(await createStudent({ status: "suspended" }), [[body, "403 forbidden"]]);
  await expectRefusals(await createPerson({}), [[body, "403 forbidden"]]);

  const student = await createStudent();
  await revoke(student, "create_bookings");
  await expectRefusals(student, [[body, "403 forbidden"]]);
  await query("DELETE FROM permission_overrides WHERE user_id = ?", student.id);
  expect(codeOf(await api.post("/api/bookings", body, { as: student }))).toBe("201 confirmed");
  const granted = await createPerson({});
  await query("INSERT INTO permission_overrides VALUES (?, 'create_bookings', 1, 0)", granted.id);
  const later = bookingBody(instructor, { ...TEN, start_time: "11:00" });
  expect(codeOf(await api.post("/api/bookings", later, { as: granted }))).toBe("201 confirmed");
  const last = bookingBody(instructor, { ...TEN, start_time: "12:00" });
  const asAdmin = await api.post("/api/bookings", last, { as: await createAdmin() });
  expect(codeOf(asAdmin)).toBe("201 confirmed");
});

test("check 2: a field that is missing, unknown, of another type or too long is named", async () => {
  const api = createTestApi({ now: NOW });
  const student = await createStudent();
  const instructor = await createInstructor();
  const good: Record<string, unknown> = bookingBody(instructor, TEN);
  const without = (name: string) => ({ ...good, [name]: undefined });
  const cases: [path: string, body: unknown][] = [
    ...["instructor_id", "offering_id", "duration_minutes", "location_type"].map(
      (name): [string, unknown] => [name, without(name)],
    ),
    ...["role", "price_cents", "status", "student_id", "id", "end_at"].map(
      (name): [string, unknown] => [name, { ...good, [name]: "confirmed" }],
    ),
    ["start_time", without("start_time")],
    ["start_time", without("date")],
    ["start_time", { ...good, start_at: "2026-12-02T15:00:00Z" }],
    ["start_time", { ...good, start_time: "24:00" }],
    ["start_time", { ...good, start_time: "9:00" }],
    ["date", { ...good, date: "2026-02-30" }],
    ["date", { ...good, date: 20261202 }],
    ["start_at", bookingBody(instructor, { start_at: "2026-12-02T15:00:00" })],
    ["start_at", bookingBody(instructor, { start_at: "2026-12-02" })],
    ["duration_minutes", { ...good, duration_minutes: "60" }],
    ["duration_minutes", { ...good, duration_minutes: 60.5 }],
    ["duration_minutes", { ...good, duration_minutes: 0 }],
    ["location_type", { ...good, location_type: "moon" }],
    ["instructor_id", { ...good, instructor_id: "" }],
    ["location_detail", { ...good, location_detail: "x".repeat(301) }],
    ["student_note", { ...good, student_note: "x".repeat(1001) }],
    ["student_note", { ...good, student_note: "null \u0000 byte" }],
    ["student_note", { ...good, student_note: "half \ud83d pair" }],
    ["", []],
    ["", null],
  ];
  const before = await countRows();
  for (const [path, body] of cases) {
    const response = await api.post("/api/bookings", body, { as: student });
    expect(codeOf(response), JSON.stringify(body)).toBe("422 validation_failed");
    expect(response.json.errors.map((error: { path: string }) => error.path)).toContain(path);
  }
  expect(await countRows()).toEqual(before);
  const longest = { location_detail: "x".repeat(300), student_note: "x".repeat(1000) };
  const booked = await api.post("/api/bookings", { ...good, ...longest }, { as: student });
  expect(codeOf(booked)).toBe("201 confirmed");
});

test("check 3: an unknown instructor, an unknown, hidden or foreign offering are the same nothing", async () => {
  const student = await createStudent();
  const [instructor, other] = [await createInstructor(), await createInstructor()];
  const hidden = await createInstructor({ isOfferingActive: false });
  const unknown = "0000000000zzzzzzzzzzzzzzzz";
  await expectRefusals(student, [
    [bookingBody({ ...instructor, id: unknown }, TEN), "404 not_found"],
    [bookingBody({ ...instructor, id: student.id }, TEN), "404 not_found"],
    [bookingBody({ ...instructor, offeringId: unknown }, TEN), "404 not_found"],
    [bookingBody({ ...instructor, offeringId: other.offeringId }, TEN), "404 not_found"],
    [bookingBody(hidden, TEN), "404 not_found"],
  ]);
});

test("checks 4 and 5: nobody books themselves, or somebody who is suspended or gone", async () => {
  const student = await createStudent();
  const self = await createInstructor({ roles: ["student", "instructor"] });
  await expectRefusals(self, [[bookingBody(self, TEN), "422 self_booking"]]);
  for (const status of ["suspended", "deactivated"] as const) {
    const instructor = await createInstructor({ status });
    await expectRefusals(student, [[bookingBody(instructor, TEN), "422 instructor_unavailable"]]);
  }
  const api = createTestApi({ now: NOW });
  const active = await createInstructor();
  const booked = await api.post("/api/bookings", bookingBody(active, TEN), { as: self });
  expect(codeOf(booked)).toBe("201 confirmed");
});

test("checks 6 and 7: the duration and the place are among those offered, and no others", async () => {
  const api = createTestApi({ now: NOW });
  const student = await createStudent();
  const instructor = await createInstructor({ durations: [30, 90], locationTypes: ["neutral"] });
  const body = (duration_minutes: number, location_type = "neutral") =>
    bookingBody(instructor, TEN, { duration_minutes, location_type });
  await expectRefusals(student, [
    ...[15, 29, 31, 45, 60, 89, 240].map(
      (minutes) => [body(minutes), "422 invalid_duration"] as const,
    ),
    ...["online", "student_home", "instructor_location"].map(
      (place) => [body(90, place), "422 invalid_location"] as const,
    ),
  ]);
  const booked = await api.post("/api/bookings", body(90), { as: student });
  expect(codeOf(booked)).toBe("201 confirmed");
  expect(booked.json).toMatchObject({ duration_minutes: 90, location_type: "neutral" });
});
