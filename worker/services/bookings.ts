import type { Actor } from "../domain/actor.ts";
import type { Booking, BookingRequest } from "../domain/booking.ts";
import type { Page } from "../domain/catalog.ts";

export interface BookingList {
  when: "upcoming" | "past" | "cancelled";
  as: "student" | "instructor";
  page: number;
  perPage: number;
}

export interface BookingService {
  /** The twelve checks without writing: throws what `create` would throw, answers the price. */
  check(actor: Actor | null, request: BookingRequest): Promise<{ priceCents: number }>;
  /** Books, or throws the first check that fails; `slot_taken` carries the nearest alternatives. */
  create(
    actor: Actor | null,
    request: BookingRequest,
    idempotencyKey: string | null,
  ): Promise<Booking>;
  /** Soonest first for upcoming, latest first otherwise. */
  list(actor: Actor | null, query: BookingList): Promise<Page<Booking>>;
  /** Throws `not_found` also for somebody else's booking. */
  get(actor: Actor | null, bookingId: string): Promise<Booking>;
}
