import { env } from "cloudflare:workers";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  createBooking,
  createInstructor,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = "2026-12-01T15:00:00Z";
const api = createTestApi({ now: NOW, settings: { SITE_URL: "https://lessons.example" } });

async function subscribe(as: TestPerson) {
  const { json } = await api.post("/api/calendar/feed", {}, { as });
  return { lessons: new URL(json.url).pathname, busy: new URL(json.free_busy_url).pathname };
}

function read(text: string) {
  const part = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vfreebusy");
  return part
    ?.getAllProperties("freebusy")
    .map((one) => String(one.getFirstValue()).replaceAll(":00:00Z", ""));
}

test("busy are the lessons of both roles from today on, without their words, and no cancelled one", async () => {
  const person = await createInstructor({ firstName: "Jordan", lastName: "Ellis" });
  const [teacher, student] = [
    await createInstructor({ firstName: "Robin" }),
    await createStudent({ firstName: "Sam", lastName: "Rivera" }),
  ];
  const taught = { instructor: person, student };
  await createBooking({ ...taught, startAt: "2026-11-30T20:00:00Z", status: "completed" });
  await createBooking({ ...taught, startAt: "2026-12-01T10:00:00Z", status: "no_show" });
  await createBooking({ ...taught, startAt: "2026-12-05T15:00:00Z", status: "cancelled" });
  const taken = await createBooking({
    instructor: teacher,
    student: person,
    startAt: "2026-12-04T15:00:00Z",
  });
  const { status, text, headers } = await api.get((await subscribe(person)).busy);
  expect([status, headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(read(text)).toEqual(["2026-12-01T10/2026-12-01T11", "2026-12-04T15/2026-12-04T16"]);
  expect(text).not.toMatch(/Piano|Jordan|Ellis|Robin|Sam|Rivera|example\.test|SUMMARY|VEVENT/);
  expect(text).not.toContain(taken);
});

test("a lesson over midnight is busy from midnight on", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  await createBooking({ instructor, student, startAt: "2026-11-30T23:30:00Z" });
  const { text } = await api.get((await subscribe(student)).busy);
  expect(text).toContain("FREEBUSY;FBTYPE=BUSY:20261201T000000Z/20261201T003000Z\r\n");
});

test("neither address leads to what the other tells, and the database knows neither", async () => {
  const { lessons, busy } = await subscribe(await createStudent());
  const nameOf = (path: string) => path.split("/").at(-1) ?? "";
  expect((await api.get(`/api/calendar/${nameOf(busy)}`)).status).toBe(404);
  expect((await api.get(`/api/calendar/free-busy/${nameOf(lessons)}`)).status).toBe(404);
  const rows = JSON.stringify(await query("SELECT * FROM calendar_feeds"));
  for (const path of [lessons, busy]) expect(rows).not.toContain(nameOf(path).split(".")[0]);
});

test("both addresses end with new ones, with the end of the feed, and with the account", async () => {
  const student = await createStudent();
  const first = await subscribe(student);
  const second = await subscribe(student);
  const statuses = async (paths: string[]) =>
    await Promise.all(paths.map(async (path) => (await api.get(path)).status));
  expect(await statuses([first.lessons, first.busy, second.lessons, second.busy])).toEqual([
    404, 404, 200, 200,
  ]);
  await api.send("/api/calendar/feed", { method: "DELETE", as: student });
  expect(await statuses([second.lessons, second.busy])).toEqual([404, 404]);
  const third = await subscribe(student);
  await query("UPDATE users SET status = 'deactivated' WHERE id = ?", student.id);
  expect(await statuses([third.busy])).toEqual([404]);
});

test("the file is the same until a lesson changes, and a program is told so", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const { busy } = await subscribe(student);
  const first = await api.get(busy);
  const headers = { "if-none-match": first.headers.get("etag") ?? "" };
  const later = createTestApi({
    now: "2026-12-01T22:00:00Z",
    settings: { SITE_URL: "https://lessons.example" },
  });
  expect((await later.get(busy, { headers })).status).toBe(304);
  await createBooking({ instructor, student, startAt: "2026-12-08T15:00:00Z" });
  expect((await later.get(busy, { headers })).status).toBe(200);
});

test("reading busy times is one round trip through indexes", async () => {
  const { busy } = await subscribe(await createStudent());
  const watched = watchDatabase(env.DB);
  const watchedApi = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  expect((await watchedApi.get(busy)).status).toBe(200);
  expect(watched.batches).toHaveLength(1);
  expect(await listScans(env.DB, watched.statements())).toEqual([]);
});
