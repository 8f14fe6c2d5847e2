import { type AvailabilityInputs, type DateWindow, freeIntervals } from "../domain/availability.ts";
import type { DomainError } from "../domain/errors.ts";
import type { Interval } from "../domain/interval.ts";
import { addDays, type LocalDate, localDateOf } from "../domain/local-time.ts";
import { nextAvailable } from "../domain/public-availability.ts";
import { nearestSlots } from "../domain/slot.ts";
import { findSlotRefusal, type WantedSlot } from "../domain/slot-check.ts";
import type { Settings } from "../env.ts";
import { answerOnce, type PublicAvailability } from "./availability-answers.ts";
import { longestUpTo, parseRange, resolveRange } from "./availability-range.ts";
import { type AvailabilityReader, LONGEST_RANGE_DAYS } from "./availability-reader.ts";

/** Days looked at in one step for a next slot; steps share a day, as a lesson may cross midnight. */
const SEARCH_STEP_DAYS = 14;

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
  /**
   * For a page that will ask about this instructor, before its first question to the database: what it
   * asks then goes there in one round trip. Fails at nothing.
   */
  lookUp(instructorId: string): Promise<void>;
  /** Reads what later questions of the request are answered from. Throws `not_found`. */
  load(instructorId: string): Promise<void>;
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
    lookUp: (instructorId) => reader.lookUp(instructorId),

    async load(instructorId) {
      await reader.get(instructorId, null);
    },

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

/** The local dates, in any zone, of all items that are not past: these are refused for that alone. */
function datesOf(items: readonly WantedSlot[], now: number): DateWindow {
  const starts = items.map(({ startAt }) => Math.max(startAt, now));
  const ends = items.map(({ startAt, durationMinutes }) => startAt + durationMinutes * 60_000);
  return {
    from: addDays(localDateOf(Math.min(...starts), "UTC"), -1),
    to: addDays(localDateOf(Math.max(...ends), "UTC"), 1),
  };
}
