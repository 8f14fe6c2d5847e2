import { eq, type SQL, sql } from "drizzle-orm";
import type { AccountStatus } from "../../worker/domain/actor.ts";
import type { NewEmail } from "../../worker/domain/email.ts";
import { build, type Database } from "../client.ts";
import { isUniqueViolation } from "../errors.ts";
import { userRoles, users } from "../schema/index.ts";
import { insertEmail } from "./emails.ts";
import { endSessionsOf, insertSession, type NewSession } from "./sessions.ts";

export interface AccountRecord {
  id: string;
  email: string;
  passwordHash: string;
  firstName: string;
  lastName: string;
  timezone: string;
  status: AccountStatus;
}

/** A password in place of the one that was checked, and what the session that did it goes on with. */
export interface PasswordChange {
  userId: string;
  sessionId: string;
  oldHash: string;
  newHash: string;
  tokenHash: string;
  now: number;
}

export type AccountRepository = ReturnType<typeof createAccountRepository>;

export function createAccountRepository(db: Database) {
  return {
    async findByEmail(email: string): Promise<AccountRecord | null> {
      const rows = await db.all<AccountRecord>(sql`SELECT id, email, password_hash AS passwordHash,
          first_name AS firstName, last_name AS lastName, timezone, status
        FROM users WHERE email = ${email}`);
      return rows[0] ?? null;
    },

    async findPasswordHash(userId: string): Promise<string | null> {
      const rows = await db.all<{ passwordHash: string }>(
        sql`SELECT password_hash AS passwordHash FROM users WHERE id = ${userId}`,
      );
      return rows[0]?.passwordHash ?? null;
    },

    /**
     * The new person as a student with a first session and mail, all or nothing; false when the
     * e-mail is taken.
     */
    async createStudent(
      account: AccountRecord,
      session: NewSession,
      mail: NewEmail,
    ): Promise<boolean> {
      const createdAt = session.createdAt;
      try {
        await db.batch([
          build.insert(users).values({ ...account, createdAt, updatedAt: createdAt }),
          build
            .insert(userRoles)
            .values({ userId: account.id, role: "student", grantedAt: createdAt }),
          insertSession(session),
          insertEmail(mail, session.createdAt),
        ]);
        return true;
      } catch (error) {
        if (isUniqueViolation(error, "users.email")) return false;
        throw error;
      }
    },

    async updateProfile(
      userId: string,
      changes: { firstName?: string; lastName?: string; timezone?: string },
      updatedAt: number,
    ): Promise<void> {
      await db.batch([
        build
          .update(users)
          .set({ ...changes, updatedAt })
          .where(eq(users.id, userId)),
      ]);
    },

    /**
     * All other sessions end, this one's token is replaced at once, links to reset the password stop
     * working, and the person is told. False, and nothing is written, when the password was changed
     * meanwhile.
     */
    async changePassword(
      { userId, sessionId, oldHash, newHash, tokenHash, now }: PasswordChange,
      mail: NewEmail,
    ): Promise<boolean> {
      const isDone = hasPassword(userId, newHash);
      const [changed] = await db.batch([
        sql`UPDATE users SET password_hash = ${newHash}, updated_at = ${now}
          WHERE id = ${userId} AND password_hash = ${oldHash} AND ${isOpen}
            AND EXISTS (SELECT 1 FROM sessions WHERE id = ${sessionId})`,
        endSessionsOf(userId, sql`id <> ${sessionId} AND ${isDone}`),
        sql`UPDATE sessions SET token_hash = ${tokenHash}, previous_token_hash = NULL,
            rotated_at = ${now}, is_rotation_due = 0, authenticated_at = ${now}
          WHERE id = ${sessionId} AND ${isDone}`,
        voidResetTokens(userId, isDone, now),
        insertEmail(mail, now, isDone),
      ]);
      return (changed?.meta.changes ?? 0) > 0;
    },
  };
}

/** Of people who can sign in. */
export const isOpen = sql`status <> 'deactivated' AND erased_at IS NULL`;

/** Each hash has a salt of its own, so whoever reads this one back has written it. */
export function hasPassword(userId: string, hash: string): SQL {
  return sql`EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND password_hash = ${hash})`;
}

/** Whoever has a new password needs none of the links that would set another. */
export function voidResetTokens(userId: string, condition: SQL, now: number): SQL {
  return sql`UPDATE account_tokens SET used_at = ${now} WHERE user_id = ${userId}
    AND kind = 'password_reset' AND used_at IS NULL AND ${condition}`;
}
