import type { Counted } from "../domain/rate-limit.ts";

/** Counts in the memory of this isolate: cheap, and only about right where there are several. */
export interface WindowCounter {
  /** Counts this time too. Windows begin with the first time. */
  count(subject: string, windowMs: number, now: number): Counted;
}

/** With more than `atMost` subjects those that began first are forgotten: it never gets full. */
export function createWindowCounter(atMost: number): WindowCounter {
  // In the order in which their windows began.
  const windows = new Map<string, Counted>();
  return {
    count(subject, windowMs, now) {
      const known = windows.get(subject);
      if (known && now >= known.startedAt && now - known.startedAt < windowMs) {
        known.count += 1;
        return { ...known };
      }
      windows.delete(subject);
      const begun = { startedAt: now, count: 1 };
      windows.set(subject, begun);
      for (const oldest of windows.keys()) {
        if (windows.size <= atMost) break;
        windows.delete(oldest);
      }
      return { ...begun };
    },
  };
}
