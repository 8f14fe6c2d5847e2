import type { BookingCreationRepository } from "../../db/repositories/booking-creation.ts";
import type { Actor } from "../domain/actor.ts";
import type { Booking, BookingRequest } from "../domain/booking.ts";
import { checkReschedule } from "../domain/booking-check.ts";
import { DomainError } from "../domain/errors.ts";
import type { AvailabilityService } from "./availability.ts";
import { toRefusal } from "./booking-create.ts";
import { datesAround } from "./booking-offers.ts";
import {
  changeLesson,
  type MoveDependencies,
  type MoveOptions,
  toReader,
} from "./lesson-change.ts";
import type { RateLimiter } from "./rate-limits.ts";

/**
 * Moves a lesson to another time under the rules of new bookings, its own old time counting as free;
 * the same time again changes nothing. `slot_taken` carries the nearest alternatives.
 */
export type Reschedule = (
  actor: Actor | null,
  bookingId: string,
  start: BookingRequest["start"],
  options?: MoveOptions,
) => Promise<Booking>;

export interface RescheduleDependencies extends MoveDependencies {
  creation: BookingCreationRepository;
  availability: AvailabilityService;
  limiter: RateLimiter;
}

export function createReschedule(dependencies: RescheduleDependencies): Reschedule {
  const { creation, changes, limiter, now } = dependencies;
  return async (actor, bookingId, start, options = {}) => {
    /** Once for all attempts, side by side with the first read: one too many gets no further. */
    let counting: Promise<void> | undefined;
    return await changeLesson(dependencies, actor, {
      ...{ bookingId, deed: "reschedule", options, details: { start } },
      load: async (person, keyed) => {
        const dates = datesAround(start);
        counting ??= limiter.take({ limit: "booking", subject: person.id });
        const [loaded] = await Promise.all([
          changes.loadWithOffer(bookingId, toReader(person), keyed.key, dates),
          counting,
        ]);
        return loaded;
      },
      toNext: ({ lesson, offer }) => {
        if (!offer) throw new DomainError("not_found");
        return checkReschedule(lesson, start, offer, now);
      },
      write: async ({ move, next, role, keep }) =>
        role === "admin" ? "changed" : await changes.reschedule(move, next, role, keep),
      toRefusal: async (next, code, keyed) => {
        const refusal = await toRefusal(dependencies, next, code);
        const entry = keyed.toEntry({ code, details: refusal.details });
        // Throws the answer that a twin of this request has got meanwhile.
        if (entry) keyed.findReplay(await creation.keepAnswer(entry));
        return refusal;
      },
    });
  };
}
