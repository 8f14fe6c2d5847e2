import * as v from "valibot";
import type {
  Category,
  Offering,
  PublicInstructor,
  Service,
  ServiceSupply,
} from "../domain/catalog.ts";
import { pageEntries, wholeNumberText } from "./common.ts";

const Slug = v.pipe(v.string(), v.minLength(1, "is empty"), v.maxLength(100, "is too long"));

export const NoQuery = v.strictObject({});

export const CatalogQuery = v.strictObject({ category: v.optional(Slug) });

export const TopServicesQuery = v.strictObject({
  limit: v.optional(wholeNumberText(1, 100), "7"),
});

export const InstructorListQuery = v.strictObject({ service: v.optional(Slug), ...pageEntries });

export function toCategoryJson({ slug, name, subtitle, displayOrder }: Category) {
  return { slug, name, subtitle, display_order: displayOrder };
}

export function toServiceJson(service: Service) {
  return {
    slug: service.slug,
    name: service.name,
    category: service.category,
    aliases: service.aliases,
    online_capable: service.onlineCapable,
    requires_certification: service.requiresCertification,
  };
}

export function toSupplyJson(supply: ServiceSupply) {
  return {
    slug: supply.slug,
    name: supply.name,
    category: supply.category,
    online_capable: supply.onlineCapable,
    requires_certification: supply.requiresCertification,
    instructor_count: supply.instructorCount,
    min_hourly_rate_cents: supply.minHourlyRateCents,
    max_hourly_rate_cents: supply.maxHourlyRateCents,
  };
}

export function toOfferingJson(offering: Offering) {
  return {
    id: offering.id,
    service: offering.service,
    hourly_rate_cents: offering.hourlyRateCents,
    duration_options: offering.durationOptions,
    location_types: offering.locationTypes,
    levels: offering.levels,
    audiences: offering.audiences,
    description: offering.description,
  };
}

/** Everything that anybody may know of an instructor, and nothing else. */
export function toPublicInstructorJson(instructor: PublicInstructor) {
  return {
    id: instructor.id,
    display_name: instructor.displayName,
    bio: instructor.bio,
    years_experience: instructor.yearsExperience,
    timezone: instructor.timezone,
    minimum_notice_hours: instructor.minimumNoticeHours,
    areas: instructor.areas,
    offerings: instructor.offerings.map(toOfferingJson),
  };
}
