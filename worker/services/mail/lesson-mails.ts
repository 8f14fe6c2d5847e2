import type { LessonSnapshot } from "../../domain/email.ts";
import {
  formatDate,
  formatDuration,
  formatMoment,
  formatMoney,
  formatTime,
  zoneLabel,
} from "../../domain/format.ts";
import { toCalendar } from "../../domain/ical.ts";
import { toEvent } from "../../domain/lesson-event.ts";
import { addDays, localDateOf } from "../../domain/local-time.ts";
import type { MailAttachment } from "../../platform/mailer.ts";
import { greeting, type Template } from "./content.ts";

const PARTIES = { student: "the student", instructor: "the instructor", admin: "our staff" };

export const lessonBookedMail: Template<"lesson_booked"> = ({ recipient, data, siteUrl, now }) => ({
  subject: `Booked: ${titleOf(data)}`,
  paragraphs: [
    greeting(recipient.firstName),
    `${titleOf(data)} is booked for ${momentOf(data.startAt, recipient.timezone)}.`,
    `${formatDuration(data.durationMinutes)}, ${formatMoney(data.priceCents)}.`,
  ],
  action: { label: "See the lesson", url: urlOf(data, siteUrl) },
  attachments: [calendarFile(data, siteUrl, now)],
});

export const lessonRescheduledMail: Template<"lesson_rescheduled"> = (input) => {
  const { recipient, data, siteUrl, now } = input;
  return {
    subject: `Moved: ${titleOf(data)}`,
    paragraphs: [
      greeting(recipient.firstName),
      `${titleOf(data)} was moved by ${partyOf(data, data.movedBy)}.`,
      `It was to be ${momentOf(data.oldStartAt, recipient.timezone)}. Now it is ${momentOf(data.startAt, recipient.timezone)}.`,
    ],
    action: { label: "See the lesson", url: urlOf(data, siteUrl) },
    attachments: [calendarFile(data, siteUrl, now)],
  };
};

export const lessonCancelledMail: Template<"lesson_cancelled"> = (input) => {
  const { recipient, data, siteUrl, now } = input;
  const fee = `Cancelling cost ${formatMoney(data.feeCents)} (${data.feePercent}% of the price).`;
  return {
    subject: `Cancelled: ${titleOf(data)}`,
    paragraphs: [
      greeting(recipient.firstName),
      `${titleOf(data)} of ${momentOf(data.startAt, recipient.timezone)} was cancelled by ${partyOf(data, data.cancelledBy)}.`,
      // Gone when whoever wrote it has been erased.
      ...(data.reason ? [`The reason: ${data.reason}`] : []),
      data.feeCents > 0 ? fee : "Cancelling cost nothing.",
    ],
    action: { label: "See the lesson", url: urlOf(data, siteUrl) },
    attachments: [calendarFile(data, siteUrl, now, true)],
  };
};

/** Nothing for a lesson that was cancelled, moved or has begun since the reminder was written. */
export const lessonReminderMail: Template<"lesson_reminder"> = async (input) => {
  const { recipient, data, siteUrl, now, findLesson } = input;
  const lesson = await findLesson(data.bookingId);
  const isStill = lesson?.status === "confirmed" && lesson.startAt === data.startAt;
  if (!isStill || now >= data.startAt) return null;
  const day = dayWord(data.startAt, now, recipient.timezone);
  const when = `${day} at ${formatTime(data.startAt, recipient.timezone)}`;
  return {
    subject: `${when}: ${titleOf(data)}`,
    paragraphs: [
      greeting(recipient.firstName),
      `A reminder: ${titleOf(data)} is ${momentOf(data.startAt, recipient.timezone)}.`,
      `${formatDuration(data.durationMinutes)}, ${formatMoney(data.priceCents)}.`,
    ],
    action: { label: "See the lesson", url: urlOf(data, siteUrl) },
    footnotes: ["Cannot make it? Move or cancel the lesson on its page, the sooner the better."],
  };
};

/** As the reader's own calendar has it, also where the lesson's zone is already on the next day. */
function dayWord(startAt: number, now: number, zone: string): string {
  const [today, day] = [localDateOf(now, zone), localDateOf(startAt, zone)];
  if (day === today) return "Today";
  return day === addDays(today, 1) ? "Tomorrow" : formatDate(day);
}

/** Programs know by its number that it is a newer version of what they have. */
function calendarFile(
  data: LessonSnapshot,
  siteUrl: string,
  now: number,
  isCancelled = false,
): MailAttachment {
  const event = toEvent(data, { siteUrl, changedAt: now, isCancelled });
  return {
    filename: "lesson.ics",
    content: toCalendar("iNSTAiNSTRU lessons", [event]),
    contentType: "text/calendar; charset=utf-8",
  };
}

function titleOf({ serviceName, otherName }: LessonSnapshot): string {
  return `${serviceName} with ${otherName}`;
}

function momentOf(instant: number, zone: string): string {
  return `${formatMoment(instant, zone)} (${zoneLabel(zone)})`;
}

function partyOf(data: LessonSnapshot, party: keyof typeof PARTIES): string {
  return party === data.role ? "you" : PARTIES[party];
}

function urlOf({ bookingId }: LessonSnapshot, siteUrl: string): string {
  return `${siteUrl}/lessons/${bookingId}`;
}
