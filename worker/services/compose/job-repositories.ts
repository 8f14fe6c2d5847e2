import { noDatabaseUse, openDatabase } from "../../../db/client.ts";
import { type AlertRepository, createAlertRepository } from "../../../db/repositories/alerts.ts";
import { type BackupRepository, createBackupRepository } from "../../../db/repositories/backups.ts";
import {
  type BookingEventRepository,
  createBookingEventRepository,
} from "../../../db/repositories/booking-events.ts";
import { createSaltRepository, type SaltRepository } from "../../../db/repositories/ip-salts.ts";
import {
  createJobRunRepository,
  type JobRunRepository,
} from "../../../db/repositories/job-runs.ts";
import { createMailRepository, type MailRepository } from "../../../db/repositories/mail.ts";
import {
  createMetricReadsRepository,
  type MetricReadsRepository,
} from "../../../db/repositories/metric-reads.ts";
import {
  createMetricsRepository,
  type MetricsRepository,
} from "../../../db/repositories/metrics.ts";
import {
  createReminderRepository,
  type ReminderRepository,
} from "../../../db/repositories/reminders.ts";
import {
  createRetentionRepository,
  type RetentionRepository,
} from "../../../db/repositories/retention.ts";
import {
  createSearchCountRepository,
  type SearchCountRepository,
} from "../../../db/repositories/search-counts.ts";
import {
  createServiceAlertRepository,
  type ServiceAlertRepository,
} from "../../../db/repositories/service-alerts.ts";
import {
  createServiceMetricsRepository,
  type ServiceMetricsRepository,
} from "../../../db/repositories/service-metrics.ts";
import {
  createTrackingRepository,
  type TrackingRepository,
} from "../../../db/repositories/tracking.ts";
import {
  createWebhookOutboxRepository,
  type WebhookOutboxRepository,
} from "../../../db/repositories/webhook-outbox.ts";

/** What the queue's consumers and the cron work with. */
export interface JobRepositories {
  backups: BackupRepository;
  lessons: BookingEventRepository;
  tracking: TrackingRepository;
  salts: SaltRepository;
  retention: RetentionRepository;
  jobRuns: JobRunRepository;
  mail: MailRepository;
  alerts: AlertRepository;
  metricReads: MetricReadsRepository;
  metrics: MetricsRepository;
  reminders: ReminderRepository;
  serviceAlerts: ServiceAlertRepository;
  searchCounts: SearchCountRepository;
  serviceMetrics: ServiceMetricsRepository;
  webhookOutbox: WebhookOutboxRepository;
}

/** As `createServices`, for work that no request waits for. */
export function createJobRepositories(
  connection: Parameters<typeof openDatabase>[0],
): JobRepositories {
  const db = openDatabase(connection, noDatabaseUse());
  return {
    backups: createBackupRepository(db),
    lessons: createBookingEventRepository(db),
    tracking: createTrackingRepository(db),
    salts: createSaltRepository(db),
    mail: createMailRepository(db),
    alerts: createAlertRepository(db),
    metricReads: createMetricReadsRepository(db),
    metrics: createMetricsRepository(db),
    retention: createRetentionRepository(db),
    jobRuns: createJobRunRepository(db),
    reminders: createReminderRepository(db),
    serviceAlerts: createServiceAlertRepository(db),
    searchCounts: createSearchCountRepository(db),
    serviceMetrics: createServiceMetricsRepository(db),
    webhookOutbox: createWebhookOutboxRepository(db),
  };
}
