import { TierError } from "../db/tiers/tier.ts";
import type { World } from "./world.ts";

/**
 * Throws TierError where npm took a flag for itself: what stands before its `--` never gets to the
 * script, which would do the thing without it, such as in earnest instead of `--dry-run`.
 */
export function refuseKeptFlags(
  env: World["env"],
  flags: readonly string[],
  example: string,
): void {
  const kept = flags.find((flag) => env[`npm_config_${flag.replaceAll("-", "_")}`] !== undefined);
  if (kept) throw new TierError(`npm kept --${kept} for itself; put -- before it: ${example}`);
}
