import { describeError, type Log } from "./log.ts";

export interface QueueDepth {
  /** Messages that wait. */
  messages: number;
  /** When the oldest of them was sent; null where the queue does not say. */
  oldestAt: number | null;
}

/** What waits in a queue; null where it cannot be told. */
export async function findQueueDepth(queue: Queue, log: Log): Promise<QueueDepth | null> {
  try {
    const { backlogCount, oldestMessageTimestamp } = await queue.metrics();
    return { messages: backlogCount, oldestAt: oldestMessageTimestamp?.getTime() ?? null };
  } catch (error) {
    log("queue_depth_unknown", describeError(error));
    return null;
  }
}
