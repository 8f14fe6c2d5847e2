import { toId } from "../../../worker/domain/id.ts";
import { HISTORY_KEPT, isListed, type SearchType } from "../../../worker/domain/search-history.ts";
import type { GuestRow, SearchEventRow, SearchHistoryRow } from "../demo-rows.ts";
import type { Random } from "../random.ts";

/** Everybody's history as the site would have kept it, told their searches in order of time. */
export function createHistory(random: Random) {
  const guests = new Map<string, GuestRow>();
  /** By identity, each by its normalised query, the one searched longest ago first. */
  const histories = new Map<string, Map<string, SearchHistoryRow>>();

  const historyOf = ({ userId, guestId }: Pick<SearchEventRow, "userId" | "guestId">) => {
    const key = userId ?? guestId ?? "";
    const history = histories.get(key) ?? new Map<string, SearchHistoryRow>();
    histories.set(key, history);
    return history;
  };
  return {
    /** Writes down a search in the words it was typed in. */
    record(event: SearchEventRow & { searchType: SearchType }, query: string): void {
      const { userId, guestId, normalizedQuery, searchType, resultCount, searchedAt } = event;
      if (!isListed(searchType)) return;
      if (guestId !== null && !guests.has(guestId)) {
        guests.set(guestId, {
          id: guestId,
          createdAt: searchedAt,
          convertedAt: null,
          convertedUserId: null,
        });
      }
      const history = historyOf(event);
      const known = history.get(normalizedQuery);
      history.delete(normalizedQuery);
      history.set(normalizedQuery, {
        id: known?.id ?? toId(random.bytes(16)),
        userId,
        guestId,
        normalizedQuery,
        query,
        searchType: known?.searchType ?? searchType,
        searchCount: (known?.searchCount ?? 0) + 1,
        resultCount,
        firstSearchedAt: known?.firstSearchedAt ?? searchedAt,
        lastSearchedAt: searchedAt,
        lastEventId: event.id,
        deletedAt: null,
      });
      const [oldest] = history.keys();
      if (history.size > HISTORY_KEPT && oldest !== undefined) history.delete(oldest);
    },

    /** The queries that somebody is shown as theirs. */
    listQueries(identity: Pick<SearchEventRow, "userId" | "guestId">): string[] {
      return [...historyOf(identity).values()].map(({ query }) => query);
    },

    toRows(): { guests: GuestRow[]; searchHistory: SearchHistoryRow[] } {
      const searchHistory = [...histories.values()].flatMap((history) => [...history.values()]);
      return { guests: [...guests.values()], searchHistory };
    },
  };
}
