import type { RequestFacts } from "../domain/metrics.ts";
import type { EventQueue } from "./queue.ts";

/** The queue as one request sees it: whatever it sends leaves in one message, when it is over. */
export interface RequestQueue extends EventQueue {
  /** Sends what there is, with the request's measurement where it has one. */
  close(metrics: RequestFacts | null): Promise<void>;
}

export function createRequestQueue(queue: EventQueue): RequestQueue {
  const held: Promise<object>[] = [];
  let isClosed = false;
  return {
    async send(message) {
      // Work that goes on after the answer has nobody to wait for.
      if (isClosed) await queue.send(message);
      else held.push(Promise.resolve(message));
    },
    async close(metrics) {
      isClosed = true;
      const tracking = await Promise.all(held);
      const [only] = tracking;
      if (metrics) await queue.send({ kind: "request", tracking, metrics });
      else if (tracking.length > 1) await queue.send({ kind: "request", tracking, metrics });
      else if (only) await queue.send(only);
    },
  };
}
