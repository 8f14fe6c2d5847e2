import { sql } from "drizzle-orm";
import type { PublicInstructor } from "../../worker/domain/catalog.ts";
import type { Database } from "../client.ts";
import { type ProfileRows, profileQueries, toProfiles } from "./profile-rows.ts";

/** Per service: how many active instructors teach it, the range of their rates, and how wanted it is. */
export interface SupplyRow {
  slug: string;
  instructorCount: number;
  minHourlyRateCents: number | null;
  maxHourlyRateCents: number | null;
  /** 0 to 100, as of last night; 0 before the first. */
  demandScore: number;
}

export type InstructorRepository = ReturnType<typeof createInstructorRepository>;

export function createInstructorRepository(db: Database) {
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
          max(CASE WHEN u.id IS NOT NULL THEN o.hourly_rate_cents END) AS maxHourlyRateCents,
          coalesce((SELECT m.demand_score FROM service_metrics AS m
            WHERE m.service_slug = wanted.value), 0) AS demandScore
        FROM json_each(${JSON.stringify(slugs)}) AS wanted
          LEFT JOIN offerings AS o ON o.service_slug = wanted.value AND o.is_active = 1
          LEFT JOIN users AS u ON u.id = o.instructor_id AND u.status = 'active'
        GROUP BY wanted.key ORDER BY wanted.key`);
    },
  };
}
