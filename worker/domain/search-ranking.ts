import type { Offering, PublicInstructor } from "./catalog.ts";
import type { Match, SearchConditions } from "./search-match.ts";

/** How much each part of a score counts; together 1. Ratings join when there are any. */
const WEIGHTS = {
  service: 0.3,
  price: 0.2,
  soonest: 0.25,
  profile: 0.15,
  experience: 0.1,
} as const;

/** At this rate a lesson counts as dear as can be, cents per hour. */
const DEAREST_CENTS = 20_000;

/** A first free slot this far away counts as late as can be. */
const LATEST_MS = 14 * 86_400_000;

/** More years than this make no difference. */
const MOST_YEARS = 15;

/** Long enough to tell something. */
const FULL_BIO_LENGTH = 200;

export const SORTS = ["relevance", "price_asc", "price_desc", "soonest", "experience"] as const;
export type Sort = (typeof SORTS)[number];

/** A match with its score, 0 to 1. */
export interface RankedMatch extends Match {
  score: number;
}

/**
 * Orders matches. By relevance: a weighted sum of numbers in 0..1 (how exactly the service was named,
 * price, the first free slot, profile, experience). Ties fall to the id, so that pages are stable.
 */
export function rankMatches(
  matches: readonly Match[],
  conditions: SearchConditions,
  sort: Sort,
  now: number,
): RankedMatch[] {
  return matches
    .map((match) => rank(match, conditions, now))
    .sort(
      (a, b) => compareBy(sort, a, b) || compareText(a.listing.profile.id, b.listing.profile.id),
    );
}

function rank(match: Match, conditions: SearchConditions, now: number): RankedMatch {
  const { offering } = match;
  const { profile } = match.listing;
  const parts = {
    service: serviceMatch(conditions),
    price: 1 - Math.min(1, offering.hourlyRateCents / DEAREST_CENTS),
    soonest:
      match.nextStartAt === null ? 0 : 1 - Math.min(1, (match.nextStartAt - now) / LATEST_MS),
    profile: profileCompleteness(profile, offering),
    experience: Math.min(1, profile.yearsExperience / MOST_YEARS),
  };
  const score = (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).reduce(
    (sum, part) => sum + WEIGHTS[part] * parts[part],
    0,
  );
  return { ...match, score };
}

function serviceMatch({ services, category }: SearchConditions): number {
  if (services.length > 0) return 1;
  return category === null ? 0.5 : 0.75;
}

function profileCompleteness(profile: PublicInstructor, offering: Offering): number {
  const filled = [
    profile.bio.length >= FULL_BIO_LENGTH,
    profile.areas.length > 0,
    offering.description !== "",
    offering.levels.length > 0 || offering.audiences.length > 0,
  ];
  return filled.filter(Boolean).length / filled.length;
}

function compareBy(sort: Sort, a: RankedMatch, b: RankedMatch): number {
  switch (sort) {
    case "price_asc":
      return a.offering.hourlyRateCents - b.offering.hourlyRateCents;
    case "price_desc":
      return b.offering.hourlyRateCents - a.offering.hourlyRateCents;
    case "soonest":
      return (a.nextStartAt ?? Infinity) - (b.nextStartAt ?? Infinity) || 0;
    case "experience":
      return b.listing.profile.yearsExperience - a.listing.profile.yearsExperience;
    case "relevance":
      return b.score - a.score;
  }
}

function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
