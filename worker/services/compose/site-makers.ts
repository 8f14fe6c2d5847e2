import { createAlertRepository } from "../../../db/repositories/alerts.ts";
import { createAnnouncementRepository } from "../../../db/repositories/announcements.ts";
import { createHealthRepository } from "../../../db/repositories/health.ts";
import { createMetricReadsRepository } from "../../../db/repositories/metric-reads.ts";
import { createMetricsRepository } from "../../../db/repositories/metrics.ts";
import { createServiceAlertRepository } from "../../../db/repositories/service-alerts.ts";
import { createSitemapRepository } from "../../../db/repositories/sitemap.ts";
import { catalog } from "../../../db/seed/facts.ts";
import { createLocalMailbox } from "../../platform/local-mailbox.ts";
import { staysLocal } from "../../platform/mailer.ts";
import { findQueueDepth } from "../../platform/queue-depth.ts";
import { createAnnouncementService } from "../announcements.ts";
import { createCatalogService } from "../catalog.ts";
import { createMonitoringService, DAILY_JOBS, toLimitBytes } from "../monitoring.ts";
import { createServiceAlertService } from "../service-alerts.ts";
import { createSitemapService } from "../sitemap.ts";
import type { Shared } from "./shared.ts";

/** The site as a whole: what it offers, says, and knows of its own health. */
export function siteMakers({ basics, parts }: Shared) {
  const { db, bindings, settings, listingStore, random, now } = basics;
  return {
    announcements: () =>
      createAnnouncementService({
        announcements: createAnnouncementRepository(db),
        random,
        now,
      }),
    catalog: () =>
      createCatalogService({
        catalog,
        instructors: parts.instructors,
        store: listingStore,
        now,
      }),
    health: () => ({ assertReady: () => createHealthRepository(db).assertReadable() }),
    mailbox: () => (staysLocal(settings) ? createLocalMailbox(bindings.AVAILABILITY) : null),
    monitoring: () => makeMonitoring(basics),
    serviceAlerts: () =>
      createServiceAlertService({ alerts: createServiceAlertRepository(db), catalog, now }),
    sitemap: () => createSitemapService({ sitemap: createSitemapRepository(db) }),
  };
}

function makeMonitoring({ db, bindings, settings, log, now }: Shared["basics"]) {
  return createMonitoringService({
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
  });
}
