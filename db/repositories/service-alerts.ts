import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client.ts";

export type ServiceAlertRepository = ReturnType<typeof createServiceAlertRepository>;

export function createServiceAlertRepository(db: Database) {
  return {
    /** Whoever was told once and asks again is told again. */
    async request(userId: string, serviceSlug: string, now: number): Promise<void> {
      await db.batch([
        sql`INSERT INTO service_alerts (user_id, service_slug, created_at, notified_at)
          VALUES (${userId}, ${serviceSlug}, ${now}, NULL)
          ON CONFLICT (user_id, service_slug) DO UPDATE
            SET created_at = excluded.created_at, notified_at = NULL
            WHERE notified_at IS NOT NULL`,
      ]);
    },

    async withdraw(userId: string, serviceSlug: string): Promise<void> {
      await db.batch([
        sql`DELETE FROM service_alerts
          WHERE user_id = ${userId} AND service_slug = ${serviceSlug}`,
      ]);
    },

    /** The services that the person still waits for. */
    async listPending(userId: string): Promise<string[]> {
      const rows = await db.all<{ slug: string }>(sql`SELECT service_slug AS slug
        FROM service_alerts WHERE user_id = ${userId} AND notified_at IS NULL ORDER BY slug`);
      return rows.map(({ slug }) => slug);
    },

    /**
     * Puts a mail into the outbox for some of those whose service is taught by now, and notes that they
     * were told: both or neither. Gives how many they were. Only services are looked through, never
     * all that wait.
     */
    async notify(now: number, limit: number): Promise<number> {
      const due = dueAlerts(limit);
      const [, updated] = await db.batch([
        sql`INSERT INTO emails (id, kind, user_id, address, data, dedupe_key, status, attempts,
            next_attempt_at, created_at)
          SELECT ${idOf(sql`a`)}, 'service_available', a.user_id, NULL,
            json_object('serviceSlug', a.service_slug, 'serviceName', s.name), ${idOf(sql`a`)},
            'pending', 0, ${now}, ${now}
          FROM service_alerts AS a JOIN services AS s ON s.slug = a.service_slug
          WHERE a.rowid IN (${due})
          ON CONFLICT (dedupe_key) DO NOTHING`,
        sql`UPDATE service_alerts SET notified_at = ${now} WHERE rowid IN (${due})`,
      ]);
      return updated?.meta.changes ?? 0;
    },
  };
}

/** One request of one person: asking again later is another one. */
function idOf(alert: SQL): SQL {
  return sql`'alert-' || ${alert}.user_id || '-' || ${alert}.service_slug || '-' || ${alert}.created_at`;
}

function dueAlerts(limit: number): SQL {
  return sql`SELECT p.rowid FROM service_alerts AS p
    WHERE p.notified_at IS NULL AND p.service_slug IN (
      SELECT s.slug FROM services AS s
      WHERE EXISTS (SELECT 1 FROM service_alerts AS w
          WHERE w.service_slug = s.slug AND w.notified_at IS NULL)
        AND EXISTS (SELECT 1 FROM offerings AS o JOIN users AS u ON u.id = o.instructor_id
          WHERE o.service_slug = s.slug AND o.is_active = 1 AND u.status = 'active'))
    ORDER BY p.rowid LIMIT ${limit}`;
}
