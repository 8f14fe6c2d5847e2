import type { RateCounterRepository } from "../../db/repositories/rate-counters.ts";
import { DomainError } from "../domain/errors.ts";
import { type LimitName, limitState, RATE_LIMITS } from "../domain/rate-limit.ts";
import { sha256Hex } from "../platform/hash.ts";

/** One limit, and whom it counts: an id, an address's hash, an e-mail address. */
export interface LimitedBy {
  limit: LimitName;
  subject: string;
}

export interface RateLimiter {
  /** Counts this time for each. Throws `rate_limited` if it is one too many for any. Never fails open. */
  take(...limits: LimitedBy[]): Promise<void>;
}

export function createRateLimiter({
  counters,
  scale,
  now,
}: {
  counters: RateCounterRepository;
  /** Multiplies every quota. */
  scale: number;
  now: number;
}): RateLimiter {
  return {
    async take(...limits) {
      const keyed = await Promise.all(
        limits.map(async ({ limit, subject }) => ({
          // The subject may be an address: only its hash is written.
          key: `${limit}:${(await sha256Hex(subject)).slice(0, 32)}`,
          windowMs: RATE_LIMITS[limit].windowMs,
        })),
      );
      const counted = await counters.count(keyed, now);
      const states = limits.flatMap(({ limit }, index) =>
        counted[index] ? [limitState(limit, counted[index], { scale, now })] : [],
      );
      const exceeded = states
        .filter(({ isExceeded }) => isExceeded)
        .sort((one, other) => other.resetSeconds - one.resetSeconds)[0];
      if (!exceeded) return;
      const { isExceeded: _, ...limit } = exceeded;
      throw new DomainError("rate_limited", { limit });
    },
  };
}
