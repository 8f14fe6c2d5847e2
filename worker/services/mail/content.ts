import type { AccountTokenKind } from "../../domain/account-token.ts";
import type { BookingStatus } from "../../domain/booking.ts";
import type { EmailData, EmailKind } from "../../domain/email.ts";
import type { MailAttachment } from "../../platform/mailer.ts";

/** What a mail says, without any markup; the one layout makes HTML and text of it. */
export interface MailContent {
  subject: string;
  /** Each may hold anything, also what people typed. */
  paragraphs: readonly string[];
  /** The one thing to do: a button, and in text its address. */
  action?: { label: string; url: string };
  /** Small print under it. */
  footnotes?: readonly string[];
  attachments?: readonly MailAttachment[];
}

/** Whoever the mail goes to, as the account says while it is sent. */
export interface TemplateRecipient {
  firstName: string;
  timezone: string;
  status: "active" | "suspended" | "deactivated";
  isVerified: boolean;
}

export interface TemplateInput<Kind extends EmailKind> {
  recipient: TemplateRecipient;
  data: EmailData[Kind];
  /** Without a slash at the end. */
  siteUrl: string;
  now: number;
  /** The lesson as it is now; null when there is none any more. */
  findLesson(bookingId: string): Promise<{ status: BookingStatus; startAt: number } | null>;
  /** A fresh secret for a link to the recipient. Null where their account takes none any more. */
  issueToken(kind: AccountTokenKind): Promise<string | null>;
}

/** Null where there is nothing to say any more: the mail is then skipped. */
export type Template<Kind extends EmailKind> = (
  input: TemplateInput<Kind>,
) => MailContent | null | Promise<MailContent | null>;

const NAME_AT_MOST = 40;

/**
 * "Hello Ana,". A name that a mail program would turn into a link is left out: anybody can sign up
 * under one with the address of somebody else.
 */
export function greeting(firstName: string): string {
  const name = toOneLine(firstName);
  const isLinkLike = /:\/\/|@|\p{L}[.。．]\p{L}{2}|www\./iu.test(name);
  return name === "" || isLinkLike ? "Hello," : `Hello ${cut(name, NAME_AT_MOST)},`;
}

/** Without line breaks, control characters and those that turn the direction of what follows. */
export function toOneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
}

/** By characters as people see code points: an emoji is never cut in half. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
