import type { Booking } from "./booking.ts";
import { formatDuration, formatMoney, placeLabel } from "./format.ts";
import type { CalendarEvent } from "./ical.ts";

/**
 * A lesson in the calendar of one of its two people. It names the other as first name and initial, and
 * leaves out what is private to either.
 */
export function toLessonEvent(lesson: Booking, personId: string, siteUrl: string): CalendarEvent {
  const isStudent = lesson.student.id === personId;
  const other = isStudent ? lesson.instructor : lesson.student;
  const url = `${siteUrl}/lessons/${lesson.id}`;
  const place = placeLabel(lesson.locationType, isStudent ? "student" : "anyone");
  const description = [
    `${formatDuration(lesson.durationMinutes)}, ${formatMoney(lesson.priceCents)}.`,
    ...(lesson.studentNote ? [`Note: ${lesson.studentNote}`] : []),
    url,
  ].join("\n");
  return {
    uid: `${lesson.id}@instainstru`,
    sequence: lesson.sequence,
    startAt: lesson.startAt,
    endAt: lesson.endAt,
    changedAt: lesson.updatedAt,
    summary: `${lesson.serviceName} with ${other.displayName}`,
    description,
    location: lesson.locationDetail ? `${place}: ${lesson.locationDetail}` : place,
    url,
    isCancelled: lesson.status === "cancelled",
  };
}
