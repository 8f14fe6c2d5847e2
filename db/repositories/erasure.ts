import { type SQL, sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import type { ErasureMode } from "../../worker/domain/erasure.ts";
import type { Database } from "../client.ts";
import { isAbort, isCheckViolation } from "../errors.ts";
import { auditEntry } from "./audit.ts";
import { type ErasureStep, personSteps, wordsSteps } from "./erasure-steps.ts";

export interface Erasure {
  userId: string;
  mode: ErasureMode;
  /** Whoever asked for it: the person, or an admin. */
  actorId: string;
  /** Of the account until now. */
  status: AccountStatus;
  /** Statements that cancel the lessons ahead, with notice. */
  cancellations: SQL[];
  /** Ids of the two entries of the audit log. */
  auditIds: readonly [string, string];
  now: number;
}

/** How many rows of which table were removed or made nobody's. */
export type ErasureCounts = Record<"removed" | "anonymized", Record<string, number>>;

export type ErasureOutcome = ErasureCounts | "lessons_ahead" | "last_admin" | "not_found";

export type ErasureRepository = ReturnType<typeof createErasureRepository>;

export function createErasureRepository(db: Database) {
  return {
    /** The status of a person who was not erased; null without one. */
    async findStatus(userId: string): Promise<AccountStatus | null> {
      const rows = await db.all<{ status: AccountStatus }>(
        sql`SELECT status FROM users WHERE id = ${userId} AND erased_at IS NULL`,
      );
      return rows[0]?.status ?? null;
    },

    /** Cancels some of many lessons ahead, in a transaction of its own. */
    async cancel(cancellations: readonly SQL[]): Promise<void> {
      await db.batch(cancellations);
    },

    /**
     * All of it in one transaction, or nothing. "lessons_ahead" when a lesson was booked since the
     * cancellations were put together; "not_found" when somebody else was first.
     */
    async erase(erasure: Erasure): Promise<ErasureOutcome> {
      const { userId, mode, now } = erasure;
      const words = wordsSteps(userId);
      const person = personSteps(userId, mode, now);
      const before = [deactivate(userId)];
      const between = [
        ...erasure.cancellations,
        assertNoLessonsAhead(userId, now),
        statusEntry(erasure),
      ];
      try {
        const results = await db.batch([
          ...before,
          ...words.map(({ statement }) => statement),
          ...between,
          ...person.map(({ statement }) => statement),
          erasedEntry(erasure),
        ]);
        const changes = results.map(({ meta }) => meta.changes).slice(before.length);
        const ofPerson = changes.slice(words.length + between.length);
        return toCounts([...words, ...person], [...changes.slice(0, words.length), ...ofPerson]);
      } catch (error) {
        if (isCheckViolation(error, "users_status")) return "lessons_ahead";
        if (isAbort(error, "last_admin")) return "last_admin";
        if (isAbort(error, "account_erased")) return "not_found";
        throw error;
      }
    },
  };
}

/** Fails, and the whole transaction with it, while a lesson ahead is confirmed: no such status exists. */
function assertNoLessonsAhead(userId: string, now: number): SQL {
  const ahead = (role: SQL) => sql`EXISTS (SELECT 1 FROM bookings
    WHERE ${role} = ${userId} AND status = 'confirmed' AND start_at > ${now})`;
  return sql`UPDATE users SET status = 'lessons_ahead' WHERE id = ${userId}
    AND (${ahead(sql`student_id`)} OR ${ahead(sql`instructor_id`)})`;
}

/** Fails, and the whole transaction with it, where the person was erased meanwhile: see the triggers. */
function deactivate(userId: string): SQL {
  return sql`UPDATE users SET status = 'deactivated' WHERE id = ${userId}`;
}

/** Written where the person may manage roles: the database refuses it when nobody could after that. */
function statusEntry({ userId, actorId, status, auditIds, now }: Erasure): SQL {
  const managesRoles = sql`(EXISTS (SELECT 1 FROM user_roles AS ur
        JOIN role_permissions AS rp ON rp.role = ur.role
      WHERE ur.user_id = ${userId} AND rp.permission = 'manage_roles')
    OR EXISTS (SELECT 1 FROM permission_overrides
      WHERE user_id = ${userId} AND permission = 'manage_roles' AND granted = 1))`;
  return auditEntry(
    {
      id: auditIds[0],
      actorId,
      action: "status_changed",
      subjectId: userId,
      details: { from: status, to: "deactivated" },
      createdAt: now,
    },
    managesRoles,
  );
}

function erasedEntry({ userId, actorId, mode, auditIds, now }: Erasure): SQL {
  return auditEntry({
    id: auditIds[1],
    actorId,
    action: "account_erased",
    subjectId: userId,
    details: { mode },
    createdAt: now,
  });
}

function toCounts(steps: readonly ErasureStep[], changes: readonly number[]): ErasureCounts {
  const counts: ErasureCounts = { removed: {}, anonymized: {} };
  for (const [index, { table, effect }] of steps.entries()) {
    const rows = changes[index] ?? 0;
    if (rows > 0) counts[effect][table] = (counts[effect][table] ?? 0) + rows;
  }
  return counts;
}
