import { DomainError } from "./errors.ts";
import type { Permission, Role } from "./permission.ts";
import { isFreshSignIn } from "./session.ts";

export const ACCOUNT_STATUSES = ["active", "suspended", "deactivated"] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Whoever makes a request and is signed in. */
export interface Actor {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  timezone: string;
  status: AccountStatus;
  roles: Role[];
  permissions: Permission[];
  /** Of the session that the request came with. */
  sessionId: string;
  /** When the password was last given in this session, epoch ms. */
  authenticatedAt: number;
  isEmailVerified: boolean;
  /** Their searches are not measured. */
  isMeasuringDeclined: boolean;
  /** Signing out clears their search history. */
  clearsSearches: boolean;
}

/** First name and last initial: all that other people ever see of a name. */
export function displayName(firstName: string, lastName: string): string {
  const initial = [...lastName.trim()][0];
  return initial ? `${firstName.trim()} ${initial.toUpperCase()}.` : firstName.trim();
}

/** The actor, who must be signed in and hold `permission`. Throws `unauthenticated`, `forbidden`. */
export function assertPermission(actor: Actor | null, permission: Permission): Actor {
  if (!actor) throw new DomainError("unauthenticated");
  if (!actor.permissions.includes(permission)) throw new DomainError("forbidden");
  return actor;
}

/** The actor, who must be signed in. Throws `unauthenticated`. */
export function assertSignedIn(actor: Actor | null): Actor {
  if (!actor) throw new DomainError("unauthenticated");
  return actor;
}

/** Throws `fresh_sign_in_required` when the password was given too long ago for what is asked. */
export function assertFreshSignIn({ authenticatedAt }: Actor, now: number): void {
  if (!isFreshSignIn(authenticatedAt, now)) throw new DomainError("fresh_sign_in_required");
}
