import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import {
  createBooking,
  createInstructor,
  createStudent,
  everyDay,
} from "../../../tests/factories.ts";

/** Tuesday, ten in the morning in New York. */
const NOW = "2026-12-01T15:00:00Z";

async function nextOf(id: string, minutes?: number, now = NOW) {
  const query = minutes === undefined ? "" : `?duration_minutes=${minutes}`;
  const path = `/api/public/instructors/${id}/next-available${query}`;
  return (await createTestApi({ now }).get(path)).json;
}

async function startOf(id: string, minutes?: number, now = NOW) {
  const { date, start_time, end_time } = await nextOf(id, minutes, now);
  return date && `${date} ${start_time}-${end_time}`;
}

test("the next lesson is this JSON, an hour long unless asked for", async () => {
  const { id } = await createInstructor();
  expect(await nextOf(id)).toEqual({
    found: true,
    date: "2026-12-01",
    start_time: "12:00",
    end_time: "13:00",
    start_at: "2026-12-01T17:00:00Z",
    end_at: "2026-12-01T18:00:00Z",
    duration_minutes: 60,
    timezone: "America/New_York",
  });
});

test("when nothing is free in 90 days it says so", async () => {
  const never = await createInstructor({ weekly: {} });
  const short = await createInstructor({ weekly: everyDay("09:00-10:00") });
  for (const [id, minutes] of [
    [never.id, 60],
    [short.id, 75],
  ] as const) {
    const message = `No lesson of ${minutes} minutes can be booked in the next 90 days.`;
    expect(await nextOf(id, minutes)).toEqual({ found: false, message });
  }
});

test("the search goes on to the last of the 90 days", async () => {
  const { id } = await createInstructor({ weekly: {}, dates: { "2027-02-28": ["09:00-10:00"] } });
  expect(await startOf(id)).toBe("2027-02-28 09:00-10:00");
  expect((await nextOf(id, 60, "2026-11-01T15:00:00Z")).found).toBe(false);
});

test("now, notice, blackouts and the buffer move the next lesson on", async () => {
  const plain = await createInstructor({ minimumNoticeHours: 0 });
  expect(await startOf(plain.id, 60, "2026-12-01T13:00:00Z")).toBe("2026-12-01 09:00-10:00");
  expect(await startOf(plain.id, 60, "2026-12-01T15:00:00Z")).toBe("2026-12-01 10:00-11:00");
  expect(await startOf(plain.id, 60, "2026-12-01T15:00:01Z")).toBe("2026-12-01 10:15-11:15");
  expect(await startOf(plain.id, 60, "2026-12-01T21:00:01Z")).toBe("2026-12-02 09:00-10:00");
  const slow = await createInstructor({ minimumNoticeHours: 48 });
  expect(await startOf(slow.id)).toBe("2026-12-03 10:00-11:00");
  const away = await createInstructor({ blackouts: ["2026-12-01/2026-12-20"] });
  expect(await startOf(away.id)).toBe("2026-12-21 09:00-10:00");
  const careful = await createInstructor({ bufferMinutes: 30 });
  const student = await createStudent();
  await createBooking({ instructor: careful, student, startAt: "2026-12-01T17:15:00Z" });
  expect(await startOf(careful.id)).toBe("2026-12-01 13:45-14:45");
});

test("a gap inside a partly booked day is found by the lesson that fits, and only by it", async () => {
  const instructor = await createInstructor({ weekly: { 3: ["09:00-12:00"] } });
  const student = await createStudent();
  // 09:00-10:00 and 10:45-12:00 are taken: 45 minutes are left.
  await createBooking({ instructor, student, startAt: "2026-12-02T14:00:00Z" });
  await createBooking({
    instructor,
    student,
    startAt: "2026-12-02T15:45:00Z",
    durationMinutes: 75,
  });
  expect(await startOf(instructor.id, 45)).toBe("2026-12-02 10:00-10:45");
  expect(await startOf(instructor.id, 60)).toBe("2026-12-09 09:00-10:00");
});

