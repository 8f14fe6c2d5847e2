import type { SaltRepository } from "../../db/repositories/ip-salts.ts";
import type { Log } from "../platform/log.ts";

/** Rule: the salt of addresses is gone 48 hours after it was made. */
const SALT_KEPT_MS = 48 * 3_600_000;

/** What every tick of the cron does. Doing it twice, or late, does no harm. */
export async function runSchedule({
  salts,
  now,
  log,
}: {
  salts: SaltRepository;
  now: number;
  log: Log;
}): Promise<void> {
  const purged = await salts.purge(now - SALT_KEPT_MS);
  if (purged > 0) log("salts_purged", { salts: purged });
}
