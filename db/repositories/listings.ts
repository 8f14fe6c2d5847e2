import { sql } from "drizzle-orm";
import type { LocalDate } from "../../worker/domain/local-time.ts";
import type { Listing } from "../../worker/domain/search-match.ts";
import type { Database } from "../client.ts";
import { type RecordRows, recordQueries, toRecords } from "./availability.ts";
import { type ProfileRows, profileQueries, toProfiles } from "./profile-rows.ts";

/** What changed since a number: the instructors in order of change, and those of them to be listed. */
export interface ListingChanges {
  changes: { seq: number; instructorId: string }[];
  listings: Map<string, Listing>;
}

export type ListingRepository = ReturnType<typeof createListingRepository>;

export function createListingRepository(db: Database) {
  return {
    /** The next `limit` changes past `seq`, with availability between two dates. One round trip. */
    async loadChanges(
      seq: number,
      limit: number,
      window: { from: LocalDate; to: LocalDate },
    ): Promise<ListingChanges> {
      const idList = sql`(SELECT instructor_id FROM listing_changes WHERE seq > ${seq}
        ORDER BY seq LIMIT ${limit})`;
      const [changes, ...rows] = await db.allOf<
        [{ seq: number; instructorId: string }, ...ProfileRows, ...RecordRows]
      >([
        sql`SELECT seq, instructor_id AS instructorId FROM listing_changes WHERE seq > ${seq}
          ORDER BY seq LIMIT ${limit}`,
        ...profileQueries(idList),
        ...recordQueries(idList, window.from, window.to),
      ]);
      const [instructorRows, offeringRows, areaRows, ...recordRows] = rows;
      const records = toRecords(...recordRows);
      const listings = new Map<string, Listing>();
      for (const profile of toProfiles(instructorRows, offeringRows, areaRows)) {
        const record = records.get(profile.id);
        if (record) listings.set(profile.id, { profile, inputs: record.inputs });
      }
      return { changes, listings };
    },
  };
}
