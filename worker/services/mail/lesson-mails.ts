import type { LessonSnapshot } from "../../domain/email.ts";
import { formatDuration, formatMoment, formatMoney, zoneLabel } from "../../domain/format.ts";
import { greeting, type Template } from "./content.ts";

const PARTIES = { student: "the student", instructor: "the instructor", admin: "our staff" };

export const lessonBookedMail: Template<"lesson_booked"> = ({ recipient, data, siteUrl }) => ({
  subject: `Booked: ${titleOf(data)}`,
  paragraphs: [
    greeting(recipient.firstName),
    `${titleOf(data)} is booked for ${momentOf(data.startAt, recipient.timezone)}.`,
    `${formatDuration(data.durationMinutes)}, ${formatMoney(data.priceCents)}.`,
  ],
  action: { label: "See the lesson", url: urlOf(data, siteUrl) },
});

export const lessonRescheduledMail: Template<"lesson_rescheduled"> = (input) => {
  const { recipient, data, siteUrl } = input;
  return {
    subject: `Moved: ${titleOf(data)}`,
    paragraphs: [
      greeting(recipient.firstName),
      `${titleOf(data)} was moved by ${partyOf(data, data.movedBy)}.`,
      `It was to be ${momentOf(data.oldStartAt, recipient.timezone)}. Now it is ${momentOf(data.startAt, recipient.timezone)}.`,
    ],
    action: { label: "See the lesson", url: urlOf(data, siteUrl) },
  };
};

export const lessonCancelledMail: Template<"lesson_cancelled"> = (input) => {
  const { recipient, data, siteUrl } = input;
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
  };
};

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
