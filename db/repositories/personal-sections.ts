import { type SQL, sql } from "drizzle-orm";

/** One section of the export: its rows after a row id, in that order, so that it can be paged. */
export interface PersonalSection {
  name: string;
  rows: (userId: string, after: number, limit: number) => SQL;
}

function section(name: string, rows: (userId: string) => { columns: SQL; from: SQL; id: SQL }) {
  return {
    name,
    rows: (userId: string, after: number, limit: number) => {
      const { columns, from, id } = rows(userId);
      return sql`SELECT ${id} AS position, ${columns} ${from} AND ${id} > ${after}
        ORDER BY ${id} LIMIT ${limit}`;
    },
  };
}

/** A table whose rows name the person in one column. */
function ownRows(name: string, table: string, owner: string, columns: SQL): PersonalSection {
  return section(name, (userId) => ({
    columns,
    from: sql`FROM ${sql.identifier(table)} AS t WHERE t.${sql.identifier(owner)} = ${userId}`,
    id: sql`t.rowid`,
  }));
}

/** Searches measured while signed in, and as the guest that became this account. */
export function searchesOf(userId: string, table: SQL): SQL {
  return sql`(${table}.user_id = ${userId} OR ${table}.guest_id IN
    (SELECT id FROM guests WHERE converted_user_id = ${userId}))`;
}

/** Days counted for them while signed in, and as the guest that became this account. */
export function visitorIs(userId: string, table: SQL): SQL {
  return sql`${table}.visitor_id IN (SELECT ${userId} UNION ALL
    SELECT id FROM guests WHERE converted_user_id = ${userId})`;
}

const LESSON = sql`t.id, t.service_name, t.status, t.start_at, t.end_at, t.timezone,
  t.duration_minutes, t.hourly_rate_cents, t.price_cents, t.location_type, t.cancelled_by,
  t.cancelled_at, t.cancellation_reason, t.cancellation_fee_cents, t.created_at, t.updated_at,
  other.first_name AS other_first_name, other.last_name AS other_last_name`;

