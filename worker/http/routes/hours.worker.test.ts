import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  createBooking,
  createInstructor,
  createStudent,
  type TestInstructor,
} from "../../../tests/factories.ts";
import { DAYS, NINE_TO_FIVE, type Range, stateOf, weekOf } from "../../../tests/hours.ts";
import { watchDatabase } from "../../../tests/watched-database.ts";
import { datesBetween } from "../../domain/local-time.ts";

/** A Tuesday morning in New York. */
const NOW = "2026-12-01T15:00:00Z";
const api = createTestApi({ now: NOW });
const PATH = "/api/instructors/me/availability";
async function publicSlots({ id }: TestInstructor, date: string) {
  const { json } = await api.get(
    `/api/public/instructors/${id}/availability?start_date=${date}&end_date=${date}`,
  );
  const day = json.availability_by_date[date];
  return day.available_slots.map((slot: Range) => `${slot.start_time}-${slot.end_time}`);
}

test("the weekly hours are told for all seven days, with a tag that stays while they do", async () => {
  const instructor = await createInstructor({ weekly: { 1: ["13:00-24:00", "09:00-12:00"] } });
  const first = await api.get(`${PATH}/weekly`, { as: instructor });
  expect(first.json).toEqual({
    timezone: "America/New_York",
    hours: {
      ...Object.fromEntries(DAYS.map((day) => [day, []])),
      mon: [
        { start_time: "09:00", end_time: "12:00" },
        { start_time: "13:00", end_time: "24:00" },
      ],
    },
  });
  expect(first.headers.get("etag")).toMatch(/^"weekly\.[0-9a-f]{32}"$/);
  const student = await createStudent();
  await createBooking({ instructor, student, startAt: "2026-12-07T15:00:00Z" });
  const again = await api.get(`${PATH}/weekly`, { as: instructor });
  expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
});

test("saved weekly hours are merged, public at the next read, and the same week again is no change", async () => {
  const instructor = await createInstructor();
  expect(await publicSlots(instructor, "2026-12-02")).toEqual(["09:00-17:00"]);
  const ranges = [
    { start_time: "14:00", end_time: "15:00" },
    { start_time: "10:00", end_time: "12:00" },
    { start_time: "11:00", end_time: "13:00" },
    { start_time: "13:00", end_time: "13:30" },
  ];
  const saved = await api.send(`${PATH}/weekly`, {
    method: "PUT",
    body: weekOf(ranges),
    as: instructor,
  });
  expect(saved.status).toBe(200);
  expect(saved.json.hours.wed).toEqual([
    { start_time: "10:00", end_time: "13:30" },
    { start_time: "14:00", end_time: "15:00" },
  ]);
  expect(await publicSlots(instructor, "2026-12-02")).toEqual(["10:00-13:30", "14:00-15:00"]);
  const before = await stateOf(instructor);
  expect(before.row).toMatchObject({ availability_version: 2 });

  const watched = watchDatabase(env.DB);
  const own = createTestApi({ now: NOW, bindings: { DB: watched.db } });
  const again = await own.send(`${PATH}/weekly`, {
    method: "PUT",
    body: weekOf(ranges),
    as: instructor,
  });
  expect([again.status, again.json]).toEqual([200, saved.json]);
  expect(again.headers.get("etag")).toBe(saved.headers.get("etag"));
  expect(watched.statements().reduce((sum, { rowsWritten }) => sum + rowsWritten, 0)).toBe(0);
  expect(await stateOf(instructor)).toEqual(before);
});

test("another zone keeps the hours by its own clock, and the zone alone is a change too", async () => {
  const instructor = await createInstructor({ dates: { "2026-12-03": ["20:00-22:00"] } });
  const body = { timezone: "America/Los_Angeles", ...weekOf([NINE_TO_FIVE]) };
  const { status } = await api.send(`${PATH}/weekly`, { method: "PUT", body, as: instructor });
  expect(status).toBe(200);
  const path = `/api/public/instructors/${instructor.id}/availability?start_date=2026-12-03&end_date=2026-12-03`;
  const { json } = await api.get(path);
  expect(json.availability_by_date["2026-12-03"].available_slots).toEqual([
    {
      start_time: "20:00",
      end_time: "22:00",
      start_at: "2026-12-04T04:00:00Z",
      end_at: "2026-12-04T06:00:00Z",
    },
  ]);
  expect(json.version).toBe(2);
});

test("a date has its own hours, is closed by an empty list, and goes back to the week when they go", async () => {
  const instructor = await createInstructor();
  const date = "2026-12-03";
  const put = async (ranges: Range[]) =>
    (await api.send(`${PATH}/dates/${date}`, { method: "PUT", body: { ranges }, as: instructor }))
      .json;
  expect(await put([{ start_time: "18:00", end_time: "20:00" }])).toEqual({
    date,
    source: "dates",
    ranges: [{ start_time: "18:00", end_time: "20:00" }],
  });
  expect(await publicSlots(instructor, date)).toEqual(["18:00-20:00"]);
  expect(await put([])).toEqual({ date, source: "closed", ranges: [] });
  expect(await publicSlots(instructor, date)).toEqual([]);
  const removed = await api.send(`${PATH}/dates/${date}`, { method: "DELETE", as: instructor });
  expect(removed.json).toEqual({ date, source: "weekly", ranges: [NINE_TO_FIVE] });
  expect(await publicSlots(instructor, date)).toEqual(["09:00-17:00"]);
  const before = await stateOf(instructor);
  await api.send(`${PATH}/dates/${date}`, { method: "DELETE", as: instructor });
  expect(await stateOf(instructor)).toEqual(before);
});

