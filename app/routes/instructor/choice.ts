import type { Offering } from "../../../worker/domain/catalog.ts";
import { priceCents } from "../../../worker/domain/pricing.ts";
import { safeNext } from "../../safe-next.ts";

const USUAL_MINUTES = 60;

/** The lesson whose free times a profile shows. */
export interface Choice {
  offering: Offering;
  durationMinutes: number;
  /** Whether the address asks for this service, so that it is not just the first. */
  isWanted: boolean;
  /** The search that led here, as its address; null for whoever came another way. */
  back: string | null;
}

/** What the address asks for as far as it is offered, else the first offering and an hour of it. */
export function chooseLesson(
  offerings: readonly Offering[],
  params: URLSearchParams,
): Choice | null {
  const wanted = params.get("service");
  const found = offerings.find(({ service }) => service.slug === wanted);
  const offering = found ?? offerings[0];
  if (!offering) return null;
  return {
    offering,
    durationMinutes: lengthFor(offering, Number(params.get("duration"))),
    isWanted: found !== undefined,
    back: findBack(params.get("back")),
  };
}

/** Only ever a search of this site. */
function findBack(text: string | null): string | null {
  const path = safeNext(text);
  return /^\/search(\?|$)/.test(path) ? path : null;
}

/** The wanted length where it is offered, else an hour, else the shortest. */
export function lengthFor({ durationOptions }: Offering, wanted: number): number {
  if (durationOptions.includes(wanted)) return wanted;
  return durationOptions.includes(USUAL_MINUTES) ? USUAL_MINUTES : Math.min(...durationOptions);
}

/** The lowest price of a lesson, in cents: of the service that was asked for, else of all. */
export function lowestPriceCents(offerings: readonly Offering[], choice: Choice): number {
  const shown = choice.isWanted ? [choice.offering] : offerings;
  const prices = shown.flatMap(({ hourlyRateCents, durationOptions }) =>
    durationOptions.map((minutes) => priceCents(hourlyRateCents, minutes)),
  );
  return Math.min(...prices);
}

/** The address of a profile showing this lesson's times from this day on. */
export function toProfilePath(instructorId: string, choice: Choice, from: string): string {
  const query = new URLSearchParams({
    service: choice.offering.service.slug,
    duration: String(choice.durationMinutes),
    from,
    ...(choice.back !== null && { back: choice.back }),
  });
  return `/instructors/${instructorId}?${query}`;
}
