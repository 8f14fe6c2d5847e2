import { WEEKDAY_PLURALS } from "./calendar-words.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Level, ParsedQuery, PriceRange, TimeRange } from "./types.ts";

const LEVEL_TEXT: Record<Level, string> = {
  beginner: "beginner",
  intermediate: "intermediate",
  advanced: "advanced",
  elementary: "elementary school",
  middle_school: "middle school",
  high_school: "high school",
  college: "college",
};

/**
 * The query in words that read as exactly the same conditions, whatever day it is. The parts stand
 * between commas, so that no two of them run together into the name of a service.
 */
export function toCanonicalText(parsed: ParsedQuery, index: SearchIndex): string {
  const { services, category, dates, weekdays, areas, mode, level } = parsed;
  const parts = [
    // Before the category: "seniors, kids" is the category Kids for seniors.
    audienceText(parsed),
    joinNames(services, index.services.canonicalNames),
    category === null ? "" : (index.services.categoryNames.get(category) as string),
    ...priceTexts(parsed.price),
    dates === null ? "" : dates.from === dates.to ? dates.from : `${dates.from} to ${dates.to}`,
    (weekdays ?? []).map((day) => WEEKDAY_PLURALS[day - 1]).join(" and "),
    parsed.time === null ? "" : timeText(parsed.time),
    joinNames(areas, index.areaNames),
    parsed.nearMe ? "near me" : "",
    mode === null ? "" : mode === "online" ? "online" : "in person",
    level === null ? "" : LEVEL_TEXT[level],
  ];
  return parts.filter((it) => it !== "").join(", ");
}

function joinNames(slugs: string[], names: Map<string, string>): string {
  return slugs.map((slug) => names.get(slug) ?? slug).join(" or ");
}

function priceTexts({ minCents, maxCents }: PriceRange): string[] {
  const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;
  return [
    minCents === null ? "" : `over ${dollars(minCents)}`,
    maxCents === null ? "" : `under ${dollars(maxCents)}`,
  ];
}

function timeText({ from, to }: TimeRange): string {
  if (from !== null && to !== null) return `between ${from} and ${to}`;
  return from === null ? `before ${to}` : `after ${from}`;
}

function audienceText({ age, audience, category }: ParsedQuery): string {
  if (age !== null) return `${age} year old`;
  // By itself "kids" is a category too.
  if (audience === "kids") return category === "kids" ? "" : "children";
  return audience ?? "";
}
