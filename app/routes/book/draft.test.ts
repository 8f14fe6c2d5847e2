import { expect, test } from "vitest";
import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { Offering } from "../../../worker/domain/catalog.ts";
import type { Step } from "../../book-path.ts";
import { chosenFirst, currentStep, isAboutTime, isCleared, stepAfter } from "./draft.ts";

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

test("what is chosen stands first among what is offered, and all else as before", () => {
  const [guitar, harp] = ["o2", "o3"].map((id) => ({ ...piano, id })) as [Offering, Offering];
  const idsWith = (offeringId: string | null) =>
    chosenFirst({ offeringId }, [piano, guitar, harp]).map(({ id }) => id);
  expect(idsWith("o3")).toEqual(["o3", "o1", "o2"]);
  expect(idsWith(null)).toEqual(["o1", "o2", "o3"]);
});

test("a later step without anything chosen is one whose choices are gone", () => {
  const empty = { ...complete, offeringId: null };
  expect(isCleared(empty, "review")).toBe(true);
  expect(isCleared(empty, "lesson")).toBe(false);
  expect(isCleared(empty, null)).toBe(false);
  expect(isCleared(complete, "review")).toBe(false);
});

test("another start helps against a taken time, not against missing rights", () => {
  expect(isAboutTime("slot_taken")).toBe(true);
  expect(isAboutTime("forbidden")).toBe(false);
});

test("another lesson leads to the times, a time to what is open after it, unless a step is named", () => {
  expect(stepAfter({ offeringId: "o1", durationMinutes: 30 }, null)).toBe("time");
  expect(stepAfter({ offeringId: "o1", startAt: 0 }, null)).toBeNull();
  expect(stepAfter({ offeringId: "o1" }, "lesson")).toBe("lesson");
});
