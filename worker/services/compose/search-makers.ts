import { createAnalyticsRepository } from "../../../db/repositories/analytics.ts";
import { createSearchCountRepository } from "../../../db/repositories/search-counts.ts";
import { createServiceMetricsRepository } from "../../../db/repositories/service-metrics.ts";
import { createSearchService } from "../search.ts";
import { createSearchAnalyticsService } from "../search-analytics.ts";
import { createServiceMetricsService } from "../service-metrics.ts";
import type { Shared } from "./shared.ts";

/** Searching, what somebody searched for, and what all searches say. */
export function searchMakers({ basics, parts }: Shared) {
  const { db, settings, searchFacts, now } = basics;
  return {
    search: () =>
      createSearchService({
        facts: searchFacts,
        listings: parts.listings,
        history: parts.searchHistory,
        tracking: parts.tracking,
        now,
      }),
    searchAnalytics: () =>
      createSearchAnalyticsService({
        analytics: createAnalyticsRepository(db),
        counts: createSearchCountRepository(db),
        listings: parts.listings,
        facts: searchFacts,
        keptDays: settings.RETENTION_SEARCH_EVENTS_DAYS,
        now,
      }),
    searchHistory: () => parts.searchHistory,
    serviceMetrics: () =>
      createServiceMetricsService({ metrics: createServiceMetricsRepository(db) }),
    tracking: () => parts.tracking,
  };
}
