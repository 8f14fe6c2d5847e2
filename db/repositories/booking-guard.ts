import { type SQL, sql } from "drizzle-orm";
import { LONGEST_LESSON_MS } from "../../worker/domain/booking.ts";

/** Two people and the time they would spend together. */
export interface LessonTime {
  instructorId: string;
  studentId: string;
  startAt: number;
  endAt: number;
}

export interface ConflictRow {
  instructorBusy: number;
  studentBusy: number;
}

/** One row that says whether either person is busy then, in whichever role. */
export function conflictsQuery(lesson: LessonTime): SQL {
  return sql`SELECT ${instructorBusy(lesson)} AS instructorBusy, ${studentBusy(lesson)} AS studentBusy`;
}

/** The condition under which a lesson may be written. */
export function noConflict(lesson: LessonTime): SQL {
  return sql`NOT ${instructorBusy(lesson)} AND NOT ${studentBusy(lesson)}`;
}

/** Rule: the buffer is kept around the lessons the instructor gives, and only around those. */
function instructorBusy({ instructorId, startAt, endAt }: LessonTime): SQL {
  return sql`(EXISTS (SELECT 1 FROM instructors AS i JOIN bookings AS b ON b.instructor_id = i.id
      WHERE i.id = ${instructorId} AND b.status = 'confirmed'
        AND b.start_at > ${startAt - LONGEST_LESSON_MS} - i.buffer_minutes * 60000
        AND b.start_at < ${endAt} + i.buffer_minutes * 60000
        AND b.end_at > ${startAt} - i.buffer_minutes * 60000)
    OR ${overlapExists(sql`student_id`, instructorId, startAt, endAt)})`;
}

function studentBusy({ studentId, startAt, endAt }: LessonTime): SQL {
  return sql`(${overlapExists(sql`student_id`, studentId, startAt, endAt)}
    OR ${overlapExists(sql`instructor_id`, studentId, startAt, endAt)})`;
}

/** Looks only at lessons that can reach the time at all, so the cost does not grow with history. */
function overlapExists(column: SQL, personId: string, startAt: number, endAt: number): SQL {
  return sql`EXISTS (SELECT 1 FROM bookings WHERE status = 'confirmed' AND ${column} = ${personId}
    AND start_at > ${startAt - LONGEST_LESSON_MS} AND start_at < ${endAt} AND end_at > ${startAt})`;
}
