import type { RateCounter, RateCounterRepository } from "../../db/repositories/rate-counters.ts";
import { DomainError } from "../domain/errors.ts";
import { type Counted, type LimitName, limitState, RATE_LIMITS } from "../domain/rate-limit.ts";
import { sha256Hex } from "../platform/hash.ts";

/** One limit, and whom it counts: an id, an address's hash, an e-mail address. */
export interface LimitedBy {
  limit: LimitName;
  subject: string;
}

export interface RateLimiter {
  /** Counts this time for each. Throws `rate_limited` if it is one too many for any. Never fails open. */
  take(...limits: LimitedBy[]): Promise<void>;
  /** For what counts in the batch in which it writes, and there writes within the quota only. */
  toCounter(limited: LimitedBy): Promise<RateCounter>;
  /** Throws `rate_limited` if what was counted so is one too many. */
  assertWithin(limit: LimitName, counted: Counted): void;
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
  const toCounter = async ({ limit, subject }: LimitedBy) => ({
    // The subject may be an address: only its hash is written.
    key: `${limit}:${(await sha256Hex(subject)).slice(0, 32)}`,
    windowMs: RATE_LIMITS[limit].windowMs,
    quota: RATE_LIMITS[limit].quota * scale,
  });
  /** Of several that are exceeded the one that lasts longest is told. */
  const assertAllWithin = (states: ReturnType<typeof limitState>[]) => {
    const exceeded = states
      .filter(({ isExceeded }) => isExceeded)
      .sort((one, other) => other.resetSeconds - one.resetSeconds)[0];
    if (!exceeded) return;
    const { isExceeded: _, ...limit } = exceeded;
    throw new DomainError("rate_limited", { limit });
  };
  return {
    async take(...limits) {
      const counted = await counters.count(await Promise.all(limits.map(toCounter)), now);
      assertAllWithin(
        limits.flatMap(({ limit }, index) =>
          counted[index] ? [limitState(limit, counted[index], { scale, now })] : [],
        ),
      );
    },
    toCounter,
    assertWithin: (limit, counted) => assertAllWithin([limitState(limit, counted, { scale, now })]),
  };
}
