import { type SQL, sql } from "drizzle-orm";
import type { AccountTokenKind } from "../../worker/domain/account-token.ts";
import type { BookingStatus } from "../../worker/domain/booking.ts";
import type { Database } from "../client.ts";

export type MailRepository = ReturnType<typeof createMailRepository>;

/** Whom a mail goes to, as the account says at the moment of sending. */
export interface MailRecipient {
  userId: string;
  address: string;
  firstName: string;
  timezone: string;
  status: "active" | "suspended" | "deactivated";
  isVerified: boolean;
}

/** A mail that nobody else will send before the lease is over. */
export interface ClaimedMail {
  id: string;
  /** As it was written, perhaps by an older version. */
  kind: string;
  /** JSON of what the template tells. */
  data: string;
  /** This one included, from 1. */
  attempts: number;
  /** Null where no account has the address, or whoever had it was erased. */
  recipient: MailRecipient | null;
}

/** What became of an attempt. `reason` is for people to read and never holds an address. */
export type MailOutcome =
  | { status: "sent" }
  | { status: "skipped" }
  | { status: "failed"; reason: string }
  | { status: "pending"; reason: string; nextAttemptAt: number };

export interface NewAccountToken {
  id: string;
  userId: string;
  kind: AccountTokenKind;
  tokenHash: string;
  createdAt: number;
  expiresAt: number;
}

interface ClaimedRow {
  id: string;
  kind: string;
  data: string;
  attempts: number;
}

interface RecipientRow extends Omit<MailRecipient, "isVerified"> {
  mailId: string;
  emailVerifiedAt: number | null;
}

export function createMailRepository(db: Database) {
  const claim = (now: number, leaseUntil: number, limit: number) =>
    db.all<ClaimedRow>(sql`UPDATE emails
      SET attempts = attempts + 1, next_attempt_at = ${leaseUntil}
      WHERE status = 'pending' AND id IN (
        SELECT id FROM emails WHERE status = 'pending' AND next_attempt_at <= ${now}
        ORDER BY next_attempt_at LIMIT ${limit})
      RETURNING id, kind, data, attempts`);

  const recipients = (ids: readonly string[]) =>
    db.all<RecipientRow>(sql`SELECT emails.id AS mailId, users.id AS userId, users.email AS address,
        users.first_name AS firstName, users.timezone, users.status,
        users.email_verified_at AS emailVerifiedAt
      FROM json_each(${JSON.stringify(ids)}) AS wanted
        JOIN emails ON emails.id = wanted.value
        JOIN users ON users.id =
          coalesce(emails.user_id, (SELECT id FROM users WHERE email = emails.address))
      WHERE users.erased_at IS NULL`);

  return {
    /** Takes up to `limit` due mails, until `leaseUntil`. Two at once never get the same one. */
    async claimDue(now: number, leaseUntil: number, limit: number): Promise<ClaimedMail[]> {
      const rows = await claim(now, leaseUntil, limit);
      if (rows.length === 0) return [];
      const found = await recipients(rows.map(({ id }) => id));
      const byMail = new Map(found.map((row) => [row.mailId, toRecipient(row)]));
      return rows.map((row) => ({ ...row, recipient: byMail.get(row.id) ?? null }));
    },

    /** What a reminder has to know before it goes out. */
    async findLesson(id: string): Promise<{ status: BookingStatus; startAt: number } | null> {
      const rows = await db.all<{ status: BookingStatus; startAt: number }>(
        sql`SELECT status, start_at AS startAt FROM bookings WHERE id = ${id}`,
      );
      return rows[0] ?? null;
    },

    /** Of a sender whose lease was over only "sent" counts: another may be at work by then. */
    async recordOutcome(
      { id, attempts }: Pick<ClaimedMail, "id" | "attempts">,
      outcome: MailOutcome,
      now: number,
    ): Promise<void> {
      const { status } = outcome;
      const reason = "reason" in outcome ? outcome.reason : null;
      const nextAttemptAt = "nextAttemptAt" in outcome ? outcome.nextAttemptAt : null;
      const isStillOurs: SQL = status === "sent" ? sql`1` : sql`attempts = ${attempts}`;
      await db.batch([
        sql`UPDATE emails SET status = ${status}, last_error = ${reason},
            sent_at = ${status === "sent" ? now : null},
            next_attempt_at = coalesce(${nextAttemptAt}, next_attempt_at)
          WHERE id = ${id} AND status = 'pending' AND ${isStillOurs}`,
      ]);
    },

    /**
     * Makes earlier unused tokens of the kind invalid and this one valid. Those of other attempts at
     * the same mail stay: one of them may have arrived although the answer was lost. False, and
     * nothing is written, where the account is deactivated or erased meanwhile.
     */
    async issueToken(token: NewAccountToken, mailId: string): Promise<boolean> {
      const { id, userId, kind, tokenHash, createdAt, expiresAt } = token;
      const isOpen = sql`EXISTS (SELECT 1 FROM users
        WHERE id = ${userId} AND status <> 'deactivated' AND erased_at IS NULL)`;
      const [, inserted] = await db.batch([
        sql`DELETE FROM account_tokens WHERE user_id = ${userId} AND kind = ${kind}
            AND used_at IS NULL AND substr(id, 1, ${mailId.length}) <> ${mailId} AND ${isOpen}`,
        sql`INSERT INTO account_tokens (id, user_id, kind, token_hash, created_at, expires_at)
          SELECT ${id}, ${userId}, ${kind}, ${tokenHash}, ${createdAt}, ${expiresAt}
          WHERE ${isOpen}`,
      ]);
      return (inserted?.meta.changes ?? 0) > 0;
    },
  };
}

function toRecipient({ mailId: _, emailVerifiedAt, ...row }: RecipientRow): MailRecipient {
  return { ...row, isVerified: emailVerifiedAt !== null };
}
