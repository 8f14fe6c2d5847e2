import { sql } from "drizzle-orm";
import {
  ALERT_PAUSE_MS,
  ALERT_RULES,
  type Alert,
  type Finding,
} from "../../worker/domain/alerts.ts";
import type { Page } from "../../worker/domain/catalog.ts";
import type { Database } from "../client.ts";
import { insertEmail } from "./emails.ts";

export type AlertRepository = ReturnType<typeof createAlertRepository>;

/** Whoever is told, and the id of the mail that does it. */
export interface AlertMail {
  id: string;
  userId: string;
}

const columns = sql`id, kind, severity, value, threshold, details, raised_at AS raisedAt,
  acknowledged_at AS acknowledgedAt`;

export function createAlertRepository(db: Database) {
  return {
    /**
     * Writes down what was found, and the mails that tell of it, unless one of its kind was raised in
     * the last 15 minutes. One transaction, so of two at once one does. Whether it was this one.
     */
    async raise(
      id: string,
      { kind, value, details }: Finding,
      mails: readonly AlertMail[],
      now: number,
    ): Promise<boolean> {
      const { severity, threshold } = ALERT_RULES[kind];
      const isRaised = sql`EXISTS (SELECT 1 FROM alerts WHERE id = ${id})`;
      const [inserted] = await db.batch([
        sql`INSERT INTO alerts (id, kind, severity, value, threshold, details, raised_at)
          SELECT ${id}, ${kind}, ${severity}, ${value}, ${threshold}, ${details}, ${now}
          WHERE NOT EXISTS (SELECT 1 FROM alerts
            WHERE kind = ${kind} AND raised_at > ${now - ALERT_PAUSE_MS})`,
        ...mails.map((mail) =>
          insertEmail(
            {
              id: mail.id,
              kind: "alert_raised",
              to: { userId: mail.userId },
              data: { kind, value, details },
              dedupeKey: `alert:${id}:${mail.userId}`,
            },
            now,
            isRaised,
          ),
        ),
      ]);
      return (inserted?.meta.changes ?? 0) > 0;
    },

    /** The ids of all admins who can sign in. */
    async listAdmins(): Promise<string[]> {
      const rows = await db.all<{ id: string }>(sql`SELECT u.id FROM user_roles AS r
        JOIN users AS u ON u.id = r.user_id
        WHERE r.role = 'admin' AND u.status = 'active' AND u.erased_at IS NULL ORDER BY u.id`);
      return rows.map(({ id }) => id);
    },

    /** Dead letters that came after the last alert of them was acknowledged. */
    async countUnseenDeadLetters(): Promise<number> {
      const rows = await db.all<{ count: number }>(sql`SELECT count(*) AS count FROM dead_letters
        WHERE created_at > coalesce((SELECT max(acknowledged_at) FROM alerts
          WHERE kind = 'dead_letters'), -1)`);
      return rows[0]?.count ?? 0;
    },

    /** The newest first; those that wait for somebody to see them, those that were seen, or all. */
    async list(
      state: "open" | "acknowledged" | null,
      page: number,
      perPage: number,
    ): Promise<Page<Alert>> {
      const matching =
        state === null ? sql`1` : sql`(acknowledged_at IS NULL) = ${state === "open" ? 1 : 0}`;
      const [items, counts] = await db.allOf<[Alert, { total: number }]>([
        sql`SELECT ${columns} FROM alerts WHERE ${matching}
          ORDER BY raised_at DESC, id LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`,
        sql`SELECT count(*) AS total FROM alerts WHERE ${matching}`,
      ]);
      return { items, total: counts[0]?.total ?? 0, page, perPage };
    },

    /** Writes down who has seen it first; the alert as it is then, null where there is none. */
    async acknowledge(id: string, userId: string, now: number): Promise<Alert | null> {
      const [, rows] = await db.allOf<[unknown, Alert]>([
        sql`UPDATE alerts SET acknowledged_at = ${now}, acknowledged_by = ${userId}
          WHERE id = ${id} AND acknowledged_at IS NULL`,
        sql`SELECT ${columns} FROM alerts WHERE id = ${id}`,
      ]);
      return rows[0] ?? null;
    },
  };
}