test("a week shows for each day what decides it and the lessons that begin on it, cancelled ones not", async () => {
  const instructor = await createInstructor({
    dates: { "2026-12-08": ["08:00-09:00"], "2026-12-09": [] },
    blackouts: ["2026-12-10/2026-12-11"],
  });
  const student = await createStudent({ firstName: "Maya", lastName: "Lindgren" });
  const made = { instructor, student };
  const late = await createBooking({ ...made, startAt: "2026-12-08T04:30:00Z" });
  await createBooking({ ...made, startAt: "2026-12-08T20:00:00Z", status: "cancelled" });
  await createBooking({ ...made, startAt: "2026-12-07T04:00:00Z" });
  const { json, headers } = await api.get(`${PATH}/week?start=2026-12-07`, { as: instructor });
  expect(json).toMatchObject({ start: "2026-12-07", timezone: "America/New_York" });
  expect(json.days.map(({ date }: { date: string }) => date)).toEqual([
    "2026-12-07",
    "2026-12-08",
    "2026-12-09",
    "2026-12-10",
    "2026-12-11",
    "2026-12-12",
    "2026-12-13",
  ]);
  const [mon, tue, wed, thu] = json.days;
  expect(mon).toEqual({
    date: "2026-12-07",
    source: "weekly",
    ranges: [NINE_TO_FIVE],
    bookings: [
      {
        id: late,
        start_at: "2026-12-08T04:30:00Z",
        end_at: "2026-12-08T05:30:00Z",
        start_time: "23:30",
        end_time: "00:30",
        service_name: "Piano",
        student: { id: student.id, display_name: "Maya L." },
        status: "confirmed",
      },
    ],
  });
  expect([tue.source, tue.bookings]).toEqual(["dates", []]);
  expect([wed.source, wed.ranges]).toEqual(["closed", []]);
  expect(thu).toMatchObject({ source: "blackout", ranges: [], blackout: { reason: null } });
  expect(headers.get("etag")).toMatch(/^"2026-12-07\.[0-9a-f]{32}\.[0-9a-f]{32}"$/);
});

test("a week is copied, applied and cleared, each visible to the public at the next read", async () => {
  const instructor = await createInstructor({
    dates: { "2026-12-02": ["10:00-11:00"], "2026-12-03": [] },
  });
  const post = async (tool: string, body: unknown) =>
    (await api.post(`${PATH}/${tool}`, body, { as: instructor })).json;
  const copying = { from: "2026-11-30", to: "2026-12-14" };
  expect(await post("copy-week", copying)).toEqual({
    changed_dates: datesBetween("2026-12-14", "2026-12-20"),
  });
  expect(await post("copy-week", copying)).toEqual({ changed_dates: [] });
  expect(await publicSlots(instructor, "2026-12-16")).toEqual(["10:00-11:00"]);
  expect(await publicSlots(instructor, "2026-12-17")).toEqual([]);
  const applied = { from: "2026-11-30", start_date: "2026-12-20", end_date: "2027-01-03" };
  expect(await post("apply-week", applied)).toEqual({
    changed_dates: datesBetween("2026-12-21", "2027-01-03"),
  });
  expect(await publicSlots(instructor, "2026-12-30")).toEqual(["10:00-11:00"]);
  const before = await stateOf(instructor);
  expect(await post("apply-week", applied)).toEqual({ changed_dates: [] });
  expect(await stateOf(instructor)).toEqual(before);
  expect(await post("clear", { start_date: "2026-12-17", end_date: "2026-12-30" })).toEqual({
    changed_dates: datesBetween("2026-12-17", "2026-12-30"),
  });
  expect(await publicSlots(instructor, "2026-12-30")).toEqual(["09:00-17:00"]);
  expect(await publicSlots(instructor, "2026-12-31")).toEqual([]);
});

test("hours edited under a lesson leave the lesson alone", async () => {
  const instructor = await createInstructor();
  const student = await createStudent();
  const id = await createBooking({ instructor, student, startAt: "2026-12-03T15:00:00Z" });
  const before = await query("SELECT * FROM bookings WHERE id = ?", id);
  const dates = `${PATH}/dates/2026-12-03`;
  await api.send(dates, { method: "PUT", body: { ranges: [] }, as: instructor });
  await api.send(`${PATH}/weekly`, { method: "PUT", body: weekOf([]), as: instructor });
  expect(await query("SELECT * FROM bookings WHERE id = ?", id)).toEqual(before);
});

test("today is the instructor's: to the millisecond at their midnight, whatever day it is elsewhere", async () => {
  const instructor = await createInstructor({ timezone: "Pacific/Kiritimati" });
  const put = async (now: string, date: string) => {
    const own = createTestApi({ now });
    const request = { method: "PUT", body: { ranges: [] }, as: instructor };
    const { status, json } = await own.send(`${PATH}/dates/${date}`, request);
    return status === 200 ? 200 : [status, json.errors[0]];
  };
  const past = { path: "date", message: "is in the past" };
  expect(await put("2026-12-01T09:59:59.999Z", "2026-12-01")).toBe(200);
  expect(await put("2026-12-01T10:00:00Z", "2026-12-01")).toEqual([422, past]);
  expect(await put("2026-12-01T10:00:00Z", "2026-12-02")).toBe(200);
});
