import { type SQL, sql } from "drizzle-orm";
import type { DateWindow } from "../../worker/domain/availability.ts";
import { type Booking, LONGEST_LESSON_MS } from "../../worker/domain/booking.ts";
import type { HoursChange, StoredHoursEntry } from "../../worker/domain/hours-edit.ts";
import { addDays, type LocalDate, localDateOf } from "../../worker/domain/local-time.ts";
import type { Blackout, TeachingHours } from "../../worker/domain/week.ts";
import type { Database } from "../client.ts";
import { type BookingRow, selectBookings, toBooking } from "./booking-rows.ts";

/** Hours as read, with their rows and the version that tells whether anything changed since. */
export interface HoursRecord {
  version: number;
  hours: TeachingHours;
  rows: StoredHoursEntry[];
}

interface InstructorRow {
  timezone: string;
  version: number;
}

type HoursRows = [InstructorRow, StoredHoursEntry, Blackout];

const DAY_MS = 86_400_000;
/** More days off than anybody plans at once. */
const MOST_UPCOMING = 100;

export type HoursEditorRepository = ReturnType<typeof createHoursEditorRepository>;

export function createHoursEditorRepository(db: Database) {
  return {
    /** The weekly hours and those of the dates in at most four windows. Null for no such instructor. */
    async load(instructorId: string, windows: readonly DateWindow[]): Promise<HoursRecord | null> {
      return toRecord(...(await db.allOf<HoursRows>(hoursQueries(instructorId, windows))));
    },

    /** Seven days from `start` with the lessons around them, soonest first. One round trip. */
    async loadWeek(
      instructorId: string,
      start: LocalDate,
    ): Promise<{ hours: TeachingHours; lessons: Booking[] } | null> {
      const window = { from: start, to: addDays(start, 6) };
      const [instructors, entries, blackouts, lessons] = await db.allOf<[...HoursRows, BookingRow]>(
        [...hoursQueries(instructorId, [window]), lessonsQuery(instructorId, window)],
      );
      const record = toRecord(instructors, entries, blackouts);
      return record && { hours: record.hours, lessons: lessons.map(toBooking) };
    },

    /**
     * The weekly hours, or a week with the lessons around it, and the next blackouts, among them
     * those that are over since yesterday. One round trip.
     */
    async loadOverview(
      instructorId: string,
      start: LocalDate | null,
      now: number,
    ): Promise<{ hours: TeachingHours; lessons: Booking[]; upcomingBlackouts: Blackout[] } | null> {
      const windows = start === null ? [] : [{ from: start, to: addDays(start, 6) }];
      const [instructors, entries, blackouts, upcomingBlackouts, lessons] = await db.allOf<
        [...HoursRows, Blackout, BookingRow]
      >([
        ...hoursQueries(instructorId, windows),
        // The instructor's date is at most a day behind that of UTC.
        sql`SELECT id, start_on AS startOn, end_on AS endOn, reason FROM blackouts
          WHERE instructor_id = ${instructorId} AND end_on >= ${localDateOf(now - DAY_MS, "UTC")}
          ORDER BY start_on, end_on, id LIMIT ${MOST_UPCOMING}`,
        windows[0] ? lessonsQuery(instructorId, windows[0]) : selectBookings(sql`WHERE 0`),
      ]);
      const record = toRecord(instructors, entries, blackouts);
      return record && { hours: record.hours, lessons: lessons.map(toBooking), upcomingBlackouts };
    },

    /**
     * Writes the change and raises the version, all in one transaction; false, and nothing written,
     * when the version is not `version` any more.
     */
    async save(
      instructorId: string,
      version: number,
      { removedIds, added }: HoursChange,
      timezone: string,
      now: number,
    ): Promise<boolean> {
      const isUnchanged = sql`EXISTS (SELECT 1 FROM instructors
        WHERE id = ${instructorId} AND availability_version = ${version})`;
      const field = (name: string) => sql`json_extract(value, ${`$.${name}`})`;
      const results = await db.batch([
        ...(removedIds.length > 0
          ? [
              sql`DELETE FROM availability_hours
                WHERE id IN (SELECT value FROM json_each(${JSON.stringify(removedIds)}))
                  AND ${isUnchanged}`,
            ]
          : []),
        ...(added.length > 0
          ? [
              sql`INSERT INTO availability_hours
                  (instructor_id, weekday, date, start_minute, end_minute)
                SELECT ${instructorId}, ${field("weekday")}, ${field("date")},
                  ${field("startMinute")}, ${field("endMinute")}
                FROM json_each(${JSON.stringify(added)}) WHERE ${isUnchanged}`,
            ]
          : []),
        sql`UPDATE instructors SET availability_version = availability_version + 1,
            timezone = ${timezone}, updated_at = ${now}
          WHERE id = ${instructorId} AND availability_version = ${version}`,
      ]);
      return (results.at(-1)?.meta.changes ?? 0) > 0;
    },
  };
}

/** An erased person has no hours to edit. */
function hoursQueries(instructorId: string, windows: readonly DateWindow[]): [SQL, SQL, SQL] {
  const from = windows.map((window) => window.from).sort()[0] ?? "";
  const to =
    windows
      .map((window) => window.to)
      .sort()
      .at(-1) ?? "";
  const columns = sql`SELECT id, weekday, date, start_minute AS startMinute,
    end_minute AS endMinute FROM availability_hours WHERE instructor_id = ${instructorId}`;
  const arms = [
    sql`${columns} AND date IS NULL`,
    ...windows.map((window) => sql`${columns} AND date BETWEEN ${window.from} AND ${window.to}`),
  ];
  return [
    sql`SELECT i.timezone AS timezone, i.availability_version AS version
      FROM instructors AS i JOIN users AS u ON u.id = i.id
      WHERE i.id = ${instructorId} AND u.erased_at IS NULL`,
    // Windows may overlap: UNION gives each row once.
    sql.join(arms, sql` UNION `),
    sql`SELECT id, start_on AS startOn, end_on AS endOn, reason FROM blackouts
      WHERE instructor_id = ${instructorId} AND end_on >= ${from} AND start_on <= ${to}
      ORDER BY start_on, id`,
  ];
}

/** All that can lie in the window in any zone; cancelled lessons take no time. */
function lessonsQuery(instructorId: string, { from, to }: DateWindow): SQL {
  const fromAt = Date.parse(addDays(from, -1)) - LONGEST_LESSON_MS;
  return selectBookings(sql`WHERE b.instructor_id = ${instructorId} AND b.status <> 'cancelled'
    AND b.start_at >= ${fromAt} AND b.start_at < ${Date.parse(addDays(to, 2))}
    ORDER BY b.start_at, b.id`);
}

function toRecord(
  [instructor]: InstructorRow[],
  rows: StoredHoursEntry[],
  blackouts: Blackout[],
): HoursRecord | null {
  if (!instructor) return null;
  const hours: TeachingHours = { timezone: instructor.timezone, weekly: {}, dates: {}, blackouts };
  for (const { weekday, date, startMinute, endMinute } of rows) {
    const ranges = startMinute === null || endMinute === null ? [] : [{ startMinute, endMinute }];
    if (weekday !== null) hours.weekly[weekday] = [...(hours.weekly[weekday] ?? []), ...ranges];
    else if (date !== null) hours.dates[date] = [...(hours.dates[date] ?? []), ...ranges];
  }
  return { version: instructor.version, hours, rows };
}
