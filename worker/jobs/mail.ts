import type { ClaimedMail, MailOutcome } from "../../db/repositories/mail.ts";
import { isMailMessage } from "../contracts/mail.ts";
import { MAIL_ATTEMPTS_AT_MOST, mailRetryDelayMs } from "../domain/email.ts";
import { describeError, type Log } from "../platform/log.ts";
import { MailDelayedError, type Mailer, MailRefusedError } from "../platform/mailer.ts";
import { type RenderDependencies, renderClaimed } from "../services/mail/render.ts";
import type { Job } from "./schedule.ts";

export interface MailDependencies extends RenderDependencies {
  mailer: Mailer;
  clock: () => number;
  log: Log;
}

const BATCH = 10;
/** The next tick, five minutes later, goes on with what is left. */
const BATCHES_AT_MOST = 20;
/** Longer than all attempts of a batch take; then the mails of a sender that died come again. */
const LEASE_MS = 5 * 60_000;
const RETRY_SECONDS = 10;

/** Sends what is due. Any number may run at once: each mail is claimed by one of them. */
async function sendDueMail(dependencies: MailDependencies): Promise<void> {
  const { mail, clock } = dependencies;
  for (let batch = 0; batch < BATCHES_AT_MOST; batch++) {
    const now = clock();
    const claimed = await mail.claimDue(now, now + LEASE_MS, BATCH);
    // Side by side: a slow one holds up no other.
    await Promise.all(claimed.map((one) => sendOne(one, dependencies)));
    if (claimed.length < BATCH) return;
  }
}

/** Sends what a lost message of the queue, or a failed attempt, has left in the outbox. */
export function sendMailJob(dependencies: MailDependencies): Job {
  return {
    name: "send-mail",
    async run() {
      await sendDueMail(dependencies);
      return null;
    },
  };
}

/** Answers the queue's word that there is mail. What nobody can read ends among the dead letters. */
export async function consumeMail(
  batch: MessageBatch,
  dependencies: MailDependencies,
): Promise<void> {
  const readable = batch.messages.filter(({ body }) => isMailMessage(body));
  for (const message of batch.messages) if (!readable.includes(message)) message.retry();
  if (readable.length === 0) return;
  try {
    await sendDueMail(dependencies);
    for (const message of readable) message.ack();
  } catch (error) {
    dependencies.log("mail_not_sent", describeError(error));
    for (const message of readable) {
      message.retry({ delaySeconds: RETRY_SECONDS * message.attempts });
    }
  }
}

/** Never throws: what cannot even be written down comes again when the lease is over. */
async function sendOne(claimed: ClaimedMail, dependencies: MailDependencies): Promise<void> {
  const { mail, clock, log } = dependencies;
  const { id, kind } = claimed;
  try {
    const outcome = await attempt(claimed, dependencies);
    await mail.recordOutcome(claimed, outcome, clock());
    if (outcome.status === "failed") log("mail_failed", { id, kind });
  } catch (error) {
    log("mail_not_recorded", { id, kind, ...describeError(error) });
  }
}

async function attempt(claimed: ClaimedMail, dependencies: MailDependencies): Promise<MailOutcome> {
  const { attempts } = claimed;
  // Those that were claimed before died on the way, every time.
  if (attempts > MAIL_ATTEMPTS_AT_MOST) return { status: "failed", reason: "never finished" };
  const now = dependencies.clock();
  try {
    const rendered = await renderClaimed(claimed, dependencies, now);
    if (!rendered) return { status: "skipped" };
    await dependencies.mailer.send(rendered);
    return { status: "sent" };
  } catch (error) {
    const reason = reasonOf(error);
    const isLast = attempts >= MAIL_ATTEMPTS_AT_MOST || error instanceof MailRefusedError;
    if (isLast) return { status: "failed", reason };
    return { status: "pending", reason, nextAttemptAt: now + mailRetryDelayMs(attempts) };
  }
}

/** Only our own errors are known to hold no address. */
function reasonOf(error: unknown): string {
  if (error instanceof MailRefusedError || error instanceof MailDelayedError) return error.message;
  return error instanceof Error ? error.name : "unknown";
}
