import { expect, test } from "vitest";
import { EMPTY_DRAFT } from "../../../worker/domain/booking-draft.ts";
import { parseForm } from "../../forms.ts";
import { findPlaceProblem, MAX_DETAIL, MAX_NOTE, placeForm } from "./place-form.ts";

function parse(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return parseForm(placeForm, form);
}

test("texts may be as long as the field says, line breaks counted as the browser counts them", () => {
  const lines = "line\r\n".repeat(MAX_NOTE / 5 - 1).concat("last!");
  expect(parse({ note: lines }).error).toBeNull();
  expect(parse({ note: "n".repeat(MAX_NOTE), detail: "d".repeat(MAX_DETAIL) }).error).toBeNull();
  const { error } = parse({ note: "n".repeat(MAX_NOTE + 1), detail: "d".repeat(MAX_DETAIL + 1) });
  expect(error?.fields.map(({ name }) => name)).toEqual(["detail", "note"]);
});

test("what is no text is told at its field", () => {
  expect(parse({ note: "a\u0000b" }).error?.fields).toMatchObject([{ name: "note" }]);
  expect(parse({ detail: "1 Main\u0007 St" }).error?.fields).toMatchObject([{ name: "detail" }]);
});

test("a kind of place that does not exist counts as none chosen", () => {
  expect(parse({ place: "moon", note: " hi " }).values).toEqual({
    locationType: null,
    locationDetail: "",
    studentNote: "hi",
  });
});

test("a place has to be chosen, offered, and one that can be found", () => {
  const problemOf = (changes: Partial<typeof EMPTY_DRAFT>) =>
    findPlaceProblem({ ...EMPTY_DRAFT, ...changes }, ["online", "student_home"])?.fields[0]?.name;
  expect(problemOf({})).toBe("place");
  expect(problemOf({ locationType: "neutral", locationDetail: "The park" })).toBe("place");
  expect(problemOf({ locationType: "student_home" })).toBe("detail");
  expect(problemOf({ locationType: "student_home", locationDetail: "1 Main St" })).toBeUndefined();
  expect(problemOf({ locationType: "online" })).toBeUndefined();
});
