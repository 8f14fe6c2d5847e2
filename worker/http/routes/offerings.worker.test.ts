import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
  type TestInstructor,
} from "../../../tests/factories.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
const PATH = "/api/instructors/me/offerings";
const GUITAR = {
  service: "guitar",
  hourly_rate_cents: 7500,
  duration_options: [60, 30],
  location_types: ["online", "neutral"],
};

async function listOwn(instructor: TestInstructor) {
  const { json } = await api.get(PATH, { as: instructor });
  return json.items.map((one: { id: string; is_active: boolean; service: { slug: string } }) => [
    one.service.slug,
    one.is_active,
  ]);
}

async function listPublic({ id }: TestInstructor) {
  const { json } = await api.get(`/api/instructors/${id}`);
  return json.offerings.map(({ service }: { service: { slug: string } }) => service.slug);
}

test("an offering is made, read back and public at once", async () => {
  const instructor = await createInstructor();
  const { status, json, headers } = await api.post(
    PATH,
    { ...GUITAR, levels: ["beginner"], audiences: ["kids"], description: " Songs, soon. " },
    { as: instructor },
  );
  expect(status).toBe(201);
  expect(headers.get("location")).toBe(`${PATH}/${json.id}`);
  expect(json).toEqual({
    id: json.id,
    service: { slug: "guitar", name: "Guitar", category: "music" },
    hourly_rate_cents: 7500,
    duration_options: [30, 60],
    location_types: ["online", "neutral"],
    levels: ["beginner"],
    audiences: ["kids"],
    description: "Songs, soon.",
    is_active: true,
  });
  expect(await listPublic(instructor)).toEqual(["piano", "guitar"]);
});

test("a service is offered once, also when asked for several times at once", async () => {
  const instructor = await createInstructor();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => api.post(PATH, GUITAR, { as: instructor })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.json.code).toBe("service_offered");
  expect(await listOwn(instructor)).toEqual([
    ["piano", true],
    ["guitar", true],
  ]);
});

test("an offering that was never booked goes, one that was is hidden and its lessons stay whole", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  const { json: guitar } = await api.post(PATH, GUITAR, { as: instructor });
  const id = await createBooking({ instructor, student, startAt: "2026-12-03T15:00:00Z" });
  const before = (await api.get(`/api/bookings/${id}`, { as: student })).json;
  for (const offeringId of [guitar.id, instructor.offeringId]) {
    const request = { method: "DELETE", as: instructor };
    expect((await api.send(`${PATH}/${offeringId}`, request)).status).toBe(204);
  }
  expect(await listOwn(instructor)).toEqual([["piano", false]]);
  expect(await listPublic(instructor)).toEqual([]);
  expect((await api.get(`/api/bookings/${id}`, { as: student })).json).toEqual(before);
  const start = { date: "2026-12-04", start_time: "10:00" };
  const refused = await api.post("/api/bookings", bookingBody(instructor, start), { as: student });
  expect(refused.status).toBe(404);
  const request = { method: "DELETE", as: instructor };
  expect((await api.send(`${PATH}/${instructor.offeringId}`, request)).status).toBe(204);
  expect((await api.send(`${PATH}/${guitar.id}`, request)).status).toBe(404);
});

test("a hidden offering is shown again under its id, as it was or with new values", async () => {
  const instructor = await createInstructor({ isOfferingActive: false });
  const path = `${PATH}/${instructor.offeringId}`;
  const patch = (body: unknown) => api.send(path, { method: "PATCH", body, as: instructor });
  expect((await patch({ is_active: true })).json).toMatchObject({
    id: instructor.offeringId,
    is_active: true,
    hourly_rate_cents: 6000,
  });
  await patch({ is_active: false });
  const again = await api.post(PATH, { ...GUITAR, service: "piano" }, { as: instructor });
  expect([again.status, again.json]).toMatchObject([
    201,
    { id: instructor.offeringId, is_active: true, hourly_rate_cents: 7500 },
  ]);
});

test("a change writes only what was sent, the same again nothing, and lessons keep their price", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  const id = await createBooking({ instructor, student, startAt: "2026-12-03T15:00:00Z" });
  const path = `${PATH}/${instructor.offeringId}`;
  const body = { hourly_rate_cents: 9900, duration_options: [240, 15] };
  const { json } = await api.send(path, { method: "PATCH", body, as: instructor });
  expect(json).toMatchObject({
    hourly_rate_cents: 9900,
    duration_options: [15, 240],
    location_types: ["online", "student_home"],
  });
  const lesson = (await api.get(`/api/bookings/${id}`, { as: student })).json;
  expect([lesson.hourly_rate_cents, lesson.price_cents]).toEqual([6000, 6000]);
  const before = await query("SELECT * FROM offerings WHERE id = ?", instructor.offeringId);
  const later = createTestApi({ now: "2026-12-01T16:00:00Z" });
  await later.send(path, { method: "PATCH", body, as: instructor });
  expect(await query("SELECT * FROM offerings WHERE id = ?", instructor.offeringId)).toEqual(
    before,
  );
});

