import { describeError, type Log } from "./log.ts";

/** Where events go to be written later. Sending never throws: measuring is no reason to fail. */
export interface EventQueue {
  send(message: object): Promise<void>;
}

export function createEventQueue(queue: Queue, log: Log): EventQueue {
  return {
    async send(message) {
      try {
        await queue.send(message);
      } catch (error) {
        log("queue_failed", describeError(error));
      }
    },
  };
}
