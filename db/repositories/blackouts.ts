import { sql } from "drizzle-orm";
import type { LocalDate } from "../../worker/domain/local-time.ts";
import type { Blackout } from "../../worker/domain/week.ts";
import type { Database } from "../client.ts";

export type BlackoutRepository = ReturnType<typeof createBlackoutRepository>;

const columns = sql`id, start_on AS startOn, end_on AS endOn, reason`;

export function createBlackoutRepository(db: Database) {
  return {
    /** The zone in which the instructor's days begin. Null for no such instructor. */
    async findTimezone(instructorId: string): Promise<string | null> {
      const rows = await db.all<{ timezone: string }>(sql`SELECT i.timezone AS timezone
        FROM instructors AS i JOIN users AS u ON u.id = i.id
        WHERE i.id = ${instructorId} AND u.erased_at IS NULL`);
      return rows[0]?.timezone ?? null;
    },

    /** Those that end on `from` or later, soonest first. One round trip. */
    async list(
      instructorId: string,
      from: LocalDate,
      { limit, offset }: { limit: number; offset: number },
    ): Promise<{ items: Blackout[]; total: number }> {
      const matches = sql`FROM blackouts WHERE instructor_id = ${instructorId} AND end_on >= ${from}`;
      const [counts, items] = await db.allOf<[{ total: number }, Blackout]>([
        sql`SELECT count(*) AS total ${matches}`,
        sql`SELECT ${columns} ${matches} ORDER BY start_on, end_on, id
          LIMIT ${limit} OFFSET ${offset}`,
      ]);
      return { items, total: counts[0]?.total ?? 0 };
    },

    /** Null when there is none with this id, or it is somebody else's. */
    async find(instructorId: string, id: string): Promise<Blackout | null> {
      const rows = await db.all<Blackout>(sql`SELECT ${columns} FROM blackouts
        WHERE id = ${id} AND instructor_id = ${instructorId}`);
      return rows[0] ?? null;
    },

    /** Writes it, unless there is the same one already. Gives the one that is there then. */
    async insert(
      instructorId: string,
      { id, startOn, endOn, reason }: Blackout,
      now: number,
    ): Promise<Blackout> {
      const same = sql`instructor_id = ${instructorId} AND start_on = ${startOn}
        AND end_on = ${endOn} AND reason IS ${reason}`;
      const results = await db.batch([
        sql`INSERT INTO blackouts (id, instructor_id, start_on, end_on, reason, created_at)
          SELECT ${id}, ${instructorId}, ${startOn}, ${endOn}, ${reason}, ${now}
          WHERE NOT EXISTS (SELECT 1 FROM blackouts WHERE ${same})`,
        sql`UPDATE instructors SET availability_version = availability_version + 1
          WHERE id = ${instructorId} AND EXISTS (SELECT 1 FROM blackouts WHERE id = ${id})`,
        sql`SELECT ${columns} FROM blackouts WHERE ${same} ORDER BY id LIMIT 1`,
      ]);
      const [found] = (results[2]?.results ?? []) as unknown as Blackout[];
      return found ?? { id, startOn, endOn, reason };
    },

    /** Takes away what of it lies on `today` or later: all of it, or its end. */
    async removeFrom(
      instructorId: string,
      id: string,
      { today, yesterday }: { today: LocalDate; yesterday: LocalDate },
    ): Promise<void> {
      const mine = sql`id = ${id} AND instructor_id = ${instructorId} AND end_on >= ${today}`;
      await db.batch([
        sql`UPDATE instructors SET availability_version = availability_version + 1
          WHERE id = ${instructorId} AND EXISTS (SELECT 1 FROM blackouts WHERE ${mine})`,
        sql`DELETE FROM blackouts WHERE ${mine} AND start_on >= ${today}`,
        sql`UPDATE blackouts SET end_on = ${yesterday} WHERE ${mine}`,
      ]);
    },
  };
}
