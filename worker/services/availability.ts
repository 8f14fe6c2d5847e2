import { type AvailabilityInputs, type DateWindow, freeIntervals } from "../domain/availability.ts";
import { DomainError } from "../domain/errors.ts";
import type { Interval } from "../domain/interval.ts";
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDateOf,
  parseLocalDate,
} from "../domain/local-time.ts";
import {
  availabilityByDay,
  type DayAvailability,
  nextAvailable,
  validUntil,
} from "../domain/public-availability.ts";
import { nearestSlots } from "../domain/slot.ts";
import { findSlotRefusal, type WantedSlot } from "../domain/slot-check.ts";
import type { Settings } from "../env.ts";
import type { AvailabilityEntry } from "../platform/availability-cache.ts";
import { type AvailabilityReader, LONGEST_RANGE_DAYS } from "./availability-reader.ts";

/** Days looked at in one step for a next slot; steps share a day, as a lesson may cross midnight. */
const SEARCH_STEP_DAYS = 14;

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

/** An answer to "may this start be booked?": never books; `code` is the one that booking would give. */
export interface SlotCheck {
  startAt: number;
  code: DomainError["code"] | null;
}

/** The first bookable slot: local date and clock in `timezone`, and the instants. */
export interface NextSlot {
  date: string;
  startTime: string;
  endTime: string;
  startAt: number;
  endAt: number;
  durationMinutes: number;
  timezone: string;
}

/** Free time of one instructor between two local dates, for pages that pick a start. */
export interface FreeTime {
  timezone: string;
  from: LocalDate;
  to: LocalDate;
  /** Free intervals in the window: now, notice, buffer, blackouts and bookings already applied. */
  free: Interval[];
}

export interface AvailabilityService {
  /** Throws `not_found`, `invalid_range`. Dates are local to the instructor; null means default. */
  getPublic(
    instructorId: string,
    range: { startOn: string | null; endOn: string | null },
  ): Promise<PublicAvailability>;
  /**
   * Free intervals from `from` (default today) for `days` days; `moving` is a lesson that does not
   * count as it is to be moved. Throws `not_found`, `invalid_range`.
   */
  getFreeTime(
    instructorId: string,
    from: string | null,
    days: number,
    moving?: Interval | null,
  ): Promise<FreeTime>;
  /** The timezone comes along also when nothing is free. Throws `not_found`. */
  findNext(instructorId: string, durationMinutes: number): Promise<NextSlot | null>;
  /** Keyed by id; null when nothing is free or the instructor is unknown. */
  findNextForMany(
    ids: readonly string[],
    durationMinutes: number,
  ): Promise<Map<string, NextSlot | null>>;
  /** Throws `not_found`. */
  checkSlots(instructorId: string, items: readonly WantedSlot[]): Promise<SlotCheck[]>;
  /** The bookable starts nearest to one that is gone, read from the database, not the cache. */
  listAlternatives(instructorId: string, wanted: WantedSlot, count: number): Promise<number[]>;
}

/** What public pages and the public API say of free time. All of it goes through `freeIntervals`. */
export function createAvailabilityService({
  reader,
  settings,
  now,
}: {
  reader: AvailabilityReader;
  settings: Settings;
  now: number;
}): AvailabilityService {
  return {
    async getPublic(instructorId, range) {
      const dates = parseRange(range, settings.PUBLIC_AVAILABILITY_DAYS);
      const entry = await reader.get(instructorId, longestUpTo(dates.endOn));
      const { inputs } = entry;
      return answerOnce(instructorId, entry, resolveRange(dates, inputs.timezone, now), now);
    },

    async getFreeTime(instructorId, from, dayCount, moving = null) {
      const dates = parseRange({ startOn: from, endOn: null }, dayCount);
      const entry = await reader.get(instructorId, longestUpTo(dates.endOn));
      const inputs = moving ? withoutLesson(entry.inputs, moving) : entry.inputs;
      const window = resolveRange(dates, inputs.timezone, now);
      return { timezone: inputs.timezone, ...window, free: freeIntervals(inputs, window, now) };
    },

    async findNext(instructorId, durationMinutes) {
      const { inputs } = await reader.get(instructorId, null);
      return findNextSlot(inputs, durationMinutes, now);
    },

    async findNextForMany(ids, durationMinutes) {
      const entries = await reader.list(ids);
      return new Map(
        ids.map((id) => {
          const entry = entries.get(id);
          return [id, entry ? findNextSlot(entry.inputs, durationMinutes, now) : null];
        }),
      );
    },

    async checkSlots(instructorId, items) {
      const { inputs } = await reader.get(instructorId, datesOf(items, now));
      return items.map((item) => ({
        startAt: item.startAt,
        code: findSlotRefusal(inputs, item, now),
      }));
    },

    async listAlternatives(instructorId, { startAt, durationMinutes }, count) {
      const { inputs } = await reader.getUncached(instructorId, startAt);
      const date = localDateOf(startAt, inputs.timezone);
      const window = {
        from: addDays(date, -SEARCH_STEP_DAYS),
        to: addDays(date, SEARCH_STEP_DAYS),
      };
      return nearestSlots(freeIntervals(inputs, window, now), durationMinutes, startAt, count);
    },
  };
}