test("a lesson may begin before midnight and end after it, also where the steps of the search meet", async () => {
  for (const date of ["2026-12-02", "2026-12-13", "2026-12-14", "2026-12-15"]) {
    const after = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
    const dates = { [date]: ["23:30-24:00"], [after]: ["00:00-00:30"] };
    const { id } = await createInstructor({ weekly: {}, dates });
    expect(await startOf(id)).toBe(`${date} 23:30-00:30`);
    expect(await startOf(id, 30)).toBe(`${date} 23:30-24:00`);
    expect(await startOf(id, 75)).toBeUndefined();
  }
});

test("a duration is 15 to 240 minutes in steps of 15", async () => {
  const { id } = await createInstructor({ weekly: everyDay("00:00-24:00") });
  const api = createTestApi({ now: NOW });
  for (const address of [
    `/api/public/instructors/${id}/next-available?`,
    `/api/public/next-available?instructor_ids=${id}&`,
  ]) {
    for (const bad of ["0", "14", "20", "250", "255", "-15", "15.5", "1e2", "", "abc", "60%20"]) {
      const { status, json } = await api.get(`${address}duration_minutes=${bad}`);
      expect([bad, status, json.code]).toEqual([bad, 400, "invalid_parameter"]);
      expect(json.detail).toBe('"duration_minutes" must be 15 to 240 minutes in steps of 15.');
    }
    for (const good of ["15", "60", "240"]) {
      expect((await api.get(`${address}duration_minutes=${good}`)).status).toBe(200);
    }
  }
});

test("unknown, suspended and deactivated instructors have no next lesson: 404", async () => {
  const api = createTestApi({ now: NOW });
  const people = [
    { id: "nobody" },
    await createInstructor({ status: "suspended" }),
    await createInstructor({ status: "deactivated" }),
    await createStudent(),
  ];
  for (const { id } of people) {
    const { status, json } = await api.get(`/api/public/instructors/${id}/next-available`);
    expect([status, json.code]).toEqual([404, "not_found"]);
  }
});

test("for many at once each has the answer it would have alone, and the unknown have none", async () => {
  const free = await createInstructor();
  const later = await createInstructor({ minimumNoticeHours: 48 });
  const never = await createInstructor({ weekly: {} });
  const suspended = await createInstructor({ status: "suspended" });
  const ids = [free.id, never.id, "nobody", suspended.id, later.id, "__proto__"];
  const { status, json } = await createTestApi({ now: NOW }).get(
    `/api/public/next-available?instructor_ids=${ids.join(",")}&duration_minutes=45`,
  );
  expect(status).toBe(200);
  expect(Object.keys(json.results)).toEqual(ids);
  expect(json.results[free.id]).toEqual(await nextOf(free.id, 45));
  expect(json.results[later.id]).toEqual(await nextOf(later.id, 45));
  for (const id of [never.id, "nobody", suspended.id]) {
    expect(json.results[id].found).toBe(false);
  }
});

test("twenty different ids are enough, duplicates count once, and none is none", async () => {
  const { id } = await createInstructor();
  const api = createTestApi({ now: NOW });
  const ask = (ids: string[]) =>
    api.get(`/api/public/next-available?instructor_ids=${ids.join(",")}`);
  const others = Array.from({ length: 19 }, (_, index) => `nobody-${index}`);
  expect((await ask([id, ...others])).status).toBe(200);
  const tooMany = await ask([id, ...others, "one-more"]);
  expect([tooMany.status, tooMany.json.code]).toEqual([400, "invalid_parameter"]);
  expect(tooMany.json.detail).toContain('"instructor_ids"');
  const twice = await ask([id, id, ...others, id]);
  expect([twice.status, Object.keys(twice.json.results).length]).toEqual([200, 20]);
  for (const none of ["", ",", " , "]) {
    const { status, json } = await ask([encodeURIComponent(none)]);
    expect([none, status, json.code]).toEqual([none, 400, "invalid_parameter"]);
  }
});

test("a parameter that is needed and not there is called missing, not unknown", async () => {
  const { status, json } = await createTestApi({ now: NOW }).get("/api/public/next-available");
  expect([status, json.code]).toEqual([400, "invalid_parameter"]);
  expect(json.detail).toBe('"instructor_ids" is missing.');
});
