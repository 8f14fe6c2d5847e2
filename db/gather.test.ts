import { expect, test } from "vitest";
import { gather } from "./gather.ts";

/** Answers each question with itself in capitals, fails for "bad", and writes down each trip. */
function createGatherer() {
  const trips: string[][] = [];
  const { add, flush } = gather<string, string>(async (questions) => {
    trips.push([...questions]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (questions.includes("bad")) throw new Error("bad");
    return questions.map((question) => question.toUpperCase());
  });
  return { trips, add, flush };
}

/** As deep in other code as a question of a page comes to be asked. */
async function after(steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await null;
}

test("questions of the same turn go in one trip, and each caller gets its own answers", async () => {
  const { trips, add } = createGatherer();
  const answers = await Promise.all([add(["a", "b"]), add([]), add(["c"])]);
  expect(answers).toEqual([["A", "B"], [], ["C"]]);
  expect(trips).toEqual([["a", "b", "c"]]);
});

test("what is asked some steps later, again and again, still comes along", async () => {
  const { trips, add } = createGatherer();
  await Promise.all([0, 10, 20, 30, 40].map((steps) => after(steps).then(() => add([`${steps}`]))));
  expect(trips).toEqual([["0", "10", "20", "30", "40"]]);
});

test("what is asked after an answer, or in another turn, goes in a trip of its own", async () => {
  const { trips, add } = createGatherer();
  await add(["a"]);
  const second = add(["b"]);
  await new Promise((resolve) => setTimeout(resolve, 0));
  await Promise.all([second, add(["c"])]);
  expect(trips).toEqual([["a"], ["b"], ["c"]]);
});

test("a caller whose question fails fails alone: the others are asked again by themselves", async () => {
  const { trips, add } = createGatherer();
  const [first, second, third] = await Promise.allSettled([add(["a"]), add(["bad"]), add(["c"])]);
  expect(first).toEqual({ status: "fulfilled", value: ["A"] });
  expect(second).toMatchObject({ status: "rejected", reason: new Error("bad") });
  expect(third).toEqual({ status: "fulfilled", value: ["C"] });
  expect(trips).toEqual([["a", "bad", "c"], ["a"], ["bad"], ["c"]]);
});

test("one that failed with nobody else is not asked again", async () => {
  const { trips, add } = createGatherer();
  await expect(add(["bad"])).rejects.toThrow("bad");
  expect(trips).toEqual([["bad"]]);
});

test("a flush sends what waits at once, and only once", async () => {
  const { trips, add, flush } = createGatherer();
  const answers = Promise.all([add(["a"]), add(["b"])]);
  flush();
  expect(trips).toEqual([["a", "b"]]);
  flush();
  const later = add(["c"]);
  expect([await answers, await later]).toEqual([[["A"], ["B"]], ["C"]]);
  expect(trips).toEqual([["a", "b"], ["c"]]);
});
