import type { BookingRepository } from "../../db/repositories/bookings.ts";
import { type Actor, assertPermission, displayName } from "../domain/actor.ts";
import { type Booking, type BookingRequest, FIRST_VERSION } from "../domain/booking.ts";
import { type CheckedLesson, checkBookingRequest } from "../domain/booking-check.ts";
import { CANCELLATION_POLICY_VERSION } from "../domain/cancellation.ts";
import { DomainError, type ErrorCode } from "../domain/errors.ts";
import { addDays, type LocalDate, localDateOf } from "../domain/local-time.ts";
import { priceCents } from "../domain/pricing.ts";
import type { AvailabilityCache } from "../platform/availability-cache.ts";
import type { RandomSource } from "../platform/random.ts";
import type { AvailabilityService } from "./availability.ts";
import { toKeyedRequest } from "./idempotency.ts";
import type { RateLimiter } from "./rate-limits.ts";

/** How many other starts come with "that one is taken". */
const ALTERNATIVES = 3;

/** How the outcomes of the write that are no booking are told. */
const REFUSALS = {
  slot_taken: "slot_taken",
  student_conflict: "student_conflict",
  // One of the two was suspended, or the offering withdrawn, between the checks and the write.
  offer_changed: "instructor_unavailable",
  // Told only if the key's first answer is gone again by then.
  key_used: "idempotency_mismatch",
} as const satisfies Record<string, ErrorCode>;

export interface CreateDependencies {
  bookings: BookingRepository;
  availability: AvailabilityService;
  cache: AvailabilityCache;
  limiter: RateLimiter;
  /** Lets the outbox be looked at soon. */
  announceMail: () => void;
  /** Lets the instructor's webhooks be told soon. */
  announceWebhooks: (instructorId: string) => void;
  random: RandomSource;
  now: number;
}

/** One read, the rules, one write. What follows the write can no longer make it fail. */
export async function createBooking(
  dependencies: CreateDependencies,
  actor: Actor | null,
  request: BookingRequest,
  idempotencyKey: string | null,
): Promise<Booking> {
  const { bookings, cache, limiter, announceMail, announceWebhooks, random, now } = dependencies;
  const student = assertPermission(actor, "create_bookings");
  const keyed = await toKeyedRequest(student.id, idempotencyKey, request, now);
  // Side by side, as each is a round trip: one request too many reads, and gets no further.
  const [{ offer, kept }] = await Promise.all([
    bookings.loadOffer(request, datesAround(request.start), keyed.key),
    limiter.take({ limit: "booking", subject: student.id }),
  ]);
  const replay = keyed.findReplay(kept);
  if (replay) return replay;

  const lesson = checkBookingRequest(student.id, request, offer, now);
  const booking = toBooking(random.newId(), student, request, lesson, now);
  const outcome = await bookings.insert(
    { ...booking, policyVersion: CANCELLATION_POLICY_VERSION },
    keyed.toEntry({ booking }),
  );
  if (outcome === "booked") {
    await cache.drop([booking.instructor.id, student.id]);
    announceMail();
    announceWebhooks(booking.instructor.id);
    return booking;
  }
  const refusal = await toRefusal(dependencies, booking, REFUSALS[outcome]);
  const entry = keyed.toEntry({ code: refusal.code, details: refusal.details });
  // A twin of this request may have been answered meanwhile: then that is the answer.
  const answered = entry && keyed.findReplay(await bookings.keepAnswer(entry));
  if (answered) return answered;
  throw refusal;
}

/**
 * The code that creating would throw (null: it would book), and the price. Throws the ones about who
 * asks and for what: `unauthenticated`, `forbidden`, `rate_limited`, `not_found`.
 */
export async function checkBooking(
  { bookings, limiter, now }: CreateDependencies,
  actor: Actor | null,
  request: BookingRequest,
): Promise<{ code: ErrorCode | null; priceCents: number }> {
  const student = assertPermission(actor, "create_bookings");
  await limiter.take({ limit: "availability-check", subject: student.id });
  const { offer } = await bookings.loadOffer(request, datesAround(request.start), null);
  if (!offer?.offering.isActive) throw new DomainError("not_found");
  const price = priceCents(offer.offering.hourlyRateCents, request.durationMinutes);
  try {
    const { startAt, endAt } = checkBookingRequest(student.id, request, offer, now);
    const people = { instructorId: request.instructorId, studentId: student.id };
    const code = await bookings.findConflict({ ...people, startAt, endAt });
    return { code, priceCents: price };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, priceCents: price };
  }
}

/** The dates, in any zone, on which the wanted lesson may lie: it may go on past midnight. */
export function datesAround(start: BookingRequest["start"]): { from: LocalDate; to: LocalDate } {
  if ("date" in start) return { from: start.date, to: addDays(start.date, 1) };
  const utcDate = localDateOf(start.startAt, "UTC");
  return { from: addDays(utcDate, -1), to: addDays(utcDate, 2) };
}

/** The refusal, with other times where the one that was wanted is taken. */
export async function toRefusal(
  { availability }: Pick<CreateDependencies, "availability">,
  { instructor, startAt, durationMinutes }: Booking,
  code: ErrorCode,
): Promise<DomainError> {
  if (code !== "slot_taken") return new DomainError(code);
  const wanted = { startAt, durationMinutes };
  const alternatives = await availability.listAlternatives(instructor.id, wanted, ALTERNATIVES);
  return new DomainError(code, { alternatives });
}

function toBooking(
  id: string,
  student: Actor,
  request: BookingRequest,
  { offer, startAt, endAt, priceCents }: CheckedLesson,
  now: number,
): Booking {
  const { instructor, offering, inputs } = offer;
  return {
    id,
    status: "confirmed",
    instructor: { id: instructor.id, displayName: instructor.displayName },
    student: { id: student.id, displayName: displayName(student.firstName, student.lastName) },
    offeringId: offering.id,
    serviceName: offering.serviceName,
    startAt,
    endAt,
    timezone: inputs.timezone,
    durationMinutes: request.durationMinutes,
    hourlyRateCents: offering.hourlyRateCents,
    priceCents,
    locationType: request.locationType,
    locationDetail: request.locationDetail,
    studentNote: request.studentNote,
    instructorNote: null,
    cancellation: null,
    createdAt: now,
    updatedAt: now,
    noShowAt: null,
    sequence: 0,
    version: FIRST_VERSION,
  };
}
