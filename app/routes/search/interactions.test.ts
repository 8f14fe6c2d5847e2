import { expect, test } from "vitest";
import { createInteractionLog, type Interaction } from "./interactions.ts";

function at(position: number, type: Interaction["type"] = "impression"): Interaction {
  return { type, instructor_id: `instructor-${position}`, position, elapsed_ms: 700 };
}

test("a result is seen and hovered once but clicked as often as it is clicked", () => {
  const log = createInteractionLog();
  for (const type of ["impression", "hover", "click"] as const) {
    log.add(at(1, type));
    log.add(at(1, type));
  }
  expect(
    log
      .take()
      .flat()
      .map(({ type }) => type),
  ).toEqual(["impression", "hover", "click", "click"]);
});

test("what was taken is not taken again, nor seen again", () => {
  const log = createInteractionLog();
  log.add(at(1));
  expect(log.take()).toEqual([[at(1)]]);
  log.add(at(1));
  expect(log.take()).toEqual([]);
});

test("no call has more than 50, and none is lost or out of order", () => {
  const log = createInteractionLog();
  const all = Array.from({ length: 101 }, (_, index) => at(index + 1));
  for (const one of all) log.add(one);
  const batches = log.take();
  expect(batches.map(({ length }) => length)).toEqual([50, 50, 1]);
  expect(batches.flat()).toEqual(all);
});
