import * as v from "valibot";
import { RankingQuery } from "./analytics.ts";

/** Reports that are lists, and so can be a table. */
const EXPORTED_REPORTS = [
  "search-trends",
  "popular-searches",
  "zero-results",
  "referrers",
] as const;

export const ExportQuery = v.strictObject({
  ...RankingQuery.entries,
  format: v.picklist(["csv"], "must be csv"),
  report: v.optional(
    v.picklist(EXPORTED_REPORTS, `must be one of ${EXPORTED_REPORTS.join(", ")}`),
    "search-trends",
  ),
});

/** Rows with the same names as RFC 4180 has them, with a heading; nothing of nothing. */
export function toCsv(rows: readonly Record<string, unknown>[]): string {
  const [first] = rows;
  if (!first) return "";
  const names = Object.keys(first);
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
