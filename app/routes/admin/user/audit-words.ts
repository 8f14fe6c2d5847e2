import type { AuditDeed } from "../../../../worker/domain/audit.ts";
import { wordLabel } from "../../../../worker/domain/format.ts";

/** What was done, in a few words. */
export function auditWords(deed: AuditDeed): string {
  switch (deed.action) {
    case "roles_changed":
      return `Roles changed from ${listOf(deed.details.from)} to ${listOf(deed.details.to)}`;
    case "permission_changed":
      return overrideWords(deed.details);
    case "status_changed":
      return `Status changed from ${deed.details.from} to ${deed.details.to}`;
    case "data_exported":
      return "Personal data exported";
    case "account_erased":
      return deed.details.mode === "delete" ? "Account deleted" : "Account anonymised";
  }
}

function overrideWords({ permission, to }: { permission: string; to: boolean | null }): string {
  const name = `“${wordLabel(permission)}”`;
  if (to === null) return `Exception for ${name} taken back`;
  return to ? `${name} granted` : `${name} revoked`;
}

function listOf(roles: readonly string[]): string {
  return roles.length > 0 ? roles.join(", ") : "no role";
}
