import { expect, test } from "vitest";
import { lazily } from "./lazily.ts";

test("each property is made when it is first asked for, and once", () => {
  const made: string[] = [];
  const object = lazily<{ one: { name: string }; none: null }>({
    one: () => {
      made.push("one");
      return { name: "one" };
    },
    none: () => {
      made.push("none");
      return null;
    },
  });
  expect(made).toEqual([]);
  expect(object.one).toBe(object.one);
  expect([object.none, object.none]).toEqual([null, null]);
  expect(made).toEqual(["one", "none"]);
});

test("what is made goes through the last hand, with its name, once", () => {
  const finished: string[] = [];
  const object = lazily<{ one: number }>({ one: () => 1 }, (name, value) => {
    finished.push(String(name));
    return value;
  });
  expect([object.one, object.one, finished]).toEqual([1, 1, ["one"]]);
});

test("what nobody makes is not there, not even what every object has", () => {
  const object = lazily<Record<string, never>>({}) as Record<string, unknown>;
  expect([object.then, object.constructor, object.toString]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("properties may use each other, and one that fails is tried again", () => {
  let tries = 0;
  const object: { base: number; sum: number; broken: number } = lazily<{
    base: number;
    sum: number;
    broken: number;
  }>({
    base: () => 2,
    sum: () => object.base + 1,
    broken: () => {
      tries += 1;
      throw new Error("broken");
    },
  });
  expect(object.sum).toBe(3);
  expect(() => object.broken).toThrow("broken");
  expect(() => object.broken).toThrow("broken");
  expect(tries).toBe(2);
});
