import type { MeasuredRequests, RequestFacts } from "../domain/metrics.ts";

/** A message of the queue has 128 kB; one request takes up to 3 kB, and usually a tenth of it. */
const HELD_AT_MOST = 30;

/**
 * What requests were measured to do, held in the isolate for a moment so that many of them share a
 * message. If the isolate ends before, so much is not counted: nothing else may wait here.
 */
export interface MeasurementHold {
  add(facts: RequestFacts): void;
  /** Whether the caller is the one to send what is held; where there is time left, resolves after it. */
  wait(): Promise<boolean>;
  /** All that is held, which then is no more. Null for nothing. */
  take(): MeasuredRequests | null;
}

export function createMeasurementHold({
  holdMs,
  clock,
  sleep,
}: {
  holdMs: number;
  clock: () => number;
  sleep: (ms: number) => Promise<void>;
}): MeasurementHold {
  let held: RequestFacts[] = [];
  let dueAt: number | null = null;
  return {
    add: (facts) => void held.push(facts),
    async wait() {
      const isFirst = dueAt === null;
      dueAt ??= clock() + holdMs;
      // Overdue is what the one that slept did not live to send.
      if (held.length >= HELD_AT_MOST || clock() >= dueAt) return true;
      if (isFirst) await sleep(holdMs);
      return isFirst;
    },
    take() {
      const requests = held;
      held = [];
      dueAt = null;
      const [first] = requests;
      return first ? { id: first.id, requests } : null;
    },
  };
}
