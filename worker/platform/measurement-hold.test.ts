import { expect, test } from "vitest";
import type { RequestFacts } from "../domain/metrics.ts";
import { createMeasurementHold } from "./measurement-hold.ts";

const HOLD_MS = 1000;

/** A hold whose time passes when the test says so. */
function createHold(holdMs = HOLD_MS) {
  let now = 0;
  const sleepers: (() => void)[] = [];
  const hold = createMeasurementHold({
    holdMs,
    clock: () => now,
    sleep: () => new Promise((resolve) => sleepers.push(resolve)),
  });
  const add = (...ids: string[]) => {
    for (const id of ids) hold.add({ id } as RequestFacts);
  };
  const taken = () => hold.take()?.requests.map(({ id }) => id) ?? null;
  const pass = (ms: number) => {
    now += ms;
  };
  return { hold, add, taken, pass, sleepers };
}

test("requests of one moment leave together, sent by the first of them", async () => {
  const { hold, add, sleepers } = createHold();
  add("a");
  const first = hold.wait();
  add("b");
  expect(await hold.wait()).toBe(false);
  add("c");
  expect(await hold.wait()).toBe(false);
  expect(sleepers).toHaveLength(1);
  sleepers[0]?.();
  expect(await first).toBe(true);
  expect(hold.take()).toEqual({ id: "a", requests: [{ id: "a" }, { id: "b" }, { id: "c" }] });
  expect(hold.take()).toBeNull();
});

test("thirty leave at once, and who slept then finds nothing or the next ones", async () => {
  const { hold, add, taken, sleepers } = createHold();
  add("0");
  const first = hold.wait();
  for (let n = 1; n < 29; n++) {
    add(String(n));
    expect(await hold.wait()).toBe(false);
  }
  add("29");
  expect(await hold.wait()).toBe(true);
  expect(taken()).toHaveLength(30);
  sleepers[0]?.();
  expect(await first).toBe(true);
  expect(taken()).toBeNull();
  add("next");
  void hold.wait();
  expect(sleepers).toHaveLength(2);
});

test("what a request that ended too soon was to send, the next one after its time sends", async () => {
  const { hold, add, taken, pass } = createHold();
  add("a");
  void hold.wait();
  pass(HOLD_MS - 1);
  add("b");
  expect(await hold.wait()).toBe(false);
  pass(1);
  add("c");
  expect(await hold.wait()).toBe(true);
  expect(taken()).toEqual(["a", "b", "c"]);
});

test("without any time to hold, each leaves by itself", async () => {
  const { hold, add, taken, sleepers } = createHold(0);
  add("a");
  expect(await hold.wait()).toBe(true);
  expect(taken()).toEqual(["a"]);
  expect(sleepers).toEqual([]);
});
