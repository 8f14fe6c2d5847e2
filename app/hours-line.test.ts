import { expect, test } from "vitest";
import { readLine, toLine } from "./hours-line.ts";

test("A line is refused at the input that is wrong, and an empty one is no line", () => {
  const problemOf = (from: string, to: string) => readLine({ from, to }).problem?.part ?? null;
  expect(readLine({ from: "", to: "" })).toEqual({ range: null, problem: null });
  expect(problemOf("", "10:00")).toBe("from");
  expect(problemOf("09:00", "")).toBe("to");
  expect(problemOf("09:10", "10:00")).toBe("from");
  expect(problemOf("09:00", "10:10")).toBe("to");
  expect(problemOf("10:00", "10:00")).toBe("to");
  expect(problemOf("10:00", "09:45")).toBe("to");
  expect(problemOf("25:00", "26:00")).toBe("from");
});

test.for(["00:00", "24:00"])("An end typed as %s is the end of the day", (to) => {
  const range = { startMinute: 540, endMinute: 1440 };
  expect(readLine({ from: "09:00", to })).toEqual({ range, problem: null });
  expect(toLine(range)).toEqual({ from: "09:00", to: "00:00" });
});
