import type { SaltRepository } from "../../db/repositories/ip-salts.ts";
import { clientNetwork } from "../domain/client-network.ts";
import { localDateOf } from "../domain/local-time.ts";
import { hmacHex } from "../platform/hash.ts";
import type { RandomSource } from "../platform/random.ts";

/** An address is kept as this much of its hash. */
const IP_HASH_BYTES = 16;

/** An IP address as the day's hash of it, 32 hex digits. Throws when there is no salt to be had. */
export type AddressHasher = (ipAddress: string) => Promise<string>;

/** Rule: an address is never kept, only an HMAC of it with the salt of the UTC day. */
export function createAddressHasher({
  salts,
  saltOf,
  random,
  now,
}: {
  salts: SaltRepository;
  /** The isolate's memory of the day's salt. */
  saltOf: Map<string, string>;
  random: RandomSource;
  now: number;
}): AddressHasher {
  return async (ipAddress) => {
    const day = localDateOf(now, "UTC");
    const salt = saltOf.get(day) ?? (await salts.getOrCreate(day, random.newToken(), now));
    saltOf.clear();
    saltOf.set(day, salt);
    return (await hmacHex(salt, clientNetwork(ipAddress))).slice(0, IP_HASH_BYTES * 2);
  };
}