function withoutLesson(inputs: AvailabilityInputs, { start, end }: Interval): AvailabilityInputs {
  const taught = inputs.taught.filter((lesson) => lesson.start !== start || lesson.end !== end);
  return { ...inputs, taught };
}

interface KeptAnswer {
  madeAt: number;
  answer: PublicAvailability;
}

/** Answers by the entry they were made of, whose it is, and their range; gone with the entry. */
const answers = new WeakMap<AvailabilityEntry, Map<string, KeptAnswer>>();

/** The same entry gives the same answer until it changes by itself, so it is worked out once. */
function answerOnce(
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

interface ParsedRange {
  startOn: LocalDate | null;
  endOn: LocalDate | null;
  /** How many days it is when no end was asked for. */
  dayCount: number;
}

/** Throws `invalid_range` for what is wrong whatever the instructor's zone is. */
function parseRange(
  { startOn, endOn }: { startOn: string | null; endOn: string | null },
  dayCount: number,
): ParsedRange {
  const parsed = {
    startOn: startOn === null ? null : parseLocalDate(startOn),
    endOn: endOn === null ? null : parseLocalDate(endOn),
  };
  if (startOn !== null && !parsed.startOn) throw invalidRange("start_date is not a real date.");
  if (endOn !== null && !parsed.endOn) throw invalidRange("end_date is not a real date.");
  const end = parsed.endOn ?? (parsed.startOn && addDays(parsed.startOn, dayCount - 1));
  return { startOn: parsed.startOn, endOn: end, dayCount };
}

/** The range with its defaults, which need to know what day it is where the instructor is. */
function resolveRange({ startOn, endOn, dayCount }: ParsedRange, timezone: string, now: number) {
  const today = localDateOf(now, timezone);
  const from = startOn ?? today;
  const to = endOn ?? addDays(from, dayCount - 1);
  if (to < from) throw invalidRange("end_date lies before start_date.");
  if (from < today) throw invalidRange("start_date lies in the past.");
  if (daysBetween(from, to) + 1 > LONGEST_RANGE_DAYS) {
    throw invalidRange(`The range is longer than ${LONGEST_RANGE_DAYS} days.`);
  }
  return { from, to };
}

function invalidRange(detail: string): DomainError {
  return new DomainError("invalid_range", { detail });
}

/** Step by step, so that an instructor with a free slot today costs little. */
function findNextSlot(
  inputs: AvailabilityInputs,
  durationMinutes: number,
  now: number,
): NextSlot | null {
  const { timezone } = inputs;
  const today = localDateOf(now, timezone);
  const last = addDays(today, LONGEST_RANGE_DAYS - 1);
  for (let from = today; from < last; from = addDays(from, SEARCH_STEP_DAYS - 1)) {
    const window = { from, to: addDays(from, SEARCH_STEP_DAYS - 1) };
    const found = nextAvailable(freeIntervals(inputs, window, now), durationMinutes, timezone);
    if (found) return { ...found, durationMinutes, timezone };
  }
  return null;
}

/** The dates of the longest range that ends then; a longer one is refused once the zone is known. */
function longestUpTo(endOn: LocalDate | null): DateWindow | null {
  return endOn === null ? null : { from: addDays(endOn, 1 - LONGEST_RANGE_DAYS), to: endOn };
}

/** The local dates, in any zone, of all items that are not past: these are refused for that alone. */
function datesOf(items: readonly WantedSlot[], now: number): DateWindow {
  const starts = items.map(({ startAt }) => Math.max(startAt, now));
  const ends = items.map(({ startAt, durationMinutes }) => startAt + durationMinutes * 60_000);
  return {
    from: addDays(localDateOf(Math.min(...starts), "UTC"), -1),
    to: addDays(localDateOf(Math.max(...ends), "UTC"), 1),
  };
}
