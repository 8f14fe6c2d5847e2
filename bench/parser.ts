import areas from "../db/seed/data/areas.json" with { type: "json" };
import catalog from "../db/seed/data/catalog.json" with { type: "json" };
import { parseSearchQuery } from "../worker/domain/search-query/parse.ts";
import searchCases from "../worker/domain/search-query/search-cases.json" with { type: "json" };
import { buildSearchIndex } from "../worker/domain/search-query/search-index.ts";
import { quantile } from "./load.ts";

const WARM_UP_PASSES = 20;
const PASSES = 200;

export interface ParserResult {
  queriesPerSecond: number;
  p50Us: number;
  p99Us: number;
}

/** The query parser over the agreed cases, in this process and not in the Worker's runtime. */
export function measureParser(): ParserResult {
  const index = buildSearchIndex(catalog, areas);
  const context = { now: Date.parse(searchCases.now), timezone: searchCases.timezone, index };
  const durationsUs: number[] = [];
  for (let pass = 0; pass < WARM_UP_PASSES + PASSES; pass++) {
    for (const { q } of searchCases.cases) {
      const startedAt = performance.now();
      parseSearchQuery(q, context);
      if (pass >= WARM_UP_PASSES) durationsUs.push((performance.now() - startedAt) * 1000);
    }
  }
  const totalUs = durationsUs.reduce((sum, one) => sum + one, 0);
  durationsUs.sort((a, b) => a - b);
  return {
    queriesPerSecond: (durationsUs.length / totalUs) * 1_000_000,
    p50Us: quantile(durationsUs, 0.5),
    p99Us: quantile(durationsUs, 0.99),
  };
}
