import { type SQL, sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import type { Booking } from "../../worker/domain/booking.ts";
import type { ErasureMode } from "../../worker/domain/erasure.ts";
import type { Database } from "../client.ts";
import { isAbort, isCheckViolation } from "../errors.ts";
import { auditEntry } from "./audit.ts";
import { cancelLessonStatements, type LessonCancellation } from "./booking-moves.ts";
import { type BookingRow, selectBookings, toBooking } from "./booking-rows.ts";
import { type ErasureStep, personSteps, wordsSteps } from "./erasure-steps.ts";

export interface Erasure {
  userId: string;
  mode: ErasureMode;
  /** Whoever asked for it: the person, or an admin. */
  actorId: string;
  /** Of the account until now. */
  status: AccountStatus;
  /** Of the lessons ahead, with notice to the other party. */
  cancellations: LessonCancellation[];
  /** Ids of the two entries of the audit log. */
  auditIds: readonly [string, string];
  now: number;
}

/** How many rows of which table were removed or made nobody's. */
export type ErasureCounts = Record<"removed" | "anonymized", Record<string, number>>;

export type ErasureOutcome =
  | (ErasureCounts & { cancelledLessons: number })
  | "lessons_ahead"
  | "last_admin"
  | "not_found";

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

    /** Confirmed lessons ahead, in either role, soonest first. */
    async listLessonsAhead(userId: string, now: number): Promise<Booking[]> {
      const ahead = sql`status = 'confirmed' AND start_at > ${now}`;
      const rows = await db.all<BookingRow>(
        selectBookings(sql`WHERE b.id IN (
            SELECT id FROM bookings WHERE student_id = ${userId} AND ${ahead}
            UNION ALL SELECT id FROM bookings WHERE instructor_id = ${userId} AND ${ahead})
          ORDER BY b.start_at, b.id`),
      );
      return rows.map(toBooking);
    },

    /** Cancels some of many lessons ahead, in a transaction of its own; how many there were. */
    async cancel(cancellations: readonly LessonCancellation[]): Promise<number> {
      const groups = cancellations.map(cancelLessonStatements);
      const results = await db.batch(groups.flat());
      return countCancelled(
        groups,
        results.map(({ meta }) => meta.changes),
      );
    },

    /**
     * All of it in one transaction, or nothing. "lessons_ahead" when a lesson was booked since the
     * cancellations were put together; "not_found" when somebody else was first.
     */
    async erase(erasure: Erasure): Promise<ErasureOutcome> {
      const { userId, mode, now } = erasure;
      const words = wordsSteps(userId);
      const person = personSteps(userId, mode, now);
      const cancellations = erasure.cancellations.map(cancelLessonStatements);
      try {
        const results = await db.batch([
          deactivate(userId),
          ...words.map(({ statement }) => statement),
          ...cancellations.flat(),
          assertNoLessonsAhead(userId, now),
          statusEntry(erasure),
          ...person.map(({ statement }) => statement),
          erasedEntry(erasure),
        ]);
        const ofLessons = results.slice(1 + words.length).map(({ meta }) => meta.changes);
        const rows = results.map((result) => result.results.length);
        return {
          cancelledLessons: countCancelled(cancellations, ofLessons),
          ...toCounts(
            [...words, ...person],
            [...rows.slice(1, 1 + words.length), ...rows.slice(-1 - person.length, -1)],
          ),
        };
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

/** Each lesson's first statement says whether it was cancelled; `changes` begins with theirs. */
function countCancelled(groups: readonly SQL[][], changes: readonly number[]): number {
  let at = 0;
  let cancelled = 0;
  for (const group of groups) {
    if ((changes[at] ?? 0) > 0) cancelled += 1;
    at += group.length;
  }
  return cancelled;
}

function toCounts(steps: readonly ErasureStep[], touched: readonly number[]): ErasureCounts {
  const counts: ErasureCounts = { removed: {}, anonymized: {} };
  for (const [index, { table, effect }] of steps.entries()) {
    const rows = touched[index] ?? 0;
    if (rows > 0) counts[effect][table] = (counts[effect][table] ?? 0) + rows;
  }
  return counts;
}
