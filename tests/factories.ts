import { env } from "cloudflare:workers";
import type { Role } from "../worker/domain/permission.ts";
import { sha256Hex } from "../worker/platform/hash.ts";
import { testRandom } from "./api.ts";

const NEVER = Date.UTC(2100, 0, 1);
const LONG_AGO = Date.UTC(2026, 0, 1);

/** "HH:MM-HH:MM" in local time; the end may be 24:00. */
type HoursText = string;

export interface TestPerson {
  id: string;
  email: string;
  /** Of a session that is signed in. */
  cookie: string;
}

export interface TestInstructor extends TestPerson {
  offeringId: string;
}

interface PersonOptions {
  firstName?: string;
  lastName?: string;
  status?: "active" | "suspended" | "deactivated";
  timezone?: string;
  roles?: Role[];
}

interface InstructorOptions extends PersonOptions {
  minimumNoticeHours?: number;
  bufferMinutes?: number;
  /** By weekday, 1 is Monday. Every day 09:00-17:00 unless given. */
  weekly?: Record<number, HoursText[]>;
  /** By date; an empty list is a closed date. */
  dates?: Record<string, HoursText[]>;
  /** "from/to", both included. */
  blackouts?: string[];
  service?: string;
  hourlyRateCents?: number;
  durations?: number[];
  locationTypes?: string[];
  areas?: string[];
  isOfferingActive?: boolean;
}

export async function createStudent(options: PersonOptions = {}): Promise<TestPerson> {
  return await createPerson({ roles: ["student"], ...options });
}

export async function createAdmin(options: PersonOptions = {}): Promise<TestPerson> {
  return await createPerson({ roles: ["admin"], ...options });
}

/** A person with a session, written straight into the database. */
export async function createPerson(options: PersonOptions): Promise<TestPerson> {
  const { firstName = "Test", lastName = "Person", status = "active", roles = [] } = options;
  const { timezone = "America/New_York" } = options;
  const id = testRandom.newId();
  const email = `${id}@example.test`;
  const token = testRandom.newToken();
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO users (id, email, password_hash, first_name, last_name, timezone, status, created_at, updated_at)
       VALUES (?, ?, 'none', ?, ?, ?, ?, ?, ?)`,
    ).bind(id, email, firstName, lastName, timezone, status, LONG_AGO, LONG_AGO),
    ...roles.map((role) =>
      env.DB.prepare("INSERT INTO user_roles (user_id, role, granted_at) VALUES (?, ?, ?)").bind(
        id,
        role,
        LONG_AGO,
      ),
    ),
    env.DB.prepare(
      `INSERT INTO sessions (id, user_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
       VALUES (?, ?, ?, 'test', ?, ?, ?)`,
    ).bind(testRandom.newId(), id, await sha256Hex(token), LONG_AGO, NEVER, NEVER),
  ]);
  return { id, email, cookie: `session=${token}` };
}

/** An instructor with one offering (piano, $60 an hour, 30/45/60 minutes, online unless given). */
export async function createInstructor(options: InstructorOptions = {}): Promise<TestInstructor> {
  const person = await createPerson({ roles: ["instructor"], ...options });
  const offeringId = testRandom.newId();
  const { minimumNoticeHours = 2, bufferMinutes = 0, timezone = "America/New_York" } = options;
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO instructors (id, bio, years_experience, timezone, minimum_notice_hours, buffer_minutes, availability_version, created_at, updated_at)
       VALUES (?, 'Teaches with patience and humour.', 7, ?, ?, ?, 1, ?, ?)`,
    ).bind(person.id, timezone, minimumNoticeHours, bufferMinutes, LONG_AGO, LONG_AGO),
    env.DB.prepare(
      `INSERT INTO offerings (id, instructor_id, service_slug, hourly_rate_cents, duration_options, location_types, levels, audiences, description, is_active, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, '[]', '[]', '', ?, ?, ?)`,
    ).bind(
      offeringId,
      person.id,
      options.service ?? "piano",
      options.hourlyRateCents ?? 6000,
      JSON.stringify(options.durations ?? [30, 45, 60]),
      JSON.stringify(options.locationTypes ?? ["online", "student_home"]),
      options.isOfferingActive === false ? 0 : 1,
      LONG_AGO,
      LONG_AGO,
    ),
    ...(options.areas ?? ["brooklyn"]).map((area) =>
      env.DB.prepare("INSERT INTO instructor_areas (instructor_id, area_slug) VALUES (?, ?)").bind(
        person.id,
        area,
      ),
    ),
    ...hoursStatements(person.id, options),
  ]);
  return { ...person, offeringId };
}

