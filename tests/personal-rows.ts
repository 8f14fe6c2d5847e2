import { env } from "cloudflare:workers";
import { testRandom } from "./api.ts";
import { query } from "./database.ts";
import {
  createBooking,
  createInstructor,
  type TestInstructor,
  type TestPerson,
} from "./factories.ts";

const AT = Date.UTC(2026, 10, 1);
const LATER = Date.UTC(2027, 10, 1);

/** Stands in every secret's place: it must not get out anywhere. */
export const SECRET = "0123secret4567";

export interface FullPerson extends TestInstructor {
  /** All that the person ever typed begins with it: after an erasure it must be nowhere. */
  words: string;
  /** Of a lesson taken and of one taught, both over. */
  taken: string;
  taught: string;
  guestId: string;
  eventId: string;
}

async function insert(table: string, row: Record<string, string | number | null>): Promise<void> {
  const names = Object.keys(row);
  await env.DB.prepare(
    `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  )
    .bind(...Object.values(row))
    .run();
}

/** A person who has done everything: there are rows about them in every table that names people. */
export async function createFullPerson(
  other: { teacher: TestInstructor; student: TestPerson },
  roles: ("student" | "instructor" | "admin")[] = ["student", "instructor"],
): Promise<FullPerson> {
  const words = `zq7-${testRandom.newId()}`;
  const person = await createInstructor({
    roles,
    firstName: `${words}-first`,
    lastName: `${words}-last`,
    blackouts: ["2026-12-24/2026-12-26"],
    dates: { "2026-12-05": ["10:00-12:00"] },
  });
  const taken = await createBooking({
    instructor: other.teacher,
    student: person,
    startAt: "2026-10-01T15:00:00Z",
    status: "cancelled",
  });
  const taught = await createBooking({
    instructor: person,
    student: other.student,
    startAt: "2026-10-02T15:00:00Z",
    status: "completed",
  });
  await fillProfile({ ...person, words, taken, taught });
  await fillAccount({ ...person, words, taken }, other.teacher);
  const searches = await fillSearches({ ...person, words }, other.teacher.id);
  return { ...person, words, taken, taught, ...searches };
}

async function fillProfile({ id, words, taken, taught }: Omit<FullPerson, "guestId" | "eventId">) {
  await query(
    "UPDATE users SET measuring_declined_at = ?, clears_searches = 1 WHERE id = ?",
    AT,
    id,
  );
  await query("UPDATE instructors SET bio = ? WHERE id = ?", `${words} bio`, id);
  await query("UPDATE offerings SET description = ? WHERE instructor_id = ?", `${words} offer`, id);
  await query("UPDATE blackouts SET reason = ? WHERE instructor_id = ?", `${words} holiday`, id);
  await query(
    "UPDATE bookings SET location_detail = ?, student_note = ?, cancellation_reason = ? WHERE id = ?",
    `${words} home`,
    `${words} note`,
    `${words} why`,
    taken,
  );
  await query(
    "UPDATE bookings SET instructor_note = ?, student_note = 'the other one wrote this' WHERE id = ?",
    `${words} remark`,
    taught,
  );
  const event = { to_status: "cancelled", to_start_at: AT, created_at: AT };
  await insert("booking_events", {
    booking_id: taken,
    actor_id: id,
    reason: `${words} why`,
    ...event,
  });
  await insert("booking_events", {
    booking_id: taken,
    actor_id: null,
    reason: "by itself",
    ...event,
  });
}

async function fillAccount(
  { id, email, words, taken }: Pick<FullPerson, "id" | "email" | "words" | "taken">,
  teacher: TestInstructor,
) {
  const mail = {
    status: "sent",
    attempts: 1,
    next_attempt_at: AT,
    created_at: AT,
    sent_at: AT,
  };
  const own = { user_id: id, created_at: AT };
  await insert("permission_overrides", { ...own, permission: "view_financials", granted: 1 });
  await insert("account_tokens", {
    ...own,
    id: testRandom.newId(),
    kind: "password_reset",
    token_hash: `${SECRET}-${id}`,
    expires_at: LATER,
  });
  await query(
    "UPDATE sessions SET previous_token_hash = ? WHERE user_id = ?",
    `${SECRET}-p-${id}`,
    id,
  );
  await query("UPDATE users SET password_hash = ? WHERE id = ?", `${SECRET}-password`, id);
  await insert("calendar_feeds", { ...own, token_hash: `${SECRET}-feed-${id}` });
  await insert("api_keys", {
    ...own,
    id: testRandom.newId(),
    name: `${words} script`,
    key_hash: `${SECRET}-key-${id}`,
    hint: "wxyz",
    scopes: '["bookings:read"]',
    expires_at: LATER,
  });
  const webhookId = testRandom.newId();
  await insert("webhooks", {
    id: webhookId,
    instructor_id: id,
    url: `https://example.com/${words}`,
    events: '["booking.created"]',
    secret_version: 1,
    created_at: AT,
  });
  await insert("webhook_deliveries", {
    webhook_id: webhookId,
    event_id: testRandom.newId(),
    booking_id: taken,
    type: "booking.created",
    data: "{}",
    status: "delivered",
    attempts: 1,
    attempts_end: 8,
    next_attempt_at: AT,
    created_at: AT,
    delivered_at: AT,
  });
  await insert("service_alerts", { ...own, service_slug: "violin" });
  await insert("emails", {
    ...mail,
    id: testRandom.newId(),
    kind: "password_changed",
    user_id: id,
    data: "{}",
  });
  await insert("emails", {
    ...mail,
    id: testRandom.newId(),
    kind: "password_reset",
    address: email,
    data: "{}",
  });
  const told = { bookingId: taken, otherName: `${words}-first Z.`, role: "instructor" };
  await insert("emails", {
    ...mail,
    id: testRandom.newId(),
    kind: "lesson_cancelled",
    user_id: teacher.id,
    data: JSON.stringify({ ...told, cancelledBy: "student", reason: `${words} why` }),
  });
  await insert("idempotency_keys", {
    actor_id: id,
    key: "key",
    request_hash: `${SECRET}-request`,
    answer: `{"note":"${words}"}`,
    created_at: AT,
    expires_at: LATER,
  });
  const draft = { instructor_id: teacher.id, updated_at: AT, expires_at: LATER };
  const data = JSON.stringify({ note: words });
  await insert("booking_drafts", { id: testRandom.newId(), user_id: id, data, ...draft });
  await insert("audit_log", {
    id: testRandom.newId(),
    actor_id: null,
    action: "data_exported",
    subject_id: id,
    details: "{}",
    created_at: AT,
  });
  const announcementId = testRandom.newId();
  await insert("announcements", {
    id: announcementId,
    title: "News",
    body: "News",
    audience: "everyone",
    priority: 1,
    starts_at: AT,
    ends_at: LATER,
    created_by: id,
    created_at: AT,
    updated_at: AT,
  });
  await insert("announcement_dismissals", {
    id: testRandom.newId(),
    announcement_id: announcementId,
    user_id: id,
    expires_at: LATER,
  });
}

