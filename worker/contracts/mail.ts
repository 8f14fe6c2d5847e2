import * as v from "valibot";

const MailMessage = v.strictObject({ kind: v.literal("mail") });

/** Whether a queue's message says that there is mail to send. */
export function isMailMessage(body: unknown): boolean {
  return v.is(MailMessage, body);
}
