import type { SaltRepository } from "../../db/repositories/ip-salts.ts";
import { describeError, type Log } from "../platform/log.ts";

/** Rule: the salt of addresses is gone 48 hours after it was made. */
const SALT_KEPT_MS = 48 * 3_600_000;

/** What every tick of the cron does. Doing it twice, or late, does no harm. */
export async function runSchedule({
  salts,
  sendMail,
  now,
  log,
}: {
  salts: SaltRepository;
  /** Sends what a lost message of the queue, or a failed attempt, has left in the outbox. */
  sendMail: () => Promise<void>;
  now: number;
  log: Log;
}): Promise<void> {
  // Mail waits for nothing else, and nothing else for mail.
  const mailing = sendMail().catch((error) => log("mail_not_sent", describeError(error)));
  const purged = await salts.purge(now - SALT_KEPT_MS);
  if (purged > 0) log("salts_purged", { salts: purged });
  await mailing;
}
