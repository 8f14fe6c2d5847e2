import type { LocalMailbox } from "../platform/local-mailbox.ts";
import { measureUseCases } from "../platform/metrics.ts";
import type { AccountService } from "./accounts.ts";
import type { AnnouncementService } from "./announcements.ts";
import type { ApiKeyService } from "./api-keys.ts";
import type { AvailabilityService } from "./availability.ts";
import type { BlackoutService } from "./blackouts.ts";
import type { BookingService } from "./bookings.ts";
import type { CalendarService } from "./calendar.ts";
import type { CatalogService } from "./catalog.ts";
import { accountMakers } from "./compose/account-makers.ts";
import { lazily } from "./compose/lazily.ts";
import { lessonMakers } from "./compose/lesson-makers.ts";
import { searchMakers } from "./compose/search-makers.ts";
import { createShared, type ServiceDependencies } from "./compose/shared.ts";
import { siteMakers } from "./compose/site-makers.ts";
import { teachingMakers } from "./compose/teaching-makers.ts";
import type { DraftService } from "./drafts.ts";
import type { EmailVerificationService } from "./email-verification.ts";
import type { HoursService } from "./hours.ts";
import type { InstructorStatsService } from "./instructor-stats.ts";
import type { InstructorService } from "./instructors.ts";
import type { MonitoringService } from "./monitoring.ts";
import type { OfferingService } from "./offerings.ts";
import type { OwnLessonsService } from "./own-lessons.ts";
import type { PasswordService } from "./passwords.ts";
import type { PeopleService } from "./people.ts";
import type { PrivacyService } from "./privacy.ts";
import type { SearchService } from "./search.ts";
import type { SearchAnalyticsService } from "./search-analytics.ts";
import type { SearchHistoryService } from "./search-history.ts";
import type { ServiceAlertService } from "./service-alerts.ts";
import type { ServiceMetricsService } from "./service-metrics.ts";
import type { SessionService } from "./sessions.ts";
import type { SitemapService } from "./sitemap.ts";
import type { TeachingService } from "./teaching.ts";
import type { TrackingService } from "./tracking.ts";
import type { WebhookService } from "./webhooks.ts";

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

/**
 * The composition root, in `compose/`: the only place that builds repositories. Each service is made when
 * it is first asked for, and measured.
 */
export function createServices(dependencies: ServiceDependencies): Services {
  const shared = createShared(dependencies);
  return lazily<Services>(
    {
      ...accountMakers(shared),
      ...lessonMakers(shared),
      ...teachingMakers(shared),
      ...siteMakers(shared),
      ...searchMakers(shared),
    },
    (name, service) => measureUseCases(name, service, dependencies.meter),
  );
}
