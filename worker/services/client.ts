import type { AddressHasher } from "./address-hash.ts";

/** Where a sign-in comes from, and what the browser was before it. */
export interface Client {
  userAgent: string;
  /** Null where the platform does not say; such clients share their limits. */
  ipAddress: string | null;
  /** Of the session that ends with this sign-in; null without one. */
  sessionToken: string | null;
  /** The guest whose searches and drafts move to the account; null without one. */
  guestId: string | null;
}

/** Whom a limit for one client counts: everybody whose address the platform does not say is one. */
export async function clientSubject(
  { ipAddress }: Client,
  hashAddress: AddressHasher,
): Promise<string> {
  return `client ${ipAddress === null ? "unknown" : await hashAddress(ipAddress)}`;
}