async function fillSearches({ id, words }: Pick<FullPerson, "id" | "words">, instructorId: string) {
  const guestId = `guest-${testRandom.newId()}`;
  const eventId = testRandom.newId();
  await insert("guests", { id: guestId, created_at: AT, converted_at: AT, converted_user_id: id });
  await insert("search_history", {
    id: testRandom.newId(),
    user_id: id,
    normalized_query: `${words} piano`,
    query: `${words} Piano`,
    search_type: "natural_language",
    search_count: 2,
    result_count: 3,
    first_searched_at: AT,
    last_searched_at: AT,
    last_event_id: eventId,
  });
  const event = {
    normalized_query: `${words} piano`,
    search_type: "natural_language",
    result_count: 3,
    services: '["piano"]',
    device: "mobile",
    city: "Brooklyn",
    ip_hash: `${SECRET}-ip`,
    referrer: "example.com",
    searched_at: AT,
  };
  await insert("search_events", { ...event, id: eventId, user_id: id });
  await insert("daily_visitors", { date: "2026-11-01", kind: "user", visitor_id: id });
  await insert("daily_visitors", { date: "2026-11-01", kind: "guest", visitor_id: guestId });
  await insert("search_events", { ...event, id: testRandom.newId(), guest_id: guestId });
  await insert("search_interactions", {
    id: testRandom.newId(),
    search_event_id: eventId,
    type: "click",
    instructor_id: instructorId,
    position: 1,
    elapsed_ms: 5,
    created_at: AT,
  });
  return { guestId, eventId };
}

/** The tables in which any row tells this text. */
export async function tablesWith(text: string): Promise<string[]> {
  const tables = await query<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND NOT (name GLOB '_cf_*' OR name GLOB 'sqlite_*' OR name = 'd1_migrations')",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await query(`SELECT * FROM "${name}"`);
    if (JSON.stringify(rows).includes(text)) found.push(name);
  }
  return found;
}
