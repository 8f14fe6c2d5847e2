import * as v from "valibot";
import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import { LOCATION_TYPES, type LocationType } from "../../../worker/domain/catalog.ts";
import { type FormError, invalidForm } from "../../forms.ts";
import { needsDetail } from "./draft.ts";

export const MAX_NOTE = 500;
export const MAX_DETAIL = 200;

/** Browsers send a line break as two characters and count it as one. */
const words = (what: string, longest: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll("\r\n", "\n").trim()),
    v.check(
      (text) => text.isWellFormed() && !/\p{Cc}/u.test(text.replaceAll(/[\t\n]/g, "")),
      `Use letters and other visible characters for ${what}.`,
    ),
    v.maxLength(longest, `Use at most ${longest} characters for ${what}.`),
  );

/** Where, and what the instructor should know; whether that kind of place is offered is not known here. */
export const placeForm = v.pipe(
  v.object({
    place: v.optional(v.string(), ""),
    detail: v.optional(words("the address", MAX_DETAIL), ""),
    note: v.optional(words("the note", MAX_NOTE), ""),
  }),
  v.transform(({ place, detail, note }) => ({
    locationType: LOCATION_TYPES.find((type) => type === place) ?? null,
    locationDetail: detail,
    studentNote: note,
  })),
);

/** What still stands between a chosen place and the review; null for nothing. */
export function findPlaceProblem(
  { locationType, locationDetail }: BookingDraft,
  offered: readonly LocationType[],
): FormError | null {
  if (!locationType) {
    return invalidForm([{ name: "place", message: "Choose where the lesson takes place." }]);
  }
  if (!offered.includes(locationType)) {
    const message = "This lesson is not taught at that kind of place.";
    return invalidForm([{ name: "place", message }]);
  }
  if (!needsDetail(locationType) || locationDetail) return null;
  return invalidForm([{ name: "detail", message: "Enter an address or a meeting point." }]);
}
