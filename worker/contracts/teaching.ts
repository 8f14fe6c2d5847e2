import * as v from "valibot";
import { AUDIENCES, LEVELS, LOCATION_TYPES } from "../domain/catalog.ts";
import type { InstructorStats } from "../domain/instructor-stats.ts";
import type {
  OfferingChanges,
  OfferingFacts,
  OwnOffering,
  ProfileChanges,
  ProfileFacts,
  TeachingProfile,
} from "../domain/teaching-profile.ts";
import { toBookingJson } from "./bookings.ts";
import { toOfferingJson, toPublicInstructorJson } from "./catalog.ts";
import { isWellFormed, pageEntries, TimeZone, wholeNumber } from "./common.ts";

const Slug = v.pipe(
  v.string("must be text"),
  v.minLength(1, "is empty"),
  v.maxLength(100, "is too long"),
);

/** Something that a browser would take for an element. */
const MARKUP = /<[a-z!/?]/i;

/** Some lines for everybody to read: plain text, trimmed. */
function publicText(shortest: number, longest: number) {
  return v.pipe(
    v.string("must be text"),
    v.check(isWellFormed, "has characters that are not text"),
    v.check(
      (text) => !/\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, "")),
      "has characters that are not text",
    ),
    v.check((text) => !MARKUP.test(text), "must be plain text, without markup"),
    v.trim(),
    v.minLength(shortest, shortest > 0 ? `is shorter than ${shortest} characters` : "is empty"),
    v.maxLength(longest, `is longer than ${longest} characters`),
  );
}

/** A list of things that each count once. */
function distinct<const S extends v.GenericSchema<unknown, string | number>>(
  item: S,
  fewest: number,
  most: number,
) {
  return v.pipe(
    v.array(item, "must be a list"),
    v.transform((items) => [...new Set(items)]),
    v.minLength(fewest, "is empty"),
    v.maxLength(most, `has more than ${most} items`),
  );
}

function oneOf<const Names extends readonly string[]>(names: Names) {
  return v.picklist(names, `must be one of ${names.join(", ")}`);
}

const Bio = publicText(10, 1000);
const YearsExperience = wholeNumber(0, 60);
const Areas = distinct(Slug, 1, 10);
const NoticeHours = wholeNumber(0, 168);
const BufferMinutes = wholeNumber(0, 60);

export const NewProfileBody = v.strictObject({
  bio: Bio,
  years_experience: YearsExperience,
  areas: Areas,
  timezone: v.optional(TimeZone, "America/New_York"),
  minimum_notice_hours: v.optional(NoticeHours, 2),
  buffer_minutes: v.optional(BufferMinutes, 0),
});

export const ProfileChangesBody = v.strictObject({
  bio: v.optional(Bio),
  years_experience: v.optional(YearsExperience),
  areas: v.optional(Areas),
  timezone: v.optional(TimeZone),
  minimum_notice_hours: v.optional(NoticeHours),
  buffer_minutes: v.optional(BufferMinutes),
});

const RateCents = wholeNumber(100, 100_000);
const Durations = v.pipe(
  distinct(
    v.pipe(wholeNumber(15, 240), v.multipleOf(15, "must be a multiple of 15 minutes")),
    1,
    6,
  ),
  v.transform((minutes) => minutes.toSorted((a, b) => a - b)),
);
const LocationTypes = distinct(oneOf(LOCATION_TYPES), 1, LOCATION_TYPES.length);
const Levels = distinct(oneOf(LEVELS), 0, LEVELS.length);
const Audiences = distinct(oneOf(AUDIENCES), 0, AUDIENCES.length);
const Description = publicText(0, 500);

export const NewOfferingBody = v.strictObject({
  service: Slug,
  hourly_rate_cents: RateCents,
  duration_options: Durations,
  location_types: LocationTypes,
  levels: v.optional(Levels, []),
  audiences: v.optional(Audiences, []),
  description: v.optional(Description, ""),
});

export const OfferingChangesBody = v.strictObject({
  hourly_rate_cents: v.optional(RateCents),
  duration_options: v.optional(Durations),
  location_types: v.optional(LocationTypes),
  levels: v.optional(Levels),
  audiences: v.optional(Audiences),
  description: v.optional(Description),
  is_active: v.optional(v.boolean("must be true or false")),
});

export const OfferingListQuery = v.strictObject(pageEntries);

/** A new profile, or only what was sent of one: what is undefined stays as it is. */
export function toProfileFacts(body: v.InferOutput<typeof NewProfileBody>): ProfileFacts;
export function toProfileFacts(body: v.InferOutput<typeof ProfileChangesBody>): ProfileChanges;
export function toProfileFacts(body: v.InferOutput<typeof ProfileChangesBody>): ProfileChanges {
  const { bio, areas, timezone } = body;
  return {
    bio,
    areas,
    timezone,
    yearsExperience: body.years_experience,
    minimumNoticeHours: body.minimum_notice_hours,
    bufferMinutes: body.buffer_minutes,
  };
}

type SomeOfferingFacts = Omit<v.InferOutput<typeof OfferingChangesBody>, "is_active">;

/** A new offering, or only what was sent of one: what is undefined stays as it is. */
export function toOfferingFacts(body: v.InferOutput<typeof NewOfferingBody>): OfferingFacts;
export function toOfferingFacts(body: SomeOfferingFacts): OfferingChanges;
export function toOfferingFacts(body: SomeOfferingFacts): OfferingChanges {
  const { levels, audiences, description } = body;
  return {
    hourlyRateCents: body.hourly_rate_cents,
    durationOptions: body.duration_options,
    locationTypes: body.location_types,
    levels,
    audiences,
    description,
  };
}

/** The public profile with what only the instructor sees of it. */
export function toTeachingProfileJson(profile: TeachingProfile) {
  return {
    ...toPublicInstructorJson(profile),
    buffer_minutes: profile.bufferMinutes,
    availability_version: profile.availabilityVersion,
    account_status: profile.status,
    missing: profile.missing,
  };
}

export function toOwnOfferingJson(offering: OwnOffering) {
  return { ...toOfferingJson(offering), is_active: offering.isActive };
}

export function toStatsJson(stats: InstructorStats) {
  return {
    timezone: stats.timezone,
    upcoming_count: stats.upcomingCount,
    next_lessons: stats.nextLessons.map(toBookingJson),
    completed_count: stats.completedCount,
    earned_this_month_cents: stats.earnedThisMonthCents,
    earned_total_cents: stats.earnedTotalCents,
    profile_views_30d: stats.profileViews30d,
    search_appearances_30d: stats.searchAppearances30d,
  };
}
