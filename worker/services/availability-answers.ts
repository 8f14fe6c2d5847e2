import type { DateWindow } from "../domain/availability.ts";
import type { LocalDate } from "../domain/local-time.ts";
import {
  availabilityByDay,
  type DayAvailability,
  validUntil,
} from "../domain/public-availability.ts";
import type { AvailabilityEntry } from "../platform/availability-cache.ts";

/** Different ranges of one instructor that are remembered at once. */
const RANGES_KEPT = 8;

/** Every date of a range, why it can or cannot be booked, and until when that stands. */
export interface PublicAvailability {
  instructorId: string;
  displayName: string;
  timezone: string;
  startOn: LocalDate;
  endOn: LocalDate;
  days: DayAvailability[];
  minimumNoticeMinutes: number;
  bufferMinutes: number;
  version: number;
  validUntil: number;
}

interface KeptAnswer {
  madeAt: number;
  answer: PublicAvailability;
}

/** Answers by the entry they were made of, whose it is, and their range; gone with the entry. */
const answers = new WeakMap<AvailabilityEntry, Map<string, KeptAnswer>>();

/** The same entry gives the same answer until it changes by itself, so it is worked out once. */
export function answerOnce(
  instructorId: string,
  entry: AvailabilityEntry,
  window: DateWindow,
  now: number,
): PublicAvailability {
  const ofEntry = answers.get(entry) ?? new Map<string, KeptAnswer>();
  answers.set(entry, ofEntry);
  // Two instructors can have the very same entry, as it does not say whose it is.
  const key = `${instructorId}/${window.from}/${window.to}`;
  const kept = ofEntry.get(key);
  if (kept && kept.madeAt <= now && now < kept.answer.validUntil) return kept.answer;
  const answer = toPublicAvailability(instructorId, entry, window, now);
  if (ofEntry.size >= RANGES_KEPT) ofEntry.clear();
  ofEntry.set(key, { madeAt: now, answer });
  return answer;
}

function toPublicAvailability(
  instructorId: string,
  { displayName, version, inputs }: AvailabilityEntry,
  { from, to }: DateWindow,
  now: number,
): PublicAvailability {
  const days = availabilityByDay(inputs, { from, to }, now);
  return {
    instructorId,
    displayName,
    timezone: inputs.timezone,
    startOn: from,
    endOn: to,
    days,
    minimumNoticeMinutes: inputs.minimumNoticeMinutes,
    bufferMinutes: inputs.bufferMinutes,
    version,
    validUntil: validUntil(inputs, days, now),
  };
}
