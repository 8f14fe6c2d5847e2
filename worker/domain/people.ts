import type { AccountStatus, Actor } from "./actor.ts";
import type { AuditDeed } from "./audit.ts";
import { DomainError } from "./errors.ts";
import { PERMISSIONS, type Permission, type PermissionOverride, type Role } from "./permission.ts";

/** Somebody's account in a list, as those who look after accounts see it. */
export interface PersonSummary {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  roles: Role[];
  status: AccountStatus;
  createdAt: number;
  /** Of the sessions that are still there; null without one. */
  lastSeenAt: number | null;
}

/** How many of somebody's lessons are in which state; those confirmed and not over are upcoming. */
export interface LessonCounts {
  total: number;
  upcoming: number;
  completed: number;
  cancelled: number;
  noShow: number;
}

/** One entry of the audit log, with who did it; null for the system itself. */
export type AuditEntry = AuditDeed & {
  id: string;
  actor: { id: string; firstName: string; lastName: string } | null;
  createdAt: number;
};

/** Everything about one account that those who look after accounts see. */
export interface Person extends PersonSummary {
  timezone: string;
  emailVerifiedAt: number | null;
  /** Whether they have a profile to teach with, which the role alone does not give. */
  hasInstructorProfile: boolean;
  overrides: (PermissionOverride & { createdAt: number })[];
  /** The effective set. */
  permissions: Permission[];
  lessons: { asStudent: LessonCounts; asInstructor: LessonCounts };
  /** The latest entries about them, newest first. */
  audit: AuditEntry[];
}

/** The deeds that change what somebody may do. */
export type RightsDeed = Extract<
  AuditDeed,
  { action: "roles_changed" | "permission_changed" | "status_changed" }
>;

/** These decide who decides: an exception for them hands out what only `manage_roles` may. */
const DECIDING: readonly Permission[] = ["manage_roles", "manage_permissions"];

/** What has to be held to make an exception for `permission`. */
export function neededForOverride(permission: Permission): Permission[] {
  return DECIDING.includes(permission)
    ? ["manage_permissions", "manage_roles"]
    : ["manage_permissions"];
}

/** Rule: nobody changes the status of their own account as somebody who looks after accounts. */
export function canChangeStatus({ id, permissions }: Actor, personId: string): boolean {
  return id !== personId && permissions.includes("manage_users");
}

/** A permission by its name. Throws `not_found`. */
export function parsePermission(name: string): Permission {
  const permission = PERMISSIONS.find((known) => known === name);
  if (!permission) throw new DomainError("not_found");
  return permission;
}

/** What giving these roles does; null when they are held already. */
export function toRolesDeed(person: Person, roles: readonly Role[]): RightsDeed | null {
  const from = [...person.roles].sort();
  const to = [...new Set(roles)].sort();
  if (String(from) === String(to)) return null;
  return { action: "roles_changed", details: { from, to } };
}

/** What making (or, null, taking back) an exception does; null when that is so already. */
export function toPermissionDeed(
  person: Person,
  permission: Permission,
  to: boolean | null,
): RightsDeed | null {
  const override = person.overrides.find((known) => known.permission === permission);
  const from = override?.granted ?? null;
  if (from === to) return null;
  return { action: "permission_changed", details: { permission, from, to } };
}

/** What giving this status does; null when it is held already. */
export function toStatusDeed({ status: from }: Person, to: AccountStatus): RightsDeed | null {
  return from === to ? null : { action: "status_changed", details: { from, to } };
}

/** A range of texts: from the first, up to and without the second. */
export interface TextRange {
  from: string;
  below: string;
}

/** Sorts after whatever a text goes on with. */
const LAST_CHARACTER = "\u{10ffff}";

/**
 * The ranges of lower-case names that begin with `text`. The database lowers only A to Z, so that a
 * name with other letters is looked for as it is usually written: all small, all capital, or capital
 * at the beginning of each word.
 */
export function toPrefixRanges(text: string): TextRange[] {
  const small = text.normalize("NFC").toLowerCase();
  const capital = small.replaceAll(
    /(^|[\s'-])(\p{L})/gu,
    (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`,
  );
  const spellings = [small, capital, small.toUpperCase()].map((spelling) =>
    spelling.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
  );
  return [...new Set(spellings)].map((from) => ({ from, below: from + LAST_CHARACTER }));
}
