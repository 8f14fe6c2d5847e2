import { type DatabaseUse, noDatabaseUse, openDatabase } from "../../db/client.ts";
import { createAccountTokenRepository } from "../../db/repositories/account-tokens.ts";
import { createAccountRepository } from "../../db/repositories/accounts.ts";
import { type AlertRepository, createAlertRepository } from "../../db/repositories/alerts.ts";
import { createAnalyticsRepository } from "../../db/repositories/analytics.ts";
import { createAnnouncementRepository } from "../../db/repositories/announcements.ts";
import { createApiKeyRepository } from "../../db/repositories/api-keys.ts";
import { createAvailabilityRepository } from "../../db/repositories/availability.ts";
import { type BackupRepository, createBackupRepository } from "../../db/repositories/backups.ts";
import { createBlackoutRepository } from "../../db/repositories/blackouts.ts";
import { createBookingChangeRepository } from "../../db/repositories/booking-changes.ts";
import {
  type BookingEventRepository,
  createBookingEventRepository,
} from "../../db/repositories/booking-events.ts";
import { createBookingRepository } from "../../db/repositories/bookings.ts";
import { createCalendarFeedRepository } from "../../db/repositories/calendar-feeds.ts";
import { createDraftRepository } from "../../db/repositories/drafts.ts";
import { createErasureRepository } from "../../db/repositories/erasure.ts";
import { createHealthRepository } from "../../db/repositories/health.ts";
import { createHoursEditorRepository } from "../../db/repositories/hours-editor.ts";
import { createInstructorStatsRepository } from "../../db/repositories/instructor-stats.ts";
import { createInstructorRepository } from "../../db/repositories/instructors.ts";
import { createSaltRepository, type SaltRepository } from "../../db/repositories/ip-salts.ts";
import { createJobRunRepository, type JobRunRepository } from "../../db/repositories/job-runs.ts";
import { createListingRepository } from "../../db/repositories/listings.ts";
import { createMailRepository, type MailRepository } from "../../db/repositories/mail.ts";
import {
  createMetricReadsRepository,
  type MetricReadsRepository,
} from "../../db/repositories/metric-reads.ts";
import { createMetricsRepository, type MetricsRepository } from "../../db/repositories/metrics.ts";
import { createOfferingRepository } from "../../db/repositories/offerings.ts";
import { createOwnLessonsRepository } from "../../db/repositories/own-lessons.ts";
import { createOwnStatusRepository } from "../../db/repositories/own-status.ts";
import { createPeopleRepository } from "../../db/repositories/people.ts";
import { createPersonalDataRepository } from "../../db/repositories/personal-data.ts";
import { createRateCounterRepository } from "../../db/repositories/rate-counters.ts";
import {
  createReminderRepository,
  type ReminderRepository,
} from "../../db/repositories/reminders.ts";
import {
  createRetentionRepository,
  type RetentionRepository,
} from "../../db/repositories/retention.ts";
import {
  createSearchCountRepository,
  type SearchCountRepository,
} from "../../db/repositories/search-counts.ts";
import { createSearchHistoryRepository } from "../../db/repositories/search-history.ts";
import {
  createServiceAlertRepository,
  type ServiceAlertRepository,
} from "../../db/repositories/service-alerts.ts";
import {
  createServiceMetricsRepository,
  type ServiceMetricsRepository,
} from "../../db/repositories/service-metrics.ts";
import { createSessionRepository } from "../../db/repositories/sessions.ts";
import { createSitemapRepository } from "../../db/repositories/sitemap.ts";
import { createTableStatisticsRepository } from "../../db/repositories/table-statistics.ts";
import { createTeachingRepository } from "../../db/repositories/teaching.ts";
import {
  createTrackingRepository,
  type TrackingRepository,
} from "../../db/repositories/tracking.ts";
import {
  createWebhookOutboxRepository,
  type WebhookOutboxRepository,
} from "../../db/repositories/webhook-outbox.ts";
import { createWebhookRepository } from "../../db/repositories/webhooks.ts";
import { areas, catalog } from "../../db/seed/facts.ts";
import { toWebhookMessage } from "../contracts/webhooks.ts";
import type { Bindings, Settings } from "../env.ts";
import { createAvailabilityCache } from "../platform/availability-cache.ts";
import { createLocalMailbox, type LocalMailbox } from "../platform/local-mailbox.ts";
import type { Log } from "../platform/log.ts";
import { staysLocal } from "../platform/mailer.ts";
import { countLookups, type RequestMeter } from "../platform/metrics.ts";
import { createEventQueue, type EventQueue } from "../platform/queue.ts";
import { findQueueDepth } from "../platform/queue-depth.ts";
import type { RandomSource } from "../platform/random.ts";
import { createSnapshotCache } from "../platform/snapshot-cache.ts";
import { type AccountService, createAccountService } from "./accounts.ts";
import { createAddressHasher } from "./address-hash.ts";
import { type AnnouncementService, createAnnouncementService } from "./announcements.ts";
import { type ApiKeyService, createApiKeyService } from "./api-keys.ts";
import { type AvailabilityService, createAvailabilityService } from "./availability.ts";
import { createAvailabilityReader } from "./availability-reader.ts";
import { type BlackoutService, createBlackoutService } from "./blackouts.ts";
import { type BookingService, createBookingService } from "./bookings.ts";
import { type CalendarService, createCalendarService } from "./calendar.ts";
import { type CatalogService, createCatalogService } from "./catalog.ts";
import { createDraftService, type DraftService } from "./drafts.ts";
import {
  createEmailVerificationService,
  type EmailVerificationService,
} from "./email-verification.ts";
import { createEraser } from "./erasure.ts";
import { createHoursService, type HoursService } from "./hours.ts";
import { createInstructorStatsService, type InstructorStatsService } from "./instructor-stats.ts";
import { createInstructorService, type InstructorService } from "./instructors.ts";
import { createListingReader, type ListingSnapshot, type ListingStore } from "./listings.ts";
import {
  createMonitoringService,
  DAILY_JOBS,
  type MonitoringService,
  toLimitBytes,
} from "./monitoring.ts";
import { createOfferingService, type OfferingService } from "./offerings.ts";
import { createOwnLessonsService, type OwnLessonsService } from "./own-lessons.ts";
import { createPasswordService, type PasswordService } from "./passwords.ts";
import { createPeopleService, type PeopleService } from "./people.ts";
import { createPrivacyService, type PrivacyService } from "./privacy.ts";
import { createRateLimiter } from "./rate-limits.ts";
import { toRetentionPeriods } from "./retention.ts";
import { createSearchService, type SearchFacts, type SearchService } from "./search.ts";
import { createSearchAnalyticsService, type SearchAnalyticsService } from "./search-analytics.ts";
import { createSearchHistoryService, type SearchHistoryService } from "./search-history.ts";
import { createServiceAlertService, type ServiceAlertService } from "./service-alerts.ts";
import { createServiceMetricsService, type ServiceMetricsService } from "./service-metrics.ts";
import { createSessionService, type SessionService } from "./sessions.ts";
import { createAfterSignOut } from "./sign-out.ts";
import { createSitemapService, type SitemapService } from "./sitemap.ts";
import { createTeachingService, type TeachingService } from "./teaching.ts";
import { createTrackingService, type TrackingService } from "./tracking.ts";
import { createWebhookSecrets, toTargetRules } from "./webhook-secrets.ts";
import { createWebhookService, type WebhookService } from "./webhooks.ts";

