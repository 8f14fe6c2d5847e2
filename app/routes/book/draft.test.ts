import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LOCATION_TYPES, type Offering } from "../../../worker/domain/catalog.ts";
import { currentStep, type Draft, MAX_NOTE, parseDraft, STEPS, toBookPath } from "./draft.ts";

const piano: Offering = {
  id: "o1",
  service: { slug: "piano", name: "Piano", category: "music" },
  hourlyRateCents: 6000,
  durationOptions: [30, 60],
  locationTypes: ["online", "student_home"],
  levels: [],
  audiences: [],
  description: "",
};

const complete: Draft = {
  offeringId: "o1",
  durationMinutes: 60,
  date: null,
  startAt: Date.UTC(2026, 11, 1, 14),
  place: "online",
  detail: "",
  note: "",
  step: null,
};

const stepOf = (changes: Partial<Draft>) => currentStep({ ...complete, ...changes }, [piano]);

test("the first step that is not done is shown", () => {
  expect(stepOf({ offeringId: null })).toBe("lesson");
  expect(stepOf({ durationMinutes: null })).toBe("lesson");
  expect(stepOf({ startAt: null })).toBe("time");
  expect(stepOf({ place: null })).toBe("place");
  expect(stepOf({})).toBe("review");
});

test("an offering, a length or a place the instructor does not have counts as not chosen", () => {
  expect(stepOf({ offeringId: "someone-else" })).toBe("lesson");
  expect(stepOf({ durationMinutes: 45 })).toBe("lesson");
  expect(stepOf({ place: "neutral" })).toBe("place");
});

test("a lesson at the student's place needs an address", () => {
  expect(stepOf({ place: "student_home" })).toBe("place");
  expect(stepOf({ place: "student_home", detail: "1 Main St" })).toBe("review");
});

test("one can go back to a step, but not jump over one", () => {
  expect(stepOf({ step: "time" })).toBe("time");
  expect(stepOf({ step: "review", startAt: null })).toBe("time");
});

test("what is not well formed is not chosen, and long texts are cut", () => {
  const params = new URLSearchParams({
    duration: "1e9999",
    start_at: "yesterday",
    date: "2026-02-30",
    place: "moon",
    step: "hack",
    note: "n".repeat(9999),
  });
  expect(parseDraft(params)).toEqual({
    offeringId: null,
    durationMinutes: null,
    date: null,
    startAt: null,
    place: null,
    detail: "",
    note: "n".repeat(MAX_NOTE),
    step: null,
  });
});

test("a draft comes back from the address as it went in", () => {
  const trimmed = fc.string({ maxLength: 60 }).map((text) => text.trim());
  const draft = fc.record<Draft>({
    offeringId: fc.constantFrom(null, "o1"),
    durationMinutes: fc.constantFrom(null, 15, 240),
    date: fc.constantFrom(null, "2026-12-01"),
    startAt: fc.option(fc.integer({ min: 0, max: 2_000_000 }).map((quarter) => quarter * 900_000)),
    place: fc.constantFrom(null, ...LOCATION_TYPES),
    detail: trimmed,
    note: trimmed,
    step: fc.constantFrom(null, ...STEPS),
  });
  fc.assert(
    fc.property(draft, (before) => {
      const { searchParams } = new URL(toBookPath("i1", before), "https://here.example");
      expect(parseDraft(searchParams)).toEqual(before);
    }),
  );
});
