import { type SQL, sql } from "drizzle-orm";
import { displayName } from "../../worker/domain/actor.ts";
import type { LocationType, Offering, PublicInstructor } from "../../worker/domain/catalog.ts";

interface InstructorRow {
  id: string;
  first_name: string;
  last_name: string;
  bio: string;
  years_experience: number;
  timezone: string;
  minimum_notice_hours: number;
  buffer_minutes: number;
}

export interface OfferingRow {
  instructor_id: string;
  id: string;
  is_active: number;
  service_slug: string;
  service_name: string;
  category_slug: string;
  hourly_rate_cents: number;
  duration_options: string;
  location_types: string;
  levels: string;
  audiences: string;
  description: string;
}

interface AreaRow {
  instructor_id: string;
  slug: string;
  name: string;
  borough: string;
}

/** What the profile queries answer, in their order. */
export type ProfileRows = [InstructorRow, OfferingRow, AreaRow];

/** The public profiles of the active instructors that `idList` selects, in no order: `ProfileRows`. */
export function profileQueries(idList: SQL): [SQL, SQL, SQL] {
  return [
    sql`SELECT i.id AS id, u.first_name AS first_name,
          u.last_name AS last_name, i.bio AS bio, i.years_experience AS years_experience,
          i.timezone AS timezone, i.minimum_notice_hours AS minimum_notice_hours,
          i.buffer_minutes AS buffer_minutes
        FROM instructors AS i JOIN users AS u ON u.id = i.id
        WHERE i.id IN ${idList} AND u.status = 'active'`,
    selectOfferings(sql`WHERE o.instructor_id IN ${idList} AND o.is_active = 1
        ORDER BY o.created_at, o.id`),
    sql`SELECT ia.instructor_id AS instructor_id, a.slug AS slug, a.name AS name,
          coalesce(b.name, a.name) AS borough
        FROM instructor_areas AS ia JOIN areas AS a ON a.slug = ia.area_slug
          LEFT JOIN areas AS b ON b.slug = a.borough_slug
        WHERE ia.instructor_id IN ${idList} ORDER BY a.name`,
  ];
}

/** Offerings `AS o` with their services; `rest` goes on from WHERE. */
export function selectOfferings(rest: SQL): SQL {
  return sql`SELECT o.instructor_id AS instructor_id, o.id AS id, o.is_active AS is_active,
      s.slug AS service_slug, s.name AS service_name, s.category_slug AS category_slug,
      o.hourly_rate_cents AS hourly_rate_cents, o.duration_options AS duration_options,
      o.location_types AS location_types, o.levels AS levels, o.audiences AS audiences,
      o.description AS description
    FROM offerings AS o JOIN services AS s ON s.slug = o.service_slug ${rest}`;
}

export function toProfiles(
  instructorRows: InstructorRow[],
  offeringRows: OfferingRow[],
  areaRows: AreaRow[],
): PublicInstructor[] {
  const offeringsOf = Map.groupBy(offeringRows, (row) => row.instructor_id);
  const areasOf = Map.groupBy(areaRows, (row) => row.instructor_id);
  return instructorRows.map((row) => ({
    id: row.id,
    displayName: displayName(row.first_name, row.last_name),
    bio: row.bio,
    yearsExperience: row.years_experience,
    timezone: row.timezone,
    minimumNoticeHours: row.minimum_notice_hours,
    bufferMinutes: row.buffer_minutes,
    areas: (areasOf.get(row.id) ?? []).map(({ slug, name, borough }) => ({ slug, name, borough })),
    offerings: (offeringsOf.get(row.id) ?? []).map(toOffering),
  }));
}

export function toOffering(row: OfferingRow): Offering {
  return {
    id: row.id,
    service: { slug: row.service_slug, name: row.service_name, category: row.category_slug },
    hourlyRateCents: row.hourly_rate_cents,
    durationOptions: JSON.parse(row.duration_options) as number[],
    locationTypes: JSON.parse(row.location_types) as LocationType[],
    levels: JSON.parse(row.levels) as string[],
    audiences: JSON.parse(row.audiences) as string[],
    description: row.description,
  };
}
