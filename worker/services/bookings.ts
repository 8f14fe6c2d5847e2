import type { BookingRepository } from "../../db/repositories/bookings.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import { asSeenBy, type Booking, type BookingRequest } from "../domain/booking.ts";
import type { Page } from "../domain/catalog.ts";
import type { ErrorCode } from "../domain/errors.ts";
import { type CreateDependencies, checkBooking, createBooking } from "./booking-create.ts";
import { type BookingMoves, createBookingMoves } from "./booking-moves.ts";
import {
  createReschedule,
  type Reschedule,
  type RescheduleDependencies,
} from "./booking-reschedule.ts";
import { readLesson } from "./lesson-change.ts";
import type { LastSearch, TrackingService } from "./tracking.ts";

export interface BookingList {
  when: "upcoming" | "past" | "cancelled";
  as: "student" | "instructor";
  page: number;
  perPage: number;
}

/** Of all bookings that are given out, only the instructor's and the admins' have the instructor's note. */
export interface BookingService extends BookingMoves {
  /** For a request that `check` or `create` will get, before it is known who asks. Fails at nothing. */
  lookUp(request: BookingRequest): void;
  /**
   * The twelve checks without writing: the code that `create` would throw (null: it would book), and
   * the price. Throws the ones about who asks and for what: `unauthenticated`, `forbidden`,
   * `rate_limited`, `not_found`.
   */
  check(
    actor: Actor | null,
    request: BookingRequest,
  ): Promise<{ code: ErrorCode | null; priceCents: number }>;
  /** Books, or throws the first check that fails; `slot_taken` carries the nearest alternatives. */
  create(
    actor: Actor | null,
    request: BookingRequest,
    idempotencyKey: string | null,
    /** What the person searched for last: the booking is ascribed to it. */
    lastSearch?: LastSearch | null,
  ): Promise<Booking>;
  /** Moves a lesson to another time; the same time again changes nothing. */
  reschedule: Reschedule;
  /** Soonest first for upcoming, latest first otherwise. */
  list(actor: Actor | null, query: BookingList): Promise<Page<Booking>>;
  /** Throws `not_found` also for somebody else's booking. */
  get(actor: Actor | null, bookingId: string): Promise<Booking>;
}

export interface BookingDependencies extends CreateDependencies, RescheduleDependencies {
  bookings: BookingRepository;
  tracking: TrackingService;
}

export function createBookingService(dependencies: BookingDependencies): BookingService {
  const { bookings, offers, tracking, now } = dependencies;
  return {
    ...createBookingMoves(dependencies),
    lookUp: offers.lookUp,
    reschedule: createReschedule(dependencies),
    check: (actor, request) => checkBooking(dependencies, actor, request),

    async create(actor, request, key, lastSearch) {
      const booking = await createBooking(dependencies, actor, request, key);
      if (lastSearch) tracking.recordBooking(booking.instructor.id, lastSearch);
      return booking;
    },

    async list(actor, { when, as, page, perPage }) {
      const { id } = assertPermission(
        actor,
        as === "student" ? "view_own_bookings" : "view_incoming_bookings",
      );
      const listing = { when, as, limit: perPage, offset: (page - 1) * perPage };
      const { items, total } = await bookings.list(id, listing, now);
      const seen = items.map((booking) => asSeenBy(booking, id, false));
      return { items: seen, total, page, perPage };
    },

    async get(actor, bookingId) {
      const find = (reader: { id: string; anyone: boolean }) => bookings.find(bookingId, reader);
      return (await readLesson(actor, find, (booking) => booking)).lesson;
    },
  };
}
