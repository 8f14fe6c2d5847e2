import fc from "fast-check";
import { expect, test } from "vitest";
import { availabilityCases, availabilityInputs } from "../../tests/availability-inputs.ts";
import { freeIntervals } from "./availability.ts";
import { ceilToQuarter, QUARTER_MS } from "./local-time.ts";
import { slotStarts } from "./slot.ts";
import { findSlotRefusal } from "./slot-check.ts";

/** Tuesday, five hours behind UTC in New York. */
const NOW = Date.parse("2026-12-01T15:00:00Z");
const NINE_TO_FIVE = { startMinute: 540, endMinute: 1020 };

function at(time: string, date = "2026-12-02"): number {
  return Date.parse(`${date}T${time}:00Z`);
}

function refusal(
  startAt: number,
  given: Parameters<typeof availabilityInputs>[0] = {},
  durationMinutes = 60,
) {
  const inputs = availabilityInputs({
    minimumNoticeMinutes: 120,
    weekly: { 2: [NINE_TO_FIVE], 3: [NINE_TO_FIVE] },
    ...given,
  });
  return findSlotRefusal(inputs, { startAt, durationMinutes }, NOW);
}

test("a start is a quarter of an hour that is not past", () => {
  expect(refusal(at("15:00"))).toBeNull();
  expect(refusal(at("15:01"))).toBe("invalid_start");
  expect(refusal(at("15:00") + 1)).toBe("invalid_start");
  expect(refusal(NOW - QUARTER_MS)).toBe("invalid_start");
  expect(refusal(NOW, { minimumNoticeMinutes: 0 })).toBeNull();
});

test("a start exactly at the end of the notice is in time, a quarter sooner is not", () => {
  expect(refusal(at("17:00", "2026-12-01"))).toBeNull();
  expect(refusal(at("16:45", "2026-12-01"))).toBe("insufficient_notice");
});

test("a lesson lies wholly inside the hours", () => {
  expect(refusal(at("14:00"))).toBeNull();
  expect(refusal(at("13:45"))).toBe("outside_availability");
  expect(refusal(at("21:00"))).toBeNull();
  expect(refusal(at("21:15"))).toBe("outside_availability");
  expect(refusal(at("15:00", "2026-12-03"))).toBe("outside_availability");
  const away = { blackouts: [{ startOn: "2026-12-02", endOn: "2026-12-02" }] };
  expect(refusal(at("15:00"), away)).toBe("outside_availability");
});

test("a lesson may go over midnight if both days are free around it", () => {
  const weekly = {
    3: [{ startMinute: 1380, endMinute: 1440 }],
    4: [{ startMinute: 0, endMinute: 60 }],
  };
  const start = at("04:30", "2026-12-03");
  expect(refusal(start, { weekly })).toBeNull();
  expect(refusal(start, { weekly }, 105)).toBe("outside_availability");
  expect(refusal(start, { weekly: { 3: weekly[3] } })).toBe("outside_availability");
  const nextDayAway = [{ startOn: "2026-12-03", endOn: "2026-12-03" }];
  expect(refusal(start, { weekly, blackouts: nextDayAway })).toBe("outside_availability");
  // Up to midnight it needs nothing of the next day.
  expect(refusal(start, { weekly: { 3: weekly[3] } }, 30)).toBeNull();
});

test("lessons given take their time and the buffer, lessons taken only their time", () => {
  const lesson = [{ start: at("16:00"), end: at("17:00") }];
  const taught = { taught: lesson, bufferMinutes: 30 };
  expect(refusal(at("15:00"), taught)).toBe("slot_taken");
  expect(refusal(at("14:30"), taught)).toBeNull();
  expect(refusal(at("17:15"), taught)).toBe("slot_taken");
  expect(refusal(at("17:30"), taught)).toBeNull();
  const taken = { taken: lesson, bufferMinutes: 30 };
  expect(refusal(at("15:00"), taken)).toBeNull();
  expect(refusal(at("15:15"), taken)).toBe("slot_taken");
  expect(refusal(at("17:00"), taken)).toBeNull();
});

test("of several reasons the first in order is told", () => {
  const all = {
    minimumNoticeMinutes: 10_000,
    taught: [{ start: at("02:00"), end: at("05:00") }],
  };
  expect(refusal(at("03:00") + 1, all)).toBe("invalid_start");
  expect(refusal(at("03:00"), all)).toBe("insufficient_notice");
  expect(refusal(at("03:00"), { ...all, minimumNoticeMinutes: 0 })).toBe("outside_availability");
});

test("a start is accepted exactly if it is one of the slots of the free time", () => {
  fc.assert(
    fc.property(
      availabilityCases,
      fc.constantFrom(15, 45, 60, 240),
      ({ inputs, window, now }, durationMinutes) => {
        const starts = new Set(slotStarts(freeIntervals(inputs, window, now), durationMinutes));
        const from = Date.parse(`${window.from}T12:00:00Z`);
        for (
          let startAt = ceilToQuarter(from);
          startAt < from + 86_400_000;
          startAt += QUARTER_MS
        ) {
          const wanted = { startAt, durationMinutes };
          const accepted = findSlotRefusal(inputs, wanted, now) === null;
          expect([startAt, accepted]).toEqual([startAt, starts.has(startAt)]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
