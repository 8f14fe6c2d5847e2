import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client.ts";

/** An instructor with a public page, and when what it shows was last changed (epoch ms). */
export interface ListedInstructor {
  id: string;
  updatedAt: number;
}

export type SitemapRepository = ReturnType<typeof createSitemapRepository>;

export function createSitemapRepository(db: Database) {
  /** Those with something to offer, by id. */
  const listed = (condition: SQL) => sql`FROM instructors AS i JOIN users AS u ON u.id = i.id
    WHERE ${condition} AND u.status = 'active' AND EXISTS
      (SELECT 1 FROM offerings AS o WHERE o.instructor_id = i.id AND o.is_active = 1)`;
  return {
    /** At most `limit` of them whose id is `from` or comes after it. */
    async list(from: string, limit: number): Promise<ListedInstructor[]> {
      return await db.all<ListedInstructor>(sql`SELECT i.id, max(i.updated_at,
          (SELECT max(o.updated_at) FROM offerings AS o WHERE o.instructor_id = i.id)) AS updatedAt
        ${listed(sql`i.id >= ${from}`)} ORDER BY i.id LIMIT ${limit}`);
    },

    /** The first id of every page of `perPage`. */
    async listPageStarts(perPage: number): Promise<string[]> {
      const rows = await db.all<{ id: string }>(sql`SELECT id FROM
          (SELECT i.id, row_number() OVER (ORDER BY i.id) AS number ${listed(sql`i.id > ''`)})
        WHERE (number - 1) % ${perPage} = 0 ORDER BY id`);
      return rows.map(({ id }) => id);
    },
  };
}
