import type { AccountStatus } from "../../../../worker/domain/actor.ts";
import { ROLES, type Role } from "../../../../worker/domain/permission.ts";
import { type FormError, invalidForm } from "../../../forms.ts";

/** What one of the page's forms asks for. */
export type Change =
  | { kind: "status"; status: AccountStatus }
  | { kind: "roles"; roles: Role[] }
  | { kind: "override"; permission: string; granted: boolean | null };

/** What each of the page's buttons does to the status. */
const STATUSES: Readonly<Record<string, AccountStatus>> = {
  activate: "active",
  suspend: "suspended",
  deactivate: "deactivated",
};

/** The buttons that take an exception back say which. */
const TAKE_BACK = "take-back ";

export function takeBackIntent(permission: string): string {
  return TAKE_BACK + permission;
}

/** The change a form asks for, or what is wrong with it; both null for a form that is none of the page's. */
export function parseChange(
  form: FormData,
): { change: Change; error: null } | { change: null; error: FormError | null } {
  const intent = String(form.get("intent") ?? "");
  const status = Object.hasOwn(STATUSES, intent) ? STATUSES[intent] : undefined;
  if (status) return { change: { kind: "status", status }, error: null };
  if (intent === "roles") {
    const wanted = form.getAll("role");
    const roles = ROLES.filter((role) => wanted.includes(role));
    return { change: { kind: "roles", roles }, error: null };
  }
  if (intent.startsWith(TAKE_BACK)) {
    const permission = intent.slice(TAKE_BACK.length);
    return { change: { kind: "override", permission, granted: null }, error: null };
  }
  if (intent !== "grant" && intent !== "revoke") return { change: null, error: null };
  const permission = String(form.get("permission") ?? "");
  if (permission) {
    return { change: { kind: "override", permission, granted: intent === "grant" }, error: null };
  }
  const message = "Choose the permission.";
  return { change: null, error: invalidForm([{ name: "permission", message }]) };
}

/** Told once after a change, by the address's `done`. */
export const DONE_MESSAGES: Readonly<Record<string, string>> = {
  active: "The account is active.",
  suspended: "The account is suspended.",
  deactivated: "The account is deactivated, and signed out everywhere.",
  roles: "The roles are saved.",
  granted: "The permission is granted.",
  revoked: "The permission is revoked.",
  "taken-back": "The exception is taken back.",
};

/** Which of the messages tells of a change. */
export function doneKey(change: Change): string {
  if (change.kind === "status") return change.status;
  if (change.kind === "roles") return "roles";
  if (change.granted === null) return "taken-back";
  return change.granted ? "granted" : "revoked";
}
