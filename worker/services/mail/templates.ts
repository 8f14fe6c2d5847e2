import type { EmailKind } from "../../domain/email.ts";
import { emailVerificationMail, passwordChangedMail, passwordResetMail } from "./account-mails.ts";
import { alertRaisedMail } from "./alert-mails.ts";
import type { Template } from "./content.ts";
import {
  lessonBookedMail,
  lessonCancelledMail,
  lessonReminderMail,
  lessonRescheduledMail,
} from "./lesson-mails.ts";
import { serviceAvailableMail } from "./service-mails.ts";

/** What each kind of mail says. Complete: a kind without a template does not compile. */
export const TEMPLATES: Readonly<{ [Kind in EmailKind]: Template<Kind> }> = {
  password_reset: passwordResetMail,
  email_verification: emailVerificationMail,
  password_changed: passwordChangedMail,
  lesson_reminder: lessonReminderMail,
  service_available: serviceAvailableMail,
  lesson_booked: lessonBookedMail,
  lesson_rescheduled: lessonRescheduledMail,
  lesson_cancelled: lessonCancelledMail,
  alert_raised: alertRaisedMail,
};

/** Null for a kind that an older or newer version has written. */
export function findTemplate(kind: string): Template<EmailKind> | null {
  // What lies in the outbox was written as this kind's data.
  return Object.hasOwn(TEMPLATES, kind)
    ? (TEMPLATES[kind as EmailKind] as Template<EmailKind>)
    : null;
}
