import type { Interval } from "../worker/domain/interval.ts";
import {
  addDays,
  type LocalDate,
  localDateOf,
  parseLocalDate,
} from "../worker/domain/local-time.ts";
import type { FreeTime } from "../worker/services/availability.ts";
import type { Services } from "../worker/services/index.ts";
import { isDomainError } from "./respond.ts";

export const DAYS_SHOWN = 7;

/** How far ahead pages lead; further on there is nothing but empty weeks. */
const MAX_DAYS_AHEAD = 180;

/**
 * A week of free time from a day on, and one day more, so that a lesson may run past the last
 * midnight. A day that is over, too far or no date at all counts as today. The time of a lesson that
 * is to be moved (`moving`) counts as free.
 */
export async function loadFreeWeek(
  { availability }: Services,
  instructorId: string,
  from: string | null,
  moving: Interval | null = null,
): Promise<FreeTime> {
  const load = (start: LocalDate | null) =>
    availability.getFreeTime(instructorId, start, DAYS_SHOWN + 1, moving);
  try {
    return await load(from === null ? null : parseLocalDate(from));
  } catch (error) {
    if (!isDomainError(error) || error.code !== "invalid_range") throw error;
    return await load(null);
  }
}

/** The first days of the weeks before and after; null where they lead nowhere. */
export function neighbouringWeeks(
  { from, timezone }: Pick<FreeTime, "from" | "timezone">,
  now: number,
) {
  const today = localDateOf(now, timezone);
  const before = addDays(from, -DAYS_SHOWN);
  const after = addDays(from, DAYS_SHOWN);
  return {
    previous: from <= today ? null : before < today ? today : before,
    next: after > addDays(today, MAX_DAYS_AHEAD) ? null : after,
  };
}
