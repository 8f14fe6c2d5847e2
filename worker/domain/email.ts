import type { Finding } from "./alerts.ts";
import type { Booking } from "./booking.ts";
import type { LocationType } from "./catalog.ts";

/** A lesson as it was when something happened to it, for the mail to one of its two people. */
export interface LessonSnapshot {
  bookingId: string;
  /** Of whoever the mail goes to. */
  role: "student" | "instructor";
  startAt: number;
  endAt: number;
  /** The zone the lesson was made in. */
  timezone: string;
  durationMinutes: number;
  serviceName: string;
  /** The other party as first name and last initial. */
  otherName: string;
  priceCents: number;
  locationType: LocationType;
  sequence: number;
}

/** The lesson as it is now, for one of its two people. */
export function toLessonSnapshot(lesson: Booking, role: LessonSnapshot["role"]): LessonSnapshot {
  const other = role === "student" ? lesson.instructor : lesson.student;
  return {
    bookingId: lesson.id,
    role,
    startAt: lesson.startAt,
    endAt: lesson.endAt,
    timezone: lesson.timezone,
    durationMinutes: lesson.durationMinutes,
    serviceName: lesson.serviceName,
    otherName: other.displayName,
    priceCents: lesson.priceCents,
    locationType: lesson.locationType,
    sequence: lesson.sequence,
  };
}

/** Rule: a lesson is reminded of twice, so many hours before. */
export type ReminderHours = 24 | 2;

/** What each kind of mail tells, as it lies in the outbox. Nothing here is a secret of a link. */
export interface EmailData {
  /** To whatever address somebody typed: whether it has an account is found out when it is sent. */
  password_reset: Record<string, never>;
  email_verification: Record<string, never>;
  password_changed: Record<string, never>;
  service_available: { serviceSlug: string; serviceName: string };
  lesson_booked: LessonSnapshot;
  lesson_rescheduled: LessonSnapshot & {
    oldStartAt: number;
    movedBy: "student" | "instructor";
  };
  lesson_cancelled: LessonSnapshot & {
    cancelledBy: "student" | "instructor" | "admin";
    reason: string;
    feePercent: number;
    feeCents: number;
  };
  lesson_reminder: LessonSnapshot & { hoursBefore: ReminderHours };
  alert_raised: Finding;
}

export type EmailKind = keyof EmailData;

/** A mail to be written into the outbox, to an account or to an address. */
export type NewEmail = {
  [Kind in EmailKind]: {
    id: string;
    kind: Kind;
    to: { userId: string } | { address: string };
    data: EmailData[Kind];
    /** Where a mail may exist once only. */
    dedupeKey?: string;
  };
}[EmailKind];

const MINUTE_MS = 60_000;
const LONGEST_RETRY_DELAY_MS = 6 * 60 * MINUTE_MS;

/** A mail that could not be sent this often, over half a day, is given up. */
export const MAIL_ATTEMPTS_AT_MOST = 8;

/** How long to wait after the n-th attempt (from 1) failed: a minute, three, nine … six hours. */
export function mailRetryDelayMs(attempt: number): number {
  return Math.min(MINUTE_MS * 3 ** (attempt - 1), LONGEST_RETRY_DELAY_MS);
}
