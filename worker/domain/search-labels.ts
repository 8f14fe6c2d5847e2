import type { Offering, PublicInstructor } from "./catalog.ts";
import { weekdayOf } from "./local-time.ts";
import type { ConditionKind, SearchFilters } from "./search-filters.ts";
import type { ParsedQuery, PriceRange, TimeRange } from "./search-query/types.ts";

/** Names of things by slug. */
export interface Names {
  services: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
  areas: ReadonlyMap<string, string>;
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const WORDS: Record<string, string> = {
  online: "online",
  in_person: "in person",
  beginner: "beginners",
  intermediate: "intermediate",
  advanced: "advanced",
  elementary: "elementary school",
  middle_school: "middle school",
  high_school: "high school",
  college: "college",
  kids: "for kids",
  teens: "for teens",
  adults: "for adults",
  seniors: "for seniors",
};

/** A condition in the words of a chip: "up to $80", "Thu, Dec 3", "Brooklyn". */
export function labelOf(kind: ConditionKind, parsed: ParsedQuery, names: Names): string {
  switch (kind) {
    case "service":
      return parsed.services.map((slug) => names.services.get(slug) ?? slug).join(" or ");
    case "category":
      return names.categories.get(parsed.category ?? "") ?? "";
    case "price":
      return priceLabel(parsed.price);
    case "date":
      return dateLabel(parsed);
    case "time":
      return parsed.time ? timeLabel(parsed.time) : "";
    case "area":
      return parsed.areas.map((slug) => names.areas.get(slug) ?? slug).join(" or ") || "near me";
    case "mode":
      return WORDS[parsed.mode ?? ""] ?? "";
    case "level":
      return WORDS[parsed.level ?? ""] ?? "";
    case "audience":
      return WORDS[parsed.audience ?? ""] ?? "";
  }
}

/** Whole dollars without cents: "$65", "$49.50". */
export function moneyLabel(cents: number): string {
  return `$${cents % 100 === 0 ? cents / 100 : (cents / 100).toFixed(2)}`;
}

/** "18:00" on a twelve-hour clock: "6:00 pm". */
function clockLabel(time: string): string {
  const hour = Number(time.slice(0, 2)) % 24;
  const half = hour < 12 ? "am" : "pm";
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3)} ${half}`;
}

function weekdayLabel(date: string): string {
  return WEEKDAYS[weekdayOf(date) - 1] as string;
}

/** "Thu, Dec 3" */
function dayLabel(date: string): string {
  return `${weekdayLabel(date)}, ${MONTHS[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8))}`;
}

function priceLabel({ minCents, maxCents }: PriceRange): string {
  if (minCents === null) return maxCents === null ? "" : `up to ${moneyLabel(maxCents)}`;
  if (maxCents === null) return `from ${moneyLabel(minCents)}`;
  return `${moneyLabel(minCents)}–${moneyLabel(maxCents)}`;
}

function dateLabel({ dates, weekdays }: ParsedQuery): string {
  const days = weekdays?.map((day) => WEEKDAYS[day - 1]).join(", ");
  if (!dates) return days ?? "";
  const { from, to } = dates;
  const range = from === to ? dayLabel(from) : `${dayLabel(from)} – ${dayLabel(to)}`;
  return days ? `${range} (${days})` : range;
}

function timeLabel({ from, to }: TimeRange): string {
  if (from === null) return to === null ? "" : `before ${clockLabel(to)}`;
  if (to === null) return `after ${clockLabel(from)}`;
  return `${clockLabel(from)} – ${clockLabel(to)}`;
}

/** Why a result is one, in a few words each: what it teaches, for how much, when, and where. */
export function whyLabels(
  instructor: PublicInstructor,
  offering: Offering,
  slot: { date: string; startTime: string } | null,
  wantedAreas: readonly string[],
): string[] {
  const area =
    instructor.areas.find(({ slug }) => wantedAreas.includes(slug)) ?? instructor.areas[0];
  return [
    `teaches ${offering.service.name}`,
    `${moneyLabel(offering.hourlyRateCents)}/h`,
    ...(slot ? [`free ${weekdayLabel(slot.date)} ${clockLabel(slot.startTime)}`] : []),
    ...(area ? [area.name] : []),
  ];
}

/** What a search is remembered by: its words, or for one by filters alone what was chosen. */
export function searchLabel(
  { query, filters }: { query: string; filters: SearchFilters },
  names: Names,
): string {
  if (query.trim() !== "") return query.trim().replace(/\s+/g, " ");
  const { service, category, area, mode, level, audience } = filters;
  const chosen = [
    service && (names.services.get(service) ?? service),
    category && (names.categories.get(category) ?? category),
    area && (names.areas.get(area) ?? area),
    mode?.replace("_", " "),
    level?.replace("_", " "),
    audience,
  ];
  return chosen.filter(Boolean).join(", ") || "filters";
}
