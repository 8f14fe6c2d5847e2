import { type SQL, sql } from "drizzle-orm";
import type { RetentionRuleName } from "../../worker/domain/retention.ts";
import type { Database } from "../client.ts";

/** Words about a lesson are written at most this long after it: for not having come, and its correction. */
const WORDS_AFTER_LESSON_MS = 3 * 86_400_000;

/**
 * What happens to the rows of one step, found by an index on their age. The last statement gives a
 * row for each: what triggers do in its wake is not counted.
 */
type Step = (before: number, limit: number) => SQL[];

function deleteRows(table: string, due: (before: number) => SQL): Step {
  const name = sql.identifier(table);
  return (before, limit) => [
    sql`DELETE FROM ${name} WHERE rowid IN
      (SELECT rowid FROM ${name} WHERE ${due(before)} LIMIT ${limit}) RETURNING 1`,
  ];
}

function deleteExpired(table: string): Step {
  return deleteRows(table, (before) => sql`expires_at < ${before}`);
}

/** A guest goes with all that lies under their cookie. */
function deleteGuests(due: (before: number) => SQL): Step {
  return (before, limit) => {
    // The guests themselves go last, so that each statement finds the same ones.
    const chunk = sql`(SELECT id FROM guests WHERE ${due(before)} LIMIT ${limit})`;
    return [
      sql`DELETE FROM search_history WHERE guest_id IN ${chunk}`,
      sql`DELETE FROM booking_drafts WHERE guest_id IN ${chunk}`,
      sql`DELETE FROM guests WHERE id IN ${chunk} RETURNING 1`,
    ];
  };
}

/** A date in New York may end some hours after the one in UTC: nothing goes too early. */
function dateBefore(before: number): SQL {
  return sql`date(${before} / 1000, 'unixepoch', '-1 day')`;
}

const STEPS: Record<RetentionRuleName, Step> = {
  search_interactions: deleteRows("search_interactions", (t) => sql`created_at < ${t}`),
  search_events: deleteRows("search_events", (t) => sql`searched_at < ${t}`),
  daily_visitors: deleteRows("daily_visitors", (t) => sql`date < ${dateBefore(t)}`),
  // What people typed; the other counts are about nobody.
  daily_queries: deleteRows(
    "daily_searches",
    (t) => sql`dimension = 'query' AND date < ${dateBefore(t)}`,
  ),
  deleted_searches: deleteRows("search_history", (t) => sql`deleted_at < ${t}`),
  guests: deleteGuests((t) => sql`created_at < ${t} AND converted_at IS NULL`),
  converted_guests: deleteGuests((t) => sql`converted_at < ${t}`),
  sessions: deleteExpired("sessions"),
  account_tokens: deleteExpired("account_tokens"),
  idempotency_keys: deleteExpired("idempotency_keys"),
  api_keys: deleteExpired("api_keys"),
  rate_counters: deleteExpired("rate_counters"),
  booking_drafts: deleteExpired("booking_drafts"),
  announcement_dismissals: deleteExpired("announcement_dismissals"),
  // What still waits to be sent stays, however old.
  emails: deleteRows(
    "emails",
    (t) => sql`created_at < ${t} AND status <> 'pending' AND coalesce(sent_at, created_at) < ${t}`,
  ),
  webhook_deliveries: deleteRows(
    "webhook_deliveries",
    (t) => sql`created_at < ${t} AND status <> 'pending'
      AND coalesce(delivered_at, created_at) < ${t}`,
  ),
  booking_reasons: (before, limit) => [
    sql`UPDATE booking_events SET reason = NULL WHERE id IN (
      SELECT e.id FROM booking_events AS e JOIN bookings AS b ON b.id = e.booking_id
      WHERE e.reason IS NOT NULL AND e.actor_id IS NOT NULL
        AND e.created_at < ${before + WORDS_AFTER_LESSON_MS} AND b.end_at < ${before}
      LIMIT ${limit}) RETURNING 1`,
  ],
  booking_details: (before, limit) => [
    sql`UPDATE bookings SET location_detail = NULL, student_note = NULL, instructor_note = NULL,
        cancellation_reason = NULL
      WHERE id IN (SELECT id FROM bookings WHERE end_at < ${before}
        AND (location_detail IS NOT NULL OR student_note IS NOT NULL OR instructor_note IS NOT NULL
          OR cancellation_reason IS NOT NULL) LIMIT ${limit}) RETURNING 1`,
  ],
  dead_letters: deleteRows("dead_letters", (t) => sql`created_at < ${t}`),
  job_runs: deleteRows("job_runs", (t) => sql`started_at < ${t}`),
  metric_messages: deleteExpired("metric_messages"),
  metric_windows: deleteRows("metric_windows", (t) => sql`start_at < ${t}`),
  request_samples: deleteRows("request_samples", (t) => sql`created_at < ${t}`),
  metric_hourly: deleteRows("metric_hourly", (t) => sql`hour_at < ${t}`),
  alerts: deleteRows("alerts", (t) => sql`raised_at < ${t}`),
};

export type RetentionRepository = ReturnType<typeof createRetentionRepository>;

export function createRetentionRepository(db: Database) {
  return {
    /** Lets a rule act on at most `limit` rows whose time lies before `before`; how many there were. */
    async apply(rule: RetentionRuleName, before: number, limit: number): Promise<number> {
      const results = await db.batch(STEPS[rule](before, limit));
      return results.at(-1)?.results.length ?? 0;
    },
  };
}