/** Everything that is held about a person. No hash of a secret is among the columns. */
export const PERSONAL_SECTIONS: readonly PersonalSection[] = [
  ownRows(
    "account",
    "users",
    "id",
    sql`id, email, first_name, last_name, timezone, status, email_verified_at, created_at,
      updated_at, measuring_declined_at, clears_searches`,
  ),
  ownRows("roles", "user_roles", "user_id", sql`role, granted_at`),
  ownRows(
    "permission_overrides",
    "permission_overrides",
    "user_id",
    sql`permission, granted, created_at`,
  ),
  ownRows(
    "profile",
    "instructors",
    "id",
    sql`bio, years_experience, timezone, minimum_notice_hours, buffer_minutes, created_at,
      updated_at`,
  ),
  ownRows("areas", "instructor_areas", "instructor_id", sql`area_slug`),
  ownRows(
    "offerings",
    "offerings",
    "instructor_id",
    sql`id, service_slug, hourly_rate_cents, duration_options, location_types, levels, audiences,
      description, is_active, created_at, updated_at`,
  ),
  ownRows(
    "availability",
    "availability_hours",
    "instructor_id",
    sql`weekday, date, start_minute, end_minute`,
  ),
  ownRows("blackouts", "blackouts", "instructor_id", sql`start_on, end_on, reason, created_at`),
  section("bookings_as_student", (userId) => ({
    columns: sql`${LESSON}, t.location_detail, t.student_note`,
    from: sql`FROM bookings AS t JOIN users AS other ON other.id = t.instructor_id
      WHERE t.student_id = ${userId}`,
    id: sql`t.rowid`,
  })),
  // What the student wrote is the student's own.
  section("bookings_as_instructor", (userId) => ({
    columns: sql`${LESSON}, t.instructor_note`,
    from: sql`FROM bookings AS t JOIN users AS other ON other.id = t.student_id
      WHERE t.instructor_id = ${userId}`,
    id: sql`t.rowid`,
  })),
  section("booking_events", (userId) => ({
    columns: sql`t.booking_id, t.from_status, t.to_status, t.from_start_at, t.to_start_at,
      t.reason, t.created_at, coalesce(t.actor_id = ${userId}, 0) AS by_you`,
    from: sql`FROM booking_events AS t WHERE t.booking_id IN (
      SELECT id FROM bookings WHERE student_id = ${userId}
      UNION ALL SELECT id FROM bookings WHERE instructor_id = ${userId})`,
    id: sql`t.id`,
  })),
  ownRows(
    "search_history",
    "search_history",
    "user_id",
    sql`query, search_type, search_count, result_count, first_searched_at, last_searched_at,
      deleted_at`,
  ),
  section("search_events", (userId) => ({
    columns: sql`t.id, t.normalized_query, t.search_type, t.result_count, t.services, t.category,
      t.device, t.country, t.region, t.city, t.borough, t.referrer, t.searched_at`,
    from: sql`FROM search_events AS t WHERE ${searchesOf(userId, sql`t`)}`,
    id: sql`t.rowid`,
  })),
  section("search_interactions", (userId) => ({
    columns: sql`t.search_event_id, t.type, t.instructor_id, t.position AS result_position,
      t.elapsed_ms, t.created_at`,
    from: sql`FROM search_events AS e JOIN search_interactions AS t ON t.search_event_id = e.id
      WHERE ${searchesOf(userId, sql`e`)}`,
    id: sql`t.rowid`,
  })),
  section("search_days", (userId) => ({
    columns: sql`t.date`,
    from: sql`FROM daily_visitors AS t WHERE ${visitorIs(userId, sql`t`)}`,
    id: sql`t.rowid`,
  })),
  ownRows("guest_visits", "guests", "converted_user_id", sql`created_at, converted_at`),
  section("emails", (userId) => ({
    columns: sql`t.kind, t.address, t.data, t.status, t.created_at, t.sent_at`,
    from: sql`FROM emails AS t WHERE ${mailOf(userId)}`,
    id: sql`t.rowid`,
  })),
  ownRows(
    "sessions",
    "sessions",
    "user_id",
    sql`id, user_agent, created_at, last_seen_at, expires_at, authenticated_at`,
  ),
  ownRows(
    "verification_requests",
    "account_tokens",
    "user_id",
    sql`kind, created_at, expires_at, used_at`,
  ),
  ownRows("request_keys", "idempotency_keys", "actor_id", sql`key, created_at, expires_at`),
  ownRows("drafts", "booking_drafts", "user_id", sql`instructor_id, data, updated_at, expires_at`),
  ownRows(
    "dismissed_announcements",
    "announcement_dismissals",
    "user_id",
    sql`announcement_id, expires_at`,
  ),
  ownRows(
    "service_alerts",
    "service_alerts",
    "user_id",
    sql`service_slug, created_at, notified_at`,
  ),
  ownRows(
    "api_keys",
    "api_keys",
    "user_id",
    sql`name, scopes, created_at, expires_at, last_used_at`,
  ),
  ownRows("webhooks", "webhooks", "instructor_id", sql`url, events, created_at, rotated_at`),
  ownRows("calendar_feed", "calendar_feeds", "user_id", sql`created_at`),
  // Of what the person did to others, only that they did it.
  section("audit_log", (userId) => ({
    columns: sql`t.action, CASE WHEN t.subject_id = ${userId} THEN t.details END AS details,
      coalesce(t.actor_id = ${userId}, 0) AS by_you,
      coalesce(t.subject_id = ${userId}, 0) AS about_you, t.created_at`,
    from: sql`FROM audit_log AS t WHERE (t.subject_id = ${userId} OR t.actor_id = ${userId})`,
    id: sql`t.rowid`,
  })),
];

/** Mail to the account, and to its address before anybody knew that it has an account. */
export function mailOf(userId: string): SQL {
  return sql`(user_id = ${userId} OR address = (SELECT email FROM users WHERE id = ${userId}))`;
}
