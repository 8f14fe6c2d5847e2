import { env } from "cloudflare:workers";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import {
  createBooking,
  createInstructor,
  createStudent,
  type TestPerson,
} from "../../../tests/factories.ts";
import { listScans } from "../../../tests/query-plans.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";

const NOW = "2026-12-01T15:00:00Z";
const DAY_MS = 86_400_000;
const api = createTestApi({ now: NOW, settings: { SITE_URL: "https://lessons.example" } });

function read(text: string) {
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one));
}

async function subscribe(as: TestPerson): Promise<string> {
  const { status, json } = await api.post("/api/calendar/feed", {}, { as });
  expect(status).toBe(201);
  const { origin, pathname } = new URL(json.url);
  expect(origin).toBe("https://lessons.example");
  return pathname;
}

test("a lesson's file names the other person by first name and initial, on either side", async () => {
  const instructor = await createInstructor({ firstName: "Jordan", lastName: "Ellis" });
  const student = await createStudent({ firstName: "Sam", lastName: "Rivera" });
  const id = await createBooking({ instructor, student, startAt: "2026-12-02T15:00:00Z" });
  const path = `/api/bookings/${id}/calendar.ics`;
  const answer = await api.get(path, { as: student });
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const [event] = read(answer.text);
  expect(event?.summary).toBe("Piano with Jordan E.");
  expect(event?.uid).toBe(`${id}@instainstru`);
  expect(event?.startDate.toJSDate().toISOString()).toBe("2026-12-02T15:00:00.000Z");
  expect(event?.component.getFirstPropertyValue("url")).toBe(
    `https://lessons.example/lessons/${id}`,
  );
  const taught = await api.get(path, { as: instructor });
  expect(read(taught.text)[0]?.summary).toBe("Piano with Sam R.");
  for (const { text } of [answer, taught]) expect(text).not.toMatch(/Ellis|Rivera|example\.test/);
});

test("somebody else's lesson has no file, as if it did not exist", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const id = await createBooking({ instructor, student, startAt: "2026-12-03T15:00:00Z" });
  const stranger = await createStudent();
  const answers = await Promise.all(
    [id, "none"].map((one) =>
      api.get(`/api/bookings/${one}/calendar.ics`, {
        as: stranger,
        headers: { "x-request-id": "same" },
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  expect(answers[0]?.text).toBe(answers[1]?.text);
});

test("a feed has the lessons of both roles from 30 days ago on, cancelled ones told as such", async () => {
  const person = await createInstructor();
  const [teacher, student] = [await createInstructor(), await createStudent()];
  const taught = await createBooking({
    instructor: person,
    student,
    startAt: "2026-12-05T15:00:00Z",
    status: "cancelled",
  });
  const taken = await createBooking({
    instructor: teacher,
    student: person,
    startAt: "2026-12-04T15:00:00Z",
  });
  const from = Date.parse(NOW) - 30 * DAY_MS;
  await createBooking({
    instructor: person,
    student,
    startAt: new Date(from).toISOString(),
    status: "completed",
  });
  const recent = await createBooking({
    instructor: person,
    student,
    startAt: new Date(from + 900_000).toISOString(),
    status: "completed",
  });
  const { status, text } = await api.get(await subscribe(person));
  expect(status).toBe(200);
  expect(
    read(text).map(({ uid, component }) => [uid, component.getFirstPropertyValue("status")]),
  ).toEqual([
    [`${recent}@instainstru`, "CONFIRMED"],
    [`${taken}@instainstru`, "CONFIRMED"],
    [`${taught}@instainstru`, "CANCELLED"],
  ]);
});

test("a new address ends the one before, and one that was taken back is nobody's", async () => {
  const student = await createStudent();
  const first = await subscribe(student);
  const second = await subscribe(student);
  expect((await api.get(first)).status).toBe(404);
  expect((await api.get(second)).status).toBe(200);
  expect((await api.get("/api/calendar/feed", { as: student })).json).toEqual({
    exists: true,
    created_at: NOW,
  });
  const remove = () => api.send("/api/calendar/feed", { method: "DELETE", as: student });
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
  expect((await api.get(second)).status).toBe(404);
  expect((await api.get("/api/calendar/feed", { as: student })).json).toEqual({
    exists: false,
    created_at: null,
  });
});

test("the address is a secret that the database does not know", async () => {
  const path = await subscribe(await createStudent());
  const token = path.split("/").at(-1)?.replace(".ics", "") ?? "";
  const rows = JSON.stringify(await query("SELECT * FROM calendar_feeds"));
  expect(token.length).toBeGreaterThan(20);
  expect(rows).not.toContain(token);
});

test("a deactivated person's feed is nobody's", async () => {
  const student = await createStudent();
  const path = await subscribe(student);
  await query("UPDATE users SET status = 'deactivated' WHERE id = ?", student.id);
  expect((await api.get(path)).status).toBe(404);
});

test("a program that has the newest version is told so without the file", async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const path = await subscribe(student);
  const first = await api.get(path);
  const ifNoneMatch = { "if-none-match": first.headers.get("etag") ?? "" };
  const again = await api.get(path, { headers: ifNoneMatch });
  expect([again.status, again.text]).toEqual([304, ""]);
  expect(again.headers.get("cache-control")).toBe("private, max-age=300");
  await createBooking({ instructor, student, startAt: "2026-12-08T15:00:00Z" });
  expect((await api.get(path, { headers: ifNoneMatch })).status).toBe(200);
});

test("made-up addresses find nothing and write nothing", async () => {
  const before = await countRows();
  for (const file of ["x", "x.ics", "%00.ics", `${"a".repeat(2000)}.ics`, ".ics", "..%2f.ics"]) {
    expect((await api.get(`/api/calendar/${file}`)).status).toBe(404);
  }
  expect(await countRows()).toEqual(before);
});

test("reading a feed is one round trip through indexes, however long the history", async () => {
  const student = await createStudent();
  const path = await subscribe(student);
  const watched = watchDatabase(env.DB);
  const watchedApi = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  expect((await watchedApi.get(path)).status).toBe(200);
  expect(watched.batches).toHaveLength(1);
  const statements = watched.statements();
  expect(await listScans(env.DB, statements)).toEqual([]);
});
