import { expect, test } from "vitest";
import { availabilityInputs } from "../../tests/availability-inputs.ts";
import { parseSettings } from "../env.ts";
import { createAvailabilityService } from "./availability.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 11, 1, 12);
const at = (hour: number) => Date.UTC(2026, 11, 2, hour);

/** Wednesday 09:00-17:00 in New York, which is 14:00-22:00 UTC, with two lessons and a buffer. */
const inputs = availabilityInputs({
  weekly: { 3: [{ startMinute: 540, endMinute: 1020 }] },
  bufferMinutes: 30,
  taught: [
    { start: at(15), end: at(16) },
    { start: at(18), end: at(19) },
  ],
});

const availability = createAvailabilityService({
  reader: {
    get: async () => ({
      ...{ displayName: "Sarah C.", version: 1, inputs },
      ...{ coveredFrom: "2026-11-30", coveredTo: "2027-03-05" },
    }),
    list: async () => new Map(),
    lookUp: async () => undefined,
    getUncached: async () => {
      throw new Error("Nothing here asks the database.");
    },
  },
  settings: parseSettings({}),
  now: NOW,
});

const freeTime = async (moving: { start: number; end: number } | null) =>
  (await availability.getFreeTime("i", "2026-12-02", 1, moving)).free;

test("a lesson that is to be moved counts as free with its buffer, and no other one does", async () => {
  expect(await freeTime(null)).toEqual([
    { start: at(14), end: at(14) + HOUR / 2 },
    { start: at(16) + HOUR / 2, end: at(17) + HOUR / 2 },
    { start: at(19) + HOUR / 2, end: at(22) },
  ]);
  expect(await freeTime({ start: at(15), end: at(16) })).toEqual([
    { start: at(14), end: at(17) + HOUR / 2 },
    { start: at(19) + HOUR / 2, end: at(22) },
  ]);
});

test("a time at which there is no such lesson frees nothing", async () => {
  expect(await freeTime({ start: at(15), end: at(17) })).toEqual(await freeTime(null));
});
