import { expect, test } from "vitest";
import { describeType, toFieldRows } from "./fields.ts";

const NAMED = {
  Slot: {
    type: "object",
    properties: { start_at: { type: "string", format: "date-time" } },
    required: ["start_at"],
  },
};

test("every field is told with its place: inside objects, lists and names that differ", () => {
  const rows = toFieldRows(
    {
      type: "object",
      required: ["items"],
      properties: {
        items: { type: "array", items: { $ref: "#/components/schemas/Slot" } },
        by_date: { type: "object", additionalProperties: { $ref: "#/components/schemas/Slot" } },
      },
    },
    NAMED,
  );
  expect(rows.map(({ name, type, isRequired }) => [name, type, isRequired])).toEqual([
    ["items", "list of object", true],
    ["items[].start_at", "instant", true],
    ["by_date", "object", false],
    ["by_date.{…}.start_at", "instant", true],
  ]);
});

test("a field of several forms of an answer is told once, with all that it may be", () => {
  const form = (level: string) => ({
    type: "object",
    properties: { detail_level: { const: level }, [level]: { type: "boolean" } },
  });
  const rows = toFieldRows({ oneOf: [form("full"), form("minimal")] }, {});
  expect(rows.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'detail_level: "full" or "minimal"',
    "full: true or false",
    "minimal: true or false",
  ]);
});

test("types are words, and limits are told", () => {
  expect(describeType({ anyOf: [{ type: "string" }, { type: "null" }] }, {}).type).toBe(
    "text or null",
  );
  expect(describeType({ enum: ["a", "b"] }, {}).type).toBe("a, b");
  expect(describeType({ type: "integer", minimum: 1, maximum: 5 }, {})).toEqual({
    type: "integer",
    notes: "1 to 5.",
  });
  expect(describeType({ type: "string", minLength: 1, maxLength: 64 }, {})).toEqual({
    type: "text",
    notes: "Not empty. 64 characters at most.",
  });
});
