import type { SearchHistoryRepository } from "../../db/repositories/search-history.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import { DomainError } from "../domain/errors.ts";
import {
  type HistoryEntry,
  type Identity,
  normalizeQuery,
  type SearchType,
} from "../domain/search-history.ts";
import type { RandomSource } from "../platform/random.ts";

export interface SearchHistoryService {
  /**
   * One row per query and identity. The same event again changes nothing. Answers as many of the
   * newest as are wanted, this one among them.
   */
  record(
    identity: Identity,
    search: { eventId: string; query: string; searchType: SearchType; resultCount: number },
    wanted: number,
  ): Promise<HistoryEntry[]>;
  /**
   * Newest first. A null identity is somebody who has never searched; guests have a history too.
   * Throws `forbidden` for an account whose right to it was revoked.
   */
  list(actor: Actor | null, identity: Identity | null, limit: number): Promise<HistoryEntry[]>;
  /** Throws as `list`, and `not_found` also for somebody else's. */
  delete(actor: Actor | null, identity: Identity | null, id: string): Promise<void>;
  /** Deletes all of them. */
  clear(identity: Identity): Promise<void>;
  /** A guest's searches become the account's. Twice moves nothing. */
  moveToUser(guestId: string, userId: string): Promise<void>;
}

export function createSearchHistoryService({
  history,
  random,
  now,
}: {
  history: SearchHistoryRepository;
  random: RandomSource;
  now: number;
}): SearchHistoryService {
  return {
    async record(identity, { eventId, query, searchType, resultCount }, wanted) {
      const search = {
        id: random.newId(),
        eventId,
        query,
        normalizedQuery: normalizeQuery(query),
        searchType,
        resultCount,
        searchedAt: now,
      };
      return await history.record(identity, search, wanted);
    },
    async list(actor, identity, limit) {
      if (actor) assertPermission(actor, "view_own_search_history");
      return identity ? await history.list(identity, limit) : [];
    },
    async delete(actor, identity, id) {
      if (actor) assertPermission(actor, "view_own_search_history");
      const isDeleted = identity !== null && (await history.delete(identity, id, now));
      if (!isDeleted) throw new DomainError("not_found");
    },
    clear: (identity) => history.clear(identity, now),
    moveToUser: (guestId, userId) => history.moveToUser(guestId, userId, now),
  };
}
