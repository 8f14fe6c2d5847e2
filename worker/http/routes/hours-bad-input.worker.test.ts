import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createInstructor, createStudent, everyDay } from "../../../tests/factories.ts";
import { NINE_TO_FIVE, stateOf, weekOf } from "../../../tests/hours.ts";

/** A Tuesday morning in New York. */
const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
const PATH = "/api/instructors/me/availability";
const OFF = "must lie on a quarter of an hour";
const TIME = "must be a time such as 09:30";
const at = (start_time: unknown, end_time: unknown) => ({ start_time, end_time });

test("senseless hours are refused at their field, and nothing is half saved", async () => {
  const instructor = await createInstructor();
  const weekly = (mon: unknown) => ({ hours: { ...weekOf([NINE_TO_FIVE]).hours, mon } });
  const { sun: _, ...sixDays } = weekOf([NINE_TO_FIVE]).hours as Record<string, unknown>;
  const cases: [body: unknown, path: string, message: string][] = [
    [weekly([at("17:00", "09:00")]), "hours.mon.0.start_time", "must be before end_time"],
    [weekly([at("09:00", "09:00")]), "hours.mon.0.start_time", "must be before end_time"],
    [weekly([NINE_TO_FIVE, at("09:05", "10:00")]), "hours.mon.1.start_time", OFF],
    [weekly([at("09:00", "10:10")]), "hours.mon.0.end_time", OFF],
    [weekly([at("24:00", "24:00")]), "hours.mon.0.start_time", TIME],
    [weekly([at("9:00", "10:00")]), "hours.mon.0.start_time", TIME],
    [weekly([at("09:00", "24:15")]), "hours.mon.0.end_time", TIME],
    [weekly([at(540, "10:00")]), "hours.mon.0.start_time", TIME],
    [weekly([{ start_time: "09:00" }]), "hours.mon.0.end_time", "is missing"],
    [weekly([{ ...NINE_TO_FIVE, id: 5 }]), "hours.mon.0.id", "is not a known field"],
    [weekly(Array(1000).fill(NINE_TO_FIVE)), "hours.mon", "has more than 96 ranges"],
    [weekly("closed"), "hours.mon", "must be a list of ranges"],
    [{ hours: sixDays }, "hours.sun", "is missing"],
    [weekOf([], { funday: [] }), "hours.funday", "is not a known field"],
    [{ timezone: "Mars/Olympus", ...weekOf([]) }, "timezone", expect.stringContaining("zone")],
  ];
  const [before, rows] = [await stateOf(instructor), await countRows()];
  for (const [body, path, message] of cases) {
    const request = { method: "PUT", body, as: instructor };
    const { status, json } = await api.send(`${PATH}/weekly`, request);
    expect([path, status, json.errors]).toEqual([path, 422, [{ path, message }]]);
  }
  expect([await stateOf(instructor), await countRows()]).toEqual([before, rows]);
});

test("senseless dates and ranges of dates are refused at their field, and nothing is written", async () => {
  const instructor = await createInstructor({ dates: { "2026-11-30": ["10:00-11:00"] } });
  const dates = (start_date: string, end_date: string) => ({ start_date, end_date });
  const from = "2026-12-07";
  const cases: [tool: string, body: unknown, path: string][] = [
    ["clear", dates("2026-12-05", "2026-12-04"), "end_date"],
    ["clear", dates("2026-12-01", "2027-12-01"), "end_date"],
    ["clear", dates("2026-11-01", "2026-11-30"), "end_date"],
    ["clear", dates("2026-02-30", "2026-12-30"), "start_date"],
    ["apply-week", { from, ...dates("2026-12-01", "2028-01-05") }, "end_date"],
    ["apply-week", { from, ...dates("0001-01-01", "2999-12-31") }, "start_date"],
    ["apply-week", { from: "soon", ...dates("2026-12-01", "2026-12-31") }, "from"],
    ["copy-week", { from, to: "2026-11-24" }, "to"],
    ["copy-week", { from, to: null }, "to"],
    ["copy-week", { from, to: from, instructor_id: "somebody" }, "instructor_id"],
  ];
  const [before, rows] = [await stateOf(instructor), await countRows()];
  for (const [tool, body, path] of cases) {
    const { status, json } = await api.post(`${PATH}/${tool}`, body, { as: instructor });
    expect([tool, path, status, json.errors?.[0]?.path]).toEqual([tool, path, 422, path]);
  }
  for (const date of ["2026-11-30", "2026-02-30", "tomorrow"]) {
    for (const request of [{ method: "PUT", body: { ranges: [] } }, { method: "DELETE" }]) {
      const path = `${PATH}/dates/${date}`;
      const { status, json } = await api.send(path, { ...request, as: instructor });
      expect([date, status, json.errors[0].path]).toEqual([date, 422, "date"]);
    }
  }
  const { status, json } = await api.get(`${PATH}/week?start=2026-02-30`, { as: instructor });
  expect([status, json.code]).toEqual([400, "invalid_parameter"]);
  expect([await stateOf(instructor), await countRows()]).toEqual([before, rows]);
});

test("hours are edited by those who teach and may: others get 403, and 404 without a profile", async () => {
  const student = await createStudent();
  const instructor = await createInstructor({ weekly: everyDay("09:00-17:00") });
  const request = { method: "PUT", body: weekOf([]) };
  expect((await api.send(`${PATH}/weekly`, request)).status).toBe(401);
  expect((await api.send(`${PATH}/weekly`, { ...request, as: student })).status).toBe(403);
  await query("DELETE FROM availability_hours WHERE instructor_id = ?", instructor.id);
  await query(
    "INSERT INTO permission_overrides VALUES (?, 'manage_availability', 0, 1)",
    instructor.id,
  );
  expect((await api.send(`${PATH}/weekly`, { ...request, as: instructor })).status).toBe(403);
  await query("INSERT INTO user_roles VALUES (?, 'instructor', 1)", student.id);
  expect((await api.send(`${PATH}/weekly`, { ...request, as: student })).status).toBe(404);
});
