import { describeError, type Log } from "./log.ts";

/** Where work goes that nobody waits for. Sending never throws: it is no reason to fail. */
export interface EventQueue {
  send(message: object | Promise<object>): Promise<void>;
}

export function createEventQueue(queue: Queue, log: Log): EventQueue {
  return {
    async send(message) {
      try {
        await queue.send(await message);
      } catch (error) {
        log("queue_failed", describeError(error));
      }
    },
  };
}
