import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { LocationType, Offering } from "../../../worker/domain/catalog.ts";
import { parseLocalDate, parseRfc3339, toRfc3339 } from "../../../worker/domain/local-time.ts";

export const STEPS = ["lesson", "time", "place", "review"] as const;
export type Step = (typeof STEPS)[number];

/** The choices that may stand in an address: nothing that only the two people should read. */
type AddressChoices = Partial<Pick<BookingDraft, "offeringId" | "durationMinutes" | "startAt">>;

/** What an address of the booking pages can say. */
interface BookAddress extends AddressChoices {
  /** The day being looked at while choosing a time. */
  date?: string | null;
  /** The step to be at; without it the first one that is not done. */
  step?: Step | null;
}

/** Reads what is there; anything that is not well formed counts as not said. */
export function parseBookAddress(params: URLSearchParams): {
  choices: AddressChoices;
  date: string | null;
  step: Step | null;
} {
  const read = (name: string) => params.get(name)?.trim() ?? "";
  const offeringId = read("offering").slice(0, 64);
  const durationMinutes = Number(read("duration"));
  const startAt = parseRfc3339(read("start_at"));
  return {
    choices: {
      ...(offeringId && { offeringId }),
      ...(Number.isInteger(durationMinutes) && durationMinutes > 0 && { durationMinutes }),
      ...(startAt !== null && { startAt }),
    },
    date: parseLocalDate(read("date")),
    step: STEPS.find((step) => step === read("step")) ?? null,
  };
}

/** An address of the booking pages. What it chooses is kept once it is opened. */
export function toBookPath(instructorId: string, address: BookAddress = {}): string {
  const { offeringId, durationMinutes, startAt, date, step } = address;
  const query = new URLSearchParams({
    ...(offeringId && { offering: offeringId }),
    ...(durationMinutes && { duration: String(durationMinutes) }),
    ...(typeof startAt === "number" && { start_at: toRfc3339(startAt) }),
    ...(date && { date }),
    ...(step && { step }),
  }).toString();
  return `/instructors/${instructorId}/book${query ? `?${query}` : ""}`;
}

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
