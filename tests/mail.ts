import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  getQueueResult,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { noDatabaseUse, openDatabase } from "../db/client.ts";
import { insertEmail } from "../db/repositories/emails.ts";
import { createMailRepository } from "../db/repositories/mail.ts";
import type { EmailData, EmailKind, NewEmail } from "../worker/domain/email.ts";
import { parseSettings } from "../worker/env.ts";
import { createHandlers } from "../worker/handlers.ts";
import type { Log } from "../worker/platform/log.ts";
import { testRandom } from "./api.ts";
import { query } from "./database.ts";
import { createBooking, createInstructor, createStudent } from "./factories.ts";

export interface SentMail {
  id: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
}

interface SenderOptions {
  now: number;
  /** What the mail service does with a mail; takes it unless given. */
  answer?: (mail: SentMail) => Response | Promise<Response>;
  db?: D1Database;
  /** Without it mail goes to the mail service. */
  isLocal?: boolean;
}

/** The Worker's two ways of sending mail, with a service that writes down what it gets. */
export function createTestSender({ now, answer, db = env.DB, isLocal = false }: SenderOptions) {
  const clock = { now };
  const sent: SentMail[] = [];
  const logged: { event: string; facts: Parameters<Log>[1] }[] = [];
  const fetcher: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const id = request.headers.get("idempotency-key") ?? "";
    const mail: SentMail = { ...(await request.json<Omit<SentMail, "id">>()), id };
    sent.push(mail);
    return answer ? await answer(mail) : Response.json({ id: "taken" });
  };
  const handlers = createHandlers({
    settings: parseSettings({
      SITE_URL: "https://example.com",
      ...(isLocal ? {} : { RESEND_API_KEY: "re_key" }),
    }),
    clock: () => clock.now,
    random: testRandom,
    log: (event, facts) => void logged.push({ event, facts }),
    fetcher,
  });
  const bindings = { ...env, DB: db };
  return {
    clock,
    sent,
    logged,
    /** Hands messages to the Worker as the mail queue would; what becomes of each. */
    async deliver(...bodies: unknown[]) {
      const messages = bodies.map((body, index) => ({
        id: `${index}`,
        timestamp: new Date(now),
        attempts: 1,
        body,
      }));
      const batch = createMessageBatch("instainstru-int-mail", messages);
      const context = createExecutionContext();
      await handlers.queue(batch, bindings);
      const { explicitAcks, retryMessages } = await getQueueResult(batch, context);
      return { acked: explicitAcks, retried: retryMessages };
    },
    tick: () => handlers.scheduled(createScheduledController(), bindings),
  };
}

/** What the queue says when there is mail. */
export const MAIL_MESSAGE = { kind: "mail" };

const LESSON: EmailData["lesson_booked"] = {
  bookingId: "lesson",
  role: "student",
  startAt: Date.UTC(2026, 11, 3, 15),
  endAt: Date.UTC(2026, 11, 3, 16),
  timezone: "America/New_York",
  durationMinutes: 60,
  serviceName: "Piano",
  otherName: "Sarah C.",
  priceCents: 6000,
  locationType: "online",
  sequence: 1,
};

/** Something to tell in each kind of mail. */
const SAMPLES: { [Kind in EmailKind]: EmailData[Kind] } = {
  password_reset: {},
  email_verification: {},
  password_changed: {},
  service_available: { serviceSlug: "harp", serviceName: "Harp" },
  lesson_booked: LESSON,
  lesson_rescheduled: { ...LESSON, oldStartAt: Date.UTC(2026, 11, 4, 15), movedBy: "instructor" },
  lesson_cancelled: {
    ...LESSON,
    cancelledBy: "student",
    reason: "ill",
    feePercent: 50,
    feeCents: 3000,
  },
  lesson_reminder: { ...LESSON, hoursBefore: 24 },
  alert_raised: { kind: "job_missed", value: 1, details: "backup" },
};

interface OutboxMail {
  kind: EmailKind;
  to: { userId: string } | { address: string };
  now: number;
}

/** Puts a mail into the outbox as a use-case would. Answers its id. */
export async function putMail({ kind, to, now }: OutboxMail): Promise<string> {
  const id = testRandom.newId();
  const db = openDatabase(env.DB, noDatabaseUse());
  const mail = { id, kind, to, data: SAMPLES[kind] } as NewEmail;
  await db.batch([insertEmail(mail, now)]);
  return id;
}

/** A mail to a new student in an outbox that holds nothing else. */
export async function putOnlyMail(now: number) {
  await emptyOutbox();
  const student = await createStudent();
  const id = await putMail({ kind: "password_changed", to: { userId: student.id }, now });
  return { id, student };
}

/** The lesson that the sample mails tell of: a reminder asks for it before it goes out. */
export async function createSampleLesson(): Promise<void> {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const startAt = new Date(LESSON.startAt).toISOString();
  const id = await createBooking({ instructor, student, startAt });
  await query("UPDATE bookings SET id = ? WHERE id = ?", LESSON.bookingId, id);
}

/** What the outbox says of a mail. */
export async function outboxRow(id: string) {
  const [row] = await query("SELECT * FROM emails WHERE id = ?", id);
  return row ?? {};
}

/** The outbox as the sender has it. */
export function testMailRepository(db: D1Database = env.DB) {
  return createMailRepository(openDatabase(db.withSession("first-primary"), noDatabaseUse()));
}

/** Tests of one file share a database: what others left is not due any more. */
export async function emptyOutbox(): Promise<void> {
  await query("UPDATE emails SET status = 'skipped' WHERE status = 'pending'");
}
