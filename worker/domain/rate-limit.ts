import type { LimitState } from "./errors.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * Every limit: how often in how long. Windows begin with the first time. All but those of public reads
 * are counted exactly.
 */
export const RATE_LIMITS = {
  register: { quota: 10, windowMs: HOUR_MS },
  "sign-in": { quota: 5, windowMs: MINUTE_MS },
  "password-reset-address": { quota: 3, windowMs: HOUR_MS },
  "password-reset-client": { quota: 10, windowMs: HOUR_MS },
  /** Using a token of a link, and asking for another verification mail. */
  token: { quota: 20, windowMs: HOUR_MS },
  "verification-mail": { quota: 3, windowMs: HOUR_MS },
  /** Giving the own password again: to change it, to export, to delete. */
  "password-check": { quota: 5, windowMs: MINUTE_MS },
  booking: { quota: 20, windowMs: MINUTE_MS },
  "availability-check": { quota: 30, windowMs: MINUTE_MS },
  "public-reads": { quota: 100, windowMs: MINUTE_MS },
  "public-reads-key": { quota: 600, windowMs: MINUTE_MS },
} as const satisfies Record<string, { quota: number; windowMs: number }>;

export type LimitName = keyof typeof RATE_LIMITS;

/** A window that somebody has begun, and how often they came in it. */
export interface Counted {
  /** Epoch ms. */
  startedAt: number;
  count: number;
}

/** What is left of a limit; `remaining` is 0 also for the last one that was let through. */
export function limitState(
  name: LimitName,
  { startedAt, count }: Counted,
  { scale, now }: { scale: number; now: number },
): LimitState & { isExceeded: boolean } {
  const { windowMs } = RATE_LIMITS[name];
  const quota = RATE_LIMITS[name].quota * scale;
  return {
    name,
    quota,
    windowSeconds: windowMs / 1000,
    remaining: Math.max(0, quota - count),
    resetSeconds: Math.max(1, Math.ceil((startedAt + windowMs - now) / 1000)),
    isExceeded: count > quota,
  };
}
