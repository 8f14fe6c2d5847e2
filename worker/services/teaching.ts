import type { OwnStatusRepository } from "../../db/repositories/own-status.ts";
import type { ProfileRecord, TeachingRepository } from "../../db/repositories/teaching.ts";
import { type Actor, assertPermission, assertSignedIn } from "../domain/actor.ts";
import type { Area } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";
import { localDateOf } from "../domain/local-time.ts";
import {
  assertAreas,
  listMissing,
  type OwnStatusChange,
  type ProfileChanges,
  type ProfileFacts,
  type TeachingProfile,
  toOwnStatus,
} from "../domain/teaching-profile.ts";
import type { AvailabilityCache } from "../platform/availability-cache.ts";
import type { RandomSource } from "../platform/random.ts";

/** The teaching side of one's own account. */
export interface TeachingService {
  /** Makes the actor an instructor. Throws `already_instructor`, `validation_failed`, `forbidden`. */
  create(actor: Actor | null, facts: ProfileFacts): Promise<TeachingProfile>;
  /** Throws `not_found` for those who do not teach. */
  get(actor: Actor | null): Promise<TeachingProfile>;
  update(actor: Actor | null, changes: ProfileChanges): Promise<TeachingProfile>;
  /**
   * What is so already stays so. Throws `future_bookings`, `last_admin`, and `forbidden` for who was
   * suspended by somebody else and would come back.
   */
  changeStatus(actor: Actor | null, change: OwnStatusChange): Promise<void>;
}

export interface TeachingDependencies {
  teaching: TeachingRepository;
  statuses: OwnStatusRepository;
  areas: readonly Area[];
  cache: AvailabilityCache;
  random: RandomSource;
  now: number;
}

export function createTeachingService(dependencies: TeachingDependencies): TeachingService {
  const { teaching, areas, cache, now } = dependencies;
  const toProfile = (record: ProfileRecord | null): TeachingProfile => {
    if (!record) throw new DomainError("not_found");
    const { profile, hours } = record;
    const today = localDateOf(now, profile.timezone);
    return { ...profile, missing: listMissing(profile, hours, today) };
  };
  return {
    async create(actor, facts) {
      const { id } = assertSignedIn(actor);
      assertAreas(facts.areas, areas);
      const outcome = await teaching.create(id, facts, now);
      if (outcome === "not_active") throw new DomainError("forbidden");
      if (outcome === "already_instructor") throw new DomainError("already_instructor");
      return toProfile(await teaching.find(id));
    },

    async get(actor) {
      const { id } = assertPermission(actor, "manage_instructor_profile");
      return toProfile(await teaching.find(id));
    },

    async update(actor, changes) {
      const { id } = assertPermission(actor, "manage_instructor_profile");
      if (changes.areas) assertAreas(changes.areas, areas);
      const { record, isTimeChanged } = await teaching.update(id, changes, now);
      if (isTimeChanged) await cache.drop([id]);
      return toProfile(record);
    },

    async changeStatus(actor, change) {
      const { id } = assertPermission(actor, "suspend_own_instructor_account");
      await changeStatus(dependencies, id, change);
    },
  };
}

async function changeStatus(
  { statuses, cache, random, now }: TeachingDependencies,
  id: string,
  change: OwnStatusChange,
): Promise<void> {
  const record = await statuses.find(id);
  if (!record) throw new DomainError("not_found");
  const to = toOwnStatus(record.status, change);
  if (to === null) return;
  // Who was suspended by somebody else does not come back by themselves.
  if (change === "reactivate" && record.changedBy !== id) throw new DomainError("forbidden");
  const entry = {
    id: random.newId(),
    actorId: id,
    subjectId: id,
    action: "status_changed" as const,
    details: { from: record.status, to },
    createdAt: now,
  };
  const outcome = await statuses.change(entry, record.version);
  if (outcome === "held") throw new DomainError("future_bookings");
  if (outcome === "last_admin") throw new DomainError("last_admin");
  // Something else was done to them at the same moment: let the person look again.
  if (outcome === "overtaken") throw new DomainError("precondition_failed");
  await cache.drop([id]);
}
