import { expect, test } from "vitest";
import { parseDraft, toMoment } from "./draft.ts";

const ZONE = "America/New_York";

const FIELDS = {
  title: "Holiday hours",
  body: "Fewer lessons.",
  link_path: "/services",
  audience: "students",
  priority: "7",
  starts_at: "2026-12-01T09:00",
  ends_at: "2026-12-02T09:00",
};

function parse(more: Partial<typeof FIELDS> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...FIELDS, ...more })) form.set(name, value);
  return parseDraft(form, ZONE);
}

test("a filled form is an announcement whose moments are on the clock of its author", () => {
  expect(parse()).toEqual({
    draft: {
      title: "Holiday hours",
      body: "Fewer lessons.",
      linkPath: "/services",
      audience: "students",
      priority: 7,
      startsAt: Date.parse("2026-12-01T14:00:00Z"),
      endsAt: Date.parse("2026-12-02T14:00:00Z"),
    },
    error: null,
  });
  expect(parse({ body: "", link_path: " " }).draft).toMatchObject({ body: "", linkPath: null });
});

test("each thing that is wrong is told at its field", () => {
  const wrong: [keyof typeof FIELDS, string][] = [
    ["title", " "],
    ["title", "x".repeat(81)],
    ["title", "two\nlines"],
    ["body", "x".repeat(301)],
    ["link_path", "https://evil.test"],
    ["link_path", "//evil.test"],
    ["audience", "nobody"],
    ["priority", "101"],
    ["priority", "-1"],
    ["priority", "1.5"],
    ["starts_at", ""],
    ["starts_at", "2026-02-30T09:00"],
    ["starts_at", "2026-12-01T09:00T"],
    ["ends_at", "2026-12-01T09:00"],
    ["ends_at", "2026-12-01T24:00"],
  ];
  for (const [name, value] of wrong) {
    const { draft, error } = parse({ [name]: value });
    expect([draft, error?.fields.map((field) => field.name)], value).toEqual([null, [name]]);
  }
});

test("everything that is wrong is told at once", () => {
  const { error } = parse({ title: "", priority: "many", starts_at: "", ends_at: "" });
  expect(error?.fields.map(({ name }) => name)).toEqual([
    "title",
    "priority",
    "starts_at",
    "ends_at",
  ]);
});

test("a time that the clocks skip is no start, and one they show twice is the first", () => {
  const skipped = parse({ starts_at: "2027-03-14T02:30", ends_at: "2027-03-15T02:30" });
  expect(skipped.error?.fields.map(({ name }) => name)).toEqual(["starts_at"]);
  const twice = parse({ starts_at: "2026-11-01T01:30", ends_at: "2026-11-01T03:00" });
  expect(twice.draft?.startsAt).toBe(Date.parse("2026-11-01T05:30:00Z"));
});

test("a moment in a field is read back as the same moment", () => {
  const startsAt = Date.parse("2026-07-01T13:05:00Z");
  expect(toMoment(startsAt, ZONE)).toBe("2026-07-01T09:05");
  expect(parse({ starts_at: toMoment(startsAt, ZONE) }).draft?.startsAt).toBe(startsAt);
});
