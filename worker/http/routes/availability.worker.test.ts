import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import {
  createBooking,
  createInstructor,
  createStudent,
  type TestInstructor,
} from "../../../tests/factories.ts";

/** Tuesday, six in the morning in New York. */
const NOW = "2026-12-01T11:00:00Z";

function pathOf({ id }: { id: string }, start = "2026-12-01", end = "2026-12-04"): string {
  return `/api/public/instructors/${id}/availability?start_date=${start}&end_date=${end}`;
}

/** Tuesday morning, Wednesday across noon and five, Thursday closed, Friday away. */
async function createSarah(): Promise<TestInstructor> {
  return await createInstructor({
    firstName: "Sarah",
    lastName: "Chen",
    weekly: { 2: ["09:00-12:00"], 3: ["11:00-17:15"], 4: ["09:00-12:00"], 5: ["09:00-12:00"] },
    dates: { "2026-12-03": [] },
    blackouts: ["2026-12-04"],
  });
}

const COMMON = {
  timezone: "America/New_York",
  start_date: "2026-12-01",
  end_date: "2026-12-04",
  policy: { minimum_notice_minutes: 120, buffer_minutes: 0, free_cancellation_hours: 24 },
  version: 1,
  // The notice of two hours reaches 09:00 in New York.
  valid_until: "2026-12-01T12:00:00Z",
};

test("the full answer is this JSON: every date, why it is as it is, and its free ranges", async () => {
  const sarah = await createSarah();
  const answer = await createTestApi({ now: NOW }).get(pathOf(sarah));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json");
  const day = (date: string, status: string, available_slots: unknown[] = []) => ({
    [date]: { date, is_blackout: status === "blackout", status, available_slots },
  });
  expect(answer.json).toEqual({
    ...COMMON,
    instructor_id: sarah.id,
    instructor_name: "Sarah C.",
    detail_level: "full",
    availability_by_date: {
      ...day("2026-12-01", "open", [
        {
          start_time: "09:00",
          end_time: "12:00",
          start_at: "2026-12-01T14:00:00Z",
          end_at: "2026-12-01T17:00:00Z",
        },
      ]),
      ...day("2026-12-02", "open", [
        {
          start_time: "11:00",
          end_time: "17:15",
          start_at: "2026-12-02T16:00:00Z",
          end_at: "2026-12-02T22:15:00Z",
        },
      ]),
      ...day("2026-12-03", "closed"),
      ...day("2026-12-04", "blackout"),
    },
    total_available_slots: 2,
    earliest_available_date: "2026-12-01",
  });
});

test("the summary is this JSON: only dates with time, by part of the day", async () => {
  const sarah = await createSarah();
  const settings = { PUBLIC_AVAILABILITY_DETAIL_LEVEL: "summary" };
  const answer = await createTestApi({ now: NOW, settings }).get(pathOf(sarah));
  expect(answer.json).toEqual({
    ...COMMON,
    instructor_id: sarah.id,
    instructor_name: "Sarah C.",
    detail_level: "summary",
    availability_summary: {
      "2026-12-01": {
        date: "2026-12-01",
        morning_available: true,
        afternoon_available: false,
        evening_available: false,
        total_hours: 3,
      },
      "2026-12-02": {
        date: "2026-12-02",
        morning_available: true,
        afternoon_available: true,
        evening_available: true,
        total_hours: 6.25,
      },
    },
    total_available_days: 2,
  });
});

test("the minimal answer is this JSON: whether there is time, and from when", async () => {
  const sarah = await createSarah();
  const settings = { PUBLIC_AVAILABILITY_DETAIL_LEVEL: "minimal" };
  const api = createTestApi({ now: NOW, settings });
  const answer = await api.get(pathOf(sarah));
  expect(answer.json).toEqual({
    ...COMMON,
    instructor_id: sarah.id,
    instructor_name: "Sarah C.",
    detail_level: "minimal",
    has_availability: true,
    earliest_available_date: "2026-12-01",
  });
  const away = await api.get(pathOf(sarah, "2026-12-03", "2026-12-04"));
  expect(away.json).toMatchObject({ has_availability: false, earliest_available_date: null });
});

test("summary and minimal know of lessons and blackouts as the full answer does", async () => {
  const sarah = await createSarah();
  const student = await createStudent();
  for (const startAt of ["2026-12-01T14:00:00Z", "2026-12-01T15:00:00Z", "2026-12-01T16:00:00Z"]) {
    await createBooking({ instructor: sarah, student, startAt });
  }
  const ask = async (PUBLIC_AVAILABILITY_DETAIL_LEVEL: string) =>
    (
      await createTestApi({ now: NOW, settings: { PUBLIC_AVAILABILITY_DETAIL_LEVEL } }).get(
        pathOf(sarah),
      )
    ).json;
  const summary = await ask("summary");
  expect(Object.keys(summary.availability_summary)).toEqual(["2026-12-02"]);
  expect((await ask("minimal")).earliest_available_date).toBe("2026-12-02");
  expect((await ask("full")).availability_by_date["2026-12-01"].status).toBe("full");
});

test("the name is left out when names are off, in every detail", async () => {
  const sarah = await createSarah();
  for (const detail of ["full", "summary", "minimal"]) {
    const settings = {
      PUBLIC_AVAILABILITY_SHOW_INSTRUCTOR_NAME: "false",
      PUBLIC_AVAILABILITY_DETAIL_LEVEL: detail,
    };
    const answer = await createTestApi({ now: NOW, settings }).get(pathOf(sarah));
    expect(answer.json.instructor_name).toBe("Instructor");
    expect(answer.text).not.toMatch(/Sarah|Chen/);
  }
});

test("a day is open, full, blackout, closed or too soon", async () => {
  const instructor = await createInstructor({
    weekly: { 2: ["06:00-08:00"], 3: ["09:00-10:00"], 6: ["09:00-10:00"] },
    dates: { "2026-12-04": [] },
    blackouts: ["2026-12-05/2026-12-06"],
  });
  const student = await createStudent();
  await createBooking({ instructor, student, startAt: "2026-12-02T14:00:00Z" });
  const { json } = await createTestApi({ now: NOW }).get(
    pathOf(instructor, "2026-12-01", "2026-12-09"),
  );
  const statuses = Object.values<{ date: string; status: string; is_blackout: boolean }>(
    json.availability_by_date,
  ).map(({ date, status, is_blackout }) => [date.slice(8), status, is_blackout]);
  expect(statuses).toEqual([
    ["01", "too_soon", false],
    ["02", "full", false],
    ["03", "closed", false],
    ["04", "closed", false],
    ["05", "blackout", true],
    ["06", "blackout", true],
    ["07", "closed", false],
    ["08", "open", false],
    ["09", "open", false],
  ]);
});

test("no id of any stored row appears but the instructor's own", async () => {
  const sarah = await createSarah();
  const student = await createStudent({ firstName: "Tom", lastName: "Ivers" });
  await createBooking({ instructor: sarah, student, startAt: "2026-12-01T14:00:00Z" });
  const { text } = await createTestApi({ now: NOW }).get(pathOf(sarah));
  const ids = await query<{ id: string }>(
    `SELECT id FROM users UNION SELECT id FROM bookings UNION SELECT id FROM offerings
     UNION SELECT id FROM blackouts UNION SELECT id FROM sessions`,
  );
  expect(ids.length).toBeGreaterThan(4);
  expect(ids.map(({ id }) => id).filter((id) => text.includes(id))).toEqual([sarah.id]);
  expect(text).not.toMatch(/Tom|Ivers|Chen|@|offering|booking|"id"/);
});
