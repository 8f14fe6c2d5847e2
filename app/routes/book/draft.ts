import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { LocationType, Offering } from "../../../worker/domain/catalog.ts";
import type { ErrorCode } from "../../../worker/domain/errors.ts";
import { type AddressChoices, STEPS, type Step } from "../../book-path.ts";

/** Codes that another start can cure. */
const ABOUT_TIME: ErrorCode[] = [
  "insufficient_notice",
  "invalid_start",
  "outside_availability",
  "slot_taken",
  "student_conflict",
];

/** Whether a kind of place needs an address or a name to be found. */
export function needsDetail(place: LocationType): boolean {
  return place === "student_home" || place === "neutral";
}

/** The step to show: the one asked for, unless an earlier one is not done yet. */
export function currentStep(
  draft: BookingDraft,
  offerings: readonly Offering[],
  wanted: Step | null,
): Step {
  const done: Record<Step, boolean> = {
    lesson: isLessonChosen(draft, offerings),
    time: draft.startAt !== null,
    place: isPlaceChosen(draft, offerings),
    review: false,
  };
  const firstOpen = STEPS.find((step) => !done[step]) ?? "review";
  if (!wanted) return firstOpen;
  return STEPS.indexOf(wanted) < STEPS.indexOf(firstOpen) ? wanted : firstOpen;
}

/** Where choosing leads: a time chosen before may not fit another lesson, so it is looked at again. */
export function stepAfter(choices: AddressChoices, wanted: Step | null): Step | null {
  const isAboutTime = choices.startAt !== undefined;
  return wanted ?? (isAboutTime ? null : "time");
}

export function chosenOffering(
  { offeringId }: Pick<BookingDraft, "offeringId">,
  offerings: readonly Offering[],
): Offering | null {
  return offerings.find(({ id }) => id === offeringId) ?? null;
}

/** All that is offered, beginning with what is chosen: on a phone the rest is far below. */
export function chosenFirst(
  { offeringId }: Pick<BookingDraft, "offeringId">,
  offerings: readonly Offering[],
): Offering[] {
  const isChosen = ({ id }: Offering) => id === offeringId;
  return [...offerings.filter(isChosen), ...offerings.filter((one) => !isChosen(one))];
}

/** Whether another start can cure this refusal. */
export function isAboutTime(code: ErrorCode): boolean {
  return ABOUT_TIME.includes(code);
}

/** Whether a later step was asked for while nothing is chosen, as after booking and going back. */
export function isCleared(draft: BookingDraft, wanted: Step | null): boolean {
  return draft.offeringId === null && wanted !== null && wanted !== "lesson";
}

function isLessonChosen(draft: BookingDraft, offerings: readonly Offering[]): boolean {
  const options = chosenOffering(draft, offerings)?.durationOptions ?? [];
  return draft.durationMinutes !== null && options.includes(draft.durationMinutes);
}

function isPlaceChosen(draft: BookingDraft, offerings: readonly Offering[]): boolean {
  const offered = chosenOffering(draft, offerings)?.locationTypes ?? [];
  const { locationType, locationDetail } = draft;
  if (!locationType || !offered.includes(locationType)) return false;
  return !needsDetail(locationType) || locationDetail !== "";
}
