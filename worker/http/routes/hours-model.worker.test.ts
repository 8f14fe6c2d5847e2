import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { createInstructor, type TestInstructor } from "../../../tests/factories.ts";
import {
  apply,
  clock,
  DAYS,
  hoursOf,
  isEqual,
  isSeen,
  type Model,
  operations,
  HOURS_PATH as PATH,
  plus,
  quarters,
  type Range,
  TODAY,
  toRequest,
} from "../../../tests/hours-model.ts";

const api = createTestApi({ now: `${TODAY}T15:00:00Z` });

async function startModel(instructor: TestInstructor): Promise<Model> {
  const { json } = await api.get(`${PATH}/weekly`, { as: instructor });
  return { weekly: DAYS.map((day) => quarters(json.hours[day])), dates: new Map() };
}

/** What the instructor sees, and what everybody sees, is what the model says. */
async function expectModel(model: Model, instructor: TestInstructor): Promise<void> {
  for (let start = plus(TODAY, -14); start <= plus(TODAY, 28); start = plus(start, 7)) {
    const { json } = await api.get(`${PATH}/week?start=${start}`, { as: instructor });
    for (const day of json.days) {
      const own = model.dates.get(day.date);
      const source = own ? (own.size > 0 ? "dates" : "closed") : "weekly";
      expect([day.date, day.source]).toEqual([day.date, source]);
      expect([day.date, quarters(day.ranges)]).toEqual([day.date, hoursOf(model, day.date)]);
    }
  }
  const [from, to] = [plus(TODAY, 1), plus(TODAY, 28)];
  const path = `/api/public/instructors/${instructor.id}/availability?start_date=${from}&end_date=${to}`;
  const { json } = await api.get(path);
  for (let day = from; day <= to; day = plus(day, 1)) {
    const open = quarters(json.availability_by_date[day].available_slots);
    expect([day, open]).toEqual([day, hoursOf(model, day)]);
  }
}

test("any sequence of edits leaves the hours, the instructor's and the public's, that a simple model has", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operations, { minLength: 1, maxLength: 8 }), async (sequence) => {
      const instructor = await createInstructor({ minimumNoticeHours: 0 });
      let model = await startModel(instructor);
      for (const operation of sequence) {
        const after = apply(model, operation);
        const { path, ...request } = toRequest(operation);
        const { status } = await api.send(path, { ...request, as: instructor });
        expect([operation, status]).toEqual([operation, after ? 200 : 422]);
        model = after ?? model;
      }
      await expectModel(model, instructor);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("of two editors who write under what they saw, each loses nothing: a write is refused or was decided on what is so", async () => {
  const step = fc.record({
    operation: operations,
    editor: fc.constantFrom(0, 1),
    // Without looking first, the editor writes under what they saw last.
    looks: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const instructor = await createInstructor({ minimumNoticeHours: 0 });
      let model = await startModel(instructor);
      const seen: { model: Model; tag: string }[] = [];
      for (const { operation, editor, looks } of steps) {
        if (looks || !seen[editor]) {
          const { headers } = await api.get(`${PATH}/week?start=${TODAY}`, { as: instructor });
          seen[editor] = { model, tag: headers.get("etag") ?? "" };
        }
        const after = apply(model, operation);
        const { path, ...request } = toRequest(operation);
        const headers = { "if-match": seen[editor]?.tag ?? "" };
        const answer = await api.send(path, { ...request, headers, as: instructor });
        const expected = !after ? 422 : isSeen(model, seen[editor]?.model) ? 200 : 412;
        // What is so already needs no writing, and so no condition.
        const isDone = after !== null && isEqual(model, after);
        expect([operation, answer.status]).toEqual([operation, isDone ? 200 : expected]);
        if (answer.status !== 200) continue;
        model = after ?? model;
        seen[editor] = { model, tag: answer.headers.get("etag") ?? "" };
      }
      await expectModel(model, instructor);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("of two writes at once under the same tag one is made and the other refused", async () => {
  const instructor = await createInstructor();
  const { headers } = await api.get(`${PATH}/week?start=2026-12-07`, { as: instructor });
  const tag = headers.get("etag") ?? "";
  const hours = (start: string) => [{ start_time: start, end_time: "20:00" }];
  const starts = Array.from({ length: 10 }, (_, index) => clock(32 + index));
  const answers = await Promise.all(
    starts.map((start, index) =>
      api.send(`${PATH}/dates/${plus("2026-12-07", index % 7)}`, {
        method: "PUT",
        body: { ranges: hours(start) },
        headers: { "if-match": tag },
        as: instructor,
      }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array(9).fill(412)]);
  const won = answers.findIndex(({ status }) => status === 200);
  const { json } = await api.get(`${PATH}/week?start=2026-12-07`, { as: instructor });
  const own = json.days.filter(({ source }: { source: string }) => source === "dates");
  expect(own.map((day: { ranges: Range[] }) => day.ranges)).toEqual([hours(starts[won] ?? "")]);
});

test("of writes at once without a condition each is made, and none is mixed with another", async () => {
  const instructor = await createInstructor();
  const weeks = Array.from({ length: 4 }, (_, index) => [
    { start_time: clock(20 + index), end_time: clock(60 + index) },
    { start_time: clock(70 + index), end_time: clock(80 + index) },
  ]);
  const answers = await Promise.all(
    weeks.map((week) =>
      api.send(`${PATH}/weekly`, {
        method: "PUT",
        body: { hours: Object.fromEntries(DAYS.map((day) => [day, week])) },
        as: instructor,
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const { json } = await api.get(`${PATH}/weekly`, { as: instructor });
  expect(weeks).toContainEqual(json.hours.mon);
  for (const day of DAYS) expect(json.hours[day]).toEqual(json.hours.mon);
});
