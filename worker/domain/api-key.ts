import type { Permission } from "./permission.ts";

/** What a key may be for: reading what everybody may read, at a higher limit; reading own lessons. */
export const API_SCOPES = ["public:read", "bookings:read"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** Keys of one person that have not expired. */
export const API_KEYS_AT_MOST = 10;

/** The longest that a key lives. */
export const API_KEY_DAYS_AT_MOST = 365;

/** By it people and scanners of leaked secrets know what they have found. */
export const API_KEY_PREFIX = "ik_live_";

const DAY_MS = 86_400_000;

/** Use is written down at most this often. */
const TOUCH_EVERY_MS = 15 * 60_000;

/** Never more than these of what its owner may do, and only what the owner may do as well. */
const PERMISSIONS_OF: Record<ApiScope, readonly Permission[]> = {
  "public:read": [],
  "bookings:read": ["view_own_bookings", "view_incoming_bookings", "view_booking_details"],
};

export interface ApiKey {
  id: string;
  name: string;
  scopes: ApiScope[];
  /** The key's last characters. */
  hint: string;
  createdAt: number;
  /** The first instant at which it does not work any more. */
  expiresAt: number;
  lastUsedAt: number | null;
}

export function apiKeyExpiresAt(createdAt: number, days: number): number {
  return createdAt + days * DAY_MS;
}

export function isUseNoted(lastUsedAt: number | null, now: number): boolean {
  return lastUsedAt !== null && now - lastUsedAt < TOUCH_EVERY_MS;
}

/** What a request with a key may do: what the scope is for, as far as its owner may do it. */
export function keyPermissions(scope: ApiScope, owner: Iterable<Permission>): Permission[] {
  const held = new Set(owner);
  return PERMISSIONS_OF[scope].filter((permission) => held.has(permission));
}
