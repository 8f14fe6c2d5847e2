import type { AccountStatus } from "./actor.ts";
import type { Area, LocationType, Offering, PublicInstructor, Service } from "./catalog.ts";
import { DomainError, invalidField } from "./errors.ts";
import type { LocalDate } from "./local-time.ts";

/** Rule: so many services somebody offers at most. */
export const MOST_OFFERINGS = 20;

/** Without one of these nobody can book. */
export type MissingPart = "areas" | "offerings" | "hours";

export interface ProfileFacts {
  bio: string;
  yearsExperience: number;
  /** Slugs of boroughs and neighbourhoods. */
  areas: string[];
  timezone: string;
  minimumNoticeHours: number;
  bufferMinutes: number;
}

/** What is undefined stays as it is. */
export type ProfileChanges = { [Name in keyof ProfileFacts]?: ProfileFacts[Name] | undefined };

/** The public profile with what only the instructor sees of it. */
export interface TeachingProfile extends PublicInstructor {
  status: AccountStatus;
  availabilityVersion: number;
  missing: MissingPart[];
}

export interface OfferingFacts {
  hourlyRateCents: number;
  durationOptions: number[];
  locationTypes: LocationType[];
  levels: string[];
  audiences: string[];
  description: string;
}

/** What is undefined stays as it is. */
export type OfferingChanges = {
  [Name in keyof OfferingFacts]?: OfferingFacts[Name] | undefined;
} & {
  isActive?: boolean | undefined;
};

/** An offering with whether it is shown: one with lessons is hidden instead of deleted. */
export interface OwnOffering extends Offering {
  isActive: boolean;
}

/** What is still missing until somebody can book; `lastDateOn` is the last date with hours of its own. */
export function listMissing(
  { areas, offerings }: Pick<PublicInstructor, "areas" | "offerings">,
  hours: { isWeekly: boolean; lastDateOn: LocalDate | null },
  today: LocalDate,
): MissingPart[] {
  const hasHours = hours.isWeekly || (hours.lastDateOn !== null && hours.lastDateOn >= today);
  const parts: [MissingPart, boolean][] = [
    ["areas", areas.length > 0],
    ["offerings", offerings.length > 0],
    ["hours", hasHours],
  ];
  return parts.flatMap(([part, isThere]) => (isThere ? [] : [part]));
}

/** Throws `validation_failed` when one of the slugs is no area's. */
export function assertAreas(slugs: readonly string[], areas: readonly Area[]): void {
  const known = new Set(areas.map(({ slug }) => slug));
  if (!slugs.every((slug) => known.has(slug))) {
    throw invalidField("areas", "has something that is no area of the city");
  }
}

/** The service with this slug. Throws `validation_failed`. */
export function getOffered(slug: string, services: readonly Service[]): Service {
  const service = services.find((known) => known.slug === slug);
  if (!service) throw invalidField("service", "is not a service of the catalog");
  return service;
}

/** Rule: a lesson can be online only where the service can be taught so. Throws `validation_failed`. */
export function assertLocations(types: readonly LocationType[], service: Service): void {
  if (types.includes("online") && !service.onlineCapable) {
    throw invalidField("location_types", "cannot be online for this service");
  }
}

/** What an instructor does to their own account. */
export type OwnStatusChange = "suspend" | "deactivate" | "reactivate";

/** The status after a change, or null when it is so already. Throws `forbidden` from no way back. */
export function toOwnStatus(from: AccountStatus, change: OwnStatusChange): AccountStatus | null {
  if (from === "deactivated") throw new DomainError("forbidden");
  const to = STATUS_AFTER[change];
  return from === to ? null : to;
}

const STATUS_AFTER = {
  suspend: "suspended",
  deactivate: "deactivated",
  reactivate: "active",
} as const satisfies Record<OwnStatusChange, AccountStatus>;
