import * as schema from "../db/schema/index.ts";
import { insertStatements } from "../db/seed/insert.ts";
import type { LocationType } from "../worker/domain/catalog.ts";
import { toId } from "../worker/domain/id.ts";
import { addDays, localDateOf } from "../worker/domain/local-time.ts";
import { sha256Hex } from "../worker/platform/hash.ts";
import type { Market } from "./market.ts";

/** More than can be in a lesson at once, so that taking turns puts nobody in two of them. */
const STUDENTS = 1000;
const DAYS_AHEAD = 80;
const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 86_400_000;

/** A lesson that can be booked, and the token of the session of whoever will. */
export interface Bookable {
  token: string;
  instructorId: string;
  offeringId: string;
  startAt: number;
  durationMinutes: number;
  locationType: LocationType;
}

type Lesson = Omit<Bookable, "token">;
interface Window {
  start: number;
  end: number;
}

/**
 * Lessons that can all be booked, in any order: free starts of many instructors as the public
 * availability shows them, each for one of many students who are signed in.
 */
export async function prepareBookables(
  market: Market,
  instructorIds: readonly string[],
): Promise<Bookable[]> {
  const tokens = await createStudents(market.db);
  const lessons: Lesson[] = [];
  for (const id of instructorIds) lessons.push(...(await listLessons(market, id)));
  lessons.sort((a, b) => a.startAt - b.startAt);
  const bookables = lessons.map((lesson, index) => ({
    ...lesson,
    token: tokens[index % STUDENTS] as string,
  }));
  return inMixedOrder(bookables);
}

async function createStudents(db: D1Database): Promise<string[]> {
  const now = Date.now();
  const tokens = Array.from({ length: STUDENTS }, (_, index) => `bench-student-${index}`);
  const ids = tokens.map((_, index) => numberedId(index));
  const users = ids.map((id, index) => ({
    id,
    email: `student-${index}@bench.test`,
    passwordHash: "none",
    firstName: "Bench",
    lastName: "Student",
    timezone: "America/New_York",
    status: "active" as const,
    createdAt: now,
    updatedAt: now,
  }));
  const sessions = await Promise.all(
    tokens.map(async (token, index) => ({
      id: numberedId(index),
      userId: ids[index] as string,
      tokenHash: await sha256Hex(token),
      userAgent: "bench",
      createdAt: now,
      lastSeenAt: now,
      expiresAt: now + DAY_MS,
    })),
  );
  await db.batch([
    ...insertStatements(db, schema.users, users),
    ...insertStatements(
      db,
      schema.userRoles,
      ids.map((userId) => ({ userId, role: "student", grantedAt: now })),
    ),
    ...insertStatements(db, schema.sessions, sessions),
  ]);
  return tokens;
}

function numberedId(number: number): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(12, number);
  return toId(bytes);
}

/** The instructor's shortest lesson, as often as it fits with the buffer in between. */
async function listLessons({ served, rows }: Market, instructorId: string): Promise<Lesson[]> {
  const instructor = rows.instructors.find(({ id }) => id === instructorId);
  const offering = rows.offerings.find((one) => one.instructorId === instructorId && one.isActive);
  if (!instructor || !offering) return [];
  const durationMinutes = Math.min(...offering.durationOptions);
  const lesson = {
    instructorId,
    offeringId: offering.id,
    durationMinutes,
    locationType: offering.locationTypes[0] as LocationType,
  };
  const lessons: Lesson[] = [];
  let earliest = 0;
  for (const { start, end } of await listFreeWindows(served.url, instructorId)) {
    const lastStart = end - durationMinutes * MINUTE_MS;
    // A window may begin between two quarters, after somebody's lesson and buffer; no lesson does.
    let startAt = toNextQuarter(Math.max(start, earliest));
    for (; startAt <= lastStart; startAt = earliest) {
      lessons.push({ ...lesson, startAt });
      const blockedUntil = startAt + (durationMinutes + instructor.bufferMinutes) * MINUTE_MS;
      earliest = toNextQuarter(blockedUntil);
    }
  }
  return lessons;
}

function toNextQuarter(instant: number): number {
  return Math.ceil(instant / QUARTER_MS) * QUARTER_MS;
}

async function listFreeWindows(url: string, instructorId: string): Promise<Window[]> {
  // From after tomorrow, so that the minimum notice does not overtake a run.
  const from = addDays(localDateOf(Date.now(), "UTC"), 2);
  const range = `start_date=${from}&end_date=${addDays(from, DAYS_AHEAD)}`;
  const answer = await fetch(`${url}/api/public/instructors/${instructorId}/availability?${range}`);
  if (!answer.ok) throw new Error(`No availability: ${answer.status} ${await answer.text()}`);
  const { availability_by_date: days } = (await answer.json()) as {
    availability_by_date: Record<
      string,
      { available_slots: { start_at: string; end_at: string }[] }
    >;
  };
  return Object.values(days).flatMap(({ available_slots }) =>
    available_slots.map(({ start_at, end_at }) => ({
      start: Date.parse(start_at),
      end: Date.parse(end_at),
    })),
  );
}

/** The same mixed order every time: steps that share no divisor with the length reach everything. */
function inMixedOrder<T>(items: readonly T[]): T[] {
  const step = [7919, 7907, 7901].find((prime) => items.length % prime !== 0) ?? 1;
  return items.map((_, index) => items[(index * step) % items.length] as T);
}
