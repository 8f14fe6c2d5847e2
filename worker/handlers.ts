import type { Bindings } from "./env.ts";
import { consumeDeadLetters, consumeEvents } from "./jobs/consumer.ts";
import { runSchedule } from "./jobs/schedule.ts";
import type { Log } from "./platform/log.ts";
import { createJobRepositories } from "./services/index.ts";

/** The ends of the queues' names, which are otherwise another in every tier. */
const DEAD_LETTER_SUFFIX = "-dead";

/** The doors that no request comes through: the queues and the cron. */
export function createHandlers({ clock, log }: { clock: () => number; log: Log }) {
  return {
    async queue(batch: MessageBatch, env: Bindings): Promise<void> {
      const { tracking } = createJobRepositories(env.DB.withSession("first-primary"));
      const dependencies = { tracking, now: clock(), log };
      if (batch.queue.endsWith(DEAD_LETTER_SUFFIX)) await consumeDeadLetters(batch, dependencies);
      else await consumeEvents(batch, dependencies);
    },

    async scheduled(_event: ScheduledController, env: Bindings): Promise<void> {
      const { salts } = createJobRepositories(env.DB.withSession("first-primary"));
      await runSchedule({ salts, now: clock(), log });
    },
  };
}
