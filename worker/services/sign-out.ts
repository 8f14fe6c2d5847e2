import { describeError, type Log } from "../platform/log.ts";
import type { SearchHistoryService } from "./search-history.ts";

/** What a person wants done when they sign out. Failing at it fails no sign-out. */
export function createAfterSignOut({
  searchHistory,
  log,
}: {
  searchHistory: SearchHistoryService;
  log: Log;
}) {
  return async ({ id, clearsSearches }: { id: string; clearsSearches: boolean }): Promise<void> => {
    if (!clearsSearches) return;
    try {
      await searchHistory.clear({ userId: id });
    } catch (error) {
      log("searches_not_cleared", describeError(error));
    }
  };
}
