import type { AccountService } from "./accounts.ts";
import type { AvailabilityService } from "./availability.ts";
import type { BookingService } from "./bookings.ts";
import type { CatalogService } from "./catalog.ts";
import type { InstructorService } from "./instructors.ts";

/** Every use-case of the product: what the API's routes and the pages call. */
export interface Services {
  accounts: AccountService;
  availability: AvailabilityService;
  bookings: BookingService;
  catalog: CatalogService;
  instructors: InstructorService;
}