/** A snapshot is only of use on its own day. */
const SNAPSHOT_TTL_SECONDS = 86_400;

/** Every use-case of the product: what the API's routes and the pages call. */
export interface Services {
  accounts: AccountService;
  announcements: AnnouncementService;
  apiKeys: ApiKeyService;
  availability: AvailabilityService;
  blackouts: BlackoutService;
  bookings: BookingService;
  calendar: CalendarService;
  catalog: CatalogService;
  drafts: DraftService;
  emailVerification: EmailVerificationService;
  /** Throws when the database does not answer. */
  health: { assertReady(): Promise<void> };
  hours: HoursService;
  instructors: InstructorService;
  instructorStats: InstructorStatsService;
  /** The mail that was kept here instead of being sent; null wherever mail is really sent. */
  mailbox: LocalMailbox | null;
  monitoring: MonitoringService;
  passwords: PasswordService;
  offerings: OfferingService;
  ownLessons: OwnLessonsService;
  people: PeopleService;
  privacy: PrivacyService;
  search: SearchService;
  searchAnalytics: SearchAnalyticsService;
  searchHistory: SearchHistoryService;
  sessions: SessionService;
  serviceAlerts: ServiceAlertService;
  serviceMetrics: ServiceMetricsService;
  sitemap: SitemapService;
  teaching: TeachingService;
  tracking: TrackingService;
  webhooks: WebhookService;
}

