import { type SQL, sql } from "drizzle-orm";
import type { NewAuditEntry } from "../../worker/domain/audit.ts";

/**
 * Writes down a deed: the statement that follows the deed's own in their batch. It aborts the batch
 * with `last_admin` when nobody could manage roles after it. With a condition it is written only where
 * that holds.
 */
export function auditEntry(entry: NewAuditEntry, condition: SQL = sql`1`): SQL {
  const { id, actorId, action, subjectId, details, createdAt } = entry;
  return sql`INSERT INTO audit_log (id, actor_id, action, subject_id, details, created_at)
    SELECT ${id}, ${actorId}, ${action}, ${subjectId}, ${JSON.stringify(details)}, ${createdAt}
    WHERE ${condition}`;
}
