import type { DomainError, ErrorCode } from "../domain/errors.ts";
import type { Log } from "../platform/log.ts";

/** Refusals of which many in a row are somebody trying doors. */
const WATCHED = new Set<ErrorCode>([
  "csrf",
  "forbidden",
  "fresh_sign_in_required",
  "invalid_credentials",
  "invalid_token",
  "last_admin",
  "rate_limited",
]);

/** Tells a refusal once, on whichever way out of the Worker it is met first, and not whom it met. */
export type RefusalLog = (error: DomainError, facts: Parameters<Log>[1]) => void;

export function createRefusalLog(log: Log): RefusalLog {
  const told = new WeakSet<DomainError>();
  return (error, facts) => {
    if (!WATCHED.has(error.code) || told.has(error)) return;
    told.add(error);
    log("refused", { code: error.code, ...facts });
  };
}
