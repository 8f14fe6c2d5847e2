import { type SQL, sql } from "drizzle-orm";
import { displayName } from "../../worker/domain/actor.ts";
import type { LocationType, Offering, PublicInstructor } from "../../worker/domain/catalog.ts";
import type { Database } from "../client.ts";

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

interface OfferingRow {
  instructor_id: string;
  id: string;
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
type ProfileRows = [InstructorRow, OfferingRow, AreaRow];

/** Per service: how many active instructors teach it, and the range of their rates. */
export interface SupplyRow {
  slug: string;
  instructorCount: number;
  minHourlyRateCents: number | null;
  maxHourlyRateCents: number | null;
}

export type InstructorRepository = ReturnType<typeof createInstructorRepository>;

export function createInstructorRepository(db: Database) {
  /** The public profiles of the ids that `idList` selects, in no order. One batch with `first`. */
  const profileQueries = (idList: SQL) =>
    [
      sql`SELECT i.id AS id, u.first_name AS first_name,
          u.last_name AS last_name, i.bio AS bio, i.years_experience AS years_experience,
          i.timezone AS timezone, i.minimum_notice_hours AS minimum_notice_hours,
          i.buffer_minutes AS buffer_minutes
        FROM instructors AS i JOIN users AS u ON u.id = i.id
        WHERE i.id IN ${idList} AND u.status = 'active'`,
      sql`SELECT o.instructor_id AS instructor_id, o.id AS id,
          s.slug AS service_slug, s.name AS service_name, s.category_slug AS category_slug,
          o.hourly_rate_cents AS hourly_rate_cents, o.duration_options AS duration_options,
          o.location_types AS location_types, o.levels AS levels, o.audiences AS audiences,
          o.description AS description
        FROM offerings AS o JOIN services AS s ON s.slug = o.service_slug
        WHERE o.instructor_id IN ${idList} AND o.is_active = 1
        ORDER BY o.created_at, o.id`,
      sql`SELECT ia.instructor_id AS instructor_id, a.slug AS slug, a.name AS name,
          coalesce(b.name, a.name) AS borough
        FROM instructor_areas AS ia JOIN areas AS a ON a.slug = ia.area_slug
          LEFT JOIN areas AS b ON b.slug = a.borough_slug
        WHERE ia.instructor_id IN ${idList} ORDER BY a.name`,
    ] as const;

  return {
    async findPublic(instructorId: string): Promise<PublicInstructor | null> {
      const results = await db.allOf<ProfileRows>(profileQueries(sql`(${instructorId})`));
      return toProfiles(...results)[0] ?? null;
    },

    /**
     * Active instructors with something to offer: of one service by rate, else by id; ties by id.
     * One round trip.
     */
    async listPublic(service: string | null, limit: number, offset: number) {
      const matches = service
        ? sql`FROM offerings AS o JOIN users AS u ON u.id = o.instructor_id
            WHERE o.service_slug = ${service} AND o.is_active = 1 AND u.status = 'active'`
        : sql`FROM instructors AS i JOIN users AS u ON u.id = i.id
            WHERE u.status = 'active' AND EXISTS
              (SELECT 1 FROM offerings AS o WHERE o.instructor_id = i.id AND o.is_active = 1)`;
      const order = service ? sql`o.hourly_rate_cents, o.instructor_id` : sql`i.id`;
      const idList = sql`(SELECT u.id ${matches} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset})`;
      const [counts, ids, ...profiles] = await db.allOf<
        [{ total: number }, { id: string }, ...ProfileRows]
      >([
        sql`SELECT count(*) AS total ${matches}`,
        sql`SELECT id FROM ${idList}`,
        ...profileQueries(idList),
      ]);
      const byId = new Map(toProfiles(...profiles).map((profile) => [profile.id, profile]));
      const items = ids.flatMap(({ id }) => byId.get(id) ?? []);
      return { items, total: counts[0]?.total ?? 0 };
    },

    /** One row for each slug given, in the same order. */
    async listSupply(slugs: readonly string[]): Promise<SupplyRow[]> {
      return await db.all<SupplyRow>(sql`SELECT wanted.value AS slug,
          count(u.id) AS instructorCount,
          min(CASE WHEN u.id IS NOT NULL THEN o.hourly_rate_cents END) AS minHourlyRateCents,
          max(CASE WHEN u.id IS NOT NULL THEN o.hourly_rate_cents END) AS maxHourlyRateCents
        FROM json_each(${JSON.stringify(slugs)}) AS wanted
          LEFT JOIN offerings AS o ON o.service_slug = wanted.value AND o.is_active = 1
          LEFT JOIN users AS u ON u.id = o.instructor_id AND u.status = 'active'
        GROUP BY wanted.key ORDER BY wanted.key`);
    },
  };
}

function toProfiles(
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

function toOffering(row: OfferingRow): Offering {
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
