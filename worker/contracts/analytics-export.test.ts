import { expect, test } from "vitest";
import { toCsv } from "./analytics-export.ts";

test("rows are lines with a heading, and nothing stays nothing", () => {
  const names = ["date", "count", "mean"];
  expect(toCsv(names, [])).toBe("date,count,mean\r\n");
  expect(toCsv(names, [{ mean: null, count: 3, date: "2026-12-01" }])).toBe(
    "date,count,mean\r\n2026-12-01,3,\r\n",
  );
});

test("what people typed stays in its cell", () => {
  const cell = (text: string) => toCsv(["query"], [{ query: text }]).slice("query\r\n".length, -2);
  expect(cell('piano, "now"')).toBe('"piano, ""now"""');
  expect(cell("two\nlines")).toBe('"two\nlines"');
  expect(cell("plain")).toBe("plain");
});

test("no text is a formula for the program that opens the file", () => {
  const cell = (value: unknown) => toCsv(["value"], [{ value }]).slice("value\r\n".length, -2);
  for (const text of [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\nx",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    "＠SUM(A1)",
  ]) {
    expect(cell(text)).toMatch(/^"?'/);
  }
  expect(cell('=HYPERLINK("https://evil.test","x")')).toBe(
    '"\'=HYPERLINK(""https://evil.test"",""x"")"',
  );
  expect(cell("\rx")).toBe('"\'\rx"');
  expect([cell(-5), cell(0.5)]).toEqual(["-5", "0.5"]);
});
