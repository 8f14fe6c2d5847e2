import { type SQL, sql } from "drizzle-orm";
import { ERASED_FIRST_NAME, type ErasureMode, erasedEmail } from "../../worker/domain/erasure.ts";
import { mailOf, searchesOf, visitorIs } from "./personal-sections.ts";

/** One statement of an erasure, and what it does to how many rows of which table. */
export interface ErasureStep {
  table: string;
  effect: "removed" | "anonymized";
  /** Gives a row for each that it touched: what triggers do in its wake is not counted. */
  statement: SQL;
}

function remove(table: string, condition: SQL): ErasureStep {
  const statement = sql`DELETE FROM ${sql.identifier(table)} WHERE ${condition} RETURNING 1`;
  return { table, effect: "removed", statement };
}

function anonymize(table: string, changes: SQL, condition: SQL): ErasureStep {
  const statement = sql`UPDATE ${sql.identifier(table)} SET ${changes} WHERE ${condition}
    RETURNING 1`;
  return { table, effect: "anonymized", statement };
}

/**
 * The person's own words and addresses in lessons that stay for the other party. What the other party
 * wrote stays. Runs before the lessons ahead are cancelled, as that has words of its own.
 */
export function wordsSteps(userId: string): ErasureStep[] {
  const lessons = sql`(SELECT id FROM bookings WHERE student_id = ${userId}
    UNION ALL SELECT id FROM bookings WHERE instructor_id = ${userId})`;
  const unlessCancelledBy = (role: string) =>
    sql`CASE WHEN cancelled_by = ${role} THEN NULL ELSE cancellation_reason END`;
  return [
    anonymize(
      "bookings",
      sql`location_detail = NULL, student_note = NULL,
        cancellation_reason = ${unlessCancelledBy("student")}`,
      sql`student_id = ${userId} AND (location_detail IS NOT NULL OR student_note IS NOT NULL
        OR (cancelled_by = 'student' AND cancellation_reason IS NOT NULL))`,
    ),
    anonymize(
      "bookings",
      sql`instructor_note = NULL, cancellation_reason = ${unlessCancelledBy("instructor")},
        location_detail = CASE location_type WHEN 'instructor_location' THEN NULL
          ELSE location_detail END`,
      sql`instructor_id = ${userId} AND (instructor_note IS NOT NULL
        OR (cancelled_by = 'instructor' AND cancellation_reason IS NOT NULL)
        OR (location_type = 'instructor_location' AND location_detail IS NOT NULL))`,
    ),
    anonymize(
      "booking_events",
      sql`reason = NULL`,
      sql`reason IS NOT NULL AND actor_id IS NOT NULL AND actor_id = ${userId}`,
    ),
    // Mails to the other parties tell the name, and what the person gave as a reason.
    anonymize(
      "emails",
      sql`data = json_set(CASE WHEN data ->> 'cancelledBy' = data ->> 'role' THEN data
          ELSE json_remove(data, '$.reason') END, '$.otherName', ${ERASED_FIRST_NAME})`,
      sql`user_id IN (SELECT instructor_id FROM bookings WHERE student_id = ${userId}
          UNION ALL SELECT student_id FROM bookings WHERE instructor_id = ${userId})
        AND json_type(data, '$.otherName') IS NOT NULL AND data ->> 'bookingId' IN ${lessons}`,
    ),
  ];
}

/** Everything that is the person's alone. Who they are goes last: mail is found by their address. */
export function personSteps(userId: string, mode: ErasureMode, now: number): ErasureStep[] {
  const own = sql`user_id = ${userId}`;
  const teaches = sql`instructor_id = ${userId}`;
  const guests = sql`guest_id IN (SELECT id FROM guests WHERE converted_user_id = ${userId})`;
  return [
    remove("sessions", own),
    remove("account_tokens", own),
    remove("emails", mailOf(userId)),
    remove("idempotency_keys", sql`actor_id = ${userId}`),
    remove("booking_drafts", sql`(${own} OR ${guests})`),
    remove("calendar_feeds", own),
    remove("api_keys", own),
    remove("service_alerts", own),
    remove("announcement_dismissals", sql`(${own} OR ${guests})`),
    remove("user_roles", own),
    remove("permission_overrides", own),
    ...searchSteps(userId, mode),
    remove("daily_visitors", visitorIs(userId, sql`daily_visitors`)),
    remove("search_history", guests),
    remove("guests", sql`converted_user_id = ${userId}`),
    // Messages that nobody could read may be about the person.
    remove("dead_letters", sql`instr(body, ${userId}) > 0`),
    remove("webhook_deliveries", sql`webhook_id IN (SELECT id FROM webhooks WHERE ${teaches})`),
    remove("webhooks", teaches),
    remove("availability_hours", teaches),
    remove("blackouts", teaches),
    remove("instructor_areas", teaches),
    anonymize("offerings", sql`is_active = 0, description = '', updated_at = ${now}`, teaches),
    anonymize(
      "instructors",
      sql`bio = '', years_experience = 0, updated_at = ${now},
        availability_version = availability_version + 1`,
      sql`id = ${userId}`,
    ),
    anonymize(
      "users",
      sql`email = ${erasedEmail(userId)}, password_hash = 'none',
        first_name = ${ERASED_FIRST_NAME}, last_name = '', timezone = 'America/New_York',
        email_verified_at = NULL, measuring_declined_at = NULL, clears_searches = 0,
        updated_at = ${now}, erased_at = ${now}`,
      sql`id = ${userId} AND erased_at IS NULL`,
    ),
  ];
}

function searchSteps(userId: string, mode: ErasureMode): ErasureStep[] {
  const events = searchesOf(userId, sql`search_events`);
  if (mode === "anonymize") {
    const changes = sql`user_id = ${userId}, guest_id = NULL, ip_hash = NULL, city = NULL,
      referrer = NULL`;
    return [anonymize("search_events", changes, events)];
  }
  return [
    remove(
      "search_interactions",
      sql`search_event_id IN (SELECT id FROM search_events WHERE ${events})`,
    ),
    remove("search_events", events),
    remove("search_history", sql`user_id = ${userId}`),
  ];
}
