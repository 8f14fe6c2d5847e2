import { type SQL, sql } from "drizzle-orm";
import type { MeasuredRequests } from "../../worker/domain/metrics.ts";
import type { Interaction, SearchEvent } from "../../worker/domain/tracking.ts";
import type { Database } from "../client.ts";
import { insertMeasurements } from "./metric-writes.ts";

export interface DeadLetter {
  id: string;
  queue: string;
  body: string;
  attempts: number;
  createdAt: number;
}

export type TrackingRepository = ReturnType<typeof createTrackingRepository>;

export function createTrackingRepository(db: Database) {
  return {
    /**
     * Everything once, however often it arrives; interactions with nobody are left out. One round
     * trip, and one transaction.
     */
    async insert({
      events,
      interactions,
      measured,
      now,
    }: {
      events: readonly SearchEvent[];
      interactions: readonly Interaction[];
      measured: readonly MeasuredRequests[];
      now: number;
    }): Promise<void> {
      const statements = [
        ...(events.length ? [insertEvents(events)] : []),
        ...(interactions.length ? [insertInteractions(interactions)] : []),
        ...insertMeasurements(measured, now),
      ];
      if (statements.length > 0) await db.batch(statements);
    },

    async insertDeadLetters(letters: readonly DeadLetter[]): Promise<void> {
      await db.batch([
        sql`INSERT INTO dead_letters (id, queue, body, attempts, created_at)
          SELECT value ->> 'id', value ->> 'queue', value ->> 'body', value ->> 'attempts',
            value ->> 'createdAt'
          FROM json_each(${JSON.stringify(letters)}) WHERE true ON CONFLICT DO NOTHING`,
      ]);
    },
  };
}

function insertEvents(events: readonly SearchEvent[]): SQL {
  return sql`INSERT INTO search_events (id, user_id, guest_id, normalized_query, search_type,
      result_count, services, category, device, country, region, city, borough, ip_hash, referrer,
      searched_at)
    SELECT value ->> 'eventId', value ->> 'userId', value ->> 'guestId', value ->> 'normalizedQuery',
      value ->> 'searchType', value ->> 'resultCount', value -> 'services', value ->> 'category',
      value ->> 'device', value ->> 'country', value ->> 'region', value ->> 'city',
      value ->> 'borough', value ->> 'ipHash', value ->> 'referrer', value ->> 'searchedAt'
    FROM json_each(${JSON.stringify(events)}) WHERE true ON CONFLICT DO NOTHING`;
}

/** A booking comes without a position: it takes the one the instructor had in that search, if known. */
function insertInteractions(interactions: readonly Interaction[]): SQL {
  return sql`INSERT INTO search_interactions (id, search_event_id, type, instructor_id, position,
      elapsed_ms, created_at)
    SELECT value ->> 'id', value ->> 'searchEventId', value ->> 'type', value ->> 'instructorId',
      coalesce(value ->> 'position', (SELECT earlier.position FROM search_interactions AS earlier
        WHERE earlier.search_event_id = value ->> 'searchEventId'
          AND earlier.instructor_id = value ->> 'instructorId' AND earlier.position IS NOT NULL
        LIMIT 1)),
      value ->> 'elapsedMs', value ->> 'createdAt'
    FROM json_each(${JSON.stringify(interactions)})
    WHERE EXISTS (SELECT 1 FROM instructors WHERE id = value ->> 'instructorId')
    ON CONFLICT DO NOTHING`;
}