test("twenty services can be offered and no more, hidden ones not counted, nor shown beyond it", async () => {
  const instructor = await createInstructor();
  const { json: catalog } = await api.get("/api/services/catalog");
  const slugs = catalog.items
    .map(({ slug }: { slug: string }) => slug)
    .filter((slug: string) => slug !== "piano");
  const offer = (service: string) =>
    api.post(PATH, { ...GUITAR, service, location_types: ["neutral"] }, { as: instructor });
  for (const slug of slugs.slice(0, 18)) expect((await offer(slug)).status).toBe(201);
  const last = await Promise.all(slugs.slice(18, 21).map(offer));
  expect(last.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  const refused = last.find(({ status }) => status === 422);
  expect(refused?.json.errors).toEqual([
    { path: "service", message: "makes more than 20 services" },
  ]);
  const path = `${PATH}/${instructor.offeringId}`;
  const patch = (body: unknown) => api.send(path, { method: "PATCH", body, as: instructor });
  await patch({ is_active: false });
  expect((await offer(slugs[21])).status).toBe(201);
  expect((await patch({ is_active: true })).json.errors[0].path).toBe("is_active");
  expect((await offer("piano")).json.errors[0].path).toBe("service");
});

test("a senseless offering is refused at its field, new or changed, and nothing is written", async () => {
  const instructor = await createInstructor({ service: "swimming" });
  const { json: catalog } = await api.get("/api/services/catalog");
  const offline = catalog.items.find(
    (service: { online_capable: boolean }) => !service.online_capable,
  ).slug;
  const cents = "must be a whole number from 100 to 100000";
  const minutes = "must be a whole number from 15 to 240";
  const cases: [field: string, value: unknown, path: string, message: unknown][] = [
    ["hourly_rate_cents", 0, "hourly_rate_cents", cents],
    ["hourly_rate_cents", 99, "hourly_rate_cents", cents],
    ["hourly_rate_cents", 100_001, "hourly_rate_cents", cents],
    ["hourly_rate_cents", Number.NaN, "hourly_rate_cents", cents],
    ["hourly_rate_cents", 6000.5, "hourly_rate_cents", cents],
    ["hourly_rate_cents", "6000", "hourly_rate_cents", cents],
    ["duration_options", [], "duration_options", "is empty"],
    ["duration_options", [30, 50], "duration_options.1", "must be a multiple of 15 minutes"],
    ["duration_options", [0], "duration_options.0", minutes],
    ["duration_options", [255], "duration_options.0", minutes],
    [
      "duration_options",
      [15, 30, 45, 60, 75, 90, 105],
      "duration_options",
      "has more than 6 items",
    ],
    ["location_types", [], "location_types", "is empty"],
    ["location_types", ["moon"], "location_types.0", expect.stringContaining("must be one of")],
    ["levels", ["wizard"], "levels.0", expect.stringContaining("must be one of")],
    ["audiences", "kids", "audiences", "must be a list"],
    ["description", "x".repeat(501), "description", "is longer than 500 characters"],
    ["description", "<b>bold</b>", "description", "must be plain text, without markup"],
    ["price_cents", 5, "price_cents", "is not a known field"],
  ];
  const state = async () => [
    await countRows(),
    await query("SELECT * FROM offerings WHERE instructor_id = ?", instructor.id),
  ];
  const before = await state();
  const { service: _, ...changes } = GUITAR;
  for (const [field, value, path, message] of cases) {
    for (const request of [
      { path: PATH, method: "POST", body: { ...GUITAR, [field]: value } },
      {
        path: `${PATH}/${instructor.offeringId}`,
        method: "PATCH",
        body: { ...changes, location_types: ["neutral"], [field]: value },
      },
    ]) {
      const { status, json } = await api.send(request.path, { ...request, as: instructor });
      expect([field, value, status, json.errors]).toEqual([field, value, 422, [{ path, message }]]);
    }
  }
  const online = { ...GUITAR, service: offline };
  const refused = await api.post(PATH, online, { as: instructor });
  expect(refused.json.errors[0].path).toBe("location_types");
  const unknown = await api.post(PATH, { ...GUITAR, service: "alchemy" }, { as: instructor });
  expect(unknown.json.errors[0].path).toBe("service");
  const moved = { method: "PATCH", body: { service: "guitar" }, as: instructor };
  const path = `${PATH}/${instructor.offeringId}`;
  expect((await api.send(path, moved)).json.errors[0].path).toBe("service");
  expect(await state()).toEqual(before);
});

test("somebody else's offering does not exist, and offerings need a profile", async () => {
  const [mine, other] = [await createInstructor(), await createInstructor()];
  const path = `${PATH}/${other.offeringId}`;
  const body = { hourly_rate_cents: 100 };
  const before = await query("SELECT * FROM offerings WHERE id = ?", other.offeringId);
  expect((await api.send(path, { method: "PATCH", body, as: mine })).status).toBe(404);
  expect((await api.send(path, { method: "DELETE", as: mine })).status).toBe(404);
  expect(await query("SELECT * FROM offerings WHERE id = ?", other.offeringId)).toEqual(before);
  const student = await createStudent();
  expect((await api.post(PATH, GUITAR, { as: student })).status).toBe(403);
  await query("INSERT INTO user_roles VALUES (?, 'instructor', 1)", student.id);
  expect((await api.post(PATH, GUITAR, { as: student })).status).toBe(404);
});
