import { createBookingChangeRepository } from "../../../db/repositories/booking-changes.ts";
import { createBookingCreationRepository } from "../../../db/repositories/booking-creation.ts";
import { createBookingEventRepository } from "../../../db/repositories/booking-events.ts";
import { createBookingRepository } from "../../../db/repositories/bookings.ts";
import { createCalendarFeedRepository } from "../../../db/repositories/calendar-feeds.ts";
import { createOwnLessonsRepository } from "../../../db/repositories/own-lessons.ts";
import { createWebhookRepository } from "../../../db/repositories/webhooks.ts";
import { createOfferReader } from "../booking-offers.ts";
import { createBookingService } from "../bookings.ts";
import { createCalendarService } from "../calendar.ts";
import { createOwnLessonsService } from "../own-lessons.ts";
import { createWebhookSecrets, toTargetRules } from "../webhook-secrets.ts";
import { createWebhookService } from "../webhooks.ts";
import type { Shared } from "./shared.ts";

/** Lessons from a free time to after, and whoever is told of them. */
export function lessonMakers({ basics, parts }: Shared) {
  const { db, settings, random, now, announceMail, announceWebhooks } = basics;
  return {
    availability: () => parts.availability,
    bookings: () => {
      const creation = createBookingCreationRepository(db);
      return createBookingService({
        bookings: createBookingRepository(db),
        creation,
        offers: createOfferReader(creation),
        changes: createBookingChangeRepository(db),
        events: createBookingEventRepository(db),
        availability: parts.availability,
        cache: parts.cache,
        limiter: parts.limiter,
        announceMail,
        announceWebhooks,
        tracking: parts.tracking,
        random,
        now,
      });
    },
    calendar: () =>
      createCalendarService({
        bookings: createBookingRepository(db),
        feeds: createCalendarFeedRepository(db),
        siteUrl: settings.SITE_URL,
        random,
        now,
      }),
    drafts: () => parts.drafts,
    ownLessons: () => createOwnLessonsService({ ownLessons: createOwnLessonsRepository(db), now }),
    webhooks: () =>
      createWebhookService({
        webhooks: createWebhookRepository(db),
        secrets: createWebhookSecrets(settings),
        targets: toTargetRules(settings),
        announce: announceWebhooks,
        random,
        now,
      }),
  };
}
