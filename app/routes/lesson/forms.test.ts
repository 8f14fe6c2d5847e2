import { expect, test } from "vitest";
import { parseForm } from "../../forms.ts";
import { cancelForm, MAX_NOTE, MAX_REASON, noteForm, REASONS } from "./forms.ts";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const cancel = (fields: Record<string, string>) => parseForm(cancelForm, formOf(fields));
const note = (text: string) => parseForm(noteForm, formOf({ instructor_note: text }));

test("there are eight reasons, and each is told in words", () => {
  expect(Object.keys(REASONS)).toHaveLength(8);
  for (const [reason, words] of Object.entries(REASONS)) {
    expect(cancel({ reason, other: "not asked for" }).values).toBe(words);
  }
});

test("a reason has to be chosen, and another one said in words; each is told at its field", () => {
  expect(cancel({}).error?.fields).toEqual([{ name: "reason", message: "Choose a reason." }]);
  expect(cancel({ reason: "hack" }).error?.fields).toMatchObject([{ name: "reason" }]);
  expect(cancel({ reason: "other", other: " \n " }).error?.fields).toMatchObject([
    { name: "other" },
  ]);
  expect(cancel({ reason: "other", other: " My dog " }).values).toBe("My dog");
});

test("texts may be as long as the field says and hold nothing that is no text", () => {
  expect(cancel({ reason: "other", other: "x".repeat(MAX_REASON) }).error).toBeNull();
  const long = cancel({ reason: "other", other: "x".repeat(MAX_REASON + 1) });
  expect(long.error?.fields).toMatchObject([{ name: "other" }]);
  expect(cancel({ reason: "other", other: "a\u0000" }).error?.fields).toMatchObject([
    { name: "other" },
  ]);
  expect(note("x".repeat(MAX_NOTE)).error).toBeNull();
  expect(note("x".repeat(MAX_NOTE + 1)).error?.fields).toMatchObject([{ name: "instructor_note" }]);
});

test("an emptied note is none", () => {
  expect(note(" \r\n ").values).toBeNull();
  expect(note("one\r\ntwo").values).toBe("one\ntwo");
});
