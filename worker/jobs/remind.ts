import type { ReminderRepository } from "../../db/repositories/reminders.ts";
import type { ReminderHours } from "../domain/email.ts";
import type { Job } from "./schedule.ts";

const HOUR_MS = 3_600_000;

/** Lessons of one batch; one tick does as many batches as it takes, up to a bound. */
const LESSONS_AT_ONCE = 50;
const BATCHES_AT_MOST = 20;

/**
 * When each reminder is due: from so many hours before the start. A tick that was missed is made up for
 * as long as the reminder still helps: the first until the second is due, the second until the start.
 */
const WINDOWS: { hoursBefore: ReminderHours; untilHoursBefore: number }[] = [
  { hoursBefore: 24, untilHoursBefore: 2 },
  { hoursBefore: 2, untilHoursBefore: 0 },
];

/**
 * Rule: both people are reminded 24 hours and 2 hours before, each exactly once. Whoever agreed on the
 * time later than that has just been told of it, and is not reminded.
 */
export function remindJob({ reminders, now }: { reminders: ReminderRepository; now: number }): Job {
  return {
    name: "remind",
    async run() {
      let lessons = 0;
      for (const { hoursBefore, untilHoursBefore } of WINDOWS) {
        const window = {
          hoursBefore,
          after: now + untilHoursBefore * HOUR_MS,
          until: now + hoursBefore * HOUR_MS,
        };
        for (let batch = 0; batch < BATCHES_AT_MOST; batch++) {
          const due = await reminders.listDue(window, LESSONS_AT_ONCE);
          if (due.length > 0) await reminders.insert(due, hoursBefore, now);
          lessons += due.length;
          if (due.length < LESSONS_AT_ONCE) break;
        }
      }
      return lessons > 0 ? { lessons } : null;
    },
  };
}
