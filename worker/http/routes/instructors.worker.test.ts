import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { createInstructor, createStudent } from "../../../tests/factories.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

async function listOf(search: string) {
  const { status, json } = await api.get(`/api/instructors${search}`);
  expect(status).toBe(200);
  return json;
}

function idsOf({ items }: { items: { id: string }[] }): string[] {
  return items.map(({ id }) => id);
}

test("a profile is this JSON", async () => {
  const instructor = await createInstructor({
    firstName: "Sarah",
    lastName: "o'Chen",
    minimumNoticeHours: 24,
    service: "piano",
    hourlyRateCents: 7500,
    durations: [30, 60],
    locationTypes: ["online", "neutral"],
    areas: ["brooklyn", "astoria"],
  });
  await query(
    `UPDATE offerings SET levels = '["beginner"]', audiences = '["adults"]', description = 'Scales.'
     WHERE id = ?`,
    instructor.offeringId,
  );
  const { status, json } = await api.get(`/api/instructors/${instructor.id}`);
  expect(status).toBe(200);
  expect(json).toEqual({
    id: instructor.id,
    display_name: "Sarah O.",
    bio: "Teaches with patience and humour.",
    years_experience: 7,
    timezone: "America/New_York",
    minimum_notice_hours: 24,
    areas: [
      { slug: "astoria", name: "Astoria", borough: "Queens" },
      { slug: "brooklyn", name: "Brooklyn", borough: "Brooklyn" },
    ],
    offerings: [
      {
        id: instructor.offeringId,
        service: { slug: "piano", name: "Piano", category: "music" },
        hourly_rate_cents: 7500,
        duration_options: [30, 60],
        location_types: ["online", "neutral"],
        levels: ["beginner"],
        audiences: ["adults"],
        description: "Scales.",
      },
    ],
  });
});

test("an offering that is hidden is not on the profile", async () => {
  const { id } = await createInstructor({ isOfferingActive: false });
  expect((await api.get(`/api/instructors/${id}`)).json.offerings).toEqual([]);
});

test("unknown, suspended and deactivated instructors and mere students are the same 404", async () => {
  const people = [
    { id: "nobody" },
    { id: "%00" },
    { id: "a".repeat(1000) },
    await createInstructor({ status: "suspended" }),
    await createInstructor({ status: "deactivated" }),
    await createStudent(),
  ];
  const headers = { "x-request-id": "same" };
  const answers = await Promise.all(
    people.map(({ id }) => api.get(`/api/instructors/${id}`, { headers })),
  );
  for (const { status, text } of answers) expect([status, text]).toEqual([404, answers[0]?.text]);
});

test("the list of a service is by rate and then by id, and only of those who can be booked", async () => {
  const service = "harp";
  const dear = await createInstructor({ service, hourlyRateCents: 9000 });
  const cheap = await createInstructor({ service, hourlyRateCents: 4000 });
  const same = await createInstructor({ service, hourlyRateCents: 4000 });
  await createInstructor({ service, hourlyRateCents: 1000, status: "suspended" });
  await createInstructor({ service, hourlyRateCents: 1000, status: "deactivated" });
  await createInstructor({ service, hourlyRateCents: 1000, isOfferingActive: false });
  await createInstructor({ service: "piano" });
  const list = await listOf(`?service=${service}`);
  expect(idsOf(list)).toEqual([cheap.id, same.id, dear.id]);
  expect(list).toMatchObject({ total: 3, page: 1, per_page: 20, has_next: false, has_prev: false });
  expect(list.items[0]).toEqual((await api.get(`/api/instructors/${cheap.id}`)).json);
});

test("pages are slices of one order: nobody twice, nobody left out", async () => {
  const service = "viola";
  for (let index = 0; index < 7; index += 1) {
    await createInstructor({ service, hourlyRateCents: 5000 + (index % 2) * 100 });
  }
  const all = idsOf(await listOf(`?service=${service}`));
  expect(new Set(all).size).toBe(7);
  const pages = [];
  for (const page of [1, 2, 3, 4]) {
    const { items, ...envelope } = await listOf(`?service=${service}&page=${page}&per_page=3`);
    pages.push(idsOf({ items }));
    expect(envelope).toEqual({
      total: 7,
      page,
      per_page: 3,
      has_next: page < 3,
      has_prev: page > 1,
    });
  }
  expect(pages).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6), []]);
});

test("a full last page has no next one", async () => {
  const service = "trombone";
  await createInstructor({ service });
  await createInstructor({ service });
  const list = await listOf(`?service=${service}&page=2&per_page=1`);
  expect(list).toMatchObject({ total: 2, has_next: false, has_prev: true });
});

test("the list of everybody leaves out those with nothing to offer", async () => {
  const teaching = await createInstructor();
  const idle = await createInstructor({ isOfferingActive: false });
  const suspended = await createInstructor({ status: "suspended" });
  const ids = idsOf(await listOf("?per_page=100"));
  expect(ids).toContain(teaching.id);
  expect(ids).not.toContain(idle.id);
  expect(ids).not.toContain(suspended.id);
  expect(ids).toEqual([...ids].sort());
});

test("a service nobody teaches is an empty list", async () => {
  expect(await listOf("?service=mandolin")).toEqual({
    items: [],
    total: 0,
    page: 1,
    per_page: 20,
    has_next: false,
    has_prev: false,
  });
});

test("pages and their size are whole numbers within bounds", async () => {
  for (const [name, values] of [
    ["page", ["0", "-1", "1.5", "two", "", "9999999999"]],
    ["per_page", ["0", "101", "-5", "all", ""]],
  ] as const) {
    for (const value of values) {
      const { status, json } = await api.get(`/api/instructors?${name}=${value}`);
      expect([name, value, status, json.code]).toEqual([name, value, 400, "invalid_parameter"]);
      expect(json.detail).toContain(`"${name}" must be a whole number`);
    }
  }
  expect((await api.get("/api/instructors?sort=rate")).json.code).toBe("unknown_parameter");
});

test("nothing private is in a list, a profile or the catalog", async () => {
  const { id, email, cookie } = await createInstructor({
    firstName: "Adelheid",
    lastName: "Zwetschgenbaum",
    service: "banjo",
  });
  await query("UPDATE users SET password_hash = 'scrypt$secret' WHERE id = ?", id);
  for (const path of [
    `/api/instructors/${id}`,
    "/api/instructors?per_page=100",
    "/api/services/catalog/all-with-instructors",
    "/api/services/catalog/top-per-category",
    `/api/public/instructors/${id}/availability`,
    `/api/public/instructors/${id}/next-available`,
  ]) {
    const { status, text } = await api.get(path);
    expect([path, status]).toEqual([path, 200]);
    const secrets = [email, "@", "Zwetschgenbaum", "scrypt", '"phone', '"status":"active"', cookie];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  }
});
