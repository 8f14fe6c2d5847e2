import { catalog } from "../db/seed/facts.ts";
import type { Bindings, Settings } from "./env.ts";
import { alertsJob } from "./jobs/alerts.ts";
import { analyticsJob } from "./jobs/analytics.ts";
import { backupJob } from "./jobs/backup.ts";
import { completeLessonsJob } from "./jobs/complete-lessons.ts";
import { consumeDeadLetters, consumeEvents } from "./jobs/consumer.ts";
import { consumeMail, type MailDependencies, sendMailJob } from "./jobs/mail.ts";
import { notifyServiceAlertsJob } from "./jobs/notify-service-alerts.ts";
import { purgeSaltsJob } from "./jobs/purge-salts.ts";
import { remindJob } from "./jobs/remind.ts";
import { retentionJob } from "./jobs/retention.ts";
import { type Job, runSchedule } from "./jobs/schedule.ts";
import { announceWebhooksJob, consumeWebhooks, type WebhookSending } from "./jobs/webhooks.ts";
import { createBackupStore } from "./platform/backup-store.ts";
import { createLocalMailer } from "./platform/local-mailbox.ts";
import type { Log } from "./platform/log.ts";
import { createResendMailer } from "./platform/mailer.ts";
import { createEventQueue } from "./platform/queue.ts";
import type { RandomSource } from "./platform/random.ts";
import {
  createJobRepositories,
  type JobRepositories,
} from "./services/compose/job-repositories.ts";
import { DAILY_JOBS, toLimitBytes } from "./services/monitoring.ts";
import { toRetentionPeriods } from "./services/retention.ts";
import { createWebhookSecrets, toTargetRules } from "./services/webhook-secrets.ts";

/** The ends of the queues' names, which are otherwise another in every tier. */
const DEAD_LETTER_SUFFIX = "-dead";
const MAIL_SUFFIX = "-mail";
const WEBHOOKS_SUFFIX = "-webhooks";

export interface HandlerOptions {
  settings: Settings;
  clock: () => number;
  random: RandomSource;
  log: Log;
  /** How mail and webhooks get out. */
  fetcher?: typeof fetch;
}

/** The doors that no request comes through: the queues and the cron. */
export function createHandlers(options: HandlerOptions) {
  const { clock, log } = options;
  return {
    async queue(batch: MessageBatch, env: Bindings): Promise<void> {
      const repositories = createJobRepositories(env.DB.withSession("first-primary"));
      const dependencies = { tracking: repositories.tracking, now: clock(), log };
      if (batch.queue.endsWith(DEAD_LETTER_SUFFIX)) await consumeDeadLetters(batch, dependencies);
      else if (batch.queue.endsWith(MAIL_SUFFIX)) {
        await consumeMail(batch, mailDependencies(options, env, repositories));
      } else if (batch.queue.endsWith(WEBHOOKS_SUFFIX)) {
        await consumeWebhooks(batch, webhookSending(options, repositories));
      } else await consumeEvents(batch, dependencies);
    },

    async scheduled(_event: ScheduledController, env: Bindings): Promise<void> {
      const repositories = createJobRepositories(env.DB.withSession("first-primary"));
      const outcomes = await runSchedule(listJobs(options, env, repositories), log);
      await repositories.metrics.recordJobs(outcomes, clock());
    },
  };
}

/** In the order of their turns. Mail comes last, so that it takes along what the others wrote. */
function listJobs(options: HandlerOptions, env: Bindings, repositories: JobRepositories): Job[] {
  const now = options.clock();
  const jobs: Job[] = [
    purgeSaltsJob({ salts: repositories.salts, now }),
    completeLessonsJob({ lessons: repositories.lessons, random: options.random, now }),
    remindJob({ reminders: repositories.reminders, now }),
    notifyServiceAlertsJob({ alerts: repositories.serviceAlerts, now }),
    retentionJob({
      retention: repositories.retention,
      jobRuns: repositories.jobRuns,
      periods: toRetentionPeriods(options.settings),
      clock: options.clock,
    }),
    analyticsJob({
      counts: repositories.searchCounts,
      metrics: repositories.serviceMetrics,
      services: catalog.services.map(({ slug }) => slug),
      jobRuns: repositories.jobRuns,
      keptDays: options.settings.RETENTION_SEARCH_EVENTS_DAYS,
      clock: options.clock,
    }),
    ...backupJobs(options, env, repositories),
    announceWebhooksJob(
      repositories.webhookOutbox,
      createEventQueue(env.WEBHOOKS, options.log),
      now,
    ),
  ];
  const mail = sendMailJob(mailDependencies(options, env, repositories));
  return [...jobs, watchJob([...jobs, mail], options, repositories), mail];
}

/** Looks after the others, whose turns it knows of by their names. */
function watchJob(
  jobs: readonly Job[],
  { settings, random, clock }: HandlerOptions,
  { alerts, metrics, metricReads }: JobRepositories,
): Job {
  return alertsJob({
    alerts,
    metrics,
    reads: metricReads,
    jobs: jobs.map(({ name }) => name),
    dailyJobs: DAILY_JOBS,
    databaseLimitBytes: toLimitBytes(settings),
    random,
    now: clock(),
  });
}

/** None where no bucket is bound, or where it is left to somebody else. */
function backupJobs(
  { settings, clock }: HandlerOptions,
  { BACKUPS }: Bindings,
  { backups, jobRuns }: JobRepositories,
): Job[] {
  if (!BACKUPS || !settings.NIGHTLY_BACKUP) return [];
  const databaseName = `instainstru-${settings.TIER}`;
  return [backupJob({ backups, store: createBackupStore(BACKUPS), databaseName, jobRuns, clock })];
}

function webhookSending(
  { settings, clock, log, fetcher = (...request) => fetch(...request) }: HandlerOptions,
  { webhookOutbox: outbox }: JobRepositories,
): WebhookSending {
  const targets = toTargetRules(settings);
  return { outbox, secrets: createWebhookSecrets(settings), targets, fetcher, clock, log };
}

/** Without a key of the mail service, which only a local run lacks, mail stays on this machine. */
function mailDependencies(
  { settings, clock, random, log, fetcher = (...request) => fetch(...request) }: HandlerOptions,
  env: Bindings,
  { mail }: JobRepositories,
): MailDependencies {
  const { RESEND_API_KEY, SITE_URL, MAIL_FROM } = settings;
  const mailer =
    RESEND_API_KEY === null
      ? createLocalMailer(env.AVAILABILITY, clock)
      : createResendMailer(RESEND_API_KEY, fetcher);
  return { mail, mailer, siteUrl: SITE_URL, from: MAIL_FROM, clock, random, log };
}
