import type { SaltRepository } from "../../db/repositories/ip-salts.ts";
import type { Job } from "./schedule.ts";

/** Rule: the salt of addresses is gone 48 hours after it was made. */
const SALT_KEPT_MS = 48 * 3_600_000;

export function purgeSaltsJob({ salts, now }: { salts: SaltRepository; now: number }): Job {
  return {
    name: "purge-salts",
    async run() {
      const purged = await salts.purge(now - SALT_KEPT_MS);
      return purged > 0 ? { salts: purged } : null;
    },
  };
}
