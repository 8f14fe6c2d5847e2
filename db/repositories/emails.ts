import { type SQL, sql } from "drizzle-orm";
import type { NewEmail } from "../../worker/domain/email.ts";

/**
 * Puts a mail into the outbox: one statement for the batch that does what the mail tells of. With a
 * condition it is written only where that holds; one whose `dedupeKey` is there already never is.
 */
export function insertEmail(email: NewEmail, now: number, condition?: SQL): SQL {
  return insertEmails([email], now, condition);
}

/** As `insertEmail`, for several that tell of the same thing. */
export function insertEmails(
  emails: readonly NewEmail[],
  now: number,
  condition: SQL = sql`1`,
): SQL {
  const rows = emails.map(({ id, kind, to, data, dedupeKey }) => {
    const [userId, address] = "userId" in to ? [to.userId, null] : [null, to.address];
    return sql`(${id}, ${kind}, ${userId}, ${address}, ${JSON.stringify(data)}, ${dedupeKey ?? null})`;
  });
  return sql`INSERT INTO emails (id, kind, user_id, address, data, dedupe_key, status, attempts,
      next_attempt_at, created_at)
    SELECT *, 'pending', 0, ${now}, ${now}
    FROM (VALUES ${sql.join(rows, sql`, `)})
    WHERE ${condition}
    ON CONFLICT (dedupe_key) DO NOTHING`;
}
