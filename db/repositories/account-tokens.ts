import { type SQL, sql } from "drizzle-orm";
import type { AccountTokenKind } from "../../worker/domain/account-token.ts";
import type { NewEmail } from "../../worker/domain/email.ts";
import type { Database } from "../client.ts";
import { hasPassword, isOpen, voidResetTokens } from "./accounts.ts";
import { insertEmail } from "./emails.ts";
import { endSessionsOf } from "./sessions.ts";

/** The account that a link from a mail is for. */
export interface TokenHolder {
  userId: string;
  email: string;
}

export type AccountTokenRepository = ReturnType<typeof createAccountTokenRepository>;

export function createAccountTokenRepository(db: Database) {
  return {
    /** Puts a mail that was asked for, and that leads to a token, into the outbox. */
    async writeMail(mail: NewEmail, now: number): Promise<void> {
      await db.batch([insertEmail(mail, now)]);
    },

    /** Whose unused and unexpired token this is; null also for people who cannot sign in. */
    async findHolder(
      kind: AccountTokenKind,
      tokenHash: string,
      now: number,
    ): Promise<TokenHolder | null> {
      const rows = await db.all<TokenHolder>(sql`SELECT id AS userId, email FROM users
        WHERE id = ${holderOf(kind, tokenHash, now)} AND ${isOpen}`);
      return rows[0] ?? null;
    },

    /**
     * Sets the password, uses the token up, ends every session of the account and tells the person.
     * Whoever read the mail has shown that the address is theirs. False, and nothing is written, when
     * the token is not valid any more.
     */
    async resetPassword(
      reset: { userId: string; tokenHash: string; passwordHash: string; now: number },
      mail: NewEmail,
    ): Promise<boolean> {
      const { userId, tokenHash, passwordHash, now } = reset;
      const isDone = hasPassword(userId, passwordHash);
      const [changed] = await db.batch([
        sql`UPDATE users SET password_hash = ${passwordHash}, updated_at = ${now},
            email_verified_at = coalesce(email_verified_at, ${now})
          WHERE id = ${holderOf("password_reset", tokenHash, now)} AND ${isOpen}`,
        voidResetTokens(userId, isDone, now),
        endSessionsOf(userId, isDone),
        insertEmail(mail, now, isDone),
      ]);
      return (changed?.meta.changes ?? 0) > 0;
    },

    /** Uses the token up. False, and nothing is written, when it is not valid (any more). */
    async verifyEmail(tokenHash: string, now: number): Promise<boolean> {
      const holder = holderOf("email_verification", tokenHash, now);
      const [, used] = await db.batch([
        sql`UPDATE users SET email_verified_at = coalesce(email_verified_at, ${now}),
            updated_at = ${now}
          WHERE id = ${holder} AND ${isOpen}`,
        sql`UPDATE account_tokens SET used_at = ${now} WHERE token_hash = ${tokenHash}
          AND EXISTS (SELECT 1 FROM users WHERE id = ${holder} AND ${isOpen})`,
      ]);
      return (used?.meta.changes ?? 0) > 0;
    },
  };
}

function holderOf(kind: AccountTokenKind, tokenHash: string, now: number): SQL {
  return sql`(SELECT user_id FROM account_tokens WHERE token_hash = ${tokenHash}
    AND kind = ${kind} AND used_at IS NULL AND expires_at > ${now})`;
}
