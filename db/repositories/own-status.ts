import { type SQL, sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import type { AuditDetails, NewAuditEntry } from "../../worker/domain/audit.ts";
import { LONGEST_LESSON_MS } from "../../worker/domain/booking.ts";
import type { Database } from "../client.ts";
import { isAbort } from "../errors.ts";
import { auditEntry } from "./audit.ts";
import { hasLessonsAhead } from "./person-rows.ts";

/** An instructor's status, with the number that tells whether anything was done to them since. */
export interface StatusRecord {
  status: AccountStatus;
  version: number;
  /** Who brought about the present status; null where that was not written down. */
  changedBy: string | null;
}

export type StatusEntry = NewAuditEntry & {
  action: "status_changed";
  details: AuditDetails["status_changed"];
};

/** `held` is by lessons ahead; `overtaken` by somebody else's change. */
export type StatusOutcome = "changed" | "held" | "overtaken" | "last_admin";

export type OwnStatusRepository = ReturnType<typeof createOwnStatusRepository>;

export function createOwnStatusRepository(db: Database) {
  return {
    /** Null for who has no teaching profile, or is erased. */
    async find(id: string): Promise<StatusRecord | null> {
      const rows = await db.all<StatusRecord>(sql`SELECT u.status AS status,
          (SELECT count(*) FROM audit_log WHERE subject_id = u.id) AS version,
          (SELECT actor_id FROM audit_log WHERE subject_id = u.id AND action = 'status_changed'
            ORDER BY created_at DESC, rowid DESC LIMIT 1) AS changedBy
        FROM users AS u JOIN instructors AS i ON i.id = u.id
        WHERE u.id = ${id} AND u.erased_at IS NULL`);
      return rows[0] ?? null;
    },

    /**
     * Does what the entry says and writes it down, in one transaction: if nothing was done to the
     * person since `version` and no lesson ahead forbids it.
     */
    async change(entry: StatusEntry, version: number): Promise<StatusOutcome> {
      const { subjectId: id, createdAt: now } = entry;
      const { from, to } = entry.details;
      const isUnchanged = sql`(SELECT count(*) FROM audit_log WHERE subject_id = ${id}) = ${version}
        AND EXISTS (SELECT 1 FROM users WHERE id = ${id} AND erased_at IS NULL)`;
      const isHeld = heldBy(id, to, now);
      const isDone = sql`${isUnchanged} AND EXISTS
        (SELECT 1 FROM users WHERE id = ${id} AND status = ${to})`;
      try {
        const [held, changed] = await db.batch([
          sql`SELECT ${isHeld} AS held`,
          sql`UPDATE users SET status = ${to}, updated_at = ${now}
            WHERE id = ${id} AND status = ${from} AND ${isUnchanged} AND NOT ${isHeld}`,
          // Whether they can be booked is part of what the public sees of their time.
          sql`UPDATE instructors SET availability_version = availability_version + 1
            WHERE id = ${id} AND ${isDone}`,
          to === "deactivated"
            ? sql`DELETE FROM sessions WHERE user_id = ${id} AND ${isDone}`
            : sql`UPDATE sessions SET is_rotation_due = 1 WHERE user_id = ${id} AND ${isDone}`,
          auditEntry(entry, isDone),
        ]);
        if ((changed?.meta.changes ?? 0) > 0) return "changed";
        const [row] = (held?.results ?? []) as { held: number }[];
        return row?.held ? "held" : "overtaken";
      } catch (error) {
        if (isAbort(error, "last_admin")) return "last_admin";
        throw error;
      }
    },
  };
}

/**
 * Rule: nobody waits for a lesson with an instructor who has withdrawn. Whoever cannot sign in any
 * more could not keep, or cancel, the lessons they take either.
 */
function heldBy(id: string, to: AccountStatus, now: number): SQL {
  if (to === "active") return sql`0`;
  if (to === "deactivated") return hasLessonsAhead(id, now);
  return sql`EXISTS (SELECT 1 FROM bookings WHERE instructor_id = ${id} AND status = 'confirmed'
    AND start_at > ${now - LONGEST_LESSON_MS} AND end_at > ${now})`;
}
