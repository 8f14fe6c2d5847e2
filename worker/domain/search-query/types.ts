import type { LocalDate } from "../local-time.ts";

export type Mode = "online" | "in_person";
export type Level =
  | "beginner"
  | "intermediate"
  | "advanced"
  | "elementary"
  | "middle_school"
  | "high_school"
  | "college";
export type Audience = "kids" | "teens" | "adults" | "seniors";

/** Both ends included; null is open. */
export interface PriceRange {
  minCents: number | null;
  maxCents: number | null;
}

/** Both dates included. */
export interface DateRange {
  from: LocalDate;
  to: LocalDate;
}

/** Local clock times "HH:MM"; null is open, "24:00" a legal end. */
export interface TimeRange {
  from: string | null;
  to: string | null;
}

export type PartKind =
  | "service"
  | "category"
  | "price"
  | "date"
  | "weekday"
  | "time"
  | "area"
  | "near_me"
  | "mode"
  | "level"
  | "audience";

/** One condition as it was typed: the folded words, and where they stand in the original text. */
export interface QueryPart {
  kind: PartKind;
  words: string[];
  /** UTF-16 offsets into the original text, `[start, end)`. */
  start: number;
  end: number;
  /** Slugs of the services or areas it named; empty for the other kinds. */
  values: string[];
}

export interface Correction {
  from: string;
  to: string;
}

/** Everything a query asks for. Lists of slugs are sorted and without repeats. */
export interface ParsedQuery {
  services: string[];
  category: string | null;
  price: PriceRange;
  dates: DateRange | null;
  /** ISO weekdays, 1 is Monday. With `dates` both must hold. */
  weekdays: number[] | null;
  time: TimeRange | null;
  areas: string[];
  nearMe: boolean;
  mode: Mode | null;
  level: Level | null;
  audience: Audience | null;
  age: number | null;
  corrections: Correction[];
  /** The folded words that meant nothing, in the order they were typed. */
  unmatched: string[];
  parts: QueryPart[];
}
