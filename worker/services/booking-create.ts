import type { BookingCreationRepository } from "../../db/repositories/booking-creation.ts";
import type { KeptAnswer } from "../../db/repositories/idempotency.ts";
import { type Actor, assertPermission, displayName } from "../domain/actor.ts";
import {
  type Booking,
  type BookingOffer,
  type BookingRequest,
  FIRST_VERSION,
} from "../domain/booking.ts";
import { type CheckedLesson, checkBookingRequest } from "../domain/booking-check.ts";
import { CANCELLATION_POLICY_VERSION } from "../domain/cancellation.ts";
import { DomainError, type ErrorCode } from "../domain/errors.ts";
import { priceCents } from "../domain/pricing.ts";
import type { AvailabilityCache } from "../platform/availability-cache.ts";
import type { RandomSource } from "../platform/random.ts";
import type { AvailabilityService } from "./availability.ts";
import type { OfferReader } from "./booking-offers.ts";
import { type KeyedRequest, toKeyedRequest } from "./idempotency.ts";
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
  creation: BookingCreationRepository;
  offers: OfferReader;
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

/**
 * One read, the rules, one write, in which the request is also counted: whatever becomes of it, it is
 * counted once. What follows the write can no longer make it fail.
 */
export async function createBooking(
  dependencies: CreateDependencies,
  actor: Actor | null,
  request: BookingRequest,
  idempotencyKey: string | null,
): Promise<Booking> {
  const { creation, cache, limiter, offers, now } = dependencies;
  const student = assertPermission(actor, "create_bookings");
  const keyed = await toKeyedRequest(student.id, idempotencyKey, request, now);
  const counter = await limiter.toCounter({ limit: "booking", subject: student.id });
  const checked = checkWish(student, request, await offers.find(request), now);
  if ("refusal" in checked) {
    const { counted, kept } = await creation.countRefused(counter, keyed.key, now);
    limiter.assertWithin("booking", counted);
    // It may have been a good one when it was first sent.
    const replay = keyed.findReplay(kept);
    if (replay) return replay;
    throw checked.refusal;
  }
  const booking = toBooking(dependencies.random.newId(), student, request, checked.lesson, now);
  const entry = keyed.toEntry({ booking });
  const written = { ...booking, policyVersion: CANCELLATION_POLICY_VERSION };
  const attempt = await creation.insert(written, entry, counter);
  limiter.assertWithin("booking", attempt.counted);
  const { outcome } = attempt;
  if (outcome !== "booked")
    return await refuse(dependencies, booking, outcome, keyed, attempt.kept);
  await cache.drop(attempt.busyInstructorIds);
  dependencies.announceMail();
  if (attempt.isListenedTo) dependencies.announceWebhooks(booking.instructor.id);
  return booking;
}

/** The answer that the key has already; else throws why nothing was booked, which is kept for the key. */
async function refuse(
  dependencies: CreateDependencies,
  booking: Booking,
  outcome: keyof typeof REFUSALS,
  keyed: KeyedRequest,
  kept: KeptAnswer | null,
): Promise<Booking> {
  const replay = keyed.findReplay(kept);
  if (replay) return replay;
  const refusal = await toRefusal(dependencies, booking, REFUSALS[outcome]);
  const entry = keyed.toEntry({ code: refusal.code, details: refusal.details });
  // A twin of this request may have been answered meanwhile: then that is the answer.
  const answered = entry && keyed.findReplay(await dependencies.creation.keepAnswer(entry));
  if (answered) return answered;
  throw refusal;
}

/**
 * The code that creating would throw (null: it would book), and the price. Throws the ones about who
 * asks and for what: `unauthenticated`, `forbidden`, `rate_limited`, `not_found`.
 */
export async function checkBooking(
  { creation, limiter, offers, now }: CreateDependencies,
  actor: Actor | null,
  request: BookingRequest,
): Promise<{ code: ErrorCode | null; priceCents: number }> {
  const student = assertPermission(actor, "create_bookings");
  const counter = await limiter.toCounter({ limit: "availability-check", subject: student.id });
  const offer = await offers.find(request);
  const checked = checkWish(student, request, offer, now);
  const people = { instructorId: request.instructorId, studentId: student.id };
  const found =
    "lesson" in checked
      ? await creation.countCheck(counter, { ...people, ...checked.lesson }, now)
      : { ...(await creation.countRefused(counter, null, now)), conflict: checked.refusal.code };
  limiter.assertWithin("availability-check", found.counted);
  if (!offer?.offering.isActive) throw new DomainError("not_found");
  const price = priceCents(offer.offering.hourlyRateCents, request.durationMinutes);
  return { code: found.conflict, priceCents: price };
}

function checkWish(
  student: Actor,
  request: BookingRequest,
  offer: BookingOffer | null,
  now: number,
): { lesson: CheckedLesson } | { refusal: DomainError } {
  try {
    return { lesson: checkBookingRequest(student.id, request, offer, now) };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
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