/** What one request (or one job) works with. */
export interface ServiceDependencies {
  bindings: Pick<Bindings, "AVAILABILITY" | "EVENTS" | "MAIL" | "WEBHOOKS">;
  /** Where what is tracked goes. */
  events: EventQueue;
  meter: RequestMeter;
  /** The D1 session that all of the request's statements go through. */
  connection: Parameters<typeof openDatabase>[0];
  /** One that never reads a copy, for work after the answer. */
  primary: ServiceDependencies["connection"];
  use: DatabaseUse;
  settings: Settings;
  /** The request's one reading of the clock, epoch milliseconds. */
  now: number;
  random: RandomSource;
  log: Log;
  searchFacts: SearchFacts;
  /** These two live as long as the isolate. */
  listingStore: ListingStore;
  saltOf: Map<string, string>;
  /** The request's session has another token: the answer is to carry it. */
  renewToken: (token: string) => void;
  /** Lets work finish after the answer has gone out. */
  defer: (work: Promise<unknown>) => void;
}

/** The composition root: the only place that builds repositories. */
export function createServices(dependencies: ServiceDependencies): Services {
  const { bindings, connection, use, settings, now, random, log, defer, renewToken, meter } =
    dependencies;
  const db = openDatabase(connection, use);
  const instructors = createInstructorRepository(db);
  const ttlSeconds = settings.PUBLIC_AVAILABILITY_CACHE_TTL;
  const cache = countLookups(
    createAvailabilityCache(bindings.AVAILABILITY, { ttlSeconds, log }),
    "availability",
    meter,
  );
  // Shared by all that may not read a copy of the database.
  const primary = openDatabase(dependencies.primary, meter.besideUse);
  const searchHistory = createSearchHistoryService({
    history: createSearchHistoryRepository(db),
    random,
    now,
  });
  const hashAddress = createAddressHasher({
    salts: createSaltRepository(db),
    saltOf: dependencies.saltOf,
    random,
    now,
  });
  const limiter = createRateLimiter({
    // A count from a copy of the database would not be exact.
    counters: createRateCounterRepository(primary),
    scale: settings.RATE_LIMIT_SCALE,
    now,
  });
  const mailQueue = createEventQueue(bindings.MAIL, log);
  const announceMail = () => defer(mailQueue.send({ kind: "mail" }));
  const webhookQueue = createEventQueue(bindings.WEBHOOKS, log);
  const announceWebhooks = (instructorId: string) =>
    defer(webhookQueue.send(toWebhookMessage(instructorId)));
  const tracking = createTrackingService({
    queue: dependencies.events,
    hashAddress,
    random,
    log,
    now,
    defer,
  });
  const listings = createListingReader({
    store: dependencies.listingStore,
    listings: createListingRepository(db),
    snapshots: countLookups(
      createSnapshotCache<ListingSnapshot>(bindings.AVAILABILITY, {
        key: "listings",
        ttlSeconds: SNAPSHOT_TTL_SECONDS,
        log,
      }),
      "listings",
      meter,
    ),
    now,
    defer,
  });
  const reader = createAvailabilityReader({
    availability: createAvailabilityRepository(db),
    primary: createAvailabilityRepository(primary),
    cache,
    now,
    defer,
  });
  const availability = createAvailabilityService({ reader, settings, now });
  const drafts = createDraftService({ drafts: createDraftRepository(db), random, now });
  const account = {
    accounts: createAccountRepository(db),
    sessions: createSessionRepository(db),
    tokens: createAccountTokenRepository(db),
    searchHistory,
    drafts,
    limiter,
    hashAddress,
    renewToken,
    afterSignOut: createAfterSignOut({ searchHistory, log }),
    announceMail,
    random,
    log,
    now,
  };
  return {
    accounts: createAccountService(account),
    announcements: createAnnouncementService({
      announcements: createAnnouncementRepository(db),
      random,
      now,
    }),
    apiKeys: createApiKeyService({
      keys: createApiKeyRepository(db),
      primary: createApiKeyRepository(openDatabase(dependencies.primary, noDatabaseUse())),
      random,
      log,
      now,
      defer,
    }),
    availability,
    blackouts: createBlackoutService({
      blackouts: createBlackoutRepository(db),
      cache,
      random,
      now,
    }),
    bookings: createBookingService({
      bookings: createBookingRepository(db),
      changes: createBookingChangeRepository(db),
      events: createBookingEventRepository(db),
      availability,
      cache,
      limiter,
      announceMail,
      announceWebhooks,
      tracking,
      random,
      now,
    }),
    drafts,
    emailVerification: createEmailVerificationService(account),
    health: { assertReady: () => createHealthRepository(db).assertReadable() },
    calendar: createCalendarService({
      bookings: createBookingRepository(db),
      feeds: createCalendarFeedRepository(db),
      siteUrl: settings.SITE_URL,
      random,
      now,
    }),
    catalog: createCatalogService({
      catalog,
      instructors,
      store: dependencies.listingStore,
      now,
    }),
    hours: createHoursService({ hours: createHoursEditorRepository(db), cache, now }),
    instructors: createInstructorService({ instructors }),
    instructorStats: createInstructorStatsService({
      stats: createInstructorStatsRepository(db),
      now,
    }),
    mailbox: staysLocal(settings) ? createLocalMailbox(bindings.AVAILABILITY) : null,
    monitoring: createMonitoringService({
      metrics: createMetricsRepository(db),
      reads: createMetricReadsRepository(db),
      alerts: createAlertRepository(db),
      dailyJobs: DAILY_JOBS,
      queues: {
        events: () => findQueueDepth(bindings.EVENTS, log),
        mail: () => findQueueDepth(bindings.MAIL, log),
      },
      metricsKey: settings.METRICS_KEY,
      databaseLimitBytes: toLimitBytes(settings),
      now,
    }),
    passwords: createPasswordService(account),
    offerings: createOfferingService({
      offerings: createOfferingRepository(db),
      services: catalog.services,
      random,
      now,
    }),
    ownLessons: createOwnLessonsService({ ownLessons: createOwnLessonsRepository(db), now }),
    people: createPeopleService({ people: createPeopleRepository(db), cache, random, now }),
    privacy: createPrivacyService({
      personalData: createPersonalDataRepository(db),
      accounts: createAccountRepository(db),
      tables: createTableStatisticsRepository(db),
      jobRuns: createJobRunRepository(db),
      retention: createRetentionRepository(db),
      periods: toRetentionPeriods(settings),
      erase: createEraser({
        erasures: createErasureRepository(db),
        cache,
        announceMail,
        random,
        now,
      }),
      limiter,
      random,
      now,
    }),
    search: createSearchService({
      facts: dependencies.searchFacts,
      listings,
      history: searchHistory,
      tracking,
      now,
    }),
    searchHistory,
    sessions: createSessionService(account),
    searchAnalytics: createSearchAnalyticsService({
      analytics: createAnalyticsRepository(db),
      // Counting is a write, and what it counts has to be there.
      counts: createSearchCountRepository(primary),
      listings,
      facts: dependencies.searchFacts,
      keptDays: settings.RETENTION_SEARCH_EVENTS_DAYS,
      now,
    }),
    serviceMetrics: createServiceMetricsService({ metrics: createServiceMetricsRepository(db) }),
    sitemap: createSitemapService({ sitemap: createSitemapRepository(db) }),
    serviceAlerts: createServiceAlertService({
      alerts: createServiceAlertRepository(db),
      catalog,
      now,
    }),
    teaching: createTeachingService({
      teaching: createTeachingRepository(db),
      statuses: createOwnStatusRepository(db),
      areas,
      cache,
      random,
      now,
    }),
    tracking,
    webhooks: createWebhookService({
      webhooks: createWebhookRepository(db),
      secrets: createWebhookSecrets(settings),
      targets: toTargetRules(settings),
      announce: announceWebhooks,
      random,
      now,
    }),
  };
}

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
  connection: ServiceDependencies["connection"],
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
