import type { Offering } from "../../../worker/domain/catalog.ts";

const USUAL_MINUTES = 60;

/** The lesson whose free times a profile shows. */
export interface Choice {
  offering: Offering;
  durationMinutes: number;
}

/** What the address asks for as far as it is offered, else the first offering and an hour of it. */
export function chooseLesson(
  offerings: readonly Offering[],
  params: URLSearchParams,
): Choice | null {
  const wanted = params.get("service");
  const offering = offerings.find(({ service }) => service.slug === wanted) ?? offerings[0];
  const [shortest] = offering?.durationOptions ?? [];
  if (!offering || shortest === undefined) return null;
  const asked = Number(params.get("duration"));
  const durationMinutes =
    offering.durationOptions.find((minutes) => minutes === asked) ??
    offering.durationOptions.find((minutes) => minutes === USUAL_MINUTES) ??
    shortest;
  return { offering, durationMinutes };
}

/** The address of a profile showing this lesson's times from this day on (null: today). */
export function toProfilePath(instructorId: string, choice: Choice, from: string | null): string {
  const query = new URLSearchParams({
    service: choice.offering.service.slug,
    duration: String(choice.durationMinutes),
    ...(from ? { from } : {}),
  });
  return `/instructors/${instructorId}?${query}`;
}
