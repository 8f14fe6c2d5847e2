import { type SQL, sql } from "drizzle-orm";
import {
  HISTORY_KEPT,
  type HistoryEntry,
  type Identity,
  type SearchType,
} from "../../worker/domain/search-history.ts";
import type { Database } from "../client.ts";

/** One search to remember. */
export interface HistoryRecord {
  id: string;
  eventId: string;
  normalizedQuery: string;
  query: string;
  searchType: SearchType;
  resultCount: number;
  searchedAt: number;
}

export type SearchHistoryRepository = ReturnType<typeof createSearchHistoryRepository>;

export function createSearchHistoryRepository(db: Database) {
  return {
    /**
     * One atomic upsert, and what is past the newest ten goes. The same event again changes nothing.
     * Answers, in the same round trip, as many of the newest as are wanted.
     */
    async record(
      identity: Identity,
      search: HistoryRecord,
      wanted: number,
    ): Promise<HistoryEntry[]> {
      const writes = [
        ...rememberGuest(identity, search.searchedAt),
        upsert(identity, search),
        trim(identity),
      ];
      const results = await db.batch(
        wanted > 0 ? [...writes, selectNewest(identity, wanted)] : writes,
      );
      return (results[writes.length]?.results ?? []) as unknown as HistoryEntry[];
    },

    /** Newest first. */
    async list(identity: Identity, limit: number): Promise<HistoryEntry[]> {
      return await db.all<HistoryEntry>(selectNewest(identity, limit));
    },

    /** False when there is no such row of theirs. */
    async delete(identity: Identity, id: string, now: number): Promise<boolean> {
      const [result] = await db.batch([
        sql`UPDATE search_history SET deleted_at = ${now}
          WHERE id = ${id} AND ${owned(identity)} AND deleted_at IS NULL`,
      ]);
      return (result?.meta.changes ?? 0) > 0;
    },

    async clear(identity: Identity, now: number): Promise<void> {
      await db.batch([
        sql`UPDATE search_history SET deleted_at = ${now}
          WHERE ${owned(identity)} AND deleted_at IS NULL`,
      ]);
    },

    /** Merges a guest's rows into the account, where a deleted one begins anew. Nothing is left to move the second time. */
    async moveToUser(guestId: string, userId: string, now: number): Promise<void> {
      await db.batch([
        sql`INSERT INTO search_history (id, user_id, guest_id, normalized_query, query, search_type,
            search_count, result_count, first_searched_at, last_searched_at, last_event_id, deleted_at)
          SELECT id || '-moved', ${userId}, NULL, normalized_query, query, search_type,
            search_count, result_count, first_searched_at, last_searched_at, last_event_id, NULL
          FROM search_history WHERE guest_id = ${guestId} AND deleted_at IS NULL
          ON CONFLICT (user_id, normalized_query) WHERE user_id IS NOT NULL DO UPDATE SET
            search_count = CASE WHEN deleted_at IS NULL THEN search_count ELSE 0 END
              + excluded.search_count,
            search_type = CASE WHEN deleted_at IS NULL
              AND first_searched_at <= excluded.first_searched_at
              THEN search_type ELSE excluded.search_type END,
            query = CASE WHEN deleted_at IS NULL AND last_searched_at >= excluded.last_searched_at
              THEN query ELSE excluded.query END,
            result_count = CASE WHEN deleted_at IS NULL
              AND last_searched_at >= excluded.last_searched_at
              THEN result_count ELSE excluded.result_count END,
            first_searched_at = CASE WHEN deleted_at IS NULL
              THEN min(first_searched_at, excluded.first_searched_at)
              ELSE excluded.first_searched_at END,
            last_searched_at = CASE WHEN deleted_at IS NULL
              THEN max(last_searched_at, excluded.last_searched_at)
              ELSE excluded.last_searched_at END,
            deleted_at = NULL`,
        sql`DELETE FROM search_history WHERE guest_id = ${guestId}`,
        trim({ userId }),
        sql`UPDATE guests SET converted_at = ${now}, converted_user_id = ${userId}
          WHERE id = ${guestId} AND converted_at IS NULL`,
      ]);
    },
  };
}

function owned(identity: Identity): SQL {
  return "userId" in identity
    ? sql`user_id = ${identity.userId}`
    : sql`guest_id = ${identity.guestId}`;
}

function rememberGuest(identity: Identity, now: number): SQL[] {
  if ("userId" in identity) return [];
  return [
    sql`INSERT INTO guests (id, created_at) VALUES (${identity.guestId}, ${now})
      ON CONFLICT DO NOTHING`,
  ];
}

/** Rules: count + 1, newest spelling and result count, first type; a deleted row begins anew. */
function upsert(identity: Identity, search: HistoryRecord): SQL {
  const [userId, guestId, target] =
    "userId" in identity
      ? [identity.userId, null, sql`(user_id, normalized_query) WHERE user_id IS NOT NULL`]
      : [null, identity.guestId, sql`(guest_id, normalized_query) WHERE guest_id IS NOT NULL`];
  return sql`INSERT INTO search_history (id, user_id, guest_id, normalized_query, query, search_type,
      search_count, result_count, first_searched_at, last_searched_at, last_event_id)
    VALUES (${search.id}, ${userId}, ${guestId}, ${search.normalizedQuery}, ${search.query},
      ${search.searchType}, 1, ${search.resultCount}, ${search.searchedAt}, ${search.searchedAt},
      ${search.eventId})
    ON CONFLICT ${target} DO UPDATE SET
      search_count = CASE WHEN deleted_at IS NULL THEN search_count ELSE 0 END + 1,
      search_type = CASE WHEN deleted_at IS NULL THEN search_type ELSE excluded.search_type END,
      first_searched_at = CASE WHEN deleted_at IS NULL THEN first_searched_at
        ELSE excluded.first_searched_at END,
      query = excluded.query, result_count = excluded.result_count,
      last_searched_at = excluded.last_searched_at, last_event_id = excluded.last_event_id,
      deleted_at = NULL
    WHERE last_event_id <> excluded.last_event_id`;
}

function trim(identity: Identity): SQL {
  return sql`DELETE FROM search_history WHERE ${owned(identity)} AND deleted_at IS NULL AND id NOT IN (
    SELECT id FROM search_history WHERE ${owned(identity)} AND deleted_at IS NULL
    ORDER BY last_searched_at DESC, id LIMIT ${HISTORY_KEPT})`;
}

function selectNewest(identity: Identity, limit: number): SQL {
  return sql`SELECT id, query, search_type AS searchType,
      search_count AS searchCount, result_count AS resultCount,
      first_searched_at AS firstSearchedAt, last_searched_at AS lastSearchedAt
    FROM search_history WHERE ${owned(identity)} AND deleted_at IS NULL
    ORDER BY last_searched_at DESC, id LIMIT ${limit}`;
}