function hoursStatements(instructorId: string, options: InstructorOptions): D1PreparedStatement[] {
  const { weekly = everyDay("09:00-17:00"), dates = {}, blackouts = [] } = options;
  const insert = env.DB.prepare(
    "INSERT INTO availability_hours (instructor_id, weekday, date, start_minute, end_minute) VALUES (?, ?, ?, ?, ?)",
  );
  const ofWeekday = Object.entries(weekly).flatMap(([weekday, ranges]) =>
    ranges.map((range) => insert.bind(instructorId, Number(weekday), null, ...toMinutes(range))),
  );
  const ofDate = Object.entries(dates).flatMap(([date, ranges]) =>
    ranges.length === 0
      ? [insert.bind(instructorId, null, date, null, null)]
      : ranges.map((range) => insert.bind(instructorId, null, date, ...toMinutes(range))),
  );
  const blackout = blackouts.map((text) => {
    const [from, to] = text.split("/");
    return env.DB.prepare(
      "INSERT INTO blackouts (id, instructor_id, start_on, end_on, created_at) VALUES (?, ?, ?, ?, ?)",
    ).bind(testRandom.newId(), instructorId, from, to ?? from, LONG_AGO);
  });
  return [...ofWeekday, ...ofDate, ...blackout];
}

export function everyDay(...ranges: HoursText[]): Record<number, HoursText[]> {
  return Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, ranges]));
}

function toMinutes(range: HoursText): [number, number] {
  const [start = "", end = ""] = range.split("-");
  const minuteOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return [minuteOf(start), minuteOf(end)];
}

/** A confirmed lesson written past the API, an hour of piano unless given. */
export async function createBooking(given: {
  instructor: TestInstructor;
  student: TestPerson;
  /** RFC 3339. */
  startAt: string;
  durationMinutes?: number;
  status?: "confirmed" | "completed" | "no_show" | "cancelled";
}): Promise<string> {
  const { instructor, student, durationMinutes = 60, status = "confirmed" } = given;
  const id = testRandom.newId();
  const startAt = Date.parse(given.startAt);
  const isCancelled = status === "cancelled";
  await env.DB.prepare(
    `INSERT INTO bookings (id, student_id, instructor_id, offering_id, service_name, status, start_at, end_at,
       timezone, duration_minutes, hourly_rate_cents, price_cents, location_type, policy_version,
       cancelled_by, cancelled_at, cancellation_reason, created_at, updated_at)
     VALUES (?, ?, ?, ?, 'Piano', ?, ?, ?, 'America/New_York', ?, 6000, 6000, 'online', 1, ?, ?, ?, ?, ?)`,
  )
    .bind(
      id,
      student.id,
      instructor.id,
      instructor.offeringId,
      status,
      startAt,
      startAt + durationMinutes * 60_000,
      durationMinutes,
      isCancelled ? "student" : null,
      isCancelled ? LONG_AGO : null,
      isCancelled ? "plans changed" : null,
      LONG_AGO,
      LONG_AGO,
    )
    .run();
  return id;
}

/** The body of `POST /api/bookings` for an hour online with this instructor. */
export function bookingBody(
  instructor: TestInstructor,
  when: { date: string; start_time: string } | { start_at: string },
  more: Record<string, unknown> = {},
) {
  return {
    instructor_id: instructor.id,
    offering_id: instructor.offeringId,
    duration_minutes: 60,
    location_type: "online",
    ...when,
    ...more,
  };
}
