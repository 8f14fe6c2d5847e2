import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows, query } from "../../../tests/database.ts";
import { createInstructor, type TestInstructor } from "../../../tests/factories.ts";

/** A Tuesday morning in New York. */
const NOW = "2026-12-01T15:00:00Z";
const api = createTestApi({ now: NOW });
const PATH = "/api/instructors/me/blackouts";

async function statusOn({ id }: TestInstructor, date: string) {
  const { json } = await api.get(
    `/api/public/instructors/${id}/availability?start_date=${date}&end_date=${date}`,
  );
  return json.availability_by_date[date].status;
}

async function rowsOf({ id }: TestInstructor) {
  return await query(
    "SELECT start_on, end_on, reason FROM blackouts WHERE instructor_id = ? ORDER BY start_on",
    id,
  );
}

test("days off are made, listed soonest first and taken back, each visible at the next read", async () => {
  const instructor = await createInstructor();
  expect(await statusOn(instructor, "2026-12-24")).toBe("open");
  const make = (start_date: string, end_date: string, reason?: string) =>
    api.post(PATH, { start_date, end_date, ...(reason && { reason }) }, { as: instructor });
  const holidays = await make("2026-12-24", "2026-12-26", " Holidays ");
  expect([holidays.status, holidays.json]).toEqual([
    201,
    {
      id: holidays.json.id,
      start_date: "2026-12-24",
      end_date: "2026-12-26",
      reason: "Holidays",
    },
  ]);
  const today = await make("2026-12-01", "2026-12-01");
  expect(today.json.reason).toBeNull();
  const told = [];
  for (const day of ["2026-12-23", "2026-12-24", "2026-12-26", "2026-12-27"]) {
    told.push(await statusOn(instructor, day));
  }
  expect(told).toEqual(["open", "blackout", "blackout", "open"]);
  const { json } = await api.get(PATH, { as: instructor });
  expect([json.total, json.items]).toEqual([2, [today.json, holidays.json]]);
  const request = { method: "DELETE", as: instructor };
  expect((await api.send(`${PATH}/${holidays.json.id}`, request)).status).toBe(204);
  expect(await statusOn(instructor, "2026-12-24")).toBe("open");
  expect((await api.send(`${PATH}/${holidays.json.id}`, request)).status).toBe(404);
  const [row] = await query(
    "SELECT availability_version AS version FROM instructors WHERE id = ?",
    instructor.id,
  );
  expect(row).toEqual({ version: 4 });
});

test("the same days off asked for again, or twice at once, are there once", async () => {
  const instructor = await createInstructor();
  const body = { start_date: "2026-12-24", end_date: "2026-12-26", reason: "Holidays" };
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => api.post(PATH, body, { as: instructor })),
  );
  const ids = new Set(answers.map(({ json }) => json.id));
  expect([answers.map(({ status }) => status), ids.size]).toEqual([[201, 201, 201, 201], 1]);
  expect((await rowsOf(instructor)).length).toBe(1);
  const [row] = await query(
    "SELECT availability_version AS version FROM instructors WHERE id = ?",
    instructor.id,
  );
  expect(row).toEqual({ version: 2 });
});

test("days that are over stay: of days off that have begun only the rest is taken back", async () => {
  const instructor = await createInstructor({
    blackouts: ["2026-11-20/2026-11-30", "2026-11-29/2026-12-05"],
  });
  const { json } = await api.get(PATH, { as: instructor });
  expect(json.items.map(({ start_date }: { start_date: string }) => start_date)).toEqual([
    "2026-11-29",
  ]);
  const remove = (id: string) => api.send(`${PATH}/${id}`, { method: "DELETE", as: instructor });
  expect((await remove(json.items[0].id)).status).toBe(204);
  expect(await statusOn(instructor, "2026-12-02")).toBe("open");
  const rows = [
    { start_on: "2026-11-20", end_on: "2026-11-30", reason: null },
    { start_on: "2026-11-29", end_on: "2026-11-30", reason: null },
  ];
  expect(await rowsOf(instructor)).toEqual(rows);
  const again = await remove(json.items[0].id);
  expect([again.status, again.json.code]).toEqual([422, "too_late"]);
  expect(await rowsOf(instructor)).toEqual(rows);
});

test("senseless days off are refused at their field, and nothing is written", async () => {
  const instructor = await createInstructor();
  const [start_date, end_date] = ["2026-12-24", "2026-12-26"];
  const cases: [body: unknown, path: string, message: string][] = [
    [{ start_date: "2026-11-30", end_date }, "start_date", "is in the past"],
    [{ start_date, end_date: "2026-12-23" }, "end_date", "is before start_date"],
    [{ start_date, end_date: "2027-12-24" }, "end_date", "makes more than 365 days"],
    [{ start_date, end_date: "2999-12-31" }, "end_date", "makes more than 365 days"],
    [
      { start_date: "2026-02-30", end_date },
      "start_date",
      "must be a real date such as 2026-12-01",
    ],
    [{ start_date }, "end_date", "is missing"],
    [{ start_date, end_date, reason: "x".repeat(201) }, "reason", "is longer than 200 characters"],
    [{ start_date, end_date, reason: "\u0007" }, "reason", "has characters that are not text"],
    [{ start_date, end_date, instructor_id: "x" }, "instructor_id", "is not a known field"],
  ];
  const before = await countRows();
  for (const [body, path, message] of cases) {
    const { status, json } = await api.post(PATH, body, { as: instructor });
    expect([path, status, json.errors]).toEqual([path, 422, [{ path, message }]]);
  }
  expect(await countRows()).toEqual(before);
  const longest = { start_date, end_date: "2027-12-23", reason: "x".repeat(200) };
  expect((await api.post(PATH, longest, { as: instructor })).status).toBe(201);
});

test("somebody else's days off do not exist", async () => {
  const [mine, other] = [
    await createInstructor(),
    await createInstructor({ blackouts: ["2026-12-24/2026-12-26"] }),
  ];
  const { json } = await api.get(PATH, { as: other });
  const path = `${PATH}/${json.items[0].id}`;
  expect((await api.send(path, { method: "DELETE", as: mine })).status).toBe(404);
  expect((await api.get(PATH, { as: mine })).json.items).toEqual([]);
  expect((await rowsOf(other)).length).toBe(1);
});
