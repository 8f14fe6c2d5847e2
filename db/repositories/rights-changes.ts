import { type SQL, sql } from "drizzle-orm";
import type { NewAuditEntry } from "../../worker/domain/audit.ts";
import type { RightsDeed } from "../../worker/domain/people.ts";
import { hasLessonsAhead } from "./person-rows.ts";
import { endSessionsOf, rotateSessionsOf } from "./sessions.ts";

/**
 * The statements that do what an entry says, and the condition under which they have: nothing was
 * done to the person since `version` (the log only grows, so the number of its entries says so).
 * Requests of the person on their way get another session token, or with a deactivation none.
 */
export function rightsStatements(
  entry: NewAuditEntry & RightsDeed,
  version: number,
): { changes: SQL[]; condition: SQL } {
  const { subjectId: id, createdAt: now } = entry;
  const isUnchanged = sql`(SELECT count(*) FROM audit_log WHERE subject_id = ${id}) = ${version}
    AND EXISTS (SELECT 1 FROM users WHERE id = ${id} AND erased_at IS NULL)`;
  if (entry.action === "status_changed") {
    return statusStatements(id, entry.details, isUnchanged, now);
  }
  const changes =
    entry.action === "roles_changed"
      ? roleStatements(id, entry.details, isUnchanged, now)
      : [overrideStatement(id, entry.details, isUnchanged, now)];
  return { changes: [...changes, rotateSessionsOf(id, isUnchanged)], condition: isUnchanged };
}

type Details<Action extends RightsDeed["action"]> = Extract<
  RightsDeed,
  { action: Action }
>["details"];

function statusStatements(
  id: string,
  { from, to }: Details<"status_changed">,
  isUnchanged: SQL,
  now: number,
) {
  // Rule: nobody waits for a lesson with somebody who is gone.
  const isAllowed = to === "deactivated" ? sql`NOT ${hasLessonsAhead(id, now)}` : sql`1`;
  const isDone = sql`${isUnchanged} AND EXISTS
    (SELECT 1 FROM users WHERE id = ${id} AND status = ${to})`;
  const changes = [
    sql`UPDATE users SET status = ${to}, updated_at = ${now}
      WHERE id = ${id} AND status = ${from} AND ${isUnchanged} AND ${isAllowed}`,
    // Whether they can be booked is part of what the public sees of their time.
    sql`UPDATE instructors SET availability_version = availability_version + 1
      WHERE id = ${id} AND ${isDone}`,
    to === "deactivated" ? endSessionsOf(id, isDone) : rotateSessionsOf(id, isDone),
  ];
  return { changes, condition: isDone };
}

function roleStatements(
  id: string,
  { to }: Details<"roles_changed">,
  condition: SQL,
  now: number,
): SQL[] {
  const roles = JSON.stringify(to);
  return [
    sql`DELETE FROM user_roles WHERE user_id = ${id}
      AND role NOT IN (SELECT value FROM json_each(${roles})) AND ${condition}`,
    sql`INSERT INTO user_roles (user_id, role, granted_at)
      SELECT ${id}, value, ${now} FROM json_each(${roles}) WHERE ${condition}
      ON CONFLICT DO NOTHING`,
  ];
}

function overrideStatement(
  id: string,
  { permission, to }: Details<"permission_changed">,
  condition: SQL,
  now: number,
): SQL {
  if (to === null) {
    return sql`DELETE FROM permission_overrides
      WHERE user_id = ${id} AND permission = ${permission} AND ${condition}`;
  }
  return sql`INSERT INTO permission_overrides (user_id, permission, granted, created_at)
    SELECT ${id}, ${permission}, ${to ? 1 : 0}, ${now} WHERE ${condition}
    ON CONFLICT (user_id, permission) DO UPDATE SET
      granted = excluded.granted, created_at = excluded.created_at`;
}
