import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { countRows } from "../../../tests/database.ts";
import {
  bookingBody,
  createBooking,
  createInstructor,
  createStudent,
} from "../../../tests/factories.ts";

/** Tuesday, ten in the morning in New York. */
const NOW = "2026-12-01T15:00:00Z";

function pathOf({ id }: { id: string }): string {
  return `/api/public/instructors/${id}/check-slots`;
}

function item(start_at: string, duration_minutes = 60) {
  return { start_at, duration_minutes };
}

test("each start is told free, or the reason why not in a code and a sentence", async () => {
  const instructor = await createInstructor();
  const { status, json } = await createTestApi({ now: NOW }).post(pathOf(instructor), {
    items: [item("2026-12-02T16:00:00Z"), item("2026-12-01T11:45:00-05:00")],
  });
  expect(status).toBe(200);
  expect(json).toEqual({
    items: [
      { start_at: "2026-12-02T16:00:00Z", available: true },
      {
        start_at: "2026-12-01T16:45:00Z",
        available: false,
        code: "insufficient_notice",
        detail: "The instructor needs more notice than that.",
      },
    ],
  });
});

test("the codes are those that booking gives, and only what is free can be booked", async () => {
  const instructor = await createInstructor({ blackouts: ["2026-12-04"], bufferMinutes: 15 });
  const [first, student] = [await createStudent(), await createStudent()];
  await createBooking({ instructor, student: first, startAt: "2026-12-02T16:00:00Z" });
  const wanted = [
    [item("2026-12-01T14:00:00Z"), "invalid_start"],
    [item("2026-12-02T15:05:00Z"), "invalid_start"],
    [item("2026-12-02T15:00:00.001Z"), "invalid_start"],
    [item("2026-12-01T15:00:00Z"), "insufficient_notice"],
    [item("2026-12-01T16:45:00Z"), "insufficient_notice"],
    [item("2026-12-02T13:45:00Z"), "outside_availability"],
    [item("2026-12-02T21:15:00Z"), "outside_availability"],
    [item("2026-12-04T16:00:00Z"), "outside_availability"],
    [item("2026-12-02T16:30:00Z"), "slot_taken"],
    [item("2026-12-02T15:00:00Z"), "slot_taken"],
    [item("2026-12-02T17:00:00Z"), "slot_taken"],
    [item("2026-12-02T14:45:00Z"), undefined],
    [item("2026-12-02T17:15:00Z"), undefined],
    [item("2026-12-01T17:00:00Z"), undefined],
  ] as const;
  const api = createTestApi({ now: NOW });
  const { json } = await api.post(pathOf(instructor), { items: wanted.map(([one]) => one) });
  expect(json.items.map(({ code }: { code?: string }) => code)).toEqual(
    wanted.map(([, code]) => code),
  );
  for (const [one, code] of wanted) {
    const body = bookingBody(instructor, { start_at: one.start_at });
    const asked = await api.post("/api/bookings/check", body, { as: student });
    expect([one.start_at, asked.json.code, asked.json.available]).toEqual([
      one.start_at,
      code,
      code === undefined,
    ]);
  }
  for (const [one, code] of wanted) {
    const body = bookingBody(instructor, { start_at: one.start_at });
    const booked = await api.post("/api/bookings", body, { as: student });
    expect([one.start_at, booked.json.code]).toEqual([one.start_at, code]);
  }
});

test("dates far apart in one question are judged by the lessons and hours of each", async () => {
  const instructor = await createInstructor({ dates: { "2026-12-03": [], "2027-12-03": [] } });
  const student = await createStudent();
  for (const startAt of ["2026-12-02T16:00:00Z", "2027-06-02T16:00:00Z", "2027-12-02T16:00:00Z"]) {
    await createBooking({ instructor, student, startAt });
  }
  const { json } = await createTestApi({ now: NOW }).post(pathOf(instructor), {
    items: [
      item("2027-12-02T16:00:00Z"),
      item("2026-12-02T16:00:00Z"),
      item("2026-12-03T16:00:00Z"),
      item("2026-12-04T16:00:00Z"),
      item("2027-06-02T16:00:00Z"),
      item("2027-12-03T16:00:00Z"),
      item("2027-12-04T16:00:00Z"),
    ],
  });
  expect(json.items.map(({ code }: { code?: string }) => code)).toEqual([
    "slot_taken",
    "slot_taken",
    "outside_availability",
    undefined,
    "slot_taken",
    "outside_availability",
    undefined,
  ]);
});

test("one to twenty starts can be asked about", async () => {
  const instructor = await createInstructor();
  const api = createTestApi({ now: NOW });
  const ask = (count: number) =>
    api.post(pathOf(instructor), {
      items: Array.from({ length: count }, () => item("2026-12-02T16:00:00Z")),
    });
  expect((await ask(1)).json.items).toHaveLength(1);
  expect((await ask(20)).json.items).toHaveLength(20);
  for (const count of [0, 21]) {
    const { status, json } = await ask(count);
    expect([status, json.code]).toEqual([422, "validation_failed"]);
    expect(json.errors).toEqual([{ path: "items", message: expect.stringMatching(/empty|20/) }]);
  }
});

test("a question that is malformed is refused, naming the field", async () => {
  const instructor = await createInstructor();
  const api = createTestApi({ now: NOW });
  const good = item("2026-12-02T16:00:00Z");
  const questions: [unknown, string][] = [
    [{}, "items"],
    [{ items: null }, "items"],
    [{ items: "all" }, "items"],
    [{ items: { 0: good } }, "items"],
    [{ items: [good, null] }, "items.1"],
    [{ items: [[]] }, "items.0.start_at"],
    [{ items: [{ ...good, start_at: 5 }] }, "items.0.start_at"],
    [{ items: [{ ...good, start_at: "2026-12-02T16:00:00" }] }, "items.0.start_at"],
    [{ items: [{ ...good, start_at: "2026-02-30T16:00:00Z" }] }, "items.0.start_at"],
    [{ items: [{ ...good, duration_minutes: "60" }] }, "items.0.duration_minutes"],
    [{ items: [{ ...good, duration_minutes: 50 }] }, "items.0.duration_minutes"],
    [{ items: [{ ...good, duration_minutes: 255 }] }, "items.0.duration_minutes"],
    [{ items: [{ ...good, instructor_id: "x" }] }, "items.0.instructor_id"],
    [{ items: [good], extra: true }, "extra"],
  ];
  for (const [body, path] of questions) {
    const { status, json } = await api.post(pathOf(instructor), body);
    expect([status, json.code]).toEqual([422, "validation_failed"]);
    expect(json.errors[0].path).toBe(path);
    for (const { message } of json.errors) expect(message).toMatch(/^(is|must|has) /);
  }
});

test("asking never books, and needs an instructor who can be booked", async () => {
  const instructor = await createInstructor();
  const suspended = await createInstructor({ status: "suspended" });
  const before = await countRows();
  const api = createTestApi({ now: NOW });
  const body = { items: [item("2026-12-02T16:00:00Z"), item("2026-12-02T16:00:00Z")] };
  const { json } = await api.post(pathOf(instructor), body);
  expect(json.items.map(({ available }: { available: boolean }) => available)).toEqual([
    true,
    true,
  ]);
  expect((await api.post(pathOf(suspended), body)).status).toBe(404);
  expect((await api.post(pathOf({ id: "nobody" }), body)).status).toBe(404);
  expect(await countRows()).toEqual(before);
});
