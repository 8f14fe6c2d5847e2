import { type SQL, sql } from "drizzle-orm";
import type { Page } from "../../worker/domain/catalog.ts";
import type { MetricSample } from "../../worker/domain/metric-catalog.ts";
import type { Database } from "../client.ts";

const HOUR_MS = 3_600_000;

export interface HourSample extends MetricSample {
  hourAt: number;
}

/** A request or a query that took long. */
export interface SlowSample {
  id: string;
  requestId: string;
  method: string;
  route: string;
  status: number;
  durationMs: number;
  /** Of a request. */
  waitedMs: number | null;
  rowsRead: number;
  /** Of a query. */
  statement: string | null;
  createdAt: number;
}

export type MetricReadsRepository = ReturnType<typeof createMetricReadsRepository>;

export function createMetricReadsRepository(db: Database) {
  return {
    /** What was counted in the windows that begin in a range of instants, all together. */
    async sumWindows(from: number, to: number): Promise<MetricSample[]> {
      return await db.all<MetricSample>(sql`SELECT name, labels, sum(value) AS value
        FROM metric_windows WHERE start_at >= ${from} AND start_at < ${to} GROUP BY name, labels`);
    },

    async listHours(from: number, to: number): Promise<HourSample[]> {
      return await db.all<HourSample>(sql`SELECT hour_at AS hourAt, name, labels, value
        FROM metric_hourly WHERE hour_at >= ${from} AND hour_at < ${to}`);
    },

    /** Sums up the hours from an instant on, as their windows stand now. Twice is as good as once. */
    async foldHours(from: number): Promise<void> {
      const firstHour = Math.floor(from / HOUR_MS) * HOUR_MS;
      // As a parameter the number would be a real one, and so would the quotient.
      const hour = sql.raw(`(start_at / ${HOUR_MS}) * ${HOUR_MS}`);
      await db.batch([
        sql`INSERT INTO metric_hourly (hour_at, name, labels, value)
          SELECT ${hour}, name, labels, sum(value) FROM metric_windows
          WHERE start_at >= ${firstHour} GROUP BY 1, 2, 3
          ON CONFLICT (hour_at, name, labels) DO UPDATE SET value = excluded.value`,
      ]);
    },

    /** The newest first. */
    async listSlow(
      kind: "request" | "query",
      page: number,
      perPage: number,
    ): Promise<Page<SlowSample>> {
      const [items, counts] = await db.allOf<[SlowSample, { total: number }]>([
        sql`SELECT id, request_id AS requestId, method, route, status, duration_ms AS durationMs,
            waited_ms AS waitedMs, rows_read AS rowsRead, statement, created_at AS createdAt
          FROM request_samples WHERE kind = ${kind}
          ORDER BY created_at DESC, id LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`,
        sql`SELECT count(*) AS total FROM request_samples WHERE kind = ${kind}`,
      ]);
      return { items, total: counts[0]?.total ?? 0, page, perPage };
    },

    /** Confirmed lessons that begin while one of their people is still in another one. */
    async countOverlaps(): Promise<number> {
      const rows = await db.all<{ count: number }>(sql`WITH busy AS (${busyOf(sql`instructor_id`)}
          UNION ALL ${busyOf(sql`student_id`)}),
        following AS (SELECT start_at, max(end_at) OVER (PARTITION BY person ORDER BY start_at, id
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busyUntil FROM busy)
        SELECT count(*) AS count FROM following WHERE start_at < busyUntil`);
      return rows[0]?.count ?? 0;
    },

    /** Mails that were given up, of those still kept. */
    async countFailedMail(): Promise<number> {
      const rows = await db.all<{ count: number }>(
        sql`SELECT count(*) AS count FROM emails WHERE status = 'failed'`,
      );
      return rows[0]?.count ?? 0;
    },
  };
}

function busyOf(person: SQL): SQL {
  return sql`SELECT ${person} AS person, id, start_at, end_at FROM bookings
    WHERE status = 'confirmed'`;
}
