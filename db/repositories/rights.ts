import { type SQL, sql } from "drizzle-orm";
import type { Permission, PermissionOverride, Role } from "../../worker/domain/permission.ts";

/** What a person's roles and overrides say, from which the effective permissions follow. */
export interface PersonRights {
  roles: Role[];
  rolePermissions: Permission[];
  overrides: PermissionOverride[];
}

export interface RightRow {
  kind: "role" | "permission" | "override";
  name: string;
  granted: number | null;
}

/** One statement for all of them. */
export function rightsQuery(userId: SQL): SQL {
  return sql`SELECT 'role' AS kind, role AS name, NULL AS granted
      FROM user_roles WHERE user_id = ${userId}
    UNION ALL
    SELECT 'permission', rp.permission, NULL FROM user_roles AS ur
      JOIN role_permissions AS rp ON rp.role = ur.role WHERE ur.user_id = ${userId}
    UNION ALL
    SELECT 'override', permission, granted FROM permission_overrides
      WHERE user_id = ${userId}`;
}

export function toRights(rows: readonly RightRow[]): PersonRights {
  const named = (kind: RightRow["kind"]) => rows.filter((row) => row.kind === kind);
  return {
    roles: named("role").map(({ name }) => name as Role),
    rolePermissions: named("permission").map(({ name }) => name as Permission),
    overrides: named("override").map(({ name, granted }) => ({
      permission: name as Permission,
      granted: granted === 1,
    })),
  };
}
