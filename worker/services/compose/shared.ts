import { type DatabaseUse, openDatabase } from "../../../db/client.ts";
import { createAccountRepository } from "../../../db/repositories/accounts.ts";
import { createAvailabilityRepository } from "../../../db/repositories/availability.ts";
import { createDraftRepository } from "../../../db/repositories/drafts.ts";
import { createInstructorRepository } from "../../../db/repositories/instructors.ts";
import { createSaltRepository } from "../../../db/repositories/ip-salts.ts";
import { createListingRepository } from "../../../db/repositories/listings.ts";
import { createRateCounterRepository } from "../../../db/repositories/rate-counters.ts";
import { createSearchHistoryRepository } from "../../../db/repositories/search-history.ts";
import type { SearchFacts } from "../../domain/search-results.ts";
import { toWebhookMessage } from "../../domain/webhook.ts";
import type { Bindings, Settings } from "../../env.ts";
import { createAvailabilityCache } from "../../platform/availability-cache.ts";
import type { Log } from "../../platform/log.ts";
import { countLookups, type RequestMeter } from "../../platform/metrics.ts";
import { createEventQueue, type EventQueue } from "../../platform/queue.ts";
import type { RandomSource } from "../../platform/random.ts";
import { createSnapshotCache } from "../../platform/snapshot-cache.ts";
import { createAddressHasher } from "../address-hash.ts";
import { createAvailabilityService } from "../availability.ts";
import { createAvailabilityReader } from "../availability-reader.ts";
import { createDraftService } from "../drafts.ts";
import { createListingReader, type ListingSnapshot, type ListingStore } from "../listings.ts";
import { createRateLimiter } from "../rate-limits.ts";
import { createSearchHistoryService } from "../search-history.ts";
import { createTrackingService } from "../tracking.ts";
import { lazily } from "./lazily.ts";

/** A snapshot is only of use on its own day. */
const SNAPSHOT_TTL_SECONDS = 86_400;

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

export type Shared = ReturnType<typeof createShared>;

/** What several services work with, each made once it is needed. */
export function createShared(dependencies: ServiceDependencies) {
  const { bindings, settings, now, random, log, defer, meter } = dependencies;
  const db = openDatabase(dependencies.connection, dependencies.use);
  // For all that may not read a copy of the database.
  const primary = openDatabase(dependencies.primary, meter.besideUse);
  const mailQueue = createEventQueue(bindings.MAIL, log);
  const webhookQueue = createEventQueue(bindings.WEBHOOKS, log);
  const basics = {
    ...dependencies,
    primaryConnection: dependencies.primary,
    db,
    primary,
    announceMail: () => defer(mailQueue.send({ kind: "mail" })),
    announceWebhooks: (instructorId: string) =>
      defer(webhookQueue.send(toWebhookMessage(instructorId))),
  };
  const parts: Parts = lazily<Parts>({
    cache: () =>
      countLookups(
        createAvailabilityCache(bindings.AVAILABILITY, {
          ttlSeconds: settings.PUBLIC_AVAILABILITY_CACHE_TTL,
          log,
        }),
        "availability",
        meter,
      ),
    limiter: () =>
      createRateLimiter({
        // A count from a copy of the database would not be exact.
        counters: createRateCounterRepository(primary),
        scale: settings.RATE_LIMIT_SCALE,
        now,
      }),
    hashAddress: () =>
      createAddressHasher({
        salts: createSaltRepository(db),
        saltOf: dependencies.saltOf,
        random,
        now,
      }),
    accounts: () => createAccountRepository(db),
    instructors: () => createInstructorRepository(db),
    searchHistory: () =>
      createSearchHistoryService({ history: createSearchHistoryRepository(db), random, now }),
    drafts: () => createDraftService({ drafts: createDraftRepository(db), random, now }),
    tracking: () =>
      createTrackingService({
        queue: dependencies.events,
        hashAddress: parts.hashAddress,
        random,
        log,
        now,
        defer,
      }),
    listings: () => createListings(basics),
    availability: () =>
      createAvailabilityService({
        reader: createAvailabilityReader({
          availability: createAvailabilityRepository(db),
          primary: createAvailabilityRepository(primary),
          cache: parts.cache,
          now,
          defer,
        }),
        settings,
        now,
      }),
  });
  return { basics, parts };
}

interface Parts {
  cache: ReturnType<typeof createAvailabilityCache>;
  limiter: ReturnType<typeof createRateLimiter>;
  hashAddress: ReturnType<typeof createAddressHasher>;
  accounts: ReturnType<typeof createAccountRepository>;
  instructors: ReturnType<typeof createInstructorRepository>;
  searchHistory: ReturnType<typeof createSearchHistoryService>;
  drafts: ReturnType<typeof createDraftService>;
  tracking: ReturnType<typeof createTrackingService>;
  listings: ReturnType<typeof createListingReader>;
  availability: ReturnType<typeof createAvailabilityService>;
}

function createListings({
  bindings,
  listingStore,
  meter,
  log,
  now,
  defer,
  db,
}: Omit<ServiceDependencies, "primary"> & { db: ReturnType<typeof openDatabase> }) {
  const snapshots = createSnapshotCache<ListingSnapshot>(bindings.AVAILABILITY, {
    key: "listings",
    ttlSeconds: SNAPSHOT_TTL_SECONDS,
    log,
  });
  return createListingReader({
    store: listingStore,
    listings: createListingRepository(db),
    snapshots: countLookups(snapshots, "listings", meter),
    now,
    defer,
  });
}
