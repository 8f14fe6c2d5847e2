import type { LessonCancellation } from "../../db/repositories/booking-moves.ts";
import type { ErasureOutcome, ErasureRepository } from "../../db/repositories/erasure.ts";
import type { AccountStatus } from "../domain/actor.ts";
import type { Booking } from "../domain/booking.ts";
import { cancellationFee } from "../domain/cancellation.ts";
import {
  ERASURE_CANCELLATION_REASON,
  type ErasureMode,
  type ErasureReport,
} from "../domain/erasure.ts";
import { DomainError } from "../domain/errors.ts";
import type { AvailabilityCache } from "../platform/availability-cache.ts";
import type { RandomSource } from "../platform/random.ts";

/** How often a lesson may be booked with somebody just while they are being erased. */
const ATTEMPTS = 5;

/** Lessons that one transaction cancels; of more, the others are cancelled ahead of the erasure. */
const LESSONS_AT_ONCE = 40;

export interface ErasureDependencies {
  erasures: ErasureRepository;
  cache: AvailabilityCache;
  announceMail: () => void;
  random: RandomSource;
  now: number;
}

/**
 * Erases a person for whoever may. Throws `not_found` (also for the erased), `last_admin`,
 * `future_bookings` when lessons are booked faster than they can be cancelled.
 */
export type EraseAccount = (
  userId: string,
  mode: ErasureMode,
  actorId: string,
) => Promise<ErasureReport>;

interface Person {
  userId: string;
  mode: ErasureMode;
  actorId: string;
  status: AccountStatus;
}

export function createEraser(dependencies: ErasureDependencies): EraseAccount {
  const { erasures, cache, announceMail, now } = dependencies;
  return async (userId, mode, actorId) => {
    let alreadyCancelled = 0;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const status = await erasures.findStatus(userId);
      if (status === null) throw new DomainError("not_found");
      const person = { userId, mode, actorId, status };
      const lessons = await erasures.listLessonsAhead(userId, now);
      const [many, last] = [lessons.slice(LESSONS_AT_ONCE), lessons.slice(0, LESSONS_AT_ONCE)];
      alreadyCancelled += await cancelMany(dependencies, person, many);
      const outcome = await eraseOnce(dependencies, person, last);
      if (outcome === "lessons_ahead") continue;
      if (typeof outcome === "string") throw new DomainError(outcome);
      await cache.drop([userId, ...new Set(lessons.map(({ instructor }) => instructor.id))]);
      announceMail();
      const cancelledLessons = alreadyCancelled + outcome.cancelledLessons;
      return { ...outcome, mode, erasedAt: now, cancelledLessons };
    }
    throw new DomainError("future_bookings");
  };
}

/** Each piece stands by itself: where it stops, erasing again goes on. */
async function cancelMany(
  dependencies: ErasureDependencies,
  person: Person,
  lessons: readonly Booking[],
): Promise<number> {
  let cancelled = 0;
  for (let at = 0; at < lessons.length; at += LESSONS_AT_ONCE) {
    const piece = lessons.slice(at, at + LESSONS_AT_ONCE);
    const cancellations = piece.map((lesson) => toCancellation(dependencies, person, lesson));
    cancelled += await dependencies.erasures.cancel(cancellations);
  }
  return cancelled;
}

async function eraseOnce(
  dependencies: ErasureDependencies,
  person: Person,
  lessons: readonly Booking[],
): Promise<ErasureOutcome> {
  const { erasures, random, now } = dependencies;
  return await erasures.erase({
    ...person,
    cancellations: lessons.map((lesson) => toCancellation(dependencies, person, lesson)),
    auditIds: [random.newId(), random.newId()],
    now,
  });
}

/** Rule: as if the person had cancelled it themselves, whoever erases them. */
function toCancellation(
  { random, now }: ErasureDependencies,
  { userId, actorId }: Person,
  lesson: Booking,
): LessonCancellation {
  const by = lesson.student.id === userId ? "student" : "instructor";
  const { startAt, priceCents } = lesson;
  const { feePercent, feeCents } = cancellationFee({ startAt, now, by, priceCents });
  return {
    lesson,
    moveId: random.newId(),
    now,
    actorId,
    by,
    reason: ERASURE_CANCELLATION_REASON,
    feePercent,
    feeCents,
    notify: [by === "student" ? "instructor" : "student"],
  };
}
