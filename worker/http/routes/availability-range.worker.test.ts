import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { createInstructor, createPerson } from "../../../tests/factories.ts";

/** Tuesday, ten in the morning in New York. */
const NOW = "2026-12-01T15:00:00Z";

function pathOf(id: string, query = ""): string {
  return `/api/public/instructors/${id}/availability${query}`;
}

test("the range is 30 days from today unless asked for, and both ends are included", async () => {
  const { id } = await createInstructor();
  const api = createTestApi({ now: NOW });
  const { json } = await api.get(pathOf(id));
  expect([json.start_date, json.end_date]).toEqual(["2026-12-01", "2026-12-30"]);
  const dates = Object.keys(json.availability_by_date);
  expect([dates.length, dates.at(0), dates.at(-1)]).toEqual([30, "2026-12-01", "2026-12-30"]);
  const later = (await api.get(pathOf(id, "?start_date=2026-12-10"))).json;
  expect([later.start_date, later.end_date]).toEqual(["2026-12-10", "2027-01-08"]);
  const sooner = (await api.get(pathOf(id, "?end_date=2026-12-01"))).json;
  expect([sooner.start_date, sooner.end_date]).toEqual(["2026-12-01", "2026-12-01"]);
});

test("the number of days is a setting", async () => {
  const { id } = await createInstructor();
  for (const [days, last] of [
    ["1", "2026-12-01"],
    ["90", "2027-02-28"],
  ] as const) {
    const settings = { PUBLIC_AVAILABILITY_DAYS: days };
    const { json } = await createTestApi({ now: NOW, settings }).get(pathOf(id));
    expect(json.end_date).toBe(last);
    expect(Object.keys(json.availability_by_date)).toHaveLength(Number(days));
  }
});

test("a range that is none is refused with invalid_range and a sentence that says why", async () => {
  const { id } = await createInstructor();
  const api = createTestApi({ now: NOW });
  const refusals = [
    ["?start_date=2026-02-30", "start_date is not a real date."],
    ["?start_date=2026-13-01", "start_date is not a real date."],
    ["?start_date=01.12.2026", "start_date is not a real date."],
    ["?start_date=tomorrow", "start_date is not a real date."],
    ["?start_date=2026-12-01T00:00:00Z", "start_date is not a real date."],
    ["?start_date=", "start_date is not a real date."],
    ["?end_date=2027-02-29", "end_date is not a real date."],
    ["?start_date=2026-12-05&end_date=2026-12-04", "end_date lies before start_date."],
    ["?start_date=2026-11-30&end_date=2026-12-04", "start_date lies in the past."],
    ["?start_date=1970-01-01", "start_date lies in the past."],
    ["?end_date=2026-11-30", "end_date lies before start_date."],
    ["?start_date=2026-12-01&end_date=2027-03-01", "The range is longer than 90 days."],
    ["?end_date=2999-12-31", "The range is longer than 90 days."],
  ] as const;
  for (const [asked, sentence] of refusals) {
    const { status, json } = await api.get(pathOf(id, asked));
    expect([asked, status, json.code, json.detail]).toEqual([
      asked,
      400,
      "invalid_range",
      sentence,
    ]);
  }
});

test("90 days and the last day of February in a leap year are ranges", async () => {
  const { id } = await createInstructor();
  const api = createTestApi({ now: NOW });
  const ninety = await api.get(pathOf(id, "?start_date=2026-12-01&end_date=2027-02-28"));
  expect(Object.keys(ninety.json.availability_by_date)).toHaveLength(90);
  const leap = await api.get(pathOf(id, "?start_date=2028-02-29&end_date=2028-02-29"));
  expect(Object.keys(leap.json.availability_by_date)).toEqual(["2028-02-29"]);
});

test("what is past is decided where the instructor is, ahead of UTC and behind it", async () => {
  const ahead = await createInstructor({ timezone: "Pacific/Kiritimati" });
  const behind = await createInstructor({ timezone: "Pacific/Pago_Pago" });
  // Half past ten on 1 December in UTC is 2 December at UTC+14 and 30 November at UTC-11.
  const api = createTestApi({ now: "2026-12-01T10:30:00Z" });
  const ask = async (id: string, date: string) => {
    const { status, json } = await api.get(pathOf(id, `?start_date=${date}&end_date=2026-12-05`));
    return status === 200 ? json.start_date : json.code;
  };
  expect((await api.get(pathOf(ahead.id))).json.start_date).toBe("2026-12-02");
  expect((await api.get(pathOf(behind.id))).json.start_date).toBe("2026-11-30");
  expect(await ask(ahead.id, "2026-12-01")).toBe("invalid_range");
  expect(await ask(ahead.id, "2026-12-02")).toBe("2026-12-02");
  expect(await ask(behind.id, "2026-11-29")).toBe("invalid_range");
  expect(await ask(behind.id, "2026-11-30")).toBe("2026-11-30");
});

test("a parameter that is not known is named", async () => {
  const { id } = await createInstructor();
  const api = createTestApi({ now: NOW });
  for (const name of ["start", "Start_Date", "instructor_id", "__proto__", "constructor"]) {
    const { status, json } = await api.get(pathOf(id, `?${name}=2026-12-01`));
    expect([status, json.code]).toEqual([400, "unknown_parameter"]);
    expect(json.detail).toBe(`"${name}" is not known here.`);
  }
});

test("a parameter given twice is named, also when both are the same", async () => {
  const { id } = await createInstructor();
  const twice = "?start_date=2026-12-01&start_date=2026-12-01";
  const { status, json } = await createTestApi({ now: NOW }).get(pathOf(id, twice));
  expect([status, json.code]).toEqual([400, "invalid_parameter"]);
  expect(json.detail).toBe('"start_date" is given more than once.');
});

test("unknown, suspended and deactivated instructors and mere students are the same 404", async () => {
  const api = createTestApi({ now: NOW });
  const suspended = await createInstructor({ status: "suspended" });
  const deactivated = await createInstructor({ status: "deactivated" });
  const student = await createPerson({ roles: ["student"] });
  const ids = ["0123456789abcdefghjkmnpqrs", "%00", "%ED%A0%80", "%", "a".repeat(600)];
  const answers = await Promise.all(
    [suspended.id, deactivated.id, student.id, ...ids].map((id) =>
      api.send(pathOf(id), { headers: { "x-request-id": "same" } }),
    ),
  );
  for (const { status, text } of answers) {
    expect(status).toBe(404);
    expect(text).toBe(answers[0]?.text);
  }
  expect(answers[0]?.json.code).toBe("not_found");
});
