import type { RequestFacts } from "../domain/metrics.ts";
import type { MeasurementHold } from "./measurement-hold.ts";
import type { EventQueue } from "./queue.ts";

/** The queue as one request sees it: whatever it sends leaves in one message, when it is over. */
export interface RequestQueue extends EventQueue {
  /** Sends what there is, with the request's measurement where it has one. */
  close(facts: RequestFacts | null): Promise<void>;
}

export function createRequestQueue(queue: EventQueue, measured: MeasurementHold): RequestQueue {
  const held: Promise<object>[] = [];
  let isClosed = false;
  return {
    async send(message) {
      // Work that goes on after the answer has nobody to wait for.
      if (isClosed) await queue.send(message);
      else held.push(Promise.resolve(message));
    },
    async close(facts) {
      isClosed = true;
      if (facts) measured.add(facts);
      const tracking = await Promise.all(held);
      const [only] = tracking;
      // Somebody was told that it is tracked, so it waits for nothing, and takes along what does.
      if (only === undefined && !(facts && (await measured.wait()))) return;
      const metrics = measured.take();
      if (metrics || tracking.length > 1) await queue.send({ kind: "request", tracking, metrics });
      else if (only) await queue.send(only);
    },
  };
}
