import { sql } from "drizzle-orm";
import {
  MOST_OFFERINGS,
  type OfferingChanges,
  type OfferingFacts,
  type OwnOffering,
} from "../../worker/domain/teaching-profile.ts";
import type { Database } from "../client.ts";
import { type OfferingRow, selectOfferings, toOffering } from "./profile-rows.ts";

export interface NewOffering extends OfferingFacts {
  /** Used unless the service was offered before: then its row, with its id, is taken up again. */
  id: string;
  serviceSlug: string;
}

export type OfferingRepository = ReturnType<typeof createOfferingRepository>;

export function createOfferingRepository(db: Database) {
  return {
    /** Shown and hidden ones, oldest first; null of somebody who does not teach. */
    async list(
      instructorId: string,
      { limit, offset }: { limit: number; offset: number },
    ): Promise<{ items: OwnOffering[]; total: number } | null> {
      const [counts, rows] = await db.allOf<[{ total: number }, OfferingRow]>([
        sql`SELECT (SELECT count(*) FROM offerings WHERE instructor_id = i.id) AS total
          FROM instructors AS i WHERE i.id = ${instructorId}`,
        selectOfferings(sql`WHERE o.instructor_id = ${instructorId}
          ORDER BY o.created_at, o.id LIMIT ${limit} OFFSET ${offset}`),
      ]);
      return counts[0] ? { items: rows.map(toOwn), total: counts[0].total } : null;
    },

    /** Null when there is none with this id, or it is somebody else's. */
    async find(instructorId: string, id: string): Promise<OwnOffering | null> {
      const rows = await db.all<OfferingRow>(
        selectOfferings(sql`WHERE o.id = ${id} AND o.instructor_id = ${instructorId}`),
      );
      return rows[0] ? toOwn(rows[0]) : null;
    },

    /** Writes it, or takes a hidden one of the service up again; the offering of the service then. */
    async insert(
      instructorId: string,
      given: NewOffering,
      now: number,
    ): Promise<{ isWritten: boolean; offering: OwnOffering | null }> {
      const [durations, locations, levels, audiences] = listsOf(given);
      const results = await db.batch([
        sql`INSERT INTO offerings (id, instructor_id, service_slug, hourly_rate_cents,
            duration_options, location_types, levels, audiences, description, is_active,
            created_at, updated_at)
          SELECT ${given.id}, ${instructorId}, ${given.serviceSlug}, ${given.hourlyRateCents},
            ${durations}, ${locations}, ${levels}, ${audiences}, ${given.description}, 1,
            ${now}, ${now}
          WHERE ${hasRoom(instructorId)} AND EXISTS (SELECT 1 FROM instructors AS i
            JOIN users AS u ON u.id = i.id WHERE i.id = ${instructorId} AND u.erased_at IS NULL)
          ON CONFLICT (instructor_id, service_slug) DO UPDATE SET
            hourly_rate_cents = excluded.hourly_rate_cents,
            duration_options = excluded.duration_options,
            location_types = excluded.location_types, levels = excluded.levels,
            audiences = excluded.audiences, description = excluded.description, is_active = 1,
            updated_at = excluded.updated_at
          WHERE is_active = 0`,
        selectOfferings(sql`WHERE o.instructor_id = ${instructorId}
          AND o.service_slug = ${given.serviceSlug}`),
      ]);
      const [row] = (results[1]?.results ?? []) as unknown as OfferingRow[];
      const isWritten = (results[0]?.meta.changes ?? 0) > 0;
      return { isWritten, offering: row ? toOwn(row) : null };
    },

    /** Writes what differs; the offering as it is then. A hidden one is shown only where there is room. */
    async update(
      instructorId: string,
      id: string,
      changes: OfferingChanges,
      now: number,
    ): Promise<OwnOffering | null> {
      const given = toColumns(changes);
      const differs = given.map(({ column, value }) => sql`${column} IS NOT ${value}`);
      const sets = given.map(({ column, value }) => sql`${column} = ${value}, `);
      const fits = changes.isActive ? sql`(is_active = 1 OR ${hasRoom(instructorId)})` : sql`1`;
      const results = await db.batch([
        sql`UPDATE offerings SET ${sql.join(sets)}updated_at = ${now}
          WHERE id = ${id} AND instructor_id = ${instructorId}
            AND (${sql.join([sql`0`, ...differs], sql` OR `)}) AND ${fits}`,
        selectOfferings(sql`WHERE o.id = ${id} AND o.instructor_id = ${instructorId}`),
      ]);
      const [row] = (results[1]?.results ?? []) as unknown as OfferingRow[];
      return row ? toOwn(row) : null;
    },

    /** Rule: one that was ever booked is hidden, so that its lessons stay whole; any other goes. */
    async remove(instructorId: string, id: string, now: number): Promise<void> {
      const mine = sql`id = ${id} AND instructor_id = ${instructorId}`;
      await db.batch([
        sql`DELETE FROM offerings WHERE ${mine}
          AND NOT EXISTS (SELECT 1 FROM bookings WHERE offering_id = ${id})`,
        sql`UPDATE offerings SET is_active = 0, updated_at = ${now} WHERE ${mine} AND is_active = 1`,
      ]);
    },
  };
}

function hasRoom(instructorId: string) {
  return sql`(SELECT count(*) FROM offerings
    WHERE instructor_id = ${instructorId} AND is_active = 1) < ${MOST_OFFERINGS}`;
}

function listsOf({ durationOptions, locationTypes, levels, audiences }: OfferingFacts): string[] {
  return [durationOptions, locationTypes, levels, audiences].map((list) => JSON.stringify(list));
}

function toColumns(changes: OfferingChanges) {
  const toText = (list: readonly unknown[] | undefined) => list && JSON.stringify(list);
  const values = {
    hourly_rate_cents: changes.hourlyRateCents,
    duration_options: toText(changes.durationOptions),
    location_types: toText(changes.locationTypes),
    levels: toText(changes.levels),
    audiences: toText(changes.audiences),
    description: changes.description,
    is_active: changes.isActive === undefined ? undefined : Number(changes.isActive),
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ column: sql.identifier(name), value }],
  );
}

function toOwn(row: OfferingRow): OwnOffering {
  return { ...toOffering(row), isActive: row.is_active === 1 };
}
