import type { Settings } from "../env.ts";

/** A file that comes with a mail, such as a calendar entry. */
export interface MailAttachment {
  filename: string;
  content: string;
  contentType: string;
}

/** A mail, ready to go. */
export interface Mail {
  /** The same for every attempt, so that the service takes it once. */
  id: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments: readonly MailAttachment[];
}

/** Throws MailRefusedError where another attempt would be refused too, else any other error. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** Its message holds no address. */
export class MailRefusedError extends Error {
  override readonly name = "MailRefusedError";
}

/** The service could not take the mail now. Its message holds no address. */
export class MailDelayedError extends Error {
  override readonly name = "MailDelayedError";
}

const RESEND_URL = "https://api.resend.com/emails";
const PATIENCE_MS = 10_000;

/** Statuses that say that something is wrong with the mail itself, not with the key or the moment. */
const REFUSALS = new Set([400, 413, 422]);

/** Whether mail is kept here, to be read at `/dev/mailbox`, and goes to nobody. */
export function staysLocal({
  TIER,
  RESEND_API_KEY,
}: Pick<Settings, "TIER" | "RESEND_API_KEY">): boolean {
  return TIER === "int" && RESEND_API_KEY === null;
}

/** Sends through Resend's HTTP API. An answer that takes longer than ten seconds is not waited for. */
export function createResendMailer(key: string, fetcher: typeof fetch): Mailer {
  return {
    async send(mail) {
      const response = await fetcher(RESEND_URL, {
        method: "POST",
        headers: {
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          "idempotency-key": mail.id,
        },
        body: JSON.stringify(toResend(mail)),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const problem = response.ok ? null : await nameOfProblem(response);
      await response.body?.cancel().catch(() => undefined);
      // An earlier attempt arrived, with another secret in its link, and only the answer was lost.
      if (!problem || problem === "invalid_idempotent_request") return;
      const message = `HTTP ${response.status} ${problem}`;
      if (REFUSALS.has(response.status)) throw new MailRefusedError(message);
      throw new MailDelayedError(message);
    },
  };
}

function toResend({ from, to, subject, html, text, attachments }: Mail) {
  return {
    from,
    to: [to],
    subject,
    html,
    text,
    ...(attachments.length > 0 && {
      attachments: attachments.map(({ filename, content, contentType }) => ({
        filename,
        content: toBase64(content),
        content_type: contentType,
      })),
    }),
  };
}

/** The service's own word for what is wrong; its sentences may repeat addresses and are left out. */
async function nameOfProblem(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const name = body && typeof body === "object" && "name" in body ? body.name : null;
  return typeof name === "string" && /^[a-z_]{1,60}$/.test(name) ? name : "unnamed";
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
