import type { Audience, Level, Mode } from "../../../worker/domain/search-query/types.ts";
import type { Sort } from "../../../worker/domain/search-ranking.ts";

export const MODES: Record<Mode, string> = { online: "Online", in_person: "In person" };

export const LEVELS: Record<Level, string> = {
  beginner: "Beginner",
  intermediate: "Intermediate",
  advanced: "Advanced",
  elementary: "Elementary school",
  middle_school: "Middle school",
  high_school: "High school",
  college: "College",
};

export const AUDIENCES: Record<Audience, string> = {
  kids: "Kids",
  teens: "Teens",
  adults: "Adults",
  seniors: "Seniors",
};

export const SORT_NAMES: Record<Sort, string> = {
  relevance: "Best match",
  soonest: "Soonest free time",
  price_asc: "Lowest price",
  price_desc: "Highest price",
  experience: "Most experience",
};
