import { chooseRange, type DateRange } from "../../../../worker/domain/analytics.ts";
import { parseLocalDate } from "../../../../worker/domain/local-time.ts";
import { isDomainError } from "../../../respond.ts";

export const PRESETS = [7, 30, 90] as const;

/** The dates that an address asks for, and what to say where it asks for what cannot be. */
export interface ChosenRange {
  range: DateRange;
  /** Null for a range of one's own. */
  days: number | null;
  problem: string | null;
}

const DEFAULT_DAYS = 30;

/** Dates that cannot be are told, and the usual ones shown instead. */
export function readRange(params: URLSearchParams, now: number): ChosenRange {
  const [from, to] = [params.get("from"), params.get("to")];
  if (from || to) {
    try {
      const range = chooseRange({ from: parse(from), to: parse(to) ?? undefined }, now);
      return { range, days: null, problem: null };
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const problem = "Choose dates in order, up to today and at most a year apart.";
      return { range: chooseRange({ days: DEFAULT_DAYS }, now), days: DEFAULT_DAYS, problem };
    }
  }
  const days = PRESETS.find((preset) => String(preset) === params.get("days")) ?? DEFAULT_DAYS;
  return { range: chooseRange({ days }, now), days, problem: null };
}

/** Something that is no date is before all of them, and so refused. */
function parse(text: string | null): string | undefined {
  if (text === null || text === "") return undefined;
  return parseLocalDate(text) ?? "0000-01-01";
}
