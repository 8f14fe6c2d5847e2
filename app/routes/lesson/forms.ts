import * as v from "valibot";

/** Why a lesson is cancelled, as the other person will read it. */
export const REASONS = {
  ill: "I am ill",
  emergency: "An emergency",
  schedule: "My schedule has changed",
  travel: "I cannot get there",
  weather: "The weather",
  place: "The place is not available",
  technical: "Technical problems",
  agreed: "We agreed on it",
} as const;

export const MAX_REASON = 500;
export const MAX_NOTE = 2000;

/** Browsers send a line break as two characters and count it as one. */
const words = (longest: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll("\r\n", "\n").trim()),
    v.check(
      (text) => text.isWellFormed() && !/\p{Cc}/u.test(text.replaceAll(/[\t\n]/g, "")),
      "Use letters and other visible characters.",
    ),
    v.maxLength(longest, `Use at most ${longest} characters.`),
  );

const CHOICES = [...Object.keys(REASONS), "other"] as (keyof typeof REASONS | "other")[];

/** Gives the reason in words. */
export const cancelForm = v.pipe(
  v.object({
    reason: v.pipe(v.optional(v.string(), ""), v.picklist(CHOICES, "Choose a reason.")),
    other: v.optional(words(MAX_REASON), ""),
  }),
  v.forward(
    v.check(({ reason, other }) => reason !== "other" || other !== "", "Say why in a few words."),
    ["other"],
  ),
  v.transform(({ reason, other }) => (reason === "other" ? other : REASONS[reason])),
);

/** Gives the note; null for none. */
export const noteForm = v.pipe(
  v.object({ instructor_note: words(MAX_NOTE) }),
  v.transform(({ instructor_note: note }) => note || null),
);
