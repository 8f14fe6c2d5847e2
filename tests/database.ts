import { env } from "cloudflare:workers";
import { sha256Hex } from "../worker/platform/hash.ts";
import { testRandom } from "./api.ts";
import type { TestInstructor, TestPerson } from "./factories.ts";

const LONG_AGO = Date.UTC(2026, 0, 1);
const NEVER = Date.UTC(2100, 0, 1);

/** The rows of a query. */
export async function query<Row = Record<string, unknown>>(
  sql: string,
  ...params: unknown[]
): Promise<Row[]> {
  const { results } = await env.DB.prepare(sql)
    .bind(...params)
    .all<Row>();
  return results;
}

/**
 * How many rows each table has: equal before and after means that none came or went. What counts for
 * the limits is left out, as it counts refusals too.
 */
export async function countRows(): Promise<Record<string, number>> {
  const tables = await query<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND NOT (name GLOB '_cf_*' OR name GLOB 'sqlite_*' OR name = 'rate_counters')",
  );
  const counts = await env.DB.batch<{ n: number }>(
    tables.map(({ name }) => env.DB.prepare(`SELECT count(*) AS n FROM "${name}"`)),
  );
  return Object.fromEntries(
    tables.map(({ name }, index) => [name, counts[index]?.results[0]?.n ?? 0]),
  );
}

/** Pairs of confirmed lessons that would put one person, in whichever role, in two places at once. */
export async function listOverlaps() {
  return await query(`WITH busy AS (
      SELECT id, instructor_id AS person, start_at, end_at FROM bookings WHERE status = 'confirmed'
      UNION ALL
      SELECT id, student_id, start_at, end_at FROM bookings WHERE status = 'confirmed')
    SELECT a.person, a.id AS one, b.id AS other FROM busy AS a JOIN busy AS b
      ON b.person = a.person AND b.id > a.id AND b.start_at < a.end_at AND b.end_at > a.start_at`);
}

/** Pairs of confirmed lessons of an instructor with less than their buffer in between. */
export async function listBrokenBuffers() {
  return await query(`SELECT a.id AS one, b.id AS other
    FROM instructors AS i JOIN bookings AS a ON a.instructor_id = i.id JOIN bookings AS b
      ON b.instructor_id = i.id AND b.id <> a.id AND b.start_at >= a.start_at
    WHERE a.status = 'confirmed' AND b.status = 'confirmed'
      AND b.start_at < a.end_at + i.buffer_minutes * 60000`);
}

/** Many students at once, each with a session. */
export async function createStudents(count: number): Promise<TestPerson[]> {
  const people = await Promise.all(
    Array.from({ length: count }, async () => {
      const id = testRandom.newId();
      const token = testRandom.newToken();
      return { id, email: `${id}@example.test`, token, tokenHash: await sha256Hex(token) };
    }),
  );
  const rows = JSON.stringify(people);
  const field = (name: string) => `json_extract(value, '$.${name}')`;
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO users (id, email, password_hash, first_name, last_name, timezone, status, created_at, updated_at)
       SELECT ${field("id")}, ${field("email")}, 'none', 'Sam', 'Student', 'America/New_York', 'active', ?, ?
       FROM json_each(?)`,
    ).bind(LONG_AGO, LONG_AGO, rows),
    env.DB.prepare(
      `INSERT INTO user_roles (user_id, role, granted_at)
       SELECT ${field("id")}, 'student', ? FROM json_each(?)`,
    ).bind(LONG_AGO, rows),
    env.DB.prepare(
      `INSERT INTO sessions (id, user_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
       SELECT ${field("id")}, ${field("id")}, ${field("tokenHash")}, 'test', ?, ?, ? FROM json_each(?)`,
    ).bind(LONG_AGO, NEVER, NEVER, rows),
  ]);
  return people.map(({ id, email, token }) => ({ id, email, cookie: `session=${token}` }));
}

/** Hour-long lessons of the two, one after another every two hours, the last ending at `endAt`. */
export async function createHistory(given: {
  instructor: TestInstructor;
  student: TestPerson;
  count: number;
  status: "confirmed" | "completed";
  /** RFC 3339. */
  endAt: string;
}): Promise<void> {
  const { instructor, student, count, status } = given;
  await env.DB.prepare(
    `WITH RECURSIVE lesson(n, start_at) AS (
       SELECT 1, ?1 - 3600000 UNION ALL SELECT n + 1, start_at - 7200000 FROM lesson WHERE n < ?2)
     INSERT INTO bookings (id, student_id, instructor_id, offering_id, service_name, status, start_at,
       end_at, timezone, duration_minutes, hourly_rate_cents, price_cents, location_type,
       policy_version, created_at, updated_at)
     SELECT ?3 || '-' || n, ?4, ?5, ?6, 'Piano', ?7, start_at, start_at + 3600000,
       'America/New_York', 60, 6000, 6000, 'online', 1, ?8, ?8 FROM lesson`,
  )
    .bind(
      Date.parse(given.endAt),
      count,
      testRandom.newId(),
      student.id,
      instructor.id,
      instructor.offeringId,
      status,
      LONG_AGO,
    )
    .run();
}
