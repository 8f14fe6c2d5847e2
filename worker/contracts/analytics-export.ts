import * as v from "valibot";
import { RankingQuery } from "./analytics.ts";
import {
  PopularSearch,
  ReferrerCount,
  ServicePerformance,
  TrendDay,
  ZeroResultSearch,
} from "./answers/operations.ts";
import { wholeNumberText } from "./common.ts";

/** Reports that are lists, and so can be a table, with what their rows have. */
const EXPORTED_REPORTS = {
  "search-trends": TrendDay,
  "popular-searches": PopularSearch,
  "zero-results": ZeroResultSearch,
  referrers: ReferrerCount,
  "service-performance": ServicePerformance,
};
export type ExportedReport = keyof typeof EXPORTED_REPORTS;
const NAMES = Object.keys(EXPORTED_REPORTS) as ExportedReport[];

export const ExportQuery = v.strictObject({
  ...RankingQuery.entries,
  limit: v.optional(wholeNumberText(1, 500), "500"),
  format: v.picklist(["csv"], "must be csv"),
  report: v.optional(v.picklist(NAMES, `must be one of ${NAMES.join(", ")}`), "search-trends"),
});

/** The report's rows as RFC 4180 has them, with a heading also where there is none. */
export function toReportCsv(
  report: ExportedReport,
  rows: readonly Record<string, unknown>[],
): string {
  return toCsv(Object.keys(EXPORTED_REPORTS[report].entries), rows);
}

export function toCsv(names: readonly string[], rows: readonly Record<string, unknown>[]): string {
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return lines.map((cells) => `${cells.map(toCell).join(",")}\r\n`).join("");
}

/**
 * Programs take a text that begins like a formula for one, and people type what they like into a search:
 * an apostrophe makes it a text again. Numbers stay numbers.
 */
function toCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
