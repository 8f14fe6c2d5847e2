import type { Booking } from "./booking.ts";
import { type LessonSnapshot, toLessonSnapshot } from "./email.ts";
import { formatDuration, formatMoney, placeLabel } from "./format.ts";
import type { CalendarEvent } from "./ical.ts";

/** What a calendar tells of a lesson beside what a snapshot of it holds. */
interface EventFacts {
  siteUrl: string;
  changedAt: number;
  isCancelled: boolean;
  locationDetail?: string | null;
  studentNote?: string | null;
}

/** A lesson in the calendar of one of its two people, who must not see more of the other than a name. */
export function toLessonEvent(lesson: Booking, personId: string, siteUrl: string): CalendarEvent {
  const role = lesson.student.id === personId ? "student" : "instructor";
  return toEvent(toLessonSnapshot(lesson, role), {
    siteUrl,
    changedAt: lesson.updatedAt,
    isCancelled: lesson.status === "cancelled",
    locationDetail: lesson.locationDetail,
    studentNote: lesson.studentNote,
  });
}

/** The same event from what a mail knows: the address of a lesson does not travel with mails. */
export function toEvent(snapshot: LessonSnapshot, facts: EventFacts): CalendarEvent {
  const { siteUrl, changedAt, isCancelled, locationDetail, studentNote } = facts;
  const url = `${siteUrl}/lessons/${snapshot.bookingId}`;
  const place = placeLabel(snapshot.locationType, snapshot.role);
  const description = [
    `${formatDuration(snapshot.durationMinutes)}, ${formatMoney(snapshot.priceCents)}.`,
    ...(studentNote ? [`Note: ${studentNote}`] : []),
    url,
  ].join("\n");
  return {
    uid: `${snapshot.bookingId}@instainstru`,
    sequence: snapshot.sequence,
    startAt: snapshot.startAt,
    endAt: snapshot.endAt,
    changedAt,
    summary: `${snapshot.serviceName} with ${snapshot.otherName}`,
    description,
    location: locationDetail ? `${place}: ${locationDetail}` : place,
    url,
    isCancelled,
  };
}
