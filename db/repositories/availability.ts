import { type SQL, sql } from "drizzle-orm";
import { type AccountStatus, displayName } from "../../worker/domain/actor.ts";
import type { AvailabilityInputs, LocalRange } from "../../worker/domain/availability.ts";
import { LONGEST_LESSON_MS } from "../../worker/domain/booking.ts";
import type { LocalDate, Weekday } from "../../worker/domain/local-time.ts";
import type { Database } from "../client.ts";

/** An instructor with all that decides their availability between two local dates. */
export interface AvailabilityRecord {
  instructorId: string;
  displayName: string;
  status: AccountStatus;
  version: number;
  inputs: AvailabilityInputs;
}

interface InstructorRow {
  id: string;
  first_name: string;
  last_name: string;
  status: AccountStatus;
  timezone: string;
  minimum_notice_hours: number;
  buffer_minutes: number;
  availability_version: number;
}

export interface HoursRow {
  instructor_id: string;
  kind: "weekly" | "date" | "blackout";
  weekday: Weekday | null;
  from_on: LocalDate | null;
  to_on: LocalDate | null;
  start_minute: number | null;
  end_minute: number | null;
}

interface BusyRow {
  instructor_id: string;
  kind: "taught" | "taken";
  start_at: number;
  end_at: number;
}

export type AvailabilityRepository = ReturnType<typeof createAvailabilityRepository>;

export function createAvailabilityRepository(db: Database) {
  return {
    /** One batch of three statements; ids that are no instructor's are absent from the answer. */
    async listRecords(ids: readonly string[], from: LocalDate, to: LocalDate) {
      // One id needs no list, and reading a list costs rows.
      const idList =
        ids.length === 1
          ? sql`(${ids[0]})`
          : sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
      return toRecords(...(await db.allOf<RecordRows>(recordQueries(idList, from, to))));
    },

    /** The version now in the database, or null for no such instructor. */
    async findVersion(instructorId: string): Promise<number | null> {
      const rows = await db.all<{ availability_version: number }>(
        sql`SELECT availability_version FROM instructors WHERE id = ${instructorId}`,
      );
      return rows[0]?.availability_version ?? null;
    },
  };
}

/** What `recordQueries` answer, in their order. */
export type RecordRows = [InstructorRow, HoursRow, BusyRow];

/** All that decides the availability of the instructors in `idList` between two dates. */
export function recordQueries(idList: SQL, from: LocalDate, to: LocalDate): [SQL, SQL, SQL] {
  return [
    instructorsQuery(idList),
    hoursQuery(idList, from, to, null),
    busyQuery(idList, dayMs(from, -1), dayMs(to, 2)),
  ];
}

export function toRecords(
  instructorRows: InstructorRow[],
  hoursRows: HoursRow[],
  busyRows: BusyRow[],
): Map<string, AvailabilityRecord> {
  const records = new Map(instructorRows.map((row) => [row.id, toRecord(row)]));
  for (const row of hoursRows) addHours(records.get(row.instructor_id)?.inputs, row);
  for (const { instructor_id, kind, start_at, end_at } of busyRows) {
    records.get(instructor_id)?.inputs[kind].push({ start: start_at, end: end_at });
  }
  return records;
}

function instructorsQuery(idList: SQL): SQL {
  return sql`SELECT i.id AS id, u.first_name AS first_name, u.last_name AS last_name,
      u.status AS status, i.timezone AS timezone, i.minimum_notice_hours AS minimum_notice_hours,
      i.buffer_minutes AS buffer_minutes, i.availability_version AS availability_version
    FROM instructors AS i JOIN users AS u ON u.id = i.id WHERE i.id IN ${idList}`;
}

/** Hours of the weekdays (null: of all), of the dates from `from` to `to`, and their blackouts. */
export function hoursQuery(
  idList: SQL,
  from: LocalDate,
  to: LocalDate,
  weekdays: readonly Weekday[] | null,
): SQL {
  const onlyOn = weekdays ? sql`AND weekday IN ${weekdays}` : sql``;
  return sql`SELECT instructor_id, 'weekly' AS kind, weekday, NULL AS from_on, NULL AS to_on, start_minute, end_minute
      FROM availability_hours WHERE instructor_id IN ${idList} AND date IS NULL ${onlyOn}
    UNION ALL
    SELECT instructor_id, 'date', NULL, date, date, start_minute, end_minute
      FROM availability_hours WHERE instructor_id IN ${idList} AND date BETWEEN ${from} AND ${to}
    UNION ALL
    SELECT instructor_id, 'blackout', NULL, start_on, end_on, NULL, NULL
      FROM blackouts WHERE instructor_id IN ${idList} AND end_on >= ${from} AND start_on <= ${to}`;
}

/** Confirmed lessons that overlap `[fromAt, toAt)`, given and taken. */
function busyQuery(idList: SQL, fromAt: number, toAt: number): SQL {
  return sql`SELECT instructor_id, 'taught' AS kind, start_at, end_at FROM bookings
      WHERE status = 'confirmed' AND instructor_id IN ${idList}
        AND start_at > ${fromAt - LONGEST_LESSON_MS} AND start_at < ${toAt}
    UNION ALL
    SELECT student_id, 'taken', start_at, end_at FROM bookings
      WHERE status = 'confirmed' AND student_id IN ${idList}
        AND start_at > ${fromAt - LONGEST_LESSON_MS} AND start_at < ${toAt}`;
}

/** UTC midnight of the date, `days` later. Zones reach 14 hours to both sides of it. */
function dayMs(date: LocalDate, days: number): number {
  return Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
}

function toRecord(row: InstructorRow): AvailabilityRecord {
  return {
    instructorId: row.id,
    displayName: displayName(row.first_name, row.last_name),
    status: row.status,
    version: row.availability_version,
    inputs: emptyInputs(row),
  };
}

/** The inputs of an instructor's row, with hours and lessons still to come. */
export function emptyInputs(
  row: Pick<InstructorRow, "timezone" | "minimum_notice_hours" | "buffer_minutes">,
): AvailabilityInputs {
  return {
    timezone: row.timezone,
    minimumNoticeMinutes: row.minimum_notice_hours * 60,
    bufferMinutes: row.buffer_minutes,
    weekly: {},
    dates: {},
    blackouts: [],
    taught: [],
    taken: [],
  };
}

export function addHours(inputs: AvailabilityInputs | undefined, row: HoursRow): void {
  if (!inputs) return;
  if (row.kind === "blackout" && row.from_on && row.to_on) {
    inputs.blackouts.push({ startOn: row.from_on, endOn: row.to_on });
  } else if (row.kind === "weekly" && row.weekday) {
    inputs.weekly[row.weekday] = [...(inputs.weekly[row.weekday] ?? []), ...toRanges(row)];
  } else if (row.from_on) {
    inputs.dates[row.from_on] = [...(inputs.dates[row.from_on] ?? []), ...toRanges(row)];
  }
}

/** A date row without a range says that the date is closed. */
function toRanges({ start_minute, end_minute }: HoursRow): LocalRange[] {
  return start_minute === null || end_minute === null
    ? []
    : [{ startMinute: start_minute, endMinute: end_minute }];
}
