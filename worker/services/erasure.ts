import type { ErasureOutcome, ErasureRepository } from "../../db/repositories/erasure.ts";
import type { AccountStatus } from "../domain/actor.ts";
import type { ErasureMode, ErasureReport } from "../domain/erasure.ts";
import { DomainError } from "../domain/errors.ts";
import type { AvailabilityCache } from "../platform/availability-cache.ts";
import type { RandomSource } from "../platform/random.ts";

/** How often a lesson may be booked with somebody just while they are being erased. */
const ATTEMPTS = 5;

export interface ErasureDependencies {
  erasures: ErasureRepository;
  cache: AvailabilityCache;
  announceMail: () => void;
  random: RandomSource;
  now: number;
}

/** Erases a person for whoever may. Throws `not_found` (also for the erased), `last_admin`. */
export type EraseAccount = (
  userId: string,
  mode: ErasureMode,
  actorId: string,
) => Promise<ErasureReport>;

export function createEraser(dependencies: ErasureDependencies): EraseAccount {
  const { erasures, cache, announceMail, now } = dependencies;
  return async (userId, mode, actorId) => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const status = await erasures.findStatus(userId);
      if (status === null) throw new DomainError("not_found");
      const outcome = await tryOnce(dependencies, { userId, mode, actorId, status });
      if (outcome === "lessons_ahead") continue;
      if (typeof outcome === "string") throw new DomainError(outcome);
      await cache.drop([userId]);
      announceMail();
      return { mode, erasedAt: now, cancelledLessons: 0, ...outcome };
    }
    throw new DomainError("future_bookings");
  };
}

async function tryOnce(
  { erasures, random, now }: ErasureDependencies,
  person: { userId: string; mode: ErasureMode; actorId: string; status: AccountStatus },
): Promise<ErasureOutcome> {
  return await erasures.erase({
    ...person,
    cancellations: [],
    auditIds: [random.newId(), random.newId()],
    now,
  });
}
