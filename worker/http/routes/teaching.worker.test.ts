import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createPerson,
  createStudent,
} from "../../../tests/factories.ts";

const NOW = "2026-12-01T15:00:00Z";
const api = createTestApi({ now: NOW });
const ME = "/api/instructors/me";
const PROFILE = {
  bio: "Teaches with patience and humour.",
  years_experience: 7,
  areas: ["brooklyn", "manhattan"],
};

test("a student becomes an instructor in one step and is told what is missing until somebody can book", async () => {
  const student = await createStudent({ firstName: "Maya", lastName: "Lindgren" });
  const { status, json, headers } = await api.post(ME, PROFILE, { as: student });
  expect([status, headers.get("location")]).toEqual([201, ME]);
  expect(json).toEqual({
    id: student.id,
    display_name: "Maya L.",
    bio: PROFILE.bio,
    years_experience: 7,
    timezone: "America/New_York",
    minimum_notice_hours: 2,
    areas: [
      { slug: "brooklyn", name: "Brooklyn", borough: "Brooklyn" },
      { slug: "manhattan", name: "Manhattan", borough: "Manhattan" },
    ],
    offerings: [],
    buffer_minutes: 0,
    availability_version: 1,
    account_status: "active",
    missing: ["offerings", "hours"],
  });
  const sessions = await query(
    "SELECT is_rotation_due FROM sessions WHERE user_id = ?",
    student.id,
  );
  expect(sessions).toEqual([{ is_rotation_due: 1 }]);
  const me = await api.get("/api/auth/me", { as: student });
  expect(me.json.roles.sort()).toEqual(["instructor", "student"]);

  await api.post(
    `${ME}/offerings`,
    {
      service: "piano",
      hourly_rate_cents: 6000,
      duration_options: [60],
      location_types: ["online"],
    },
    { as: student },
  );
  expect((await api.get(ME, { as: student })).json.missing).toEqual(["hours"]);
  const date = "/api/instructors/me/availability/dates/2026-12-02";
  const body = { ranges: [{ start_time: "09:00", end_time: "17:00" }] };
  await api.send(date, { method: "PUT", body, as: student });
  const { json: ready } = await api.get(ME, { as: student });
  expect([ready.missing, ready.offerings.length]).toEqual([[], 1]);
  const other = await createStudent();
  const start = { date: "2026-12-02", start_time: "10:00" };
  const offer = { ...student, offeringId: ready.offerings[0].id };
  expect((await api.post("/api/bookings", bookingBody(offer, start), { as: other })).status).toBe(
    201,
  );
});

