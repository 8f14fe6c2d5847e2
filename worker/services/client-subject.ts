import type { Client } from "./accounts.ts";
import type { AddressHasher } from "./address-hash.ts";

/** Whom a limit for one client counts: everybody whose address the platform does not say is one. */
export async function clientSubject(
  { ipAddress }: Client,
  hashAddress: AddressHasher,
): Promise<string> {
  return `client ${ipAddress === null ? "unknown" : await hashAddress(ipAddress)}`;
}
