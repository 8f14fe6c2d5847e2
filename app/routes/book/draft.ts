import {
  LOCATION_TYPES,
  type LocationType,
  type Offering,
} from "../../../worker/domain/catalog.ts";
import { parseLocalDate, parseRfc3339, toRfc3339 } from "../../../worker/domain/local-time.ts";

export const STEPS = ["lesson", "time", "place", "review"] as const;
export type Step = (typeof STEPS)[number];

export const MAX_NOTE = 500;
export const MAX_DETAIL = 200;

/** A booking in the making. It lives in the address, so Back, reload and signing in keep it. */
export interface Draft {
  offeringId: string | null;
  durationMinutes: number | null;
  /** The day being looked at while choosing a time. */
  date: string | null;
  startAt: number | null;
  place: LocationType | null;
  detail: string;
  note: string;
  /** The step somebody went back to; null for the first one that is not done. */
  step: Step | null;
}

/** Reads what is there; anything that is not well formed counts as not chosen yet. */
export function parseDraft(params: URLSearchParams): Draft {
  const read = (name: string) => params.get(name)?.trim() ?? "";
  const duration = Number(read("duration"));
  return {
    offeringId: read("offering").slice(0, 64) || null,
    durationMinutes: Number.isInteger(duration) && duration > 0 ? duration : null,
    date: parseLocalDate(read("date")),
    startAt: parseRfc3339(read("start_at")),
    place: LOCATION_TYPES.find((type) => type === read("place")) ?? null,
    detail: read("detail").slice(0, MAX_DETAIL),
    note: read("note").slice(0, MAX_NOTE),
    step: STEPS.find((step) => step === read("step")) ?? null,
  };
}

/** The draft as fields of a form or of an address, without what is empty. */
export function toDraftFields(draft: Draft): [name: string, value: string][] {
  const fields: [string, string][] = [
    ["offering", draft.offeringId ?? ""],
    ["duration", draft.durationMinutes === null ? "" : String(draft.durationMinutes)],
    ["date", draft.date ?? ""],
    ["start_at", draft.startAt === null ? "" : toRfc3339(draft.startAt)],
    ["place", draft.place ?? ""],
    ["detail", draft.detail],
    ["note", draft.note],
    ["step", draft.step ?? ""],
  ];
  return fields.filter(([, value]) => value !== "");
}

/** The address of the booking pages with this draft in it. */
export function toBookPath(instructorId: string, draft: Partial<Draft>): string {
  const query = new URLSearchParams(toDraftFields({ ...EMPTY_DRAFT, ...draft })).toString();
  return `/instructors/${instructorId}/book${query ? `?${query}` : ""}`;
}

const EMPTY_DRAFT: Draft = {
  offeringId: null,
  durationMinutes: null,
  date: null,
  startAt: null,
  place: null,
  detail: "",
  note: "",
  step: null,
};

/** Whether a kind of place needs an address or a name to be found. */
export function needsDetail(place: LocationType): boolean {
  return place === "student_home" || place === "neutral";
}

/** The step to show: the one asked for, unless an earlier one is not done yet. */
export function currentStep(draft: Draft, offerings: readonly Offering[]): Step {
  const done: Record<Step, boolean> = {
    lesson: isLessonChosen(draft, offerings),
    time: draft.startAt !== null,
    place: isPlaceChosen(draft, offerings),
    review: false,
  };
  const firstOpen = STEPS.find((step) => !done[step]) ?? "review";
  if (!draft.step) return firstOpen;
  return STEPS.indexOf(draft.step) < STEPS.indexOf(firstOpen) ? draft.step : firstOpen;
}

export function chosenOffering(draft: Draft, offerings: readonly Offering[]): Offering | null {
  return offerings.find(({ id }) => id === draft.offeringId) ?? null;
}

function isLessonChosen(draft: Draft, offerings: readonly Offering[]): boolean {
  const options = chosenOffering(draft, offerings)?.durationOptions ?? [];
  return draft.durationMinutes !== null && options.includes(draft.durationMinutes);
}

function isPlaceChosen(draft: Draft, offerings: readonly Offering[]): boolean {
  const offered = chosenOffering(draft, offerings)?.locationTypes ?? [];
  if (!draft.place || !offered.includes(draft.place)) return false;
  return !needsDetail(draft.place) || draft.detail !== "";
}
