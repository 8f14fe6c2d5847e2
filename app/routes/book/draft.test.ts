import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { Offering } from "../../../worker/domain/catalog.ts";
import { currentStep, parseBookAddress, STEPS, type Step, stepAfter, toBookPath } from "./draft.ts";

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

const complete: BookingDraft = {
  offeringId: "o1",
  durationMinutes: 60,
  startAt: Date.UTC(2026, 11, 1, 14),
  locationType: "online",
  locationDetail: "",
  studentNote: "",
};

const stepOf = (changes: Partial<BookingDraft>, wanted: Step | null = null) =>
  currentStep({ ...complete, ...changes }, [piano], wanted);

test("the first step that is not done is shown", () => {
  expect(stepOf({ offeringId: null })).toBe("lesson");
  expect(stepOf({ durationMinutes: null })).toBe("lesson");
  expect(stepOf({ startAt: null })).toBe("time");
  expect(stepOf({ locationType: null })).toBe("place");
  expect(stepOf({})).toBe("review");
});

test("an offering, a length or a place the instructor does not have counts as not chosen", () => {
  expect(stepOf({ offeringId: "someone-else" })).toBe("lesson");
  expect(stepOf({ durationMinutes: 45 })).toBe("lesson");
  expect(stepOf({ locationType: "neutral" })).toBe("place");
});

test("a lesson at the student's place needs an address", () => {
  expect(stepOf({ locationType: "student_home" })).toBe("place");
  expect(stepOf({ locationType: "student_home", locationDetail: "1 Main St" })).toBe("review");
});

test("one can go back to a step, but not jump over one", () => {
  expect(stepOf({}, "time")).toBe("time");
  expect(stepOf({ startAt: null }, "review")).toBe("time");
});

test("another lesson leads to the times, a time to what is open after it, unless a step is named", () => {
  expect(stepAfter({ offeringId: "o1", durationMinutes: 30 }, null)).toBe("time");
  expect(stepAfter({ offeringId: "o1", startAt: 0 }, null)).toBeNull();
  expect(stepAfter({ offeringId: "o1" }, "lesson")).toBe("lesson");
});

test("what is not well formed is not said, and what is personal is not read from an address", () => {
  const params = new URLSearchParams({
    duration: "1e9999",
    start_at: "yesterday",
    date: "2026-02-30",
    step: "hack",
    place: "online",
    note: "hello",
  });
  expect(parseBookAddress(params)).toEqual({ choices: {}, date: null, step: null });
});

test("an address is read as it was written", () => {
  const address = fc.record({
    choices: fc.record(
      {
        offeringId: fc.constantFrom("o1", "o2"),
        durationMinutes: fc.constantFrom(15, 240),
        startAt: fc.integer({ min: 0, max: 2_000_000 }).map((quarter) => quarter * 900_000),
      },
      { requiredKeys: [] },
    ),
    date: fc.constantFrom(null, "2026-12-01"),
    step: fc.constantFrom(null, ...STEPS),
  });
  fc.assert(
    fc.property(address, (before) => {
      const path = toBookPath("i1", { ...before.choices, ...before });
      const { searchParams } = new URL(path, "https://here.example");
      expect(parseBookAddress(searchParams)).toEqual(before);
    }),
  );
});
