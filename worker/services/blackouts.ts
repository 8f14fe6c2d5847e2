import type { BlackoutRepository } from "../../db/repositories/blackouts.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import type { Page } from "../domain/catalog.ts";
import { DomainError, invalidField } from "../domain/errors.ts";
import { assertDateRange } from "../domain/hours-edit.ts";
import { addDays, localDateOf } from "../domain/local-time.ts";
import type { Blackout } from "../domain/week.ts";
import type { AvailabilityCache } from "../platform/availability-cache.ts";
import type { RandomSource } from "../platform/random.ts";

/** The dates on which an instructor does not teach, whatever their hours say. */
export interface BlackoutService {
  /** Those that are not over, soonest first. */
  list(actor: Actor | null, query: { page: number; perPage: number }): Promise<Page<Blackout>>;
  /** The same again gives the one that is there. Throws `validation_failed`. */
  create(actor: Actor | null, wanted: Omit<Blackout, "id">): Promise<Blackout>;
  /** Of one that has begun, the days that are over stay. Throws `not_found`, `too_late`. */
  remove(actor: Actor | null, blackoutId: string): Promise<void>;
}

export interface BlackoutDependencies {
  blackouts: BlackoutRepository;
  cache: AvailabilityCache;
  random: RandomSource;
  now: number;
}

export function createBlackoutService({
  blackouts,
  cache,
  random,
  now,
}: BlackoutDependencies): BlackoutService {
  /** The instructor and the date that it is for them. */
  const admit = async (actor: Actor | null) => {
    const { id } = assertPermission(actor, "manage_availability");
    const timezone = await blackouts.findTimezone(id);
    if (timezone === null) throw new DomainError("not_found");
    return { id, today: localDateOf(now, timezone) };
  };
  return {
    async list(actor, { page, perPage }) {
      const { id, today } = await admit(actor);
      const window = { limit: perPage, offset: (page - 1) * perPage };
      return { ...(await blackouts.list(id, today, window)), page, perPage };
    },

    async create(actor, wanted) {
      const { id, today } = await admit(actor);
      if (wanted.startOn < today) throw invalidField("start_date", "is in the past");
      assertDateRange(wanted.startOn, wanted.endOn);
      const blackout = { ...wanted, id: random.newId() };
      const kept = await blackouts.insert(id, blackout, now);
      if (kept.id === blackout.id) await cache.drop([id]);
      return kept;
    },

    async remove(actor, blackoutId) {
      const { id, today } = await admit(actor);
      const blackout = await blackouts.find(id, blackoutId);
      if (!blackout) throw new DomainError("not_found");
      if (blackout.endOn < today) throw new DomainError("too_late");
      await blackouts.removeFrom(id, blackoutId, { today, yesterday: addDays(today, -1) });
      await cache.drop([id]);
    },
  };
}
