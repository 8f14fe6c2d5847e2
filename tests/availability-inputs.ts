import fc from "fast-check";
import type { AvailabilityInputs, DateWindow, LocalRange } from "../worker/domain/availability.ts";
import { mergeRanges } from "../worker/domain/availability.ts";
import type { Interval } from "../worker/domain/interval.ts";
import { addDays, startOfLocalDay } from "../worker/domain/local-time.ts";

const MINUTE_MS = 60_000;

/** An instructor in New York without hours, lessons, notice or buffer, but for what is given. */
export function availabilityInputs(given: Partial<AvailabilityInputs> = {}): AvailabilityInputs {
  return {
    timezone: "America/New_York",
    minimumNoticeMinutes: 0,
    bufferMinutes: 0,
    weekly: {},
    dates: {},
    blackouts: [],
    taught: [],
    taken: [],
    ...given,
  };
}

/** Days around which clocks change in every way known: ordinary, half an hour, at and over midnight. */
const PLACES_AND_DAYS = [
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["America/Phoenix", "2026-03-08"],
  ["Asia/Kolkata", "2026-11-01"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Africa/Casablanca", "2026-02-15"],
  ["Africa/Cairo", "2026-04-24"],
  ["America/Havana", "2026-11-01"],
  ["America/Scoresbysund", "2026-03-28"],
  ["Antarctica/Casey", "2020-10-04"],
  ["Asia/Beirut", "2026-10-25"],
  ["Pacific/Apia", "2026-12-31"],
] as const;

const ranges = fc
  .array(fc.tuple(fc.nat(95), fc.integer({ min: 1, max: 40 })), { maxLength: 3 })
  .map((pairs): LocalRange[] =>
    mergeRanges(
      pairs.map(([from, quarters]) => ({
        startMinute: from * 15,
        endMinute: Math.min(from + quarters, 96) * 15,
      })),
    ),
  );

/** Lessons within three days of `origin`, on any minute. */
function lessons(origin: number): fc.Arbitrary<Interval[]> {
  return fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4320 }), fc.integer({ min: 15, max: 240 })), {
      maxLength: 4,
    })
    .map((list) =>
      list.map(([start, minutes]) => ({
        start: origin + start * MINUTE_MS,
        end: origin + (start + minutes) * MINUTE_MS,
      })),
    );
}

export interface AvailabilityCase {
  inputs: AvailabilityInputs;
  /** Three dates. */
  window: DateWindow;
  /** Some instant from a day before the window to its end. */
  now: number;
}

/** Any availability over three dates around a day on which clocks may change. */
export const availabilityCases: fc.Arbitrary<AvailabilityCase> = fc
  .constantFrom(...PLACES_AND_DAYS)
  .chain(([timezone, day]) => {
    const window = { from: addDays(day, -1), to: addDays(day, 1) };
    const origin = startOfLocalDay(window.from, timezone);
    return fc.record({
      inputs: fc.record({
        timezone: fc.constant(timezone),
        minimumNoticeMinutes: fc.constantFrom(0, 30, 120, 125, 1440),
        bufferMinutes: fc.constantFrom(0, 7, 15, 60),
        weekly: fc.record({ 1: ranges, 2: ranges, 4: ranges, 5: ranges, 6: ranges, 7: ranges }),
        dates: fc.dictionary(fc.constantFrom(day, window.to), ranges, { maxKeys: 2 }),
        blackouts: fc.constantFrom(
          [],
          [],
          [{ startOn: day, endOn: day }],
          [{ startOn: addDays(day, -9), endOn: window.from }],
        ),
        taught: lessons(origin),
        taken: lessons(origin),
      }),
      window: fc.constant(window),
      now: fc
        .integer({ min: -86_400_000, max: 3 * 86_400_000 })
        .map((sinceOrigin) => origin + sinceOrigin),
    });
  });
