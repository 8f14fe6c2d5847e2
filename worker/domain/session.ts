const DAY_MS = 86_400_000;

/** Rule: a session ends 14 days after it was last used, and 60 days after it began at the latest. */
const IDLE_MS = 14 * DAY_MS;
const ABSOLUTE_MS = 60 * DAY_MS;

/** Rule: what concerns everything about a person needs the password of these last minutes. */
const FRESH_MS = 10 * 60_000;

/** So long a token that was replaced still works, for requests on their way and other tabs. */
const REPLACED_TOKEN_MS = 5 * 60_000;

/** Use is written down at most this often, so that reading pages costs no writes. */
const TOUCH_EVERY_MS = 15 * 60_000;

export function sessionExpiresAt(createdAt: number, lastSeenAt: number): number {
  return Math.min(createdAt + ABSOLUTE_MS, lastSeenAt + IDLE_MS);
}

export function isTouchDue(lastSeenAt: number, now: number): boolean {
  return now - lastSeenAt >= TOUCH_EVERY_MS;
}

export function isFreshSignIn(authenticatedAt: number, now: number): boolean {
  return now - authenticatedAt <= FRESH_MS;
}

/** A token that was replaced at this instant or before is nobody's any more, epoch ms. */
export function replacedTokensEndAt(now: number): number {
  return now - REPLACED_TOKEN_MS;
}
