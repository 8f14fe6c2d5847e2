import type { BookingRepository } from "../../db/repositories/bookings.ts";
import { type Actor, assertPermission, assertSignedIn, displayName } from "../domain/actor.ts";
import { type Booking, type BookingRequest, FIRST_VERSION } from "../domain/booking.ts";
import { type CheckedLesson, checkBookingRequest } from "../domain/booking-check.ts";
import { CANCELLATION_POLICY_VERSION } from "../domain/cancellation.ts";
import type { Page } from "../domain/catalog.ts";
import { DomainError, type ErrorCode } from "../domain/errors.ts";
import { addDays, localDateOf } from "../domain/local-time.ts";
import { priceCents } from "../domain/pricing.ts";
import type { AvailabilityCache } from "../platform/availability-cache.ts";
import { sha256Hex } from "../platform/hash.ts";
import type { RandomSource } from "../platform/random.ts";
import type { AvailabilityService } from "./availability.ts";
import { type Answer, replayAnswer } from "./idempotency.ts";
import type { LastSearch, TrackingService } from "./tracking.ts";

/** Rule: an idempotency key is remembered for 24 hours. */
const KEY_KEPT_MS = 24 * 3_600_000;

/** How many other starts come with "that one is taken". */
const ALTERNATIVES = 3;

/** How the outcomes of the write that are no booking are told. */
const REFUSALS = {
  slot_taken: "slot_taken",
  student_conflict: "student_conflict",
  // Suspended or withdrawn between the checks and the write.
  offer_changed: "instructor_unavailable",
  // Told only if the key's first answer is gone again by then.
  key_used: "idempotency_mismatch",
} as const satisfies Record<string, ErrorCode>;

export interface BookingList {
  when: "upcoming" | "past" | "cancelled";
  as: "student" | "instructor";
  page: number;
  perPage: number;
}

export interface BookingService {
  /**
   * The twelve checks without writing: the code that `create` would throw (null: it would book), and
   * the price. Throws the ones about who asks and for what: `unauthenticated`, `forbidden`, `not_found`.
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
  /** Soonest first for upcoming, latest first otherwise. */
  list(actor: Actor | null, query: BookingList): Promise<Page<Booking>>;
  /** Throws `not_found` also for somebody else's booking. */
  get(actor: Actor | null, bookingId: string): Promise<Booking>;
}

export interface BookingDependencies {
  bookings: BookingRepository;
  availability: AvailabilityService;
  cache: AvailabilityCache;
  tracking: TrackingService;
  random: RandomSource;
  now: number;
}

export function createBookingService(dependencies: BookingDependencies): BookingService {
  const { bookings, tracking, now } = dependencies;
  return {
    async check(actor, request) {
      const student = assertPermission(actor, "create_bookings");
      const { offer } = await bookings.loadOffer(request, datesAround(request), null);
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
    },

    async create(actor, request, key, lastSearch) {
      const booking = await createBooking(dependencies, actor, request, key);
      if (lastSearch) tracking.recordBooking(booking.instructor.id, lastSearch);
      return booking;
    },

    async list(actor, { when, as, page, perPage }) {
      const reader = assertPermission(
        actor,
        as === "student" ? "view_own_bookings" : "view_incoming_bookings",
      );
      const listing = { when, as, limit: perPage, offset: (page - 1) * perPage };
      return { ...(await bookings.list(reader.id, listing, now)), page, perPage };
    },

    async get(actor, bookingId) {
      const { id, permissions } = assertSignedIn(actor);
      const anyone = permissions.includes("view_all_bookings");
      const booking = await bookings.find(bookingId, { id, anyone });
      if (!booking) throw new DomainError("not_found");
      return booking;
    },
  };
}

/** One read, the rules, one write. What follows the write can no longer make it fail. */
async function createBooking(
  dependencies: BookingDependencies,
  actor: Actor | null,
  request: BookingRequest,
  key: string | null,
): Promise<Booking> {
  const { bookings, cache, random, now } = dependencies;
  const student = assertPermission(actor, "create_bookings");
  const keyed = key === null ? null : { actorId: student.id, key };
  const requestHash = keyed ? await sha256Hex(JSON.stringify(request)) : "";
  const { offer, kept } = await bookings.loadOffer(request, datesAround(request), keyed);
  if (kept && kept.expiresAt > now) return replayAnswer(kept, requestHash);

  const lesson = checkBookingRequest(student.id, request, offer, now);
  const booking = toBooking(random.newId(), student, request, lesson, now);
  const toEntry = (answer: Answer) =>
    keyed && {
      ...keyed,
      requestHash,
      answer: JSON.stringify(answer),
      createdAt: now,
      expiresAt: now + KEY_KEPT_MS,
    };
  const outcome = await bookings.insert(
    { ...booking, policyVersion: CANCELLATION_POLICY_VERSION },
    toEntry({ booking }),
  );
  if (outcome === "booked") {
    await cache.drop([booking.instructor.id, student.id]);
    return booking;
  }
  const refusal = await toRefusal(dependencies, request, lesson.startAt, REFUSALS[outcome]);
  const entry = toEntry({ code: refusal.code, details: refusal.details });
  if (!entry) throw refusal;
  // A twin of this request may have been answered meanwhile: then that is the answer.
  return replayAnswer(await bookings.keepAnswer(entry), requestHash);
}

/** The dates, in any zone, on which the wanted lesson may lie: it may go on past midnight. */
function datesAround({ start }: BookingRequest): { from: string; to: string } {
  if ("date" in start) return { from: start.date, to: addDays(start.date, 1) };
  const utcDate = localDateOf(start.startAt, "UTC");
  return { from: addDays(utcDate, -1), to: addDays(utcDate, 2) };
}

async function toRefusal(
  { availability }: BookingDependencies,
  { instructorId, durationMinutes }: BookingRequest,
  startAt: number,
  code: ErrorCode,
): Promise<DomainError> {
  if (code !== "slot_taken") return new DomainError(code);
  const wanted = { startAt, durationMinutes };
  const alternatives = await availability.listAlternatives(instructorId, wanted, ALTERNATIVES);
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
