import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { clientNetwork } from "../../domain/client-network.ts";
import { DomainError } from "../../domain/errors.ts";
import { limitState, RATE_LIMITS } from "../../domain/rate-limit.ts";
import { createWindowCounter } from "../../platform/window-counter.ts";
import type { AppEnv } from "../context.ts";
import { limitHeaders } from "../problem.ts";

/** Some megabytes at most. */
const SUBJECTS_AT_MOST = 20_000;

/** What everybody may read is limited for each client, and higher for each API key. */
export interface PublicLimits {
  /** Counts this request, for the key if there is one. Throws `rate_limited`. */
  take(c: Context<AppEnv>, keyId: string | null): void;
}

/**
 * Counted in the memory of the isolate, so that a read that costs no database row stays so: with
 * several isolates a client may get more, never less. Addresses are kept nowhere else.
 */
export function createPublicLimits(scale: number): PublicLimits {
  const windows = createWindowCounter(SUBJECTS_AT_MOST);
  return {
    take(c, keyId) {
      const name = keyId === null ? "public-reads" : "public-reads-key";
      const subject = keyId ?? clientNetwork(c.req.header("cf-connecting-ip") ?? "unknown");
      const now = c.get("now");
      const counted = windows.count(`${name} ${subject}`, RATE_LIMITS[name].windowMs, now);
      const { isExceeded, ...limit } = limitState(name, counted, { scale, now });
      c.set("limit", limit);
      if (isExceeded) throw new DomainError("rate_limited", { limit });
    },
  };
}

/** Whatever the answer to a counted request is, it tells what is left. */
export function tellLimit() {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    const limit = c.get("limit");
    if (!limit) return;
    for (const [name, value] of Object.entries(limitHeaders(limit))) c.res.headers.set(name, value);
  });
}
