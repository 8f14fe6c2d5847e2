import { type SQL, sql } from "drizzle-orm";
import type { Booking } from "../../worker/domain/booking.ts";
import { isAbort } from "../errors.ts";

/** Two people and the time they would spend together. */
export interface LessonTime {
  instructorId: string;
  studentId: string;
  startAt: number;
  endAt: number;
  /** The lesson that is to be moved there, if it is one: it does not stand in its own way. */
  exceptId?: string;
}

/** A lesson that is to be written, as the guard looks at it. */
export function toLessonTime({ instructor, student, startAt, endAt }: Booking): LessonTime {
  return { instructorId: instructor.id, studentId: student.id, startAt, endAt };
}

/** Who has another lesson then: the instructor, or else the student. */
export type Conflict = "slot_taken" | "student_conflict";

interface ConflictRow {
  instructorBusy: number;
  studentBusy: number;
}

/** One row that says whether either person is busy then, in whichever role. */
export function conflictsQuery(lesson: LessonTime): SQL {
  return sql`SELECT ${instructorBusy(lesson)} AS instructorBusy, ${studentBusy(lesson)} AS studentBusy`;
}

/** What `conflictsQuery` gives; null also where it was not asked. */
export function toConflict(result: D1Result | undefined): Conflict | null {
  const [row] = (result?.results ?? []) as ConflictRow[];
  if (row?.instructorBusy) return "slot_taken";
  return row?.studentBusy ? "student_conflict" : null;
}

/** The conflict for which a trigger broke off a batch. Throws any other error. */
export function toAbortedConflict(error: unknown): Conflict {
  if (isAbort(error, "slot_taken")) return "slot_taken";
  if (isAbort(error, "student_conflict")) return "student_conflict";
  throw error;
}

/** The condition under which a lesson may be written. */
export function noConflict(lesson: LessonTime): SQL {
  return sql`NOT ${instructorBusy(lesson)} AND NOT ${studentBusy(lesson)}`;
}

/** Rule: the buffer is kept around the lessons the instructor gives, and only around those. */
function instructorBusy(lesson: LessonTime): SQL {
  const { instructorId, startAt, endAt } = lesson;
  const buffer = sql`i.buffer_minutes * 60000`;
  return sql`(EXISTS (SELECT 1 FROM instructors AS i WHERE i.id = ${instructorId} AND
      ${lastEndBefore(sql`instructor_id`, lesson, sql`${endAt} + ${buffer}`)} > ${startAt} - ${buffer})
    OR ${isBusy(sql`student_id`, instructorId, lesson)})`;
}

function studentBusy(lesson: LessonTime): SQL {
  return sql`(${isBusy(sql`student_id`, lesson.studentId, lesson)}
    OR ${isBusy(sql`instructor_id`, lesson.studentId, lesson)})`;
}

function isBusy(role: SQL, personId: string, lesson: LessonTime): SQL {
  const { startAt, endAt } = lesson;
  return sql`coalesce(${lastEndBefore(role, lesson, sql`${endAt}`, personId)} > ${startAt}, 0)`;
}

/**
 * When the last of a person's lessons that begins before `bound` ends. The triggers let none of them
 * overlap, so no earlier one ends later: one row says it all, whatever the day and the history.
 */
function lastEndBefore(
  role: SQL,
  lesson: LessonTime,
  bound: SQL,
  personId = lesson.instructorId,
): SQL {
  const other = lesson.exceptId === undefined ? sql`` : sql`AND id <> ${lesson.exceptId}`;
  return sql`(SELECT end_at FROM bookings WHERE status = 'confirmed' AND ${role} = ${personId}
    AND start_at < ${bound} ${other} ORDER BY start_at DESC LIMIT 1)`;
}
