import { type SQL, sql } from "drizzle-orm";
import {
  WEBHOOK_ATTEMPTS,
  type Webhook,
  type WebhookDelivery,
} from "../../worker/domain/webhook.ts";
import type { Database } from "../client.ts";

type WebhookRow = Omit<Webhook, "events"> & { events: string };

export type WebhookRepository = ReturnType<typeof createWebhookRepository>;

/** An instructor's webhooks and the log of what was sent to them. */
export function createWebhookRepository(db: Database) {
  const changesOf = async (statements: readonly SQL[]) =>
    (await db.batch(statements)).at(-1)?.meta.changes ?? 0;

  return {
    /** Newest first. */
    async list(instructorId: string): Promise<Webhook[]> {
      return toWebhooks(
        await db.all<WebhookRow>(sql`${SELECT} WHERE instructor_id = ${instructorId}
          ORDER BY created_at DESC, id DESC`),
      );
    },

    async find(instructorId: string, id: string): Promise<Webhook | null> {
      const rows = await db.all<WebhookRow>(sql`${SELECT} WHERE ${isTheirs(instructorId, id)}`);
      return toWebhooks(rows)[0] ?? null;
    },

    /** Writes nothing without a profile to teach with, or with `atMost` webhooks already. */
    async insert(
      instructorId: string,
      webhook: Webhook,
      atMost: number,
    ): Promise<"created" | "no_profile" | "too_many"> {
      const { id, url, events, secretVersion, createdAt } = webhook;
      const [profiles, written] = await db.batch([
        sql`SELECT 1 FROM instructors WHERE id = ${instructorId}`,
        sql`INSERT INTO webhooks (id, instructor_id, url, events, secret_version, created_at)
          SELECT ${id}, ${instructorId}, ${url}, ${JSON.stringify(events)}, ${secretVersion},
            ${createdAt}
          WHERE EXISTS (SELECT 1 FROM instructors WHERE id = ${instructorId})
            AND (SELECT count(*) FROM webhooks WHERE instructor_id = ${instructorId}) < ${atMost}`,
      ]);
      if ((written?.meta.changes ?? 0) > 0) return "created";
      return profiles?.results.length ? "too_many" : "no_profile";
    },

    /** With its log. False when they have no such webhook. */
    async delete(instructorId: string, id: string): Promise<boolean> {
      const own = isTheirs(instructorId, id);
      const changes = await changesOf([
        sql`DELETE FROM webhook_deliveries
          WHERE webhook_id = (SELECT id FROM webhooks WHERE ${own})`,
        sql`DELETE FROM webhooks WHERE ${own}`,
      ]);
      return changes > 0;
    },

    /** The webhook with the next version of its secret; null when they have no such webhook. */
    async rotate(instructorId: string, id: string, now: number): Promise<Webhook | null> {
      const rows = await db.all<WebhookRow>(sql`UPDATE webhooks
        SET secret_version = secret_version + 1, rotated_at = ${now}
        WHERE ${isTheirs(instructorId, id)} RETURNING ${COLUMNS}`);
      return toWebhooks(rows)[0] ?? null;
    },

    /** One page of the log, newest first; null when they have no such webhook. */
    async listDeliveries(
      instructorId: string,
      id: string,
      { limit, offset }: { limit: number; offset: number },
    ): Promise<{ items: WebhookDelivery[]; total: number } | null> {
      const own = sql`(SELECT id FROM webhooks WHERE ${isTheirs(instructorId, id)})`;
      const [found, counts, items] = await db.allOf<
        [{ id: string }, { total: number }, WebhookDelivery]
      >([
        sql`SELECT id FROM webhooks WHERE ${isTheirs(instructorId, id)}`,
        sql`SELECT count(*) AS total FROM webhook_deliveries WHERE webhook_id = ${own}`,
        sql`SELECT event_id AS eventId, type, booking_id AS bookingId, status, attempts,
            next_attempt_at AS nextAttemptAt, last_status AS lastStatus, last_error AS lastError,
            created_at AS createdAt, delivered_at AS deliveredAt
          FROM webhook_deliveries WHERE webhook_id = ${own}
          ORDER BY created_at DESC, event_id DESC LIMIT ${limit} OFFSET ${offset}`,
      ]);
      return found.length > 0 ? { items, total: counts[0]?.total ?? 0 } : null;
    },

    /** Due now, with a round of attempts of its own where it was over. False when there is no such. */
    async replay(
      instructorId: string,
      { id, eventId, now }: { id: string; eventId: string; now: number },
    ): Promise<boolean> {
      const changes = await changesOf([
        sql`UPDATE webhook_deliveries
          SET attempts_end = CASE status WHEN 'pending' THEN attempts_end
              ELSE attempts + ${WEBHOOK_ATTEMPTS} END,
            next_attempt_at = CASE status WHEN 'pending' THEN next_attempt_at ELSE ${now} END,
            delivered_at = NULL, status = 'pending'
          WHERE webhook_id = (SELECT id FROM webhooks WHERE ${isTheirs(instructorId, id)})
            AND event_id = ${eventId}`,
      ]);
      return changes > 0;
    },
  };
}

const COLUMNS = sql`id, url, events, secret_version AS secretVersion, rotated_at AS rotatedAt,
  created_at AS createdAt`;
const SELECT = sql`SELECT ${COLUMNS} FROM webhooks`;

function isTheirs(instructorId: string, id: string): SQL {
  return sql`id = ${id} AND instructor_id = ${instructorId}`;
}

function toWebhooks(rows: readonly WebhookRow[]): Webhook[] {
  return rows.map((row) => ({ ...row, events: JSON.parse(row.events) }));
}
