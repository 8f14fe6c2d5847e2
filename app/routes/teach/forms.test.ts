import { expect, test } from "vitest";
import { aboutForm, areasForm, checkFields, offeringForm, readFields } from "./forms.ts";

const ABOUT = {
  bio: "I play the piano.",
  years_experience: "7",
  timezone: "America/New_York",
  minimum_notice_hours: "2",
  buffer_minutes: "0",
};

const OFFERING = {
  rate: "60",
  durations: ["60"],
  location_types: ["online"],
  levels: [],
  audiences: [],
  description: "",
};

function wrongWith(
  schema: Parameters<typeof checkFields>[0],
  fields: Record<string, string | string[]>,
) {
  return checkFields(schema, fields).error?.fields.map(({ name }) => name) ?? [];
}

test.for([
  ["bio", "x".repeat(9), "x".repeat(10)],
  ["bio", "x".repeat(1001), "x".repeat(1000)],
  ["bio", "<b>I play the piano.</b>", "I <3 the piano & 1 < 2."],
  ["bio", "I play\u0000 the piano.", "I play\nthe piano."],
  ["years_experience", "61", "60"],
  ["years_experience", "1.5", "0"],
  ["minimum_notice_hours", "169", "168"],
  ["minimum_notice_hours", "-1", "0"],
  ["buffer_minutes", "61", "60"],
  ["buffer_minutes", "", "0"],
  ["timezone", "Mars/Olympus", "Asia/Tokyo"],
] as const)("About oneself, %s can not be %j but %j", ([name, wrong, right]) => {
  expect(wrongWith(aboutForm, { ...ABOUT, [name]: wrong })).toEqual([name]);
  expect(wrongWith(aboutForm, { ...ABOUT, [name]: right })).toEqual([]);
});

test.for([
  ["rate", "0.99", "1"],
  ["rate", "1000.01", "1,000"],
  ["rate", "NaN", "$67.50"],
  ["rate", "0", "$ 60"],
  ["rate", "67,50", "67.5"],
  ["durations", ["50"], ["45"]],
  ["durations", ["255"], ["240"]],
  ["durations", ["00"], ["15"]],
  ["durations", [], ["60"]],
  ["durations", ["15", "30", "45", "60", "75", "90", "120"], ["15", "30", "45", "60", "75", "90"]],
  ["location_types", [], ["neutral"]],
  ["location_types", ["moon"], ["student_home", "online"]],
  ["levels", ["expert"], ["beginner"]],
  ["audiences", ["cats"], ["kids", "seniors"]],
  ["description", "x".repeat(501), "x".repeat(500)],
  ["description", "<script>", "a > b"],
] as const)("Of an offering, %s can not be %j but %j", ([name, wrong, right]) => {
  const withValue = (value: string | readonly string[]) => ({
    ...OFFERING,
    [name]: typeof value === "string" ? value : [...value],
  });
  expect(wrongWith(offeringForm, withValue(wrong))).toEqual([name]);
  expect(wrongWith(offeringForm, withValue(right))).toEqual([]);
});

test.for([
  ["60", 6000],
  ["$1,000.00", 100_000],
  ["67.5", 6750],
  ["19.99", 1999],
  ["1", 100],
] as const)("A price of %s is %i cents", ([text, cents]) => {
  expect(checkFields(offeringForm, { ...OFFERING, rate: text }).values?.rate).toBe(cents);
});

test("What is ticked twice counts once, and lengths are in order", () => {
  const { values } = checkFields(offeringForm, { ...OFFERING, durations: ["90", "30", "90"] });
  expect(values?.durations).toEqual([30, 90]);
  const eleven = Array.from({ length: 11 }, (_, index) => `area-${index}`);
  expect(wrongWith(areasForm, { areas: eleven })).toEqual(["areas"]);
  expect(checkFields(areasForm, { areas: ["a", "b", "a"] }).values?.areas).toEqual(["a", "b"]);
  expect(wrongWith(areasForm, { areas: [] })).toEqual(["areas"]);
});

test("A field that was not sent is told at its place", () => {
  expect(wrongWith(aboutForm, {})).toEqual(Object.keys(ABOUT));
});

test("A form is read with its lists whole, and no longer than it can need", () => {
  const form = new FormData();
  form.set("bio", "x".repeat(100_000));
  for (const area of ["a", "b"]) form.append("areas", area);
  const fields = readFields(form, ["areas", "levels"]);
  expect(fields.areas).toEqual(["a", "b"]);
  expect(fields.levels).toEqual([]);
  expect(fields.bio).toHaveLength(5000);
});
