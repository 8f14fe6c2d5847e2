import type { BookingCreationRepository } from "../../db/repositories/booking-creation.ts";
import type { BookingOffer, BookingRequest } from "../domain/booking.ts";
import { addDays, type LocalDate, localDateOf } from "../domain/local-time.ts";

/** What a request for a booking asks for, as the database has it. */
export interface OfferReader {
  /**
   * Begins to read it before it is known who asks, so that both are one round trip. Fails at nothing:
   * `find` tells.
   */
  lookUp(request: BookingRequest): void;
  /** Null where there is no such offering. */
  find(request: BookingRequest): Promise<BookingOffer | null>;
}

export function createOfferReader(
  creation: Pick<BookingCreationRepository, "loadOffer">,
): OfferReader {
  const begun = new WeakMap<BookingRequest, Promise<BookingOffer | null>>();
  const load = (request: BookingRequest) => creation.loadOffer(request, datesAround(request.start));
  return {
    lookUp(request) {
      const offer = load(request);
      offer.catch(() => {});
      begun.set(request, offer);
    },
    find: (request) => begun.get(request) ?? load(request),
  };
}

/** The dates, in any zone, on which the wanted lesson may lie: it may go on past midnight. */
export function datesAround(start: BookingRequest["start"]): { from: LocalDate; to: LocalDate } {
  if ("date" in start) return { from: start.date, to: addDays(start.date, 1) };
  const utcDate = localDateOf(start.startAt, "UTC");
  return { from: addDays(utcDate, -1), to: addDays(utcDate, 2) };
}
