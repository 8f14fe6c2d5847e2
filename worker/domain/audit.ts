import type { AccountStatus } from "./actor.ts";
import type { Permission, Role } from "./permission.ts";

/**
 * Everything that is written down when it is done to somebody's account, with what is told of it.
 * The database refuses the three that change rights or status when nobody could manage roles after.
 */
export interface AuditDetails {
  roles_changed: { from: Role[]; to: Role[] };
  /** Of an exception to what the roles give; null where there is none. */
  permission_changed: { permission: Permission; from: boolean | null; to: boolean | null };
  status_changed: { from: AccountStatus; to: AccountStatus };
  data_exported: Record<string, never>;
  account_erased: { mode: "delete" | "anonymize" };
}

export type AuditAction = keyof AuditDetails;

/** What was done, with its facts. */
export type AuditDeed = {
  [Action in AuditAction]: { action: Action; details: AuditDetails[Action] };
}[AuditAction];

/** One deed to be written down. */
export type NewAuditEntry = AuditDeed & {
  id: string;
  /** Null for the system itself. */
  actorId: string | null;
  subjectId: string;
  createdAt: number;
};
