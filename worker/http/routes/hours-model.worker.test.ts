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
  type Operation,
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

interface Step {
  operation: Operation;
  editor: number;
  /** Without looking first, the editor writes under what they saw last. */
  looks: boolean;
}

const onThisWeek = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 90 }))
  .map(([day, quarter]): Operation => {
    const open = { start_time: clock(quarter), end_time: clock(quarter + 4) };
    return { tool: "date", date: plus(TODAY, day), ranges: [open] };
  });
const steps = fc.array(
  fc.record({
    operation: fc.oneof(operations, onThisWeek),
    editor: fc.constantFrom(0, 1),
    looks: fc.oneof(
      { weight: 1, arbitrary: fc.constant(true) },
      { weight: 3, arbitrary: fc.constant(false) },
    ),
  }),
  { minLength: 2, maxLength: 8 },
);

/** Two editors who look at the same week and then write by turns; how many writes were refused. */
async function writeByTurns(sequence: Step[]): Promise<number> {
  const instructor = await createInstructor({ minimumNoticeHours: 0 });
  let model = await startModel(instructor);
  const look = async () => {
    const { headers } = await api.get(`${PATH}/week?start=${TODAY}`, { as: instructor });
    return { model, tag: headers.get("etag") ?? "" };
  };
  const seen = [await look(), await look()];
  let refused = 0;
  for (const { operation, editor, looks } of sequence) {
    if (looks) seen[editor] = await look();
    const after = apply(model, operation);
    // What is so already needs no writing, and so no condition.
    const isDone = after !== null && isEqual(model, after);
    const expected = !after ? 422 : isDone || isSeen(model, seen[editor]?.model) ? 200 : 412;
    const { path, ...request } = toRequest(operation);
    const headers = { "if-match": seen[editor]?.tag ?? "" };
    const answer = await api.send(path, { ...request, headers, as: instructor });
    expect([operation, answer.status]).toEqual([operation, expected]);
    if (answer.status === 412) refused += 1;
    if (answer.status !== 200) continue;
    model = after ?? model;
    seen[editor] = { model, tag: answer.headers.get("etag") ?? "" };
  }
  await expectModel(model, instructor);
  return refused;
}

test("of two editors who write under what they saw, each loses nothing: a write is refused or was decided on what is so", async () => {
  const write = (date: string, editor: number, looks = false): Step => ({
    operation: { tool: "date", date, ranges: [] },
    editor,
    looks,
  });
  const [one, other, outside] = [plus(TODAY, 2), plus(TODAY, 3), plus(TODAY, 9)];
  expect(await writeByTurns([write(one, 0), write(other, 1), write(other, 1, true)])).toBe(1);
  expect(await writeByTurns([write(outside, 0), write(one, 1), write(one, 0)])).toBe(0);
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      await writeByTurns(sequence);
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
