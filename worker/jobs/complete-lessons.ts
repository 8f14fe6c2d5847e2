import type { BookingEventRepository } from "../../db/repositories/booking-events.ts";
import type { RandomSource } from "../platform/random.ts";
import type { Job } from "./schedule.ts";

/** Completed in one transaction. */
const CHUNK = 100;
/** In one tick; the next one goes on. */
const CHUNKS_AT_MOST = 20;

/** Rule: a lesson that nobody has closed is completed a day after its end. */
export function completeLessonsJob({
  lessons,
  random,
  now,
}: {
  lessons: BookingEventRepository;
  random: RandomSource;
  now: number;
}): Job {
  return {
    name: "complete-lessons",
    async run() {
      let completed = 0;
      for (let chunk = 0; chunk < CHUNKS_AT_MOST; chunk++) {
        const count = await lessons.completeDue(random.newId(), now, CHUNK);
        completed += count;
        if (count < CHUNK) break;
      }
      return completed > 0 ? { completed } : null;
    },
  };
}