test("whoever is an instructor already becomes none again, also of several requests at once", async () => {
  const instructor = await createInstructor();
  const before = await countRows();
  const again = await api.post(ME, PROFILE, { as: instructor });
  expect([again.status, again.json.code]).toEqual([409, "already_instructor"]);
  expect(await countRows()).toEqual(before);
  const student = await createStudent();
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      api.post(ME, { ...PROFILE, years_experience: index }, { as: student }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  const won = answers.find(({ status }) => status === 201);
  const { json } = await api.get(ME, { as: student });
  expect(json).toEqual(won?.json);
});

test("nobody suspended becomes an instructor, and nobody without a profile has one", async () => {
  const suspended = await createStudent({ status: "suspended" });
  const before = await countRows();
  expect((await api.post(ME, PROFILE, { as: suspended })).status).toBe(403);
  expect((await api.post(ME, PROFILE)).status).toBe(401);
  expect(await countRows()).toEqual(before);
  const roleOnly = await createPerson({ roles: ["instructor"] });
  expect((await api.get(ME, { as: roleOnly })).status).toBe(404);
  expect((await api.send(ME, { method: "PATCH", body: {}, as: roleOnly })).status).toBe(404);
  expect((await api.post(`${ME}/suspend`, {}, { as: roleOnly })).status).toBe(404);
  expect((await api.get(ME, { as: await createStudent() })).status).toBe(403);
});

test("a senseless profile is refused at its field, new or changed, and nothing is half saved", async () => {
  const student = await createStudent();
  const instructor = await createInstructor();
  const eleven = [
    "brooklyn",
    "manhattan",
    ...Array.from({ length: 9 }, (_, index) => `area-${index}`),
  ];
  const cases: [field: string, value: unknown, message: string][] = [
    ["bio", "too short", "is shorter than 10 characters"],
    ["bio", `  ${"x".repeat(9)}\n`, "is shorter than 10 characters"],
    ["bio", "x".repeat(1001), "is longer than 1000 characters"],
    ["bio", "Hello <script>alert(1)</script>", "must be plain text, without markup"],
    ["bio", 'Come in <a href="//evil.test">here</a>', "must be plain text, without markup"],
    ["bio", "nothing\u0000to see here", "has characters that are not text"],
    ["years_experience", 61, "must be a whole number from 0 to 60"],
    ["years_experience", -1, "must be a whole number from 0 to 60"],
    ["years_experience", 1.5, "must be a whole number from 0 to 60"],
    ["areas", [], "is empty"],
    ["areas", eleven, "has more than 10 items"],
    ["areas", ["brooklyn", "atlantis"], "has something that is no area of the city"],
    ["areas", "brooklyn", "must be a list"],
    ["timezone", "Mars/Olympus", "must be a time zone such as America/New_York"],
    ["minimum_notice_hours", 169, "must be a whole number from 0 to 168"],
    ["buffer_minutes", 61, "must be a whole number from 0 to 60"],
    ["role", "admin", "is not a known field"],
    ["account_status", "active", "is not a known field"],
  ];
  const state = async () => [
    await countRows(),
    await query("SELECT * FROM instructors WHERE id = ?", instructor.id),
    await query("SELECT * FROM instructor_areas WHERE instructor_id = ?", instructor.id),
  ];
  const before = await state();
  for (const [field, value, message] of cases) {
    const bad = { ...PROFILE, [field]: value };
    for (const request of [
      { method: "POST", as: student },
      { method: "PATCH", as: instructor },
    ]) {
      const { status, json } = await api.send(ME, { ...request, body: bad });
      expect([field, value, status, json.errors]).toEqual([
        field,
        value,
        422,
        [{ path: field, message }],
      ]);
    }
  }
  expect(await state()).toEqual(before);
});

test("the limits of each field are fine, and so are lines, accents and a smaller-than sign", async () => {
  const student = await createStudent();
  const body = {
    bio: "I <3 Bach.",
    years_experience: 0,
    areas: ["brooklyn", "brooklyn"],
    timezone: "Europe/Berlin",
    minimum_notice_hours: 168,
    buffer_minutes: 60,
  };
  const { status, json } = await api.post(ME, body, { as: student });
  expect(status).toBe(201);
  expect(json.areas.length).toBe(1);
  const bio = `Élan\n\n${"x".repeat(994)}`;
  const changes = { bio, years_experience: 60, minimum_notice_hours: 0, buffer_minutes: 0 };
  const changed = await api.send(ME, { method: "PATCH", body: changes, as: student });
  expect(changed.json).toMatchObject(changes);
});

test("a change writes what was sent and nothing else, and free times follow at the next read", async () => {
  const instructor = await createInstructor({ minimumNoticeHours: 0 });
  const student = await createStudent();
  await createBooking({ instructor, student, startAt: "2026-12-02T17:00:00Z" });
  const path = `/api/public/instructors/${instructor.id}/availability?start_date=2026-12-02&end_date=2026-12-02`;
  const patch = (body: unknown) => api.send(ME, { method: "PATCH", body, as: instructor });
  expect((await api.get(path)).json.version).toBe(1);
  const { json } = await patch({ bio: "Another bio altogether.", areas: ["queens"] });
  expect([json.bio, json.years_experience, json.availability_version]).toEqual([
    "Another bio altogether.",
    7,
    1,
  ]);
  expect(json.areas.map(({ slug }: { slug: string }) => slug)).toEqual(["queens"]);
  await patch({ buffer_minutes: 30 });
  const { json: buffered } = await api.get(path);
  expect([buffered.version, buffered.policy.buffer_minutes]).toEqual([2, 30]);
  expect(
    buffered.availability_by_date["2026-12-02"].available_slots.map(
      ({ start_time, end_time }: { start_time: string; end_time: string }) =>
        `${start_time}-${end_time}`,
    ),
  ).toEqual(["09:00-11:30", "13:30-17:00"]);
  const before = await query("SELECT * FROM instructors WHERE id = ?", instructor.id);
  const later = createTestApi({ now: "2026-12-01T16:00:00Z" });
  const same = { bio: "Another bio altogether.", areas: ["queens"], buffer_minutes: 30 };
  await later.send(ME, { method: "PATCH", body: same, as: instructor });
  expect(await query("SELECT * FROM instructors WHERE id = ?", instructor.id)).toEqual(before);
});
