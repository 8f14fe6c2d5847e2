import fc from "fast-check";
import { expect, test } from "vitest";
import { type BookingDraft, EMPTY_DRAFT, parseKeptDraft } from "./booking-draft.ts";

test("a draft that was kept is the same draft", () => {
  const draft: BookingDraft = {
    offeringId: "o1",
    durationMinutes: 45,
    startAt: Date.UTC(2026, 11, 1, 14),
    locationType: "student_home",
    locationDetail: "12 Main St",
    studentNote: "Left-handed.",
  };
  expect(parseKeptDraft(JSON.stringify(draft))).toEqual(draft);
  expect(parseKeptDraft(JSON.stringify(EMPTY_DRAFT))).toEqual(EMPTY_DRAFT);
});

test("whatever else was kept counts as not chosen yet", () => {
  const values = ["", "{", "null", "[]", "5", '"text"', '{"startAt":"soon","locationType":"moon"}'];
  for (const value of values) expect(parseKeptDraft(value), value).toEqual(EMPTY_DRAFT);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const draft = parseKeptDraft(JSON.stringify(value));
      expect(Object.keys(draft)).toEqual(Object.keys(EMPTY_DRAFT));
    }),
  );
});
