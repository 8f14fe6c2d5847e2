import type { BookingDraft } from "../worker/domain/booking-draft.ts";
import { parseLocalDate, parseRfc3339, toRfc3339 } from "../worker/domain/local-time.ts";

/** The steps of booking, in their order. */
export const STEPS = ["lesson", "time", "place", "review"] as const;
export type Step = (typeof STEPS)[number];

/** The choices that may stand in an address: nothing that only the two people should read. */
export type AddressChoices = Partial<
  Pick<BookingDraft, "offeringId" | "durationMinutes" | "startAt">
>;

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
