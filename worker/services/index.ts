import { type DatabaseUse, openDatabase } from "../../db/client.ts";
import { createAccountRepository } from "../../db/repositories/accounts.ts";
import { createAvailabilityRepository } from "../../db/repositories/availability.ts";
import { createBookingRepository } from "../../db/repositories/bookings.ts";
import { createHealthRepository } from "../../db/repositories/health.ts";
import { createInstructorRepository } from "../../db/repositories/instructors.ts";
import { catalog } from "../../db/seed/facts.ts";
import type { Bindings, Settings } from "../env.ts";
import { createAvailabilityCache } from "../platform/availability-cache.ts";
import type { Log } from "../platform/log.ts";
import type { RandomSource } from "../platform/random.ts";
import { type AccountService, createAccountService } from "./accounts.ts";
import { type AvailabilityService, createAvailabilityService } from "./availability.ts";
import { createAvailabilityReader } from "./availability-reader.ts";
import { type BookingService, createBookingService } from "./bookings.ts";
import { type CatalogService, createCatalogService } from "./catalog.ts";
import { createInstructorService, type InstructorService } from "./instructors.ts";

/** Every use-case of the product: what the API's routes and the pages call. */
export interface Services {
  accounts: AccountService;
  availability: AvailabilityService;
  bookings: BookingService;
  catalog: CatalogService;
  /** Throws when the database does not answer. */
  health: { assertReady(): Promise<void> };
  instructors: InstructorService;
}

/** What one request (or one job) works with. */
export interface ServiceDependencies {
  bindings: Pick<Bindings, "AVAILABILITY">;
  /** The D1 session that all of the request's statements go through. */
  connection: Parameters<typeof openDatabase>[0];
  use: DatabaseUse;
  settings: Settings;
  /** The request's one reading of the clock, epoch milliseconds. */
  now: number;
  random: RandomSource;
  log: Log;
  /** Lets work finish after the answer has gone out. */
  defer: (work: Promise<unknown>) => void;
}

/** The composition root: the only place that builds repositories. */
export function createServices(dependencies: ServiceDependencies): Services {
  const { bindings, connection, use, settings, now, random, log, defer } = dependencies;
  const db = openDatabase(connection, use);
  const instructors = createInstructorRepository(db);
  const cache = createAvailabilityCache(bindings.AVAILABILITY, {
    ttlSeconds: settings.PUBLIC_AVAILABILITY_CACHE_TTL,
    log,
  });
  const reader = createAvailabilityReader({
    availability: createAvailabilityRepository(db),
    cache,
    now,
    defer,
  });
  const availability = createAvailabilityService({ reader, settings, now });
  return {
    accounts: createAccountService({ accounts: createAccountRepository(db), random, now }),
    availability,
    bookings: createBookingService({
      bookings: createBookingRepository(db),
      availability,
      cache,
      random,
      now,
    }),
    health: { assertReady: () => createHealthRepository(db).assertReadable() },
    catalog: createCatalogService({ catalog, instructors }),
    instructors: createInstructorService({ instructors }),
  };
}
