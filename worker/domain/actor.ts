import { DomainError } from "./errors.ts";
import type { Permission, Role } from "./permission.ts";

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
