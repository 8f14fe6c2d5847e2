import type { AvailabilityInputs } from "./availability.ts";
import type { Offering, PublicInstructor } from "./catalog.ts";
import type { ParsedQuery } from "./search-query/types.ts";
import { findSlotWithin, type TimeConditions } from "./search-slot.ts";

/** An instructor as search knows them: the public profile, and all that decides when they are free. */
export interface Listing {
  profile: PublicInstructor;
  inputs: AvailabilityInputs;
}

/** What a result has to satisfy; every part of it, in full. */
export type SearchConditions = Pick<
  ParsedQuery,
  | "services"
  | "category"
  | "price"
  | "dates"
  | "weekdays"
  | "time"
  | "areas"
  | "mode"
  | "level"
  | "audience"
>;

/** One instructor with the offering that serves the searcher best, and its first start. */
export interface Match {
  listing: Listing;
  /** The cheapest of those that satisfy everything. */
  offering: Offering;
  /** Epoch milliseconds; null only when no time was asked for and nothing is free soon. */
  nextStartAt: number | null;
}

/** Borough of each neighbourhood; null for a borough. By slug. */
export type BoroughOf = ReadonlyMap<string, string | null>;

/** The listing as a match, or null when any condition fails. */
export function findMatch(
  listing: Listing,
  conditions: SearchConditions,
  boroughOf: BoroughOf,
  now: number,
): Match | null {
  if (!servesAny(listing.profile, conditions.areas, boroughOf)) return null;
  const wanted = listing.profile.offerings
    .filter((offering) => isWanted(offering, conditions))
    .sort((a, b) => a.hourlyRateCents - b.hourlyRateCents);
  for (const offering of wanted) {
    const nextStartAt = findFirstStart(listing.inputs, offering, conditions, now);
    if (nextStartAt !== null || !asksForTime(conditions)) return { listing, offering, nextStartAt };
  }
  return null;
}

function asksForTime({ dates, weekdays, time }: TimeConditions): boolean {
  return dates !== null || weekdays !== null || time !== null;
}

/** Rule: a free slot of the shortest duration that the offering comes in. */
function findFirstStart(
  inputs: AvailabilityInputs,
  { durationOptions }: Offering,
  conditions: SearchConditions,
  now: number,
): number | null {
  return findSlotWithin(inputs, conditions, Math.min(...durationOptions), now);
}

/** Rule: a neighbourhood lies in its borough, so who serves either serves the other's searchers. */
function servesAny(
  { areas }: PublicInstructor,
  wanted: readonly string[],
  boroughOf: BoroughOf,
): boolean {
  if (wanted.length === 0) return true;
  return wanted.some((want) =>
    areas.some(
      ({ slug }) => slug === want || slug === boroughOf.get(want) || boroughOf.get(slug) === want,
    ),
  );
}

function isWanted(offering: Offering, conditions: SearchConditions): boolean {
  const { services, category, price, mode, level, audience } = conditions;
  const { service, hourlyRateCents: rate } = offering;
  if (services.length > 0 && !services.includes(service.slug)) return false;
  if (services.length === 0 && category !== null && service.category !== category) return false;
  if (price.minCents !== null && rate < price.minCents) return false;
  if (price.maxCents !== null && rate > price.maxCents) return false;
  return (
    offersMode(offering, mode) &&
    admits(offering.levels, level) &&
    admits(offering.audiences, audience)
  );
}

function offersMode({ locationTypes }: Offering, mode: SearchConditions["mode"]): boolean {
  if (mode === null) return true;
  return locationTypes.some((type) => (type === "online") === (mode === "online"));
}

/** Rule: who lists no levels (or audiences) takes all. */
function admits(listed: readonly string[], wanted: string | null): boolean {
  return wanted === null || listed.length === 0 || listed.includes(wanted);
}
